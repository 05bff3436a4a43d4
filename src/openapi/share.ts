import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { originOf, setOrigin } from "../data/origin.ts";
import { jsonKey } from "../data/written-number.ts";
import { pascalCase, singular } from "../text/words.ts";

/** A schema that becomes a component, and the names it could have: the plainest first. */
export interface SharedSchema {
  readonly schema: JsonObject;
  readonly names: readonly string[];
}

/** What object schemas need to be worth a name of their own. */
const FEWEST_PROPERTIES = 2;

interface Candidate {
  readonly core: JsonObject;
  readonly names: Set<string>;
  readonly places: { readonly holder: JsonObject | Json[]; readonly key: string | number }[];
}

/**
 * Finds object schemas that stand in several places of some schemas, and replaces each by a use of one shared schema;
 * what a place says of its own (its description) stays beside the reference, as OpenAPI 3.1 allows. A resource that
 * show, list and create return becomes one type this way.
 *
 * @param roots name → schema; changed in place
 * @param use makes a reference to a shared schema; the first use of one brings its names
 */
export function shareObjects(
  roots: ReadonlyMap<string, JsonObject>,
  use: (shared: SharedSchema) => JsonObject,
): void {
  const candidates = new Map<string, Candidate>();
  const visited = new Set<string>();
  for (const [rootName, root] of roots) {
    const visit = (schema: JsonObject, name: string) => {
      for (const { child, holder, key, childName } of childSchemas(schema, name)) {
        if (!isShareable(child)) {
          visit(child, childName);
          continue;
        }
        const core = coreOf(child);
        const text = jsonKey(core, candidates, (candidate) => candidate.core);
        const candidate = candidates.get(text) ?? { core, names: new Set(), places: [] };
        candidates.set(text, candidate);
        candidate.places.push({ holder, key });
        for (const wanted of [
          pascalCase(singular(childName)),
          rootName.replace(/(?:Request|Response)$/, "") + pascalCase(singular(childName)),
        ])
          if (wanted !== "") candidate.names.add(wanted);
        // What stands inside an object that is there several times counts once.
        if (!visited.has(text)) {
          visited.add(text);
          visit(child, childName);
        }
      }
    };
    visit(root, "");
  }
  const shared = [...candidates.values()].filter((candidate) => candidate.places.length > 1);
  // The most used of several objects with one name gets the plain name.
  for (const { core, names, places } of shared.toSorted((a, b) => b.places.length - a.places.length)) {
    const wanted = [...commonName(names), ...names];
    const originals = places.map(
      ({ holder, key }) => (holder as Record<string | number, Json>)[key] as JsonObject,
    );
    for (const [index, { holder, key }] of places.entries()) {
      const reference = use({ schema: core, names: index === 0 ? wanted : [] });
      const { description } = originals[index]!;
      if (description !== undefined) reference.description = description;
      const place = originOf(originals[index]!);
      if (place !== undefined) setOrigin(reference, place);
      (holder as Record<string | number, Json>)[key] = reference;
    }
  }
}

/**
 * What several bodies hold under no name of its own is called after what the names of all begin with, and not after the first of
 * them: `UpdateItem` for `UpdateLamp` and `UpdateRoom`.
 */
function commonName(names: ReadonlySet<string>): string[] {
  const [first, ...others] = [...names].map((name) => name.match(/[A-Z][a-z0-9]*/g) ?? []);
  if (first === undefined || others.length === 0) return [];
  const end = first.findIndex((word, index) => others.some((words) => words[index] !== word));
  return end > 0 ? [`${first.slice(0, end).join("")}Item`] : [];
}

/** The schemas directly inside a schema, each with where it stands and the name of the property that it describes. */
function* childSchemas(
  schema: JsonObject,
  name: string,
): Iterable<{ child: JsonObject; holder: JsonObject | Json[]; key: string | number; childName: string }> {
  const { properties } = schema;
  if (isJsonObject(properties))
    for (const key of Object.keys(properties))
      if (isJsonObject(properties[key]))
        yield { child: properties[key], holder: properties, key, childName: key };
  for (const key of ["items", "additionalProperties"])
    if (isJsonObject(schema[key])) yield { child: schema[key], holder: schema, key, childName: name };
  for (const key of ["anyOf", "oneOf"]) {
    const list = schema[key];
    if (!Array.isArray(list)) continue;
    for (const [index, child] of list.entries())
      if (isJsonObject(child)) yield { child, holder: list, key: index, childName: name };
  }
}

/** An object with named properties; one with versions of its own stays where they are. */
function isShareable(schema: JsonObject): boolean {
  const { properties } = schema;
  return (
    schema.type === "object" &&
    isJsonObject(properties) &&
    Object.keys(properties).length >= FEWEST_PROPERTIES &&
    schema["x-openstack"] === undefined &&
    schema["x-openstack-undocumented"] === undefined
  );
}

/** The schema without what belongs to its place. */
function coreOf(schema: JsonObject): JsonObject {
  const { description: _description, ...core } = schema;
  return core;
}
