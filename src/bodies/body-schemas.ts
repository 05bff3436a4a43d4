import type { Definition } from "../apiref/parameters-file.ts";
import type { JsonObject } from "../data/json-value.ts";
import { toSchema } from "../schema/json-schema.ts";
import type { PlacedBody } from "./placed-bodies.ts";

/** Gives the schema of a body, the same object each time; undefined for a body that nothing describes. */
export type BodySchemas = (body: PlacedBody) => JsonObject | undefined;

/** Makes the schemas of bodies when they are first asked for: checks that are known already ask for none. */
export function bodySchemas(describe: (definition: Definition) => string): BodySchemas {
  const made = new Map<PlacedBody, JsonObject>();
  return (body) => {
    if (body.node === undefined) return undefined;
    const schema = made.get(body) ?? toSchema(body.node, { describe });
    made.set(body, schema);
    return schema;
  };
}
