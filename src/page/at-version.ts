import type { ApiRef, Operation } from "../apiref/model.ts";
import { readBodies } from "../bodies/read-bodies.ts";
import type { JsonObject } from "../data/json-value.ts";
import { originOf } from "../data/origin.ts";
import { buildSpecification, documentedPaths } from "../openapi/build.ts";
import { operationIds } from "../openapi/operation-ids.ts";
import type { SpecificationOptions } from "../openapi/options.ts";
import type { Memory } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { withMarkedNumbers } from "./marked-numbers.ts";
import { operationsOf } from "./operations.ts";

/**
 * The document of the API as it is at a microversion, as a page shows it: operations apart, numbers marked. Operations have
 * the names that they have in the document of all versions, so that a link leads to the same one in each.
 */
export function documentAt(
  apiRef: ApiRef,
  version: string,
  options: SpecificationOptions,
  memory: Memory,
): JsonObject {
  const bodies = readBodies(apiRef, version, memory);
  const { document } = buildSpecification(bodies, { ...options, microversion: version, operations: "apart" });
  const ids = idsByPlace(apiRef);
  for (const operation of operationsOf(document)) {
    const place = originOf(operation);
    const id = place && ids.get(placeName(place));
    if (id !== undefined) operation.operationId = id;
  }
  return withMarkedNumbers(document);
}

/** The place of an operation's title → its operationId in the document of all versions. */
function idsByPlace(apiRef: ApiRef): Map<string, string> {
  const operations = documentedPaths(apiRef).flatMap(({ groups }) =>
    groups.flatMap((group): readonly Operation[] => group.operations),
  );
  return new Map(
    [...operationIds(operations)].map(([operation, id]) => [placeName(operation.titleSpan), id]),
  );
}

const placeName = ({ file, start }: Span) => `${start} ${file.path}`;
