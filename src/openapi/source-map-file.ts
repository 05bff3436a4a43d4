import { posix } from "node:path";
import type { Span } from "../text/span.ts";

/** Where a node of the document comes from. */
export interface SourcePlace {
  /** Relative to the Sphinx source folder, with `/`: the same from whatever directory the program runs. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The content of `openapi.map.json`: JSON pointer → place. */
export interface SourceMap {
  readonly version: 1;
  readonly sources: Readonly<Record<string, SourcePlace>>;
}

/** Turns the spans of a specification into the places of `openapi.map.json`. */
export function sourceMapFile(spans: ReadonlyMap<string, Span>, root: string): SourceMap {
  const names = new Map<string, string>();
  const sources: Record<string, SourcePlace> = {};
  for (const [pointer, { file, start }] of spans) {
    const name = names.get(file.path) ?? posix.relative(root, file.path);
    names.set(file.path, name);
    sources[pointer] = { file: name, ...file.positionAt(start) };
  }
  return { version: 1, sources };
}

/** The text of `openapi.map.json`: one line for each pointer, so that a change shows as one line. */
export function serializeSourceMap({ version, sources }: SourceMap): string {
  const lines = Object.entries(sources).map(
    ([pointer, place]) => `    ${JSON.stringify(pointer)}: ${JSON.stringify(place)}`,
  );
  return `{\n  "version": ${version},\n  "sources": {\n${lines.join(",\n")}\n  }\n}\n`;
}
