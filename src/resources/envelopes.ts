import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import { nounOf, nounsOfPath } from "./nouns.ts";
import { propertyNames, type ResponseBody } from "./response-body.ts";

/** Names under which whatever was asked for is answered, which say nothing of what it is. */
const CONTENTS: ReadonlySet<string> = new Set(["data", "result", "results", "response", "body", "payload"]);

/** What bodies hold a resource in, and what they say beside it. */
export interface Envelopes {
  /** Whether a body is there for what it holds. */
  readonly isEnvelope: (body: ResponseBody) => boolean;
  /** The noun of what stands under a name of an envelope. */
  readonly nameOf: (body: ResponseBody, key: string) => string;
  /** The plain properties that stand beside resources of several nouns and in none, such as a code and a message. */
  readonly besides: ReadonlySet<string>;
}

/**
 * Finds the envelopes of an api-ref: bodies that hold the resource of the path or a list of it, and those that hold one object and
 * what belongs to no resource (links to further pages, a count, what every answer says).
 */
export function envelopesOf(bodies: readonly ResponseBody[]): Envelopes {
  const nounsBeside = new Map<string, Set<string>>();
  const inside = new Set<string>();
  for (const { schema, operation } of bodies) {
    const noun = pathNoun(operation.target.path);
    const held = holdersOf(schema);
    if (!held.some((name) => sameNoun(nounOf(name), noun))) continue;
    for (const name of held)
      for (const object of objectsIn((schema.properties as JsonObject)[name]))
        for (const key of propertyNames(object)) inside.add(key);
    for (const name of propertyNames(schema)) {
      if (held.includes(name) || !isPlain((schema.properties as JsonObject)[name])) continue;
      const nouns = nounsBeside.get(name) ?? new Set();
      nounsBeside.set(name, nouns.add(noun.toLowerCase()));
    }
  }
  const isSaidOfAny = ([name, nouns]: readonly [string, ReadonlySet<string>]) =>
    nouns.size > 1 && !inside.has(name);
  const besides = new Set([...nounsBeside].filter(isSaidOfAny).map(([name]) => name));
  return {
    besides,
    isEnvelope({ schema, operation }) {
      const held = holdersOf(schema);
      const noun = pathNoun(operation.target.path);
      if (held.some((name) => sameNoun(nounOf(name), noun))) return true;
      const own = propertyNames(schema).filter((name) => !besides.has(name));
      return own.length === 1 && held.includes(own[0]!);
    },
    nameOf: ({ operation }, key) =>
      CONTENTS.has(key.toLowerCase()) ? pathNoun(operation.target.path) || key : key,
  };
}

function pathNoun(path: string): string {
  return nounsOfPath(path)[0] ?? "";
}

/** The properties of a body that hold objects. */
function holdersOf(schema: JsonObject): string[] {
  const { properties } = schema;
  return propertyNames(schema).filter((name) => objectsIn((properties as JsonObject)[name]).length > 0);
}

/** The object that a property holds, or the one that its list is of. */
function objectsIn(property: JsonObject[string] | undefined): JsonObject[] {
  if (!isJsonObject(property)) return [];
  return [property, property.items].filter(isJsonObject).filter((one) => propertyNames(one).length > 0);
}

/** Whether a property has neither an object nor a list. */
function isPlain(property: JsonObject[string] | undefined): boolean {
  if (!isJsonObject(property)) return false;
  return (
    property.properties === undefined &&
    property.items === undefined &&
    property.additionalProperties === undefined
  );
}

/** `ShareInstance` is the `Instance` of a path, and the other way round. */
function sameNoun(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one !== "" && other !== "" && (one.endsWith(other) || other.endsWith(one));
}
