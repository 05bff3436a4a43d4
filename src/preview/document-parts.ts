import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { operationsIn } from "../page/operations.ts";
import type { OperationChanges, PartChange } from "./messages.ts";

/** A document in pieces that change by themselves: container → key → text of the value. */
export type DocumentParts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The keys that lead to an object, as the name of a container; no key of OpenAPI's own holds a slash. */
const nameOf = (at: readonly string[]): string => at.join("/");

/** Takes a document into pieces: each path, each component, and each of the other objects at its top. */
export function partsOf(document: JsonObject): DocumentParts {
  const parts = new Map<string, Map<string, string>>();
  const add = (at: readonly string[], key: string, value: Json): void => {
    const container = parts.get(nameOf(at)) ?? new Map<string, string>();
    container.set(key, JSON.stringify(value));
    parts.set(nameOf(at), container);
  };
  const take = (at: readonly string[], object: JsonObject): void => {
    parts.set(nameOf(at), new Map());
    for (const key of Object.keys(object)) {
      const value = object[key];
      if (value === undefined) continue;
      const below = [...at, key];
      if (isContainer(below) && isJsonObject(value)) {
        // where it stands among the other keys
        add(at, key, {});
        take(below, value);
      } else add(at, key, value);
    }
  };
  take([], document);
  return parts;
}

function isContainer([first, second, third]: readonly string[]): boolean {
  if (third !== undefined) return false;
  return second === undefined
    ? first === "paths" || first === "webhooks" || first === "components"
    : first === "components";
}

/** What has changed from one document to the next, containers before what they contain. */
export function changedParts(before: DocumentParts, after: DocumentParts): PartChange[] {
  const changes: PartChange[] = [];
  for (const [name, now] of after) {
    const old = before.get(name) ?? new Map<string, string>();
    const set = [...now].filter(([key, text]) => old.get(key) !== text);
    const keys = [...now.keys()];
    const hasOtherKeys =
      keys.length !== old.size || [...old.keys()].some((key, index) => key !== keys[index]);
    if (set.length === 0 && !hasOtherKeys) continue;
    changes.push({
      at: name === "" ? [] : name.split("/"),
      set: Object.fromEntries(set.map(([key, text]) => [key, JSON.parse(text) as Json])),
      ...(hasOtherKeys ? { keys } : {}),
    });
  }
  return changes;
}

/** The document that comes of another one with the changes. What has not changed is the same object in both. */
export function withChanges(document: JsonObject, changes: readonly PartChange[]): JsonObject {
  return changes.reduce((made, { at, set, keys }) => replaced(made, at, set, keys), document);
}

function replaced(
  object: JsonObject,
  at: readonly string[],
  set: PartChange["set"],
  keys: PartChange["keys"],
): JsonObject {
  const [key, ...rest] = at;
  if (key !== undefined) {
    const below = isJsonObject(object[key]) ? object[key] : {};
    return { ...object, [key]: replaced(below, rest, set, keys) };
  }
  const value = (one: string) => (Object.hasOwn(set, one) ? set[one] : object[one]);
  return Object.fromEntries((keys ?? Object.keys(object)).map((one) => [one, value(one)]));
}

/** So many operations are drawn faster one by one than all together. */
const MOST_PATHS = 40;

/**
 * The paths whose operations look different after changes; undefined where more than that has changed, or so much that the
 * whole is better drawn anew.
 *
 * @param document the changed one, in which each path has one operation
 */
export function pathsToDraw(
  document: JsonObject,
  changes: readonly PartChange[],
  { changed, added }: OperationChanges,
): readonly string[] | undefined {
  const isMore = ({ at, keys }: PartChange): boolean =>
    at[0] === "paths" ? keys !== undefined : at[0] !== "components";
  if (added.length > 0 || changes.some(isMore) || !isJsonObject(document.paths)) return undefined;
  const ids = new Set<Json | undefined>(changed);
  const paths = Object.entries(document.paths)
    .filter(
      ([, item]) => isJsonObject(item) && operationsIn(item).some(({ operationId }) => ids.has(operationId)),
    )
    .map(([path]) => path);
  return paths.length === changed.length && paths.length <= MOST_PATHS ? paths : undefined;
}
