import type { Operation } from "../apiref/model.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";

/** The body of a response, as one operation documents it. */
export interface ResponseBody {
  readonly schema: JsonObject;
  /** What its samples show. */
  readonly values: readonly Json[];
  readonly operation: Operation;
}

/** The names of the properties of an object schema; none for any other. */
export function propertyNames({ properties }: JsonObject): string[] {
  return isJsonObject(properties) ? Object.keys(properties) : [];
}

/** The types that a schema names. */
export function typesOf({ type }: JsonObject): string[] {
  return Array.isArray(type) ? (type as string[]) : typeof type === "string" ? [type] : [];
}
