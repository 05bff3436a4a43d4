import type { Definition, Field } from "../apiref/parameters-file.ts";
import { type Json, jsonTypeOf } from "../data/json-value.ts";
import type { Draft } from "../findings/finding.ts";
import { describedType, isTime } from "../schema/described-type.ts";
import { accepts, parseType } from "../schema/types.ts";
import { type ContraryType, contraryType } from "./contrary-types.ts";
import { ownFields } from "./own-fields.ts";
import { shownOf } from "./shown-of.ts";
import { usesOfDefinitions } from "./shown-rows.ts";
import type { Subject } from "./subject.ts";

/**
 * The types that do not fit what their definitions describe: `enum` for a time or without values, `uuid` for a number, and
 * those that the text excludes. Of the last, nothing where samples show a value but null: `sample-type` compares these.
 */
export function* unfitTypes(subject: Subject): Iterable<Draft> {
  const bare: [Definition, Field][] = [];
  const contrary: [Definition, Field, ContraryType][] = [];
  const uses = usesOfDefinitions(subject.apiRef);
  for (const { definitions } of subject.apiRef.parametersFiles.values())
    for (const definition of definitions.values()) {
      const type = ownFields(definition).get("type");
      // What nothing looks up is one finding: `definition-unused`.
      if (type === undefined || !uses.has(definition)) continue;
      const written = type.text.trim().toLowerCase();
      if (written === "uuid" && describedType(definition.description) === "integer")
        yield {
          message: `\`${definition.key}\` is a number by its description, but its type is \`${type.text}\`. Write \`type: integer\`.`,
          span: type.valueSpan,
        };
      const said = contraryType(definition, written);
      if (said !== undefined) contrary.push([definition, type, said]);
      if (written === "enum" && !definition.fields.has("enum")) bare.push([definition, type]);
    }
  if (bare.length + contrary.length === 0) return;
  const shown = shownOf(subject.bodies, new Set([...bare, ...contrary].map(([definition]) => definition)));
  for (const [definition, { text, valueSpan }, { told, meant, isPlain }] of contrary) {
    const { key, fields, type = "" } = definition;
    const values = shown.get(definition)?.filter((value) => value !== null) ?? [];
    const isShown = values.length > 0;
    if (
      isShown &&
      !(isPlain && values.every((value) => accepts(parseType(type)?.types ?? [], jsonTypeOf(value))))
    )
      continue;
    const contradicts = `\`${key}\` is ${told} by its description, but its type is \`${text}\``;
    yield {
      message: isShown
        ? `${contradicts}, and samples show that. Correct the description.`
        : `${contradicts}. Write \`type: ${meant}\`, or correct the description.`,
      span: (isShown ? fields.get("description")?.nameSpan : undefined) ?? valueSpan,
      severity: "warning",
    };
  }
  for (const [definition, type] of bare) yield* bareEnum(definition, type, shown.get(definition) ?? []);
}

/** An `enum` of which the definition gives no values. Nothing of one whose samples show no words: `sample-type` tells of that. */
function* bareEnum({ key, description }: Definition, type: Field, values: readonly Json[]): Iterable<Draft> {
  const span = type.valueSpan;
  const said = describedType(description);
  if (isTime(key, description))
    yield {
      message: `\`${key}\` is a time by its name and its description, but its type is \`${type.text}\`. Write \`type: string\`.`,
      span,
      severity: "warning",
    };
  else if (values.some((value) => value !== null && typeof value !== "string")) return;
  else if (said !== undefined)
    yield {
      message: `\`${key}\` is ${said === "array" || said === "object" || said === "integer" ? "an" : "a"} \`${said}\` by its description, but its type is \`${type.text}\`. Write \`type: ${said}\`.`,
      span,
      severity: "warning",
    };
  else if (!LISTS_VALUES.test(description.trim()) && values.every(isWord))
    yield {
      message: `The type of \`${key}\` is \`${type.text}\`, but nothing says which values are allowed. Name them in the description.`,
      span,
      severity: "warning",
    };
}

/** Signs of a description that names values, in whatever form. */
const LISTS_VALUES = /``|"|'|\n\s*[-*] |[:,|]| or /;

/** Whether a value can be one of a list: a word, not a text. */
function isWord(value: Json): boolean {
  return value === null || (typeof value === "string" && /^[\w.-]*$/.test(value));
}
