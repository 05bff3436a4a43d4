import { BlockMemory } from "../rst/block-memory.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { readParametersFile } from "./parameters-file.ts";
import { ReadingMemory } from "./reading-memory.ts";
import type { FileMemory } from "./sources.ts";
import type { readStatusFile } from "./status-file.ts";

/**
 * What is kept of a tree from one reading to the next, so that only what changed is read again. A file that is the same
 * keeps its `SourceFile`; what was made of a file is known by that.
 */
export interface TreeMemory {
  readonly files: FileMemory;
  readonly parameters: WeakMap<SourceFile, ReturnType<typeof readParametersFile>>;
  readonly statuses: WeakMap<SourceFile, ReturnType<typeof readStatusFile>>;
  readonly blocks: BlockMemory;
  readonly readings: ReadingMemory;
}

/** The memory of a tree that was not read yet. */
export function treeMemory(): TreeMemory {
  return {
    files: new Map(),
    parameters: new WeakMap(),
    statuses: new WeakMap(),
    blocks: new BlockMemory(),
    readings: new ReadingMemory(),
  };
}
