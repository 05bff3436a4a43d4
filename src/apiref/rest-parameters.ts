import type { Directive } from "../rst/tree.ts";
import { type Span, span } from "../text/span.ts";
import { fileArgument } from "./literalinclude.ts";
import type { ParameterRow } from "./model.ts";
import { type Notice, unreadFile } from "./notice.ts";
import type { ParametersFile } from "./parameters-file.ts";
import { readRowList } from "./row-list.ts";
import { resolveFromDocument } from "./sources.ts";
import type { NamedYaml, TreeFiles } from "./tree-files.ts";

/** Where in its operation a table of parameters stands. */
export type TablePlace = Pick<
  ParameterRow,
  "side" | "sectionTitles" | "table" | "introduction" | "anchors" | "minVersion" | "maxVersion"
>;

/** A dotted name with more steps than that is no path: nothing is nested so deep, and what follows walks it recursively. */
export const DEEPEST_NAME = 64;

/** What stands in definitions, and below a row is meant for its own. */
const FIELDS: ReadonlySet<string> = new Set([
  "in",
  "type",
  "required",
  "optional",
  "description",
  "format",
  "default",
  "min_version",
  "max_version",
]);

/**
 * Reads a `rest_parameters` directive: rows `- name: key`, each key looked up in the file that the argument
 * names, relative to the document (os-api-ref, `RestParametersDirective.yaml_from_file`).
 */
export function readRestParameters(
  directive: Directive,
  place: TablePlace,
  documentPath: string,
  files: Pick<TreeFiles, "root" | "parametersFile">,
): { rows: ParameterRow[]; notices: Notice[] } {
  const argument = fileArgument(directive);
  const { file, failure }: NamedYaml<ParametersFile> =
    argument.path === ""
      ? { failure: "not-found" }
      : files.parametersFile(resolveFromDocument(files.root, documentPath, argument.path));
  const { items, notices } = readRowList(directive.content);
  const found: Notice[] = [...notices];
  if (failure !== undefined) found.push(unreadFile("parameters-file-not-found", failure, argument));
  // os-api-ref: "No parameters defined"
  if (items.length === 0 && notices.length === 0)
    found.push({
      rule: "parameter-row-invalid",
      span: directive.nameSpan,
      detail: { kind: "no-rows", directive: "rest_parameters" },
    });
  const rows: ParameterRow[] = [];
  for (const { name, nameSpan, value, valueSpan, span: rowSpan, isBelow } of items) {
    if (name === "" || value === undefined || valueSpan === undefined) {
      // os-api-ref: "Invalid parameter definition. Expected format: `name: reference`. Skipping."
      const text = value === undefined ? name : `- : ${value}`;
      found.push({ rule: "parameter-row-invalid", span: rowSpan, detail: { kind: "no-row", text } });
      continue;
    }
    if (isBelow && FIELDS.has(name) && file?.definitions.has(value) !== true) {
      found.push({
        rule: "parameter-row-invalid",
        span: rowSpan,
        detail: { kind: "field", text: `${name}: ${value}` },
      });
      continue;
    }
    // `name:: key` is YAML, of a name that ends in a colon.
    const plainName = name.replace(/:+$/, "");
    if (plainName !== name)
      found.push({
        rule: "parameter-row-invalid",
        span: nameSpan,
        detail: { kind: "second-colon", text: `- ${name}: ${value}` },
      });
    if (plainName.split(".", DEEPEST_NAME + 1).length > DEEPEST_NAME)
      found.push({
        rule: "parameter-row-invalid",
        span: nameSpan,
        detail: { kind: "too-deep", text: `- ${plainName.slice(0, 40)}…` },
      });
    rows.push({
      ...nested(plainName, nameSpan),
      key: value,
      keySpan: valueSpan,
      span: rowSpan,
      definition: file?.definitions.get(value),
      file,
      ...place,
    });
  }
  return { rows, notices: found };
}

/**
 * A name without the `>` or `\>` before it, each of which says, as in ETSI's tables, that the row belongs one level
 * into the rows above it. A name of nothing else is taken as it is.
 */
function nested(written: string, at: Span): Pick<ParameterRow, "name" | "nameSpan" | "level"> {
  const marks = /^(?:\\?>\s*)+(?=\w)/.exec(written)?.[0];
  if (marks === undefined) return { name: written, nameSpan: at };
  // In quotes the span is that of the whole text.
  const start = at.end - at.start === written.length ? at.start + marks.length : at.start;
  return {
    name: written.slice(marks.length),
    nameSpan: span(at.file, start, at.end),
    level: marks.split(">").length - 1,
  };
}
