import { type Json, type JsonObject, jsonTypeOf } from "../data/json-value.ts";
import { writtenAt } from "../data/written-number.ts";
import { append } from "../text/append.ts";
import type { JsonType } from "./types.ts";

/** Everything that samples show at one place of a body, united: what a value, a property, an item looks like. */
export interface Shape {
  /** The property's name; empty for the body itself, for items and for the values of a map. */
  readonly name: string;
  /** The property, list or map that holds it. */
  parent: Shape | undefined;
  /** How many properties lie above it; items count with their list. */
  readonly depth: number;
  readonly types: Set<JsonType>;
  readonly properties: Map<string, Shape>;
  items?: Shape;
  /** What stands under names that are data. */
  values?: Shape;
  /** How often it was seen. */
  seen: number;
  /** The strings and numbers that stand there; undefined where there are more than a list of choices has. */
  scalars: Set<string | number> | undefined;
}

/** A list of allowed values is not longer. */
const MOST_CHOICES = 40;

/** Whether the names of an object are not properties but keys of a map. */
type IsData = (names: readonly string[], object: JsonObject) => boolean;

/** The united shape of sample values. */
export function shapeOf(values: Iterable<Json>, isData: IsData): Shape {
  const root = newShape("", undefined);
  for (const value of values) add(root, value, jsonTypeOf(value), isData);
  return root;
}

/** A place that no sample has shown yet. */
export function newShape(name: string, parent: Shape | undefined): Shape {
  const depth = parent === undefined ? 0 : parent.depth + (name === "" ? 0 : 1);
  return {
    name,
    parent,
    depth,
    types: new Set(),
    properties: new Map(),
    seen: 0,
    scalars: new Set(),
  };
}

function add(shape: Shape, value: Json, type: JsonType, isData: IsData): void {
  shape.seen++;
  shape.types.add(type);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      shape.items ??= newShape("", shape);
      add(shape.items, item, typeShown(value, index), isData);
    }
    return;
  }
  if (typeof value === "string" || typeof value === "number") noteScalar(shape, value);
  if (typeof value !== "object" || value === null) return;
  const names = Object.keys(value);
  if (names.length > 0 && isData(names, value)) {
    for (const name of names) {
      shape.values ??= newShape("", shape);
      add(shape.values, value[name]!, typeShown(value, name), isData);
    }
    return;
  }
  for (const name of names) {
    let property = shape.properties.get(name);
    if (property === undefined) {
      property = newShape(name, shape);
      shape.properties.set(name, property);
    }
    add(property, value[name]!, typeShown(value, name), isData);
  }
}

/** The type of what stands under a key: `5.0` is meant as a number, though it is an integer by its value. */
export function typeShown(holder: Json[] | JsonObject, key: string | number): JsonType {
  const type = jsonTypeOf((holder as JsonObject)[key]!);
  return type === "integer" && /[.eE]/.test(writtenAt(holder, key) ?? "") ? "number" : type;
}

/** Counts a string or number among those that stand at a place. */
export function noteScalar(shape: Pick<Shape, "scalars">, value: string | number): void {
  shape.scalars?.add(value);
  if (shape.scalars !== undefined && shape.scalars.size > MOST_CHOICES) shape.scalars = undefined;
}

/** Turns properties of a shape into the values of a map, all united. */
export function turnIntoMap(shape: Shape, which: (property: Shape) => boolean = () => true): void {
  for (const property of [...shape.properties.values()]) {
    if (!which(property)) continue;
    shape.values ??= newShape("", shape);
    unite(shape.values, property);
    shape.properties.delete(property.name);
  }
}

function unite(into: Shape, from: Shape): void {
  into.seen += from.seen;
  for (const type of from.types) into.types.add(type);
  if (from.scalars === undefined) into.scalars = undefined;
  else for (const scalar of from.scalars) noteScalar(into, scalar);
  if (from.items !== undefined) {
    into.items ??= newShape("", into);
    unite(into.items, from.items);
  }
  if (from.values !== undefined) {
    into.values ??= newShape("", into);
    unite(into.values, from.values);
  }
  for (const [name, property] of from.properties) {
    let own = into.properties.get(name);
    if (own === undefined) {
      own = newShape(name, into);
      into.properties.set(name, own);
    }
    unite(own, property);
  }
}

/** All properties of a shape at any depth, shallow ones first, in the order in which the samples have them. */
export function allProperties(root: Shape): Shape[] {
  const found: Shape[] = [];
  let level: Shape[] = [root];
  while (level.length > 0) {
    const next: Shape[] = [];
    for (const shape of level) for (const holder of holders(shape)) append(next, holder.properties.values());
    append(found, next);
    level = next;
  }
  return found;
}

/** A shape and what lies in it without a name: its items, its values, theirs. */
export function holders(shape: Shape): Shape[] {
  const found = [shape];
  if (shape.items !== undefined) append(found, holders(shape.items));
  if (shape.values !== undefined) append(found, holders(shape.values));
  return found;
}

/** The shape in which the properties of a list of lists of objects, a map of objects or an object stand. */
export function objectIn(shape: Shape): Shape {
  return holders(shape).find((holder) => holder.properties.size > 0) ?? shape;
}

/** The property that a shape belongs to: itself, or the list or map whose item or value it is. */
export function propertyOf(shape: Shape): Shape {
  let at = shape;
  while (at.name === "" && at.parent !== undefined) at = at.parent;
  return at;
}
