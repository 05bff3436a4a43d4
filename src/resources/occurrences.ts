import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { envelopesOf } from "./envelopes.ts";
import { nounOf, nounsOfPath } from "./nouns.ts";
import { propertyNames, type ResponseBody } from "./response-body.ts";

/** An object of a response that may be one of a resource that other responses hold as well. */
export interface Occurrence {
  readonly schema: JsonObject;
  /** What it is, from the name under which it stands: `Volume`. */
  readonly noun: string;
  /** The noun of the object round it; undefined for one that a body is made for. */
  readonly within: string | undefined;
  /** The body is nothing else; an envelope or a list holds others. */
  readonly isBody: boolean;
  readonly body: ResponseBody;
}

/** The objects of some responses, and what the samples show of every object in them. */
export interface Found {
  readonly occurrences: readonly Occurrence[];
  readonly shown: ReadonlyMap<JsonObject, readonly JsonObject[]>;
  /** The properties that responses have beside resources of several kinds: whole bodies are no more alike for them. */
  readonly besides: ReadonlySet<string>;
}

/** What an object inside another one needs to be worth a name of its own; a pair of keys is none. */
const FEWEST_INSIDE = 3;

/** What the object that a body is made for needs. */
const FEWEST = 2;

/** Finds the objects of responses: what envelopes and lists hold, bodies that are a resource themselves, what is inside. */
export function findOccurrences(bodies: readonly ResponseBody[]): Found {
  const occurrences: Occurrence[] = [];
  const shown = new Map<JsonObject, readonly JsonObject[]>();
  const envelopes = envelopesOf(bodies);
  for (const body of bodies) {
    const visit = (schema: JsonObject, values: readonly Json[], name: string, within: string | undefined) => {
      let around = within;
      const names = propertyNames(schema);
      if (names.length > 0) {
        const objects = values.filter(isJsonObject);
        shown.set(schema, objects);
        const noun = nounOf(name);
        const isBody = schema === body.schema;
        const own = isBody ? names.filter((one) => !envelopes.besides.has(one)) : names;
        // What says nothing but that it was done is no resource.
        const isNothing = own.length === 0;
        if (noun !== "" && !isNothing && names.length >= (within === undefined ? FEWEST : FEWEST_INSIDE)) {
          occurrences.push({ schema, noun, within, body, isBody });
          around = noun;
        }
        for (const key of names) {
          const property = (schema.properties as JsonObject)[key];
          const inside = objects.flatMap((object) => (Object.hasOwn(object, key) ? [object[key]!] : []));
          if (isJsonObject(property)) visit(property, inside, key, around);
        }
      }
      if (isJsonObject(schema.items)) visit(schema.items, values.filter(Array.isArray).flat(), name, around);
      if (isJsonObject(schema.additionalProperties)) {
        const inside = values
          .filter(isJsonObject)
          .flatMap((object) =>
            Object.keys(object).flatMap((key) => (names.includes(key) ? [] : [object[key]!])),
          );
        visit(schema.additionalProperties, inside, name, around);
      }
    };
    if (envelopes.isEnvelope(body)) {
      shown.set(body.schema, body.values.filter(isJsonObject));
      for (const [key, property] of Object.entries(body.schema.properties as JsonObject)) {
        const inside = body.values
          .filter(isJsonObject)
          .flatMap((value) => (Object.hasOwn(value, key) ? [value[key]!] : []));
        if (isJsonObject(property)) visit(property, inside, envelopes.nameOf(body, key), undefined);
      }
    } else visit(body.schema, body.values, nounsOfPath(body.operation.target.path)[0] ?? "", undefined);
  }
  return { occurrences, shown, besides: envelopes.besides };
}
