import type { ParameterRow } from "../apiref/model.ts";
import { DEEPEST_NAME } from "../apiref/rest-parameters.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { leafOf } from "../text/leaf.ts";
import { describedType } from "./described-type.ts";
import { describedAsMap, isDataName, isPatternName, patternOf, typedAsMap } from "./maps.ts";
import { isEntryStep, rowTypes } from "./placement.ts";
import { allProperties, holders, propertyOf, type Shape, shapeOf, turnIntoMap } from "./shape.ts";

/** The united shape of samples, with what the rows describe as maps read as maps. */
export function readShape(
  samples: readonly Json[],
  names: ReadonlySet<string>,
  rows: readonly ParameterRow[],
): Shape {
  const root = shapeOf(samples, (keys, object) => {
    if (keys.some((key) => names.has(key))) return false;
    return (
      keys.filter(isDataName).length * 2 > keys.length ||
      areRepeatedInside(keys, object) ||
      areNumbered(keys, object)
    );
  });
  const maps = mapRows(rows);
  const steps = stepsOf(names);
  const rowsNamed = new Map<string, number>();
  for (const { name } of rows) rowsNamed.set(name, (rowsNamed.get(name) ?? 0) + 1);
  const shapes = allProperties(root);
  const placesOutside = new Map<string, number>();
  for (const { name, parent } of shapes)
    if (maps.get(propertyOf(parent!).name)?.isMap !== true)
      placesOutside.set(name, (placesOutside.get(name) ?? 0) + 1);
  for (const name of names)
    if (isPatternName(name))
      for (const shape of [root, ...shapes])
        for (const holder of holders(shape)) gatherPattern(holder, name, names);
  for (const shape of shapes) {
    const described = maps.get(shape.name);
    if (described === undefined) continue;
    // A map may hold maps, which are there when it is one.
    const open = holders(shape);
    for (let holder = open.shift(); holder !== undefined; holder = open.shift()) {
      const keys = [...holder.properties.keys()];
      // What rows or the description name is no data, but for rows that all have a place outside of maps.
      const isDocumented = (key: string) =>
        steps.has(key) ||
        (names.has(key) && !(described.isMap && (rowsNamed.get(key) ?? 0) <= (placesOutside.get(key) ?? 0)));
      // What stands under the names of a map is no map as well, unless rows say so.
      const isMap = described.isMap && holder.parent?.values !== holder;
      if (
        keys.length > 0 &&
        !keys.some(isDocumented) &&
        !keys.every((key) => described.text.includes(`\`\`${key}\`\``)) &&
        (isMap || (documentsInside(holder, names) && !isWrapper(holder)))
      ) {
        turnIntoMap(holder);
        if (areAlike(holder.values!)) open.push(holder.values!);
      }
    }
  }
  return root;
}

/** Whether the objects under several keys repeat them: `{ "desk": { "name": "desk", … }, "floor": { "name": "floor", … } }`. */
function areRepeatedInside(keys: readonly string[], object: JsonObject): boolean {
  return (
    keys.length > 1 &&
    keys.every((key) => isJsonObject(object[key])) &&
    keys.every((key) => Object.values(object[key] as JsonObject).includes(key))
  );
}

/** `{ "desk1": { "level": 3 }, "desk2": { "level": 4 } }`: objects of one form under keys that differ in a number only. */
function areNumbered(keys: readonly string[], object: JsonObject): boolean {
  if (keys.length < 2 || !keys.every((key) => /\d$/.test(key) && isJsonObject(object[key]))) return false;
  const forms = keys.map((key) => [
    key.replace(/\d+$/, ""),
    ...Object.keys(object[key] as JsonObject).sort(),
  ]);
  return forms.every((form) => form.length > 1 && form.join() === forms[0]!.join());
}

/** Whether the values of a map hold objects of one form, and nothing else. */
function areAlike({ properties }: Shape): boolean {
  const forms = [...properties.values()].map((property) => [...property.properties.keys()].sort().join());
  return forms.length > 1 && forms.every((form) => form !== "" && form === forms[0]);
}

/** The steps of dotted names that are names of properties. */
function stepsOf(names: ReadonlySet<string>): ReadonlySet<string> {
  const steps = [...names]
    .filter((name) => name.includes("."))
    .flatMap((name) => name.split(".", DEEPEST_NAME));
  return new Set(steps.filter((step) => !isEntryStep(step) && !isPatternName(step)));
}

/** Takes the properties that a row such as `volumes_{type}` or `<key>` stands for as values of a map. */
function gatherPattern(holder: Shape, pattern: string, names: ReadonlySet<string>): void {
  const matches = patternOf(pattern);
  const isWhole = /^(?:\{[^{}]*\}|<[^<>]*>)$/.test(pattern);
  // `<key>` alone stands for everything: only objects with documented properties are surely meant
  if (
    isWhole &&
    ([...holder.properties.keys()].some((name) => names.has(name)) || !documentsInside(holder, names))
  )
    return;
  turnIntoMap(holder, ({ name }) => !names.has(name) && matches(name));
}

/** The names of object rows without dotted rows below them, with their descriptions, and whether these speak of maps. */
function mapRows(rows: readonly ParameterRow[]): Map<string, { isMap: boolean; text: string }> {
  const prefixes = new Set<string>();
  for (const { name } of rows) {
    let dot = name.indexOf(".");
    for (let step = 1; dot > 0 && step < DEEPEST_NAME; step++) {
      prefixes.add(name.slice(0, dot));
      dot = name.indexOf(".", dot + 1);
    }
  }
  const maps = new Map<string, { isMap: boolean; text: string }>();
  for (const row of rows) {
    if (prefixes.has(row.name)) continue;
    if (!mayBeObject(row)) continue;
    const name = leafOf(row.name);
    const known = maps.get(name) ?? { isMap: false, text: "" };
    maps.set(name, {
      isMap: known.isMap || describedAsMap(name, row.definition),
      text: `${known.text} ${row.definition?.description ?? ""}`,
    });
  }
  return maps;
}

/** Whether a row is of an object by its type, or of one that its description calls a dictionary though its type is that of a text. */
function mayBeObject(row: ParameterRow): boolean {
  const types = rowTypes(row);
  if (types.includes("object") || typedAsMap(row.definition)) return true;
  return types.includes("string") && describedType(row.definition!.description) === "object";
}

/** `lamps: [{ lamp: { name } }, { lamp: { name } }]`: each object of a list is in another one with the same key, which is no data. */
function isWrapper(holder: Shape): boolean {
  const [property, ...others] = holder.properties.values();
  const isItem = holder.parent?.items === holder;
  return isItem && others.length === 0 && holder.seen > 1 && property?.seen === holder.seen;
}

/** `addresses: { private: [{ addr }] }` with a row for `addr`: names between two documented levels are data. */
function documentsInside(holder: Shape, names: ReadonlySet<string>): boolean {
  return [...holder.properties.values()].every(
    (property) =>
      !property.types.has("string") &&
      property.types.size > 0 &&
      allProperties(property).some(({ name }) => names.has(name)),
  );
}
