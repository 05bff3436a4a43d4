import type { Operation } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Json } from "../data/json-value.ts";
import { hasFormat } from "../samples/accepts.ts";
import { shownBy } from "../samples/read.ts";
import { announcedValues } from "../schema/announced-values.ts";
import type { BodyNode } from "../schema/body.ts";
import type { KnownValues } from "../schema/value-schema.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { disproved } from "./disproved.ts";
import { type PlacedBodies, type PlacedBody, resourceOf } from "./placed-bodies.ts";

/** A definition that announces values, and the name that a row gives it. */
interface Announcing {
  readonly name: string;
  readonly definition: Definition;
  readonly values: readonly string[];
}

/**
 * What the tree says of values beside the description that lists them: samples that show others, and the longer list that
 * another definition of the same property has (`active` or `error` in a response, where a filter also takes `deleting`).
 * A value that is documented anywhere for a property may stand there.
 */
export const knownValues = remembered((bodies: PlacedBodies): KnownValues => {
  const open = new Set(disproved(bodies).unlisted);
  const further = new Map<Definition, ReadonlySet<string>>();
  const announcing: (Announcing & { readonly place: string })[] = [];
  for (const [operation, { request, response }] of bodies) {
    const add = (one: Announcing) =>
      announcing.push({ ...one, place: `${resourceOf(operation)} ${one.name}` });
    for (const { node } of [request, response])
      if (node !== undefined) for (const one of announcedInBody(node)) add(one);
    for (const one of announcedInQuery(operation)) {
      add(one);
      if (showsOther(response.node, one)) open.add(one.definition);
    }
  }
  for (const group of groupedBy(announcing, ({ place }) => place).values()) {
    const longest = group.reduce((a, b) => (b.values.length > a.values.length ? b : a)).values;
    const known = new Set(longest);
    for (const { definition, values } of group) {
      if (values.length === longest.length || !values.every((value) => known.has(value))) continue;
      const own = new Set(values);
      const others = longest.filter((value) => !own.has(value) && !ANYTHING.test(value));
      further.set(definition, new Set([...(further.get(definition) ?? []), ...others]));
    }
  }
  const withoutUuid = new Set(
    [...bodies.values()].flatMap(({ request, response }) => [
      ...namesWithoutUuid(request),
      ...namesWithoutUuid(response),
    ]),
  );
  return { open, further, withoutUuid };
});

/** Names of identifiers of something else (`project_id`) under which the samples of a body show what is no UUID. */
const namesWithoutUuid = remembered(({ samples }: PlacedBody): readonly string[] => {
  const found = new Set<string>();
  const read = (value: Json | undefined, name: string): void => {
    if (typeof value === "string" && OF_ANOTHER.test(name) && PLAIN.test(value) && !hasFormat("uuid", value))
      found.add(name);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inside] of Object.entries(value)) read(inside, Array.isArray(value) ? name : key);
  };
  for (const sample of shownBy(samples)) read(sample, "");
  return [...found];
});

/** `id` alone is that of many things. */
const OF_ANOTHER = /_(?:uu)?id$/;

/** A value, and neither a text in its place (`{id}`, `PROJECT ID`) nor nothing. */
const PLAIN = /^[\w.-]+$/;

/** What a filter takes beside the values of the property, and what stands for no value. */
const ANYTHING = /^(?:all|any|\*|null|none)$/i;

const announcedInBody = remembered((node: BodyNode): readonly Announcing[] => [...announcedIn(node)]);

function* announcedIn(node: BodyNode): Iterable<Announcing> {
  for (const { definition } of node.rows) {
    const values = definition === undefined ? undefined : announcedValues(definition);
    if (values !== undefined) yield { name: node.name, definition: definition!, values };
  }
  for (const property of node.properties.values()) yield* announcedIn(property);
  if (node.items !== undefined) yield* announcedIn(node.items);
  if (node.values !== undefined) yield* announcedIn(node.values);
}

const announcedInQuery = remembered(({ rows }: Operation): readonly Announcing[] =>
  rows.flatMap(({ side, name, definition }) => {
    if (side !== "request" || definition?.in !== "query") return [];
    const values = announcedValues(definition);
    return values === undefined ? [] : [{ name, definition, values }];
  }),
);

/**
 * Whether what a query filters shows a value under its name that the query does not list, beside one that it does: where
 * none is, the words of the filter are its own.
 */
function showsOther(body: BodyNode | undefined, { name, values }: Announcing): boolean {
  if (body === undefined) return false;
  const envelopes = [...body.properties.values()].flatMap(({ items }) => items ?? []);
  const shown = [body, ...envelopes].flatMap(({ properties }) => [...(properties.get(name)?.scalars ?? [])]);
  const isListed = (value: string | number) => values.includes(String(value));
  return shown.some(isListed) && !shown.every(isListed);
}
