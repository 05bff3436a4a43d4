import type { Definition } from "../apiref/parameters-file.ts";
import type { JsonObject } from "../data/json-value.ts";
import { toSchema } from "../schema/json-schema.ts";
import type { PlacedBody } from "./placed-bodies.ts";

/** The schemas of a body that something describes. */
export interface SchemasOfBody {
  /** What the tables say of it, by which samples are checked. Nobody may change it. */
  readonly documented: JsonObject;
  /** What the document says of it. Made anew each time, for a document takes parts out of it. */
  readonly published: JsonObject;
}

/** Gives the schemas of a body; undefined for a body that nothing describes. */
export type BodySchemas = (body: PlacedBody) => SchemasOfBody | undefined;

/** Makes the schemas of bodies when they are first asked for: checks that are known already ask for none. */
export function bodySchemas(describe: (definition: Definition) => string): BodySchemas {
  const made = new Map<PlacedBody, JsonObject>();
  return (body) => {
    const { node } = body;
    if (node === undefined) return undefined;
    return {
      get documented() {
        const schema = made.get(body) ?? toSchema(node, { describe });
        made.set(body, schema);
        return schema;
      },
      get published() {
        return toSchema(node, { describe });
      },
    };
  };
}
