import type { Block, BulletList, ListItem } from "../rst/tree.ts";
import { addTo } from "../text/grouped.ts";
import type { StatusRow } from "./model.ts";

/** Codes with what a list says of them, and the prose that is left. */
export interface ExplainedCodes {
  readonly statuses: readonly StatusRow[];
  readonly description: readonly Block[];
}

/**
 * Gives codes in prose what a list elsewhere in the description says of each: `` - `409 Conflict` if the lamp is on ``. A
 * list with an item about anything else stays what it is; so does one that a sentence announces, for that would be left
 * alone.
 */
export function explainCodes(description: readonly Block[], statuses: readonly StatusRow[]): ExplainedCodes {
  const listed = new Set(statuses.filter(({ origin }) => origin.kind === "prose").map(({ code }) => code));
  if (listed.size === 0) return { statuses, description };
  const said = new Map<string, string[]>();
  const left = description.filter((block, index) => {
    const explained = block.kind === "bullet-list" ? explanationsIn(block, listed) : undefined;
    if (explained === undefined) return true;
    for (const [code, text] of explained) addTo(said, code, text);
    return isAnnounced(description[index - 1]);
  });
  if (said.size === 0) return { statuses, description };
  return {
    description: left,
    statuses: statuses.map((row) => {
      const texts = row.origin.kind === "prose" ? said.get(row.code) : undefined;
      return texts === undefined ? row : { ...row, explanation: asList(texts) };
    }),
  };
}

/** Several reasons of one code, each an item of a list (RST). */
function asList(texts: readonly string[]): string {
  const different = [...new Set(texts)];
  if (different.length === 1) return different[0]!;
  return different.map((text) => `- ${text.replace(/\n\s*/g, "\n  ")}`).join("\n");
}

function explanationsIn(
  { items }: BulletList,
  listed: ReadonlySet<string>,
): [code: string, text: string][] | undefined {
  const found: [string, string][] = [];
  for (const item of items) {
    const one = explanationIn(item);
    if (one === undefined || !listed.has(one[0])) return undefined;
    found.push(one);
  }
  return found;
}

/** `` `409 Conflict` if …``, ``` ``Not Found (404)``. There is …```, `409: there is …`. */
const QUOTED =
  /^([`*]{1,2})(?:([A-Za-z][\w ]{0,60}?)\s*\(([1-5]\d\d)\)|([1-5]\d\d)(?:\s+([A-Za-z][\w ]{0,60}?))?)\1/;
const PLAIN = /^([1-5]\d\d)\b/;

/** What an item of a list says of the code that it begins with; undefined where it is about anything else. */
export function explanationIn({
  children: [first, ...others],
}: ListItem): [code: string, text: string] | undefined {
  if (first?.kind !== "paragraph" || others.length > 0) return undefined;
  const text = first.text.lines
    .map((line) => line.text)
    .join("\n")
    .trim();
  const quoted = QUOTED.exec(text);
  const code = quoted?.[3] ?? quoted?.[4] ?? PLAIN.exec(text)?.[1];
  if (code === undefined) return undefined;
  const name = quoted?.[2] ?? quoted?.[5] ?? "";
  const rest = text.slice(quoted?.[0].length ?? code.length).replace(/^[\s:.–—-]+/, "");
  if (rest === "") return undefined;
  const between = name === "" ? "" : /^[a-z(]/.test(rest) ? " " : ". ";
  return [code, `${name}${between}${rest}`];
}

/** Whether a sentence says that a list follows. */
function isAnnounced(before: Block | undefined): boolean {
  return before?.kind === "paragraph" && /[:：]\s*$/.test(before.text.lines.at(-1)?.text ?? "");
}
