import { isJsonObject, type Json } from "./json-value.ts";
import { keepWritten } from "./written-number.ts";

/** A copy of a JSON value, in which numbers are written as they are there. */
export function copyOf<T extends Json>(value: T): T {
  if (Array.isArray(value)) return keepWritten(value, value.map(copyOf)) as T;
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, inside]) => [key, copyOf(inside!)]);
  return keepWritten(value, Object.fromEntries(entries)) as T;
}
