import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { describedType } from "../schema/described-type.ts";
import { type JsonType, parseType } from "../schema/types.ts";
import type { Edit } from "../text/edit.ts";
import type { Charge } from "./blame.ts";
import { namesOwnType, quotedType, shownType } from "./described-blame.ts";
import { ownFields } from "./own-fields.ts";

/** The one type that fits what all samples show of a definition, and the edit that writes it. */
export interface TypeCorrection {
  readonly type: JsonType;
  readonly edit: Edit;
}

/**
 * How to correct a type that every sample contradicts; undefined where the samples, the description or other fields leave
 * in doubt which type is meant.
 *
 * @param charges all values that samples show of the definition; none of them is of its type
 */
export function typeCorrection(
  definition: Definition,
  charges: readonly Charge[],
): TypeCorrection | undefined {
  if (charges.some(({ mismatch }) => mismatch.keyword !== "type" || mismatch.guessed === true))
    return undefined;
  const type = commonType(charges);
  if (type === undefined || isDoubtful(definition, type, charges)) return undefined;
  const edit = typeEdit(
    definition,
    type,
    charges.map(({ mismatch }) => mismatch.row?.file),
  );
  return edit === undefined ? undefined : { type, edit };
}

/**
 * Writes another type into a definition; undefined where other fields go with the one that it has, or other definitions
 * share it.
 *
 * @param files those that may hold the others
 */
export function typeEdit(
  definition: Definition,
  type: JsonType,
  files: readonly (ParametersFile | undefined)[],
): Edit | undefined {
  const field = ownFields(definition).get("type");
  if (field === undefined || !isSimple(definition)) return undefined;
  const span = field.valueSpan;
  // An anchor, a tag or a merge makes the word another definition's as well.
  if (!/:[ \t]+$/.test(span.file.text.slice(field.nameSpan.end, span.start))) return undefined;
  const isShared = [...new Set(files)].some((file) =>
    [...(file?.definitions.values() ?? [])].some(
      (other) => other !== definition && other.fields.get("type")?.valueSpan.start === span.start,
    ),
  );
  return isShared ? undefined : { span, text: type };
}

/** The type of all values that are shown; whole numbers are numbers as well. */
function commonType(charges: readonly Charge[]): JsonType | undefined {
  const types = new Set(charges.map(shownType));
  if (types.has("number")) types.delete("integer");
  const [type] = types;
  return types.size === 1 ? type : undefined;
}

/** Fields that say of a value what holds for one type only. */
const OF_ONE_TYPE = ["enum", "format", "items", "default", "minLength", "maxLength", "minimum", "maximum"];

/** Whether a definition says one plain type, and nothing else that goes with it. */
function isSimple({ type = "", fields, in: place, broken }: Definition): boolean {
  const declared = parseType(type);
  return (
    place === "body" &&
    broken !== true &&
    declared?.types.length === 1 &&
    /^\w+$/.test(type) &&
    OF_ONE_TYPE.every((name) => !fields.has(name))
  );
}

/** Whether the description speaks for another type, or the samples put the declared one into quotes. */
function isDoubtful(definition: Definition, type: JsonType, charges: readonly Charge[]): boolean {
  const { description, key, type: declared = "" } = definition;
  const words = key.toLowerCase().split(/[^a-z]+/);
  const described = describedType(description);
  if (described !== undefined && described !== type) return true;
  if (described === undefined && namesOwnType(definition)) return true;
  // The number that samples show of "name or ID" is one of two.
  if (
    type !== "string" &&
    type !== "array" &&
    type !== "object" &&
    /\b(?:UUID|name)s?\b/i.test(`${words.join(" ")} ${description}`)
  )
    return true;
  // A key such as `size_string` was given so that there can be a definition of another type.
  if (words.includes(declared.toLowerCase())) return true;
  return charges.every((charge) => quotedType(definition, charge) !== undefined);
}
