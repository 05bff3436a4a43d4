import type { ParameterRow } from "../apiref/model.ts";
import type { ParametersFile } from "../apiref/parameters-file.ts";
import { type JsonType, parseType } from "../schema/types.ts";
import { remembered } from "../text/remembered.ts";

/** How the definitions of a file are written. */
export interface FileStyle {
  /** Blanks before a field. */
  readonly indent: string;
  /** The four fields that every definition has, in the order of the file. */
  readonly order: readonly string[];
  /** The word of the file for a type: `object`, `dict`. */
  readonly wordOf: ReadonlyMap<JsonType, string>;
  /** What joins the words of a key. */
  readonly joint: string;
}

const FIELDS = ["description", "in", "required", "type"];
const WORDS: readonly (readonly [JsonType, string])[] = [
  ["string", "string"],
  ["integer", "integer"],
  ["number", "float"],
  ["boolean", "boolean"],
  ["object", "object"],
  ["array", "array"],
];

/** What most definitions of a file have. */
export const styleOf = remembered(({ definitions, file }: ParametersFile): FileStyle => {
  const indents: string[] = [];
  const orders: string[] = [];
  const words = new Map<JsonType, string[]>(WORDS.map(([type]) => [type, []]));
  const joints: string[] = [];
  for (const { key, fields, type } of definitions.values()) {
    const own = [...fields.values()];
    const first = own[0];
    if (first !== undefined && first.nameSpan.file === file) {
      const { start } = first.nameSpan;
      const lead = file.text.slice(file.lineStarts[file.positionAt(start).line - 1], start);
      if (/^ +$/.test(lead)) indents.push(lead);
    }
    const order = own.map(({ name }) => name).filter((name) => FIELDS.includes(name));
    if (order.length === FIELDS.length) orders.push(order.join(" "));
    const meant = type === undefined ? undefined : parseType(type);
    if (meant?.types.length === 1 && meant.format === undefined && /^[a-z]+$/.test(type!))
      words.get(meant.types[0]!)?.push(type!);
    for (const joint of key.match(/[_-]/g) ?? []) joints.push(joint);
  }
  return {
    indent: commonest(indents) ?? "  ",
    order: commonest(orders)?.split(" ") ?? FIELDS,
    wordOf: new Map(WORDS.map(([type, word]) => [type, commonest(words.get(type)!) ?? word])),
    joint: commonest(joints) ?? "_",
  };
});

/** Whether keys that are no names have more words before the name (`widget_size` for `size`) than behind it. */
export function namesComeLast(rows: Iterable<ParameterRow>): boolean {
  let last = 0;
  let first = 0;
  for (const { name, key } of rows) {
    if (key.length > name.length && key.endsWith(name)) last++;
    if (key.length > name.length && key.startsWith(name)) first++;
  }
  return last >= first;
}

/** Of several that are as common, the first. */
function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  let best: string | undefined;
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const [text, count] of counts) if (best === undefined || count > counts.get(best)!) best = text;
  return best;
}
