import type { Definition } from "../apiref/parameters-file.ts";
import type { JsonObject } from "../data/json-value.ts";
import { acceptShown } from "../samples/accept-shown.ts";
import { shownBy } from "../samples/read.ts";
import type { BodyNode } from "../schema/body.ts";
import { toSchema } from "../schema/json-schema.ts";
import { once } from "../text/once.ts";
import { remembered } from "../text/remembered.ts";
import { disproved } from "./disproved.ts";
import { knownValues } from "./known-values.ts";
import type { PlacedBodies, PlacedBody } from "./placed-bodies.ts";

/** The schemas of a body that something describes. */
export interface SchemasOfBody {
  /** What the tables say of it; undefined where only rows say anything whose place is guessed. Made anew each time. */
  readonly documented: JsonObject | undefined;
  /** The documented one without descriptions, which accept and refuse nothing: samples are checked by it. Nobody may change it. */
  readonly bare: JsonObject | undefined;
  /**
   * What the document says of it: the documented one with all rows of the table, widened so far that it accepts every JSON
   * sample of the body. Made anew each time, for a document takes parts out of it.
   */
  readonly published: JsonObject;
  /** The documented one for a document, made anew each time: without the formats that no definition writes and samples lack. */
  readonly plain: JsonObject;
}

/** Gives the schemas of a body; undefined for a body that nothing describes. */
export type BodySchemas = (body: PlacedBody) => SchemasOfBody | undefined;

/** Makes the schemas of bodies when they are first asked for: checks that are known already ask for none. */
export function bodySchemas(describe: (definition: Definition) => string, bodies: PlacedBodies): BodySchemas {
  const shown = once(() => disproved(bodies));
  return (body) => {
    const { node, published: whole, samples } = body;
    if (whole === undefined) return undefined;
    return {
      get documented() {
        return node === undefined ? undefined : toSchema(node, { describe });
      },
      get bare() {
        return node === undefined ? undefined : bareSchema(node);
      },
      get published() {
        const schema = toSchema(whole, {
          describe,
          brokenFormats: shown().broken,
          known: knownValues(bodies),
        });
        acceptShown(schema, shownBy(samples));
        return schema;
      },
      get plain() {
        return toSchema(whole, { describe, brokenFormats: shown().loose, known: knownValues(bodies) });
      },
    };
  };
}

/** By the structure of a body, which stays the same object as long as its rows and samples do. */
const bareSchema = remembered((node: BodyNode): JsonObject => toSchema(node, { describe: () => "" }));
