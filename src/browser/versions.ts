import { readApiRef } from "../apiref/read.ts";
import type { JsonObject } from "../data/json-value.ts";
import { memoryFiles } from "../files/memory.ts";
import { documentAt as documentOf } from "../page/at-version.ts";
import type { PageSources } from "../page/sources.ts";
import { Memory } from "../text/memory.ts";

/** The document of the API as it is at a microversion, as the program itself makes it of the sources. */
export async function documentAt(sources: PageSources, version: string): Promise<JsonObject> {
  read ??= readSources(sources);
  const { apiRef, memory } = await read;
  return documentOf(apiRef, version, sources.options, memory);
}

/** What was read of the sources once. */
let read: ReturnType<typeof readSources> | undefined;

async function readSources({ files: packed, root, history, documents }: PageSources) {
  const memory = new Memory();
  const files = memoryFiles({ files: JSON.parse(await unpacked(packed)) });
  const wanted = documents === undefined ? {} : { documents };
  return { apiRef: readApiRef(files, root, { memory, history, ...wanted }), memory };
}

/** Base64 of gzip → text. */
async function unpacked(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

Object.assign(globalThis, { apirefVersions: { documentAt } });
