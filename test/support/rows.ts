import type { ParameterRow } from "../../src/apiref/model.ts";
import type { Field } from "../../src/apiref/parameters-file.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import type { Span } from "../../src/text/span.ts";

/**
 * Body rows from lines such as `size: integer! = size_1 # In bytes.`: name, type (`!` for required), key where it is
 * not the name, description. `>` before the name is one level in. A line `---` begins another table, whose introduction stands
 * behind it; `@2.3-2.5` is a range of microversions.
 */
export function rowsOf(text: string): ParameterRow[] {
  const file = new SourceFile("/rows", text);
  const rows: ParameterRow[] = [];
  let table = 0;
  let introduction = "";
  let offset = 0;
  for (const line of text.split("\n")) {
    const start = offset;
    offset += line.length + 1;
    if (line.trim().startsWith("---")) {
      table++;
      introduction = line.replace(/^ *--- */, "");
      continue;
    }
    const match = /^\s*(\S+): ([^!@=#]*?)(!?)(?: @([\d.]*)-([\d.]*))?(?: = (\S+))?(?: # (.*))?$/.exec(line);
    if (match === null) continue;
    const name = match[1]!.replace(/^>+/, "");
    const level = match[1]!.length - name.length;
    const [, , type = "", required = "", min = "", max = "", key = name, description = ""] = match;
    const span: Span = { file, start, end: start + line.length };
    const fields = new Map<string, Field>();
    const field = (field: string, value: unknown) =>
      fields.set(field, { name: field, value, text: String(value), nameSpan: span, valueSpan: span });
    for (const part of description.matchAll(/(\w+)=(\S+)/g)) field(part[1]!, JSON.parse(part[2]!));
    rows.push({
      name,
      ...(level === 0 ? {} : { level }),
      nameSpan: span,
      key,
      keySpan: span,
      span,
      definition: {
        key,
        keySpan: span,
        span,
        fields,
        in: "body",
        type,
        required: required !== "",
        description: description.replace(/\w+=\S+ ?/g, ""),
        ...(min === "" ? {} : { minVersion: min }),
        ...(max === "" ? {} : { maxVersion: max }),
      },
      file: undefined,
      side: "response",
      sectionTitles: [],
      table,
      ...(introduction === "" ? {} : { introduction }),
    });
  }
  return rows;
}
