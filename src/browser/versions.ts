import type { Operation } from "../apiref/model.ts";
import { readApiRef } from "../apiref/read.ts";
import { readBodies } from "../bodies/read-bodies.ts";
import type { JsonObject } from "../data/json-value.ts";
import { originOf } from "../data/origin.ts";
import { memoryFiles } from "../files/memory.ts";
import { buildSpecification, documentedPaths } from "../openapi/build.ts";
import { operationIds } from "../openapi/operation-ids.ts";
import { withMarkedNumbers } from "../page/marked-numbers.ts";
import type { PageSources } from "../page/sources.ts";
import { Memory } from "../text/memory.ts";
import type { Span } from "../text/span.ts";

/**
 * The document of the API as it is at a microversion, as the program itself makes it of the sources, with its operations
 * apart. They have the names that they have in the document of all versions, so that a link leads to the same one in each.
 */
export async function documentAt(sources: PageSources, version: string): Promise<JsonObject> {
  read ??= readSources(sources);
  const { apiRef, memory, ids } = await read;
  const bodies = readBodies(apiRef, version, memory);
  const options = { ...sources.options, microversion: version, operations: "apart" } as const;
  const { document } = buildSpecification(bodies, options);
  for (const item of Object.values({
    ...(document.paths as JsonObject),
    ...(document.webhooks as JsonObject | undefined),
  }))
    for (const operation of operationsIn(item as JsonObject)) {
      const place = originOf(operation);
      const id = place && ids.get(placeName(place));
      if (id !== undefined) operation.operationId = id;
    }
  return withMarkedNumbers(document);
}

/** What was read of the sources once. */
let read: ReturnType<typeof readSources> | undefined;

async function readSources({ files: packed, root, history, documents }: PageSources) {
  const memory = new Memory();
  const files = memoryFiles({ files: JSON.parse(await unpacked(packed)) });
  const wanted = documents === undefined ? {} : { documents };
  const apiRef = readApiRef(files, root, { memory, history, ...wanted });
  const operations = documentedPaths(apiRef).flatMap(({ groups }) =>
    groups.flatMap((group): readonly Operation[] => group.operations),
  );
  const named = [...operationIds(operations)];
  return {
    apiRef,
    memory,
    ids: new Map(named.map(([operation, id]) => [placeName(operation.titleSpan), id])),
  };
}

const placeName = ({ file, start }: Span) => `${start} ${file.path}`;

/** The Operation Objects of a path item, those of other methods as well. */
function operationsIn(item: JsonObject): JsonObject[] {
  const { "x-openstack-additional-operations": additional = {}, ...others } = item;
  return [...Object.values(others), ...Object.values(additional as JsonObject)] as JsonObject[];
}

/** Base64 of gzip → text. */
async function unpacked(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

Object.assign(globalThis, { apirefVersions: { documentAt } });
