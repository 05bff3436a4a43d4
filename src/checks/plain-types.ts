import type { Definition } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { describedType } from "../schema/described-type.ts";
import { type JsonType, parseType } from "../schema/types.ts";
import { leafOf } from "../text/leaf.ts";
import { singular } from "../text/words.ts";
import { type Charge, contradictedByAll } from "./blame.ts";
import { namesOwnType, shownType } from "./described-blame.ts";
import { type ShownRow, usesOfDefinitions } from "./shown-rows.ts";

/**
 * The definitions whose type is wrong though one sample alone says so, with the type that it shows: nobody writes an object or a list by
 * mistake where a text or a number belongs, a number for a time or a count is none, what a text calls an identifier is no object, and what
 * the plural names is a list.
 *
 * @param ofDefinitions all values that samples show of a type that the definition excludes
 */
export function plainlyWrong(
  bodies: Bodies,
  ofDefinitions: ReadonlyMap<Definition, readonly Charge[]>,
): ReadonlyMap<Definition, JsonType> {
  const suspects = new Map<Definition, JsonType>();
  for (const [definition, charges] of ofDefinitions) {
    const type = definition === undefined ? undefined : plainType(definition, charges);
    if (type !== undefined) suspects.set(definition, type);
  }
  const charged = new Map([...suspects.keys()].map((one) => [one, ofDefinitions.get(one)!]));
  const wrong = contradictedByAll(bodies, charged, 1);
  const uses = usesOfDefinitions(bodies.apiRef);
  return new Map(
    [...suspects].filter(([definition]) => wrong.has(definition) && hasOneName(uses.get(definition)!)),
  );
}

/** Whether rows call a definition the same everywhere. One that has several names was written for another thing, perhaps. */
function hasOneName(uses: readonly ShownRow[]): boolean {
  return new Set(uses.map(({ row }) => leafOf(row.name))).size === 1;
}

function plainType(definition: Definition, charges: readonly Charge[]): JsonType | undefined {
  const [type, ...others] = new Set(charges.map(shownType));
  if (type === undefined || others.length > 0) return undefined;
  if (charges.some(({ mismatch }) => mismatch.guessed === true)) return undefined;
  // An empty list beside an object, or the other way round, tells of neither.
  const isEmpty = charges.every(({ mismatch: { span } }) =>
    /^(?:\[\s{0,9}\]|\{\s{0,9}\})$/.test(span.file.text.slice(span.start, span.end)),
  );
  const declared = parseType(definition.type ?? "")?.types ?? [];
  // A key such as `size_string` was given so that there can be a definition of another type.
  if (
    definition.key
      .toLowerCase()
      .split(/[^a-z]+/)
      .includes((definition.type ?? "").trim().toLowerCase())
  )
    return undefined;
  if (declared.length === 0) return undefined;
  if (!declared.every((one) => SCALARS.includes(one)))
    return isEmpty ? undefined : typeBesideStructure(definition, charges, type);
  const described = describedType(definition.description);
  // A text that speaks of a number or a yes does so of something in the object, or beside it.
  if (
    described !== undefined &&
    described !== type &&
    (SCALARS.includes(type) || !SCALARS.includes(described))
  )
    return undefined;
  if (described === undefined && namesOwnType(definition)) return undefined;
  if (!SCALARS.includes(type)) return IDENTIFIES.test(definition.description) ? undefined : type;
  return declared.every((one) => one === "string") &&
    isMeasure(definition) &&
    !namesOwnType(definition) &&
    /^(?:integer|number)$/.test(type)
    ? type
    : undefined;
}

/** What a definition of an object or a list was meant to be: the identifier of its text, or the list that its name tells of. */
function typeBesideStructure(
  { type, description }: Definition,
  charges: readonly Charge[],
  shown: JsonType,
): JsonType | undefined {
  if (describedType(description) !== undefined) return undefined;
  if (shown === "string" && /\bUUID\b/.test(description)) return "string";
  if (SCALARS.includes(shown)) return OF_ONE_VALUE.test(description) ? shown : undefined;
  const name = leafOf(charges[0]!.mismatch.row!.name);
  const isList = shown === "array" && type?.trim() === "object" && singular(name) !== name;
  return isList ? "array" : undefined;
}

const SCALARS: readonly JsonType[] = ["string", "integer", "number", "boolean"];

/** What a text identifies is one word: the row looks up the wrong definition, or the sample is wrong. */
const IDENTIFIES = /^\s*(?:the |an? )?(?:unique )?(?:uuid|id|identifier|name)\b/i;

/** What is one value by the first words of its text, and says nothing of what is in it. */
const OF_ONE_VALUE =
  /^\s*(?:the |an? )?(?:(?:unique|exit|return|current) )?(?:uuid|id|identifier|name|url|uri|code|path|port|output|message|reason) (?:of|to|for|from)\b(?![\s\S]*\b(?:includ\w*|contain\w*|such as|keys?|fields?)\b)/i;

/** Whether a key or a description is that of a number: a count, a size, a time in seconds. */
function isMeasure({ key, description }: Definition): boolean {
  return (
    /(?:^|[_-])(?:count|size|seconds|ttl|delay|timeout|interval|retries|total)(?:[_-]|$)/i.test(key) ||
    /\b(?:in (?:seconds|minutes|bytes|[KMG]i?B|megabytes|gigabytes)|(?:number|count|amount) of)\b/i.test(
      description,
    )
  );
}
