import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import { propertyNames } from "./response-body.ts";

/** How many times the properties of a reference an object has that is told in full. */
const TIMES = 4;

/**
 * Those of the objects of one noun that tell in full what others of them only refer to: a list of `{id}` where another one has
 * the objects themselves. A brief form stays apart from the whole one, and so do the objects round them; else every answer would
 * promise what one operation alone gives.
 */
export function toldInFull(schemas: readonly JsonObject[]): ReadonlySet<JsonObject> {
  const briefest = new Map<string, ReadonlySet<string>>();
  for (const schema of schemas)
    for (const [name, inside] of insideOf(schema)) {
      const known = briefest.get(name);
      if (known === undefined || inside.size < known.size) briefest.set(name, inside);
    }
  return new Set(
    schemas.filter((schema) =>
      [...insideOf(schema)].some(([name, inside]) => isToldBy(briefest.get(name)!, inside)),
    ),
  );
}

/**
 * What those that tell in full say of the inside of properties of which the others tell nothing but that they are there: an
 * object to unite with those of the others, that adds nothing else; none where there is no such property.
 */
export function insideTold(full: readonly JsonObject[], others: readonly JsonObject[]): JsonObject[] {
  const known = new Set(others.flatMap((schema) => [...insideOf(schema)].map(([name]) => name)));
  const named = new Set(others.flatMap(propertyNames));
  const properties: JsonObject = {};
  for (const schema of full)
    for (const [name] of insideOf(schema)) {
      if (known.has(name) || !named.has(name) || Object.hasOwn(properties, name)) continue;
      const { description: _, ...property } = (schema.properties as JsonObject)[name] as JsonObject;
      properties[name] = { ...property, "x-openstack-undocumented": true };
    }
  return Object.keys(properties).length === 0 ? [] : [{ properties }];
}

/** What a reference tells an object by. */
const NAMING = /^(?:id|uuid|name)$|_id$/i;

function isToldBy(brief: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  if (![...brief].some((name) => NAMING.test(name))) return false;
  return whole.size >= TIMES * brief.size && [...brief].every((name) => whole.has(name));
}

/** The names inside the properties of an object that hold objects, or lists of them. */
function* insideOf({ properties }: JsonObject): Iterable<[string, ReadonlySet<string>]> {
  if (!isJsonObject(properties)) return;
  for (const [name, property] of Object.entries(properties)) {
    if (!isJsonObject(property)) continue;
    const names = propertyNames(isJsonObject(property.items) ? property.items : property);
    if (names.length > 0) yield [name, new Set(names)];
  }
}
