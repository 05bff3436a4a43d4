import { isJsonObject, type Json, type JsonObject, jsonTypeOf, pointerSteps } from "../data/json-value.ts";
import { gatherValues, uniteLists } from "../data/written-number.ts";
import type { Validators } from "../samples/validators.ts";
import { typesOf } from "./response-body.ts";

/** Rounds after which a schema that still refuses a sample is left as it is. */
const ROUNDS = 6;

/**
 * Widens a schema just so far that it accepts what it accepted before parts of it were united with others. The schema
 * is changed in place.
 */
export function widen(schema: JsonObject, values: readonly Json[], validators: Validators): void {
  let read = asReadersSee(schema);
  for (const value of values)
    for (let round = 0; round < ROUNDS; round++) {
      const errors = validators.errors(read, value);
      if (errors.length === 0) break;
      for (const { schemaPath, instancePath, params } of errors) {
        const steps = pointerSteps(decodeURIComponent(schemaPath.slice(1)));
        const keyword = steps.pop()!;
        const holder = at(schema, steps);
        if (isJsonObject(holder))
          loosen(holder, keyword, shownAt(value, instancePath), String(params.missingProperty));
      }
      read = asReadersSee(schema);
    }
}

/** A schema without the marks of what no row documents: inside of it may stand a resource that rows of others document. */
function asReadersSee(schema: JsonObject): JsonObject {
  const copy = (value: Json | undefined): Json => {
    if (Array.isArray(value)) return value.map(copy);
    if (!isJsonObject(value)) return value ?? null;
    const entries = Object.entries(value).filter(([name]) => name !== "x-openstack-undocumented");
    return Object.fromEntries(entries.map(([name, inside]) => [name, copy(inside)]));
  };
  return copy(schema) as JsonObject;
}

function at(root: Json | undefined, steps: readonly string[]): Json | undefined {
  let value = root;
  for (const step of steps) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Array.isArray(value) ? value[Number(step)] : Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** What a sample shows at a place, alone in a list, which knows how a number is written. */
function shownAt(sample: Json, pointer: string): Json[] {
  const steps = pointerSteps(pointer);
  const last = steps.pop();
  if (last === undefined) return [sample];
  const holder = at(sample, steps);
  return typeof holder === "object" && holder !== null ? gatherValues([[holder, last]]) : [];
}

function loosen(holder: JsonObject, keyword: string, shown: Json[], missing: string): void {
  const [value] = shown;
  if (value === undefined || holder[keyword] === undefined) return;
  if (keyword === "type") holder.type = [...new Set([...typesOf(holder), jsonTypeOf(value)])];
  else if (keyword === "enum") holder.enum = uniteLists(holder.enum as Json[], shown);
  else if (keyword === "required") {
    const left = (holder.required as Json[]).filter((name) => name !== missing);
    if (left.length > 0) holder.required = left;
    else delete holder.required;
  } else if (keyword !== "anyOf" || !holdsResource(holder)) delete holder[keyword];
}

/** The first of several is the resource, which its own errors widen. */
function holdsResource({ anyOf }: JsonObject): boolean {
  return Array.isArray(anyOf) && isJsonObject(anyOf[0]) && anyOf[0].allOf !== undefined;
}
