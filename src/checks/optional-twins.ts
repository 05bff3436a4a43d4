import type { ParameterRow } from "../apiref/model.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { definitionsByStem, stemOf } from "./key-stems.ts";

/**
 * The definition that says the same as a row's of the same side (`colour` and `colour_optional`, or one that YAML makes of the other:
 * `<<: *colour`), and is optional; undefined where there is none, or more than one.
 */
export function optionalTwin({ file, definition, side }: ParameterRow): Definition | undefined {
  if (file === undefined || definition === undefined) return undefined;
  const isOfOther = OF_OTHER_SIDE[side];
  const alike = new Set([
    ...(definitionsByStem(file).get(stemOf(definition)) ?? []),
    ...(definitionsByText(file).get(textOf(definition)) ?? []),
  ]);
  const twins = [...alike].filter(
    (other) =>
      !other.required && other.in === definition.in && other.type === definition.type && !isOfOther(other),
  );
  return twins.length === 1 ? twins[0] : undefined;
}

const OF_OTHER_SIDE: Readonly<Record<ParameterRow["side"], (definition: Definition) => boolean>> = {
  // Requests cannot send what their service alone sets.
  request: ({ key, description }) =>
    /\bread[- ]?only\b/i.test(description) || /res(?:p|ponse)s?(?:[_-]|$)/.test(key),
  response: ({ key }) => /(?:^|[_-])req(?:uest)?s?(?:[_-]|$)/.test(key),
};

/** The definitions of a file by the place of their description, which those have in common that merge it. */
const definitionsByText = remembered(({ definitions }: ParametersFile) =>
  groupedBy(definitions.values(), textOf),
);

function textOf({ key, fields }: Definition): string {
  const description = fields.get("description");
  return description === undefined ? key : `${description.valueSpan.start}`;
}
