import type { JsonFault, LineAt } from "./json-fault.ts";
import { jsonToken } from "./json-tokens.ts";
import type { Json } from "./json-value.ts";

/**
 * Names that stand twice in one object of a JSON text. RFC 8259 (section 4) leaves open which of them counts; most readers
 * keep the last and say nothing.
 *
 * @param value what the text is read as
 */
export function repeatedNames(text: string, value: Json, lineAt: LineAt): JsonFault[] {
  // Nearly no text has any, so that it is not read again unless it has more names than its value.
  let names = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) names++;
  return names > propertiesIn(value) ? [...repeated(text, lineAt)] : [];
}

function propertiesIn(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) for (const item of value) count += propertiesIn(item);
  else for (const name in value) count += 1 + propertiesIn(value[name]!);
  return count;
}

/** The objects that are open hold the names that were read; arrays hold none. */
function* repeated(text: string, lineAt: LineAt): Iterable<JsonFault> {
  const open: (Map<string, number> | undefined)[] = [];
  let last = { start: 0, end: 0 };
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; ; ) {
    const token = jsonToken(text, at);
    at = token.end;
    if (token.kind === "end") return;
    if (token.kind === "{") open.push(new Map());
    else if (token.kind === "[") open.push(undefined);
    else if (token.kind === "}" || token.kind === "]") open.pop();
    else if (token.kind === ":") {
      const written = text.slice(last.start, last.end);
      const names = open.at(-1);
      const known = names?.get(written);
      if (known !== undefined)
        yield {
          mistake: {
            kind: "name-twice",
            written,
            line: lineAt(known),
            isAlone: names!.size === 1 && open.length > 1 && open.at(-2) === undefined,
          },
          offset: last.start,
          length: last.end - last.start,
        };
      names?.set(written, last.start);
    }
    last = token;
  }
}
