import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import { groupedBy } from "../text/grouped.ts";
import { toldInFull } from "./forms.ts";
import type { Found, Occurrence } from "./occurrences.ts";
import { propertyNames, typesOf } from "./response-body.ts";

/** Objects of responses that are one resource. */
export interface Group {
  /** In the order of the bodies. */
  readonly members: readonly Occurrence[];
  /** They tell in full what their namesakes refer to. */
  readonly isFull: boolean;
}

/** The share of all their properties that two objects of one noun must both have to be the same. */
const MOSTLY = 0.5;

/** The same for the resources of two major versions, which differ where a little is different. */
const MOSTLY_OF_VERSIONS = 0.75;

/**
 * Puts the occurrences of each resource together: those of one noun with mostly the same properties, and then whatever
 * stands at the same place inside them. No resource ends up inside itself.
 */
export function groupOccurrences(found: Found): readonly Group[] {
  const apart = new Set<string>();
  for (;;) {
    const groups = new Grouping(found, apart).groups();
    const circle = circleIn(groups);
    if (circle === undefined) return groups;
    const nouns = circle
      .flatMap(({ members }) => members.map(({ noun }) => noun))
      .filter((noun) => !apart.has(noun));
    // Without the nouns only objects of one depth are together, which cannot be inside one another.
    if (nouns.length === 0) return groups.filter((group) => !circle.includes(group));
    for (const noun of nouns) apart.add(noun);
  }
}

class Grouping {
  readonly #parent = new Map<JsonObject, JsonObject>();
  readonly #occurrences = new Map<JsonObject, Occurrence>();
  readonly #members = new Map<JsonObject, Occurrence[]>();
  readonly #changed = new Set<JsonObject>();
  readonly #full: ReadonlySet<JsonObject>;
  readonly #besides: ReadonlySet<string>;

  constructor({ occurrences, besides }: Found, apart: ReadonlySet<string>) {
    this.#besides = besides;
    this.#full = fullAmong(occurrences);
    for (const occurrence of occurrences) this.#add(occurrence);
    this.#joinByNoun(occurrences, apart);
    for (const { schema } of occurrences) this.#changed.add(this.#root(schema));
    while (this.#changed.size > 0) {
      const [next] = this.#changed;
      this.#changed.delete(next!);
      const members = this.#members.get(next!);
      if (members !== undefined && members.length > 1)
        this.#alignProperties(
          members.map(({ schema }) => schema),
          members[0]!,
        );
    }
  }

  groups(): readonly Group[] {
    const order = new Map([...this.#occurrences.keys()].map((schema, index) => [schema, index]));
    return [...this.#members.values()].map((members) => ({
      members: members.toSorted((a, b) => order.get(a.schema)! - order.get(b.schema)!),
      isFull: members.some(({ schema }) => this.#full.has(schema)),
    }));
  }

  #add(occurrence: Occurrence): void {
    this.#occurrences.set(occurrence.schema, occurrence);
    this.#parent.set(occurrence.schema, occurrence.schema);
    this.#members.set(occurrence.schema, [occurrence]);
  }

  #root(schema: JsonObject): JsonObject {
    let root = schema;
    while (this.#parent.get(root) !== root) root = this.#parent.get(root)!;
    this.#parent.set(schema, root);
    return root;
  }

  #join(a: JsonObject, b: JsonObject): void {
    const [one, other] = [this.#root(a), this.#root(b)];
    if (one === other) return;
    this.#parent.set(other, one);
    for (const member of this.#members.get(other)!) this.#members.get(one)!.push(member);
    this.#members.delete(other);
    this.#changed.delete(other);
    this.#changed.add(one);
  }

  #joinByNoun(occurrences: readonly Occurrence[], apart: ReadonlySet<string>): void {
    // Objects with the same properties need one look.
    const byNoun = new Map<string, Map<string, Form>>();
    for (const occurrence of occurrences) {
      const { noun, within, schema } = occurrence;
      if (within !== undefined && apart.has(noun)) continue;
      const key = noun.toLowerCase();
      const forms = byNoun.get(key) ?? new Map();
      byNoun.set(key, forms);
      const kinds = kindsOf(schema);
      if (occurrence.isBody) for (const name of this.#besides) kinds.delete(name);
      const isFull = this.#full.has(schema);
      const form = JSON.stringify([versionOf(occurrence), isFull, [...kinds].sort()]);
      const known = forms.get(form);
      if (known === undefined) forms.set(form, { kinds, first: occurrence, isFull });
      else this.#join(known.first.schema, schema);
    }
    for (const forms of byNoun.values()) {
      const all = [...forms.values()];
      for (const [index, one] of all.entries())
        for (const other of all.slice(index + 1)) {
          if (one.isFull !== other.isFull) continue;
          const bar = versionOf(one.first) === versionOf(other.first) ? MOSTLY : MOSTLY_OF_VERSIONS;
          if (likeness(one.kinds, other.kinds) >= bar) this.#join(one.first.schema, other.first.schema);
        }
    }
  }

  /** Joins what stands at the same place of objects that are the same. */
  #alignProperties(schemas: readonly JsonObject[], like: Occurrence): void {
    for (const name of new Set(schemas.flatMap(propertyNames)))
      this.#align(
        schemas.map(({ properties }) => (properties as JsonObject | undefined)?.[name]).filter(isJsonObject),
        like,
      );
  }

  #align(schemas: readonly JsonObject[], like: Occurrence): void {
    if (schemas.length < 2) return;
    const objects = schemas.filter((schema) => propertyNames(schema).length > 0);
    const known = objects.map((schema) => this.#occurrences.get(schema)).find((one) => one !== undefined);
    if (known === undefined) this.#alignProperties(objects, like);
    else
      for (const schema of objects) {
        if (!this.#occurrences.has(schema)) this.#add({ ...known, schema });
        this.#join(known.schema, schema);
      }
    for (const keyword of ["items", "additionalProperties"])
      this.#align(schemas.map((schema) => schema[keyword]).filter(isJsonObject), like);
  }
}

/** Those of the occurrences that tell in full what others of their noun refer to. */
function fullAmong(occurrences: readonly Occurrence[]): ReadonlySet<JsonObject> {
  const full = new Set<JsonObject>();
  for (const namesakes of groupedBy(occurrences, ({ noun }) => noun.toLowerCase()).values())
    for (const schema of toldInFull(namesakes.map(({ schema }) => schema))) full.add(schema);
  return full;
}

/** Objects of one noun that are alike. */
interface Form {
  readonly kinds: Kinds;
  readonly first: Occurrence;
  readonly isFull: boolean;
}

/** Names of properties → whether they hold an object, a list or a plain value; empty where nothing tells. */
type Kinds = ReadonlyMap<string, string>;

function kindsOf(schema: JsonObject): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const name of propertyNames(schema)) {
    const property = (schema.properties as JsonObject)[name];
    const types = isJsonObject(property) ? typesOf(property).filter((type) => type !== "null") : [];
    const [type = ""] = types.map((one) => (one === "object" || one === "array" ? one : "plain"));
    kinds.set(name, type);
  }
  return kinds;
}

/** The share of all properties of two objects that both have. An amount is not the object that tells of an amount. */
function likeness(a: Kinds, b: Kinds): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const [name, kind] of small) {
    const other = large.get(name);
    if (other !== undefined && (other === kind || other === "" || kind === "")) both++;
  }
  return both / (a.size + b.size - both);
}

function versionOf({ body }: Occurrence): string {
  return /^\/v(\d+)/i.exec(body.operation.target.path)?.[1] ?? "";
}

/** Groups that hold one another, directly or through others. */
function circleIn(groups: readonly Group[]): readonly Group[] | undefined {
  const groupOf = new Map(groups.flatMap((group) => group.members.map(({ schema }) => [schema, group])));
  const state = new Map<Group, "open" | "done">();
  const path: Group[] = [];
  const visit = (group: Group): readonly Group[] | undefined => {
    if (state.get(group) === "done") return undefined;
    if (state.get(group) === "open") return path.slice(path.indexOf(group));
    state.set(group, "open");
    path.push(group);
    for (const inner of new Set(group.members.flatMap(({ schema }) => innerGroups(schema, groupOf)))) {
      const circle = visit(inner);
      if (circle !== undefined) return circle;
    }
    path.pop();
    state.set(group, "done");
    return undefined;
  };
  for (const group of groups) {
    const circle = visit(group);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** The groups of the objects inside a schema that are inside no other of them. */
function innerGroups(schema: JsonObject, groupOf: ReadonlyMap<JsonObject, Group>): Group[] {
  return childSchemas(schema).flatMap((child) => {
    const group = groupOf.get(child);
    return group === undefined ? innerGroups(child, groupOf) : [group];
  });
}

/** The schemas directly inside a schema. */
function childSchemas(schema: JsonObject): JsonObject[] {
  const properties = isJsonObject(schema.properties) ? Object.values(schema.properties) : [];
  return [...properties, schema.items, schema.additionalProperties].filter(isJsonObject);
}
