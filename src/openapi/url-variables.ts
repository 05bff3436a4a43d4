import type { Operation, ParameterRow } from "../apiref/model.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";

/**
 * Whether a row of a request's body has the name of a variable of the URL that no sample of the body shows: whoever leaves it
 * out of the body has said it in the URL.
 *
 * @param values what the samples of the body show
 */
export function isSaidInUrl(
  { name }: Pick<ParameterRow, "name">,
  { target }: Operation,
  values: readonly Json[],
): boolean {
  return (
    target.variables.some((variable) => variable.name === name) &&
    !values.some((value) => isJsonObject(value) && Object.hasOwn(value, name))
  );
}

/** Requires nothing of a request's body that the URL says. The schema is changed in place. */
export function leaveToUrl(schema: JsonObject, operation: Operation, values: readonly Json[]): void {
  const { properties, required } = schema;
  if (!isJsonObject(properties) || !Array.isArray(required)) return;
  const kept = required.filter((name) => !isSaidInUrl({ name: String(name) }, operation, values));
  for (const name of required) {
    const property = properties[String(name)];
    if (!kept.includes(name) && isJsonObject(property)) property["x-openstack-required"] = true;
  }
  if (kept.length > 0) schema.required = kept;
  else delete schema.required;
}
