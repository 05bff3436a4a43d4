import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";

/** The Operation Objects of a document, those of webhooks and of methods that OpenAPI lacks as well. */
export function operationsOf({ paths, webhooks }: JsonObject): JsonObject[] {
  return [paths, webhooks].flatMap(membersOf).flatMap(operationsIn);
}

/** The Operation Objects of a path item, those of methods that OpenAPI lacks as well. */
export function operationsIn(item: JsonObject): JsonObject[] {
  const { "x-openstack-additional-operations": additional, ...others } = item;
  return [...membersOf(others), ...membersOf(additional)];
}

/** The objects in an object. */
function membersOf(object: Json | undefined): JsonObject[] {
  return isJsonObject(object) ? Object.values(object).filter((member) => isJsonObject(member)) : [];
}
