import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import { addTo } from "../text/grouped.ts";
import { propertyNames, type ResponseBody } from "./response-body.ts";
import { hasUndocumentedOnly, isMap, isUndocumented, unite } from "./unite.ts";

/**
 * Takes the keys of an object for data where a table of another response documents a map of the same name, whose values are
 * what stands under every key: `{ "desk": [{ "level": 3 }] }` in the one answer and `lamps: { <room>: [{ level }] }` in the other.
 *
 * @param bodies their schemas are changed in place
 */
export function readMapsElsewhere(bodies: readonly ResponseBody[]): void {
  const maps = new Map<string, JsonObject[]>();
  const objects: { readonly name: string; readonly schema: JsonObject }[] = [];
  const visit = (schema: JsonObject, name: string): void => {
    const { additionalProperties: values } = schema;
    if (isMap(schema) && !isUndocumented(values as JsonObject)) addTo(maps, name, values as JsonObject);
    else if (hasUndocumentedOnly(schema) && !isUndocumented(schema)) objects.push({ name, schema });
    for (const [key, property] of Object.entries((schema.properties ?? {}) as JsonObject))
      if (isJsonObject(property)) visit(property, key);
    for (const inside of [schema.items, values]) if (isJsonObject(inside)) visit(inside, name);
  };
  for (const { schema } of bodies) visit(schema, "");
  for (const { name, schema } of objects) {
    const values = Object.values(schema.properties as JsonObject) as JsonObject[];
    if (!(maps.get(name) ?? []).some((told) => values.every((value) => isOneOf(value, told)))) continue;
    delete schema.properties;
    schema.additionalProperties = unite(values, { place: () => undefined, shown: () => [], made: () => {} });
  }
}

/** Whether a value has most of what a table tells of the values of a map: properties of objects, be they in a list. */
function isOneOf(value: JsonObject, told: JsonObject): boolean {
  const isList = isJsonObject(told.items);
  if (isList !== isJsonObject(value.items)) return false;
  const names = new Set(propertyNames(isList ? (value.items as JsonObject) : value));
  const documented = propertyNames(isList ? (told.items as JsonObject) : told);
  return documented.filter((name) => names.has(name)).length * 2 > documented.length;
}
