import { isJsonObject, type Json, type JsonObject, pointerSteps } from "../data/json-value.ts";
import { type BodyNode, isGuessed } from "../schema/body.ts";
import { isForSomeOnly } from "../schema/for-some-only.ts";
import { valueAt } from "./draft.ts";
import type { Orders } from "./orders.ts";
import { standsForKeyOfMap } from "./placeholder-rows.ts";

/** Whether a required property is really missed where a sample lacks it. */
export function isMissed(
  missing: BodyNode,
  holder: BodyNode,
  pointer: string,
  body: Json,
  orders: Orders,
): boolean {
  // A branch asks for the key of its action, which no row has to name.
  if (missing.rows.length === 0 || standsForKeys(missing)) return false;
  if (standsForKeyOfMap(missing, pointer, body)) return false;
  const object = valueAt(body, pointer) as JsonObject;
  const names = Object.keys(object);
  // The row may belong elsewhere.
  if (missing.origin === "flat" && (names.length > 0 || pointer !== "")) return false;
  if (missing.rows.some((row) => isForSomeOnly(row.definition?.description ?? ""))) return false;
  // An empty object inside of a resource stands for none, as null does.
  if (names.length === 0) return pointerSteps(pointer).filter((step) => !/^\d+$/.test(step)).length < 2;
  // An object with the same properties has it.
  if (orders.hasTwin(missing.name, names)) return true;
  const present = names.filter((name) => (holder.properties.get(name)?.rows.length ?? 0) > 0);
  // Something else altogether: another variant of the body, an error.
  if (present.length === 0 && holder.rows.length === 0) return false;
  // A sample that leaves most of it out shows a part only.
  const required = [...holder.properties.values()].filter((property) => property.required);
  const lacking = required.filter((property) => !Object.hasOwn(object, property.name)).length;
  const isWhole = lacking < FEWEST_OF_A_PART;
  if (!isWhole && lacking > present.length) return false;
  if (!isWhole && isVariant(missing.name, object, pointer, body)) return false;
  if (isDeeper(missing.name, object, holder) || mayBeInEmpty(missing, object)) return false;
  return present.length === 0 || isOfItsTable(missing, holder, present);
}

/** Whether a row of a text that no sample shows has rows inside it: it stands for the keys of a map, as `users.name.quota` does. */
export function standsForKeys({ rows, type, properties, shown }: BodyNode): boolean {
  if (rows.length === 0 || type === undefined || shown.size > 0) return false;
  if (![...properties.values()].some((inside) => inside.rows.length > 0)) return false;
  const holdsNothing = !type.types.some((one) => one === "object" || one === "array");
  return type.types.length > 0 && holdsNothing;
}

/** Of tables that describe variants, whether an object is of one that has a property. */
function isOfItsTable(missing: BodyNode, holder: BodyNode, present: readonly string[]): boolean {
  const tables = present.map((name) => new Set(holder.properties.get(name)!.rows.map((row) => row.table)));
  const asking = new Set(missing.rows.map((row) => row.table));
  const ofAsking = tables.filter((own) => [...asking].some((table) => own.has(table)));
  if (ofAsking.length === 0) return false;
  // variants repeat names; the object is of the one that has most of its properties
  const repeated = new Set(ofAsking.flatMap((own) => [...own].filter((table) => !asking.has(table))));
  return ![...repeated].some((table) => tables.filter((own) => own.has(table)).length > ofAsking.length);
}

/** Whether all items of the same list that have a property lack something that this one has: two kinds of items. */
function isVariant(name: string, object: JsonObject, pointer: string, body: Json): boolean {
  const list = valueAt(body, pointer.slice(0, Math.max(0, pointer.lastIndexOf("/"))));
  if (!Array.isArray(list)) return false;
  const having = list.filter((item): item is JsonObject => isJsonObject(item) && Object.hasOwn(item, name));
  return (
    having.length > 0 && having.every((item) => Object.keys(object).some((own) => !Object.hasOwn(item, own)))
  );
}

/** Whether a property stands one level further down, where no row puts it: `provider:network_type` in `segments`. */
function isDeeper(name: string, object: JsonObject, holder: BodyNode): boolean {
  // Plain names such as `id` and `name` stand everywhere.
  if (!/[_:-]/.test(name)) return false;
  return Object.keys(object).some((key) => {
    const property = holder.properties.get(key);
    const inside = property?.items ?? property;
    return inside?.properties.get(name)?.rows.length === 0;
  });
}

/** Whether a sample shows nothing but lists and objects that are empty, in which a property that no sample shows here may stand. */
function mayBeInEmpty(missing: BodyNode, object: JsonObject): boolean {
  if (!isGuessed(missing)) return false;
  return Object.values(object).every(
    (value) => value !== null && typeof value === "object" && Object.keys(value).length === 0,
  );
}

/** A sample that lacks fewer required properties than these is meant to be whole. */
const FEWEST_OF_A_PART = 3;
