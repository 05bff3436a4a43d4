import type { Operation } from "../apiref/model.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { originOf, setOrigin } from "../data/origin.ts";
import { settleWords } from "../resources/common-words.ts";
import { besidesCore, envelopeNames } from "../resources/envelope-rows.ts";
import { findResources } from "../resources/find-resources.ts";
import { insideTold } from "../resources/forms.ts";
import type { Group } from "../resources/groups.ts";
import { readMapsElsewhere } from "../resources/maps-elsewhere.ts";
import { nameShown } from "../resources/name-shown.ts";
import { nameResources, nounOf } from "../resources/names.ts";
import { qualified } from "../resources/nouns.ts";
import { propertyNames, type ResponseBody, typesOf } from "../resources/response-body.ts";
import {
  addVersions,
  areKeysOfMap,
  isUndocumented,
  type UniteContext,
  unite,
  uniteAll,
} from "../resources/unite.ts";
import { widen } from "../resources/widen.ts";
import type { Validators } from "../samples/validators.ts";
import { addTo } from "../text/grouped.ts";
import { joinedNames, pascalCase } from "../text/words.ts";
import type { Components } from "./components.ts";

/** What resources need of the document being built. */
export interface ResourceContext {
  readonly components: Components;
  readonly validators: Validators;
  readonly operationIds: ReadonlyMap<Operation, string>;
}

/**
 * Gives each resource one schema. Objects of responses with one noun and mostly the same properties become a component
 * that holds the properties of all, each as the operation says it that documents it best; `required` is what all that
 * document it require and every sample has. What an operation requires beyond that stands beside its reference. Every
 * sample that the schema of its body accepted is accepted still.
 *
 * @param bodies their schemas are changed in place
 * @returns the schemas of the bodies
 */
export function shareResources(
  bodies: readonly ResponseBody[],
  context: ResourceContext,
): ReadonlyMap<ResponseBody, JsonObject> {
  const { components, validators } = context;
  readMapsElsewhere(bodies);
  const { groups, shown } = findResources(bodies);
  const groupOf = new Map(
    groups.flatMap((group) => group.members.map(({ schema }) => [schema, group] as const)),
  );
  const names = nameResources(groups, (operation) => context.operationIds.get(operation) ?? "");
  const toldOf = new Map<string, JsonObject[]>();
  for (const group of groups.filter(({ isFull }) => isFull))
    for (const { schema } of group.members) addTo(toldOf, nounOf(group), schema);
  const cores = new Map<Group, JsonObject>();
  const places = new Map<JsonObject, Group>();
  const operationOf = new Map(
    groups.flatMap(({ members }) => members.map(({ schema, body }) => [schema, body.operation] as const)),
  );
  /** What stands beside a reference, and the operation whose table says it. */
  const ownWords = new Map<JsonObject, Operation>();

  const uniting: UniteContext = {
    place: (schemas) => placeOf(schemas),
    shown: (schema) => shown.get(schema) ?? [],
    made(united, schemas) {
      const origin = schemas.map(originOf).find((span) => span !== undefined);
      if (origin !== undefined) setOrigin(united, origin);
    },
  };
  const coreOf = (group: Group): JsonObject => {
    const known = cores.get(group);
    if (known !== undefined) return known;
    const schemas = group.members.map(({ schema }) => schema);
    const told = group.isFull ? [] : (toldOf.get(nounOf(group)) ?? []);
    const core = uniteAll([...schemas, ...insideTold(told, schemas)], uniting);
    for (const keyword of OF_PLACES) delete core[keyword];
    settleWords(core, group);
    for (const name of envelopeNames(group, core, uniting.shown))
      delete (core.properties as JsonObject)[name];
    // Other types that may stand in its place stand beside the reference.
    core.type = "object";
    delete core.items;
    delete core["x-openstack-disputed"];
    cores.set(group, core);
    return core;
  };
  const placeOf = (schemas: readonly JsonObject[]): JsonObject | undefined => {
    const inside = schemas.filter((schema) => groupOf.has(schema));
    const [group, ...rest] = new Set(inside.map((schema) => groupOf.get(schema)!));
    if (group === undefined || rest.length > 0) return undefined;
    if (inside.every((schema) => areKeysOfMap(schema, schemas))) return undefined;
    const core = coreOf(group);
    const best =
      inside.find((schema) => !isUndocumented(schema) && schema.description !== undefined) ?? inside[0]!;
    const others = [...new Set(schemas.flatMap(typesOf))].filter((type) => type !== "object");
    const known = new Set(core.required as Json[] | undefined);
    const [first, ...more] = inside.map(({ required }) => new Set(required as Json[] | undefined));
    const required = [...first!].filter((name) => !known.has(name) && more.every((names) => names.has(name)));
    const besides: JsonObject = {
      ...(required.length === 0 ? {} : { required }),
      ...(schemas.length === 1 ? besidesCore(schemas[0]!, core, nounOf(group)) : {}),
    };
    const operation = operationOf.get(schemas[0]!);
    if (operation !== undefined) ownWords.set(besides, operation);
    const parts = [core, ...(Object.keys(besides).length === 0 ? [] : [besides])];
    const place: JsonObject = {};
    for (const keyword of OF_PLACES) if (best[keyword] !== undefined) place[keyword] = best[keyword];
    delete place["x-openstack"];
    addVersions(place, schemas);
    if (schemas.length === 1 && best["x-openstack-required"] === true) place["x-openstack-required"] = true;
    if (inside.every(isUndocumented) && inside.length === schemas.length)
      place["x-openstack-undocumented"] = true;
    else delete place["x-openstack-undocumented"];
    if (others.length === 0) place.allOf = parts;
    else {
      const items = schemas.map((schema) => schema.items).filter(isJsonObject);
      const isSame = items.length > 0 && items.every((item) => isLike(item, core));
      place.anyOf = [
        { allOf: parts },
        {
          type: others.length === 1 ? others[0]! : others,
          ...(others.includes("array")
            ? { items: isSame ? itemOf(items, core, group) : items.length === 0 ? {} : unite(items, uniting) }
            : {}),
        },
      ];
    }
    const origin = originOf(best);
    if (origin !== undefined) setOrigin(place, origin);
    places.set(place, group);
    return place;
  };

  /** Where a list of the resource may stand as well, each is the resource. */
  const itemOf = (items: readonly JsonObject[], core: JsonObject, group: Group): JsonObject => {
    const besides = items.length === 1 ? besidesCore(items[0]!, core, nounOf(group)) : {};
    const item: JsonObject = { allOf: [core, ...(Object.keys(besides).length === 0 ? [] : [besides])] };
    places.set(item, group);
    return item;
  };

  const replaced = bodies.map((body) => ({ body, schema: withPlaces(body.schema, placeOf) }));
  for (const { body, schema } of replaced) widen(schema, body.values, validators);
  for (const { body, schema } of replaced) nameShown(schema, body.values);

  const counts = new Map<string, number>();
  for (const besides of ownWords.keys()) {
    const text = JSON.stringify(besides);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  /** What several operations say alike of a resource in words of their own is a component, too. */
  const formOf = (group: Group, own: readonly JsonObject[]): JsonObject | undefined => {
    const besides = own[1]!;
    const operation = ownWords.get(besides);
    if (operation === undefined || propertyNames(besides).length < FEWEST_WORDS) return undefined;
    if (counts.get(JSON.stringify(besides)) === 1) return undefined;
    const noun = nounOf(group);
    const id = context.operationIds.get(operation) ?? "";
    const names = [...qualified(noun, operation.target.path).slice(1), joinedNames(pascalCase(id), noun)];
    return components.use("schemas", names, { allOf: [...own] });
  };

  const finished = new Set<Group>();
  const standIn = (group: Group): JsonObject => {
    const core = cores.get(group)!;
    if (!finished.has(group)) {
      finished.add(group);
      finishInside(core);
    }
    return components.use("schemas", names.get(group)!, core, [], true);
  };
  /** Turns the schemas of places into references, the innermost first. */
  const finish = (schema: JsonObject): JsonObject => {
    const group = places.get(schema);
    if (group === undefined) {
      finishInside(schema);
      return schema;
    }
    const { allOf, anyOf, ...besides } = schema;
    const parts = (Array.isArray(allOf) ? allOf : (anyOf as JsonObject[])[0]!.allOf) as JsonObject[];
    const [, more] = parts;
    const use = standIn(group);
    const own = more === undefined || Object.keys(more).length === 0 ? [use] : [use, more];
    if (Array.isArray(anyOf)) {
      const other = anyOf[1] as JsonObject;
      finishInside(other);
      schema.anyOf = [own.length === 1 ? use : { allOf: own }, other];
      return schema;
    }
    const form = own.length > 1 ? formOf(group, own) : undefined;
    if (form !== undefined) return Object.assign(form, besides);
    if (own.length > 1) {
      schema.allOf = own;
      return schema;
    }
    Object.assign(use, besides);
    return use;
  };
  const finishInside = (schema: JsonObject): void => {
    for (const { holder, key, child } of childrenOf(schema)) holder[key] = finish(child);
  };
  return new Map(replaced.map(({ body, schema }) => [body, finish(schema)]));
}

/** The properties that operations must have own words for alike to share them under a name. */
const FEWEST_WORDS = 2;

/** Whether an object has the properties of a resource and requires what that does. */
function isLike(object: JsonObject, core: JsonObject): boolean {
  const names = propertyNames(core);
  const own = new Set(propertyNames(object));
  const required = new Set(object.required as Json[] | undefined);
  return (
    own.size === names.length &&
    names.every((name) => own.has(name)) &&
    ((core.required ?? []) as Json[]).every((name) => required.has(name))
  );
}

/** Keywords that say something of a place, and not of what stands there. */
const OF_PLACES = ["title", "description", "deprecated", "x-openstack", "x-openstack-undocumented"] as const;

/** The schema with the objects of resources replaced, in place but for itself. */
function withPlaces(
  schema: JsonObject,
  placeOf: (schemas: readonly JsonObject[]) => JsonObject | undefined,
): JsonObject {
  const place = placeOf([schema]);
  if (place !== undefined) return place;
  for (const { holder, key, child } of childrenOf(schema)) holder[key] = withPlaces(child, placeOf);
  return schema;
}

/** The schemas directly inside a schema, each with what holds it. */
function* childrenOf(schema: JsonObject): Iterable<{ holder: JsonObject; key: string; child: JsonObject }> {
  const { properties } = schema;
  if (isJsonObject(properties))
    for (const [key, child] of Object.entries(properties))
      if (isJsonObject(child)) yield { holder: properties, key, child };
  for (const key of ["items", "additionalProperties"]) {
    const child = schema[key];
    if (isJsonObject(child)) yield { holder: schema, key, child };
  }
}
