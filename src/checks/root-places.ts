import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { PlacedBody } from "../bodies/placed-bodies.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { spanKey } from "../text/span.ts";
import { singularWords } from "../text/words.ts";

/** A row that names a property of the object that is a whole body, as a sample of its operation shows. */
export interface AtRoot {
  readonly operation: Operation;
  readonly row: ParameterRow;
}

/** Where samples show the rows of one name and definition that stand at the root of bodies, the first of each place. */
export interface RootPlaces {
  /** As the list of a response to GET. */
  readonly list?: AtRoot;
  /** Beside the list that the path is named after, in none of whose objects it is; by that path. */
  readonly beside?: ReadonlyMap<string, AtRoot>;
  /** As the object that holds everything. */
  readonly envelope?: AtRoot;
  /** As a list that one thing has among its properties. */
  readonly own?: AtRoot;
}

interface Places {
  list?: AtRoot;
  envelope?: AtRoot;
  own?: AtRoot;
  readonly beside: Map<string, AtRoot>;
}

/** The places of rows at the roots of bodies, by `rootKey`. */
export function rootPlaces(bodies: Bodies): ReadonlyMap<string, RootPlaces> {
  const places = new Map<string, Places>();
  for (const [operation, sides] of bodies.placed)
    for (const body of [sides.request, sides.response])
      for (const root of rootsOf(body)) {
        const names = Object.keys(root);
        const isOfList = body.side === "response" && givesList(operation);
        const list = isOfList ? names.find((name) => isListOf(operation, name, root)) : undefined;
        for (const name of names) {
          const kind = kindOf(root, name, isOfList, list);
          const rows = kind && body.node?.properties.get(name)?.rows;
          const row = rows?.find((one) => one.name === name && one.definition !== undefined);
          if (kind === undefined || row === undefined) continue;
          const key = rootKey(row);
          const known: Places = places.get(key) ?? { beside: new Map() };
          places.set(key, known);
          if (kind !== "beside") known[kind] ??= { operation, row };
          else if (!known.beside.has(operation.target.path))
            known.beside.set(operation.target.path, { operation, row });
        }
      }
  return places;
}

/** By what rows of one name and definition are known. */
export function rootKey({ name, definition }: ParameterRow): string {
  return `${name} ${spanKey(definition!.keySpan)}`;
}

/** The objects that the samples of a body show. */
export function rootsOf({ samples }: PlacedBody): JsonObject[] {
  return samples.flatMap(({ content }) =>
    content.kind === "json" && isJsonObject(content.value) ? [content.value] : [],
  );
}

/** So many properties at the root are those of one thing, not a list with what stands beside it. */
const OF_ONE_THING = 4;

function kindOf(
  root: JsonObject,
  name: string,
  isOfList: boolean,
  list: string | undefined,
): keyof RootPlaces | undefined {
  const value = root[name];
  if (isListOfObjects(value)) {
    if (isOfList) return "list";
    if (Object.keys(root).length >= OF_ONE_THING) return "own";
  }
  if (isJsonObject(value) && Object.keys(root).length === 1) return "envelope";
  return list !== undefined && !hasInItems(root[list], name) ? "beside" : undefined;
}

function givesList({ method, target }: Operation): boolean {
  return method.toUpperCase() === "GET" && !target.path.endsWith("}");
}

/** Whether a property is the list of objects that the last step of a path names: `lamps` of `/v1/lamps`. */
function isListOf({ target }: Operation, name: string, root: JsonObject): boolean {
  if (!isListOfObjects(root[name])) return false;
  const step = target.path.slice(target.path.lastIndexOf("/") + 1);
  return singularWords(step).join() === singularWords(name).join();
}

function isListOfObjects(value: Json | undefined): boolean {
  return Array.isArray(value) && isJsonObject(value[0]);
}

function hasInItems(list: Json | undefined, name: string): boolean {
  return Array.isArray(list) && list.some((item) => isJsonObject(item) && Object.hasOwn(item, name));
}
