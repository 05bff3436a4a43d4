import type { Operation, Side } from "../apiref/model.ts";
import { bodySchemas } from "../bodies/body-schemas.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import type { JsonObject } from "../data/json-value.ts";
import { spanPositions } from "../text/span.ts";
import type { Offsets } from "./findings.ts";

/** The two schemas of a body (JSON Schema 2020-12); both are absent where nothing describes it. */
export interface BodyDescription {
  /** What the tables say, by which samples are checked; absent where all their rows lack a definition or its place. */
  readonly documented?: JsonObject;
  /** What the OpenAPI document says, with what it shares written out. */
  readonly published?: JsonObject;
}

/** A documented operation. */
export interface DescribedOperation extends Offsets {
  /** `POST`; as written, in upper case. */
  readonly method: string;
  /** `/v2/share-replicas/{id}`. */
  readonly path: string;
  readonly title: string;
  /** Where its title stands: the file, named as those of findings are, the line and the column from 1. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly request: BodyDescription;
  readonly response: BodyDescription;
}

/** The operations of a tree in the order of the document. The schemas are made anew, so that the caller may change them. */
export function describedOperations(
  { placed, prose }: Bodies,
  fileName: (path: string) => string,
): DescribedOperation[] {
  const schemas = bodySchemas((definition) => prose().definition(definition), placed);
  const describe = (operation: Operation, side: Side): BodyDescription => {
    const of = schemas(placed.get(operation)![side]);
    if (of === undefined) return {};
    const { documented, published } = of;
    return {
      ...(documented === undefined ? {} : { documented: plain(documented) }),
      published: plain(published),
    };
  };
  return [...placed.keys()].map((operation) => {
    const { start, end, file } = operation.titleSpan;
    return {
      method: operation.method.toUpperCase(),
      path: operation.target.path,
      title: operation.title,
      file: fileName(file.path),
      ...spanPositions(operation.titleSpan).start,
      start,
      end,
      request: describe(operation, "request"),
      response: describe(operation, "response"),
    };
  });
}

/** The object as JSON shows it, without where its parts came from. */
export function plain(object: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(object)) as JsonObject;
}
