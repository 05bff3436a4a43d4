import type { Definition } from "../apiref/parameters-file.ts";
import { announcedValues } from "../schema/announced-values.ts";
import { describedType } from "../schema/described-type.ts";
import { type JsonType, parseType } from "../schema/types.ts";
import type { Charge } from "./blame.ts";

/**
 * Whether a definition or the samples are to be corrected where they name different types: the description is a third
 * witness, and a list or an object inside quotes was never meant as a text.
 *
 * @param charges all the samples' values of a type that the definition excludes
 * @param isHabit whether so many samples quote this value, and no other, that they hardly do it by mistake
 * @returns undefined where only the samples can tell
 */
export function describedBlame(
  definition: Definition,
  charges: readonly Charge[],
  isHabit: boolean,
): "definition" | "samples" | undefined {
  const described = describedType(definition.description);
  // An empty text tells nothing of what it stands for.
  const telling = charges.filter((charge) => inQuotes(charge) !== "");
  const quoted = telling.map((charge) => quotedType(definition, charge));
  const isSaid = described !== undefined && says(definition, described);
  // What quotes alone make another type was meant to be the one that the definition says.
  if (quoted.length > 0 && quoted.every((type) => type !== undefined))
    return isHabit && described === undefined ? undefined : "samples";
  if (listsOnly(definition, telling)) return "definition";
  if (described === undefined || isSaid || namesOwnType(definition)) return undefined;
  return charges.every((charge) => shownType(charge) === described) ? "definition" : undefined;
}

/** Whether the values that a description lists are words all of them, and what the samples show is among them. */
function listsOnly(definition: Definition, charges: readonly Charge[]): boolean {
  const values = announcedValues(definition) ?? [];
  return (
    charges.length > 0 &&
    values.length > 1 &&
    !values.some((value) => QUOTED.some(([form]) => form.test(value))) &&
    charges.every((charge) => values.includes(inQuotes(charge) ?? ""))
  );
}

/** How to correct a value that stands in quotes. */
export interface Unquoting {
  readonly remedy: string;
  /** Whether the definition is right beyond doubt. */
  readonly isSure: boolean;
}

/** How to correct a value that stands in quotes; undefined for any other. */
export function unquoting(definition: Definition, charge: Charge): Unquoting | undefined {
  const type = quotedType(definition, charge);
  if (type === undefined) return undefined;
  if (type === "array") return { remedy: "Write the list without quotes round it.", isSure: true };
  if (type === "object") return { remedy: "Write the object without quotes round it.", isSure: true };
  const described = describedType(definition.description);
  const isSure = described !== undefined && says(definition, described);
  const remedy = `Write \`${inQuotes(charge)!.toLowerCase()}\`, without quotes${isSure ? "" : ", or correct the definition"}.`;
  return { remedy, isSure };
}

/** Whether a description speaks of the type that its definition has: "The number of lamps, or a string such as `many`". */
export function namesOwnType({ type, description }: Definition): boolean {
  const word = (type ?? "").trim().toLowerCase();
  return (
    word !== "" &&
    description
      .toLowerCase()
      .split(/[^\w-]+/)
      .includes(word)
  );
}

function says({ type }: Definition, wanted: JsonType): boolean {
  const declared = parseType(type ?? "")?.types ?? [];
  return declared.includes(wanted) || (wanted === "integer" && declared.includes("number"));
}

/** The type that a text in a sample has without its quotes, where the definition says that one. */
export function quotedType(definition: Definition, charge: Charge): JsonType | undefined {
  const inside = inQuotes(charge);
  if (inside === undefined) return undefined;
  const type = QUOTED.find(([form, one]) => says(definition, one) && form.test(inside))?.[1];
  // Python prints a value so, and what it printed is a text: `"[{'a': 1}]"`.
  return (type === "array" || type === "object") && isPrinted(inside) ? undefined : type;
}

function inQuotes({ mismatch }: Charge): string | undefined {
  return /^"(.*)"$/s.exec(written(mismatch.span))?.[1]?.trim();
}

function isPrinted(inside: string): boolean {
  return /[[{,:]\s*u?'/.test(inside) && !inside.includes('\\"');
}

/** The texts that are another type in quotes. */
const QUOTED: readonly [RegExp, JsonType][] = [
  [/^\[.*\]$/s, "array"],
  [/^\{.*\}$/s, "object"],
  [/^(?:true|false)$/i, "boolean"],
  [/^-?\d+$/, "integer"],
  [/^-?\d+\.\d+$/, "number"],
];

/** The type of the value that a sample shows, by how it begins. */
export function shownType({ mismatch }: Charge): JsonType | undefined {
  const text = written(mismatch.span);
  return BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1];
}

const BEGINNINGS: readonly [RegExp, JsonType][] = [
  [/^\[/, "array"],
  [/^\{/, "object"],
  [/^"/, "string"],
  [/^(?:true|false)$/, "boolean"],
  [/^-?\d+$/, "integer"],
  [/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i, "number"],
];

function written({ file, start, end }: Charge["mismatch"]["span"]): string {
  return file.text.slice(start, end).trim();
}
