import type { ApiRef, Operation } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { SourceFile } from "../text/source-file.ts";

/** How findings name what has another name now. */
export interface NamesNow {
  readonly operations: ReadonlyMap<string, string>;
  /** Titles, URLs and paths of operations as messages quote them. */
  readonly quoted: ReadonlyMap<string, string>;
}

/** A line of a file, as a key; `undefined` where it is no more. */
export type LineKey = (file: SourceFile, line: number) => string | undefined;

/**
 * Pairs the operations of two states by the lines of their `rest_method`, and tells what is called otherwise now.
 *
 * @param lineBefore where a line of the earlier state is now
 * @param lineNow a line of the present state
 */
export function namesNow(before: ApiRef, now: ApiRef, lineBefore: LineKey, lineNow: LineKey): NamesNow {
  const present = new Map<string, Operation>();
  for (const operation of operationsOf(now)) {
    const key = placeOf(operation, lineNow);
    if (key !== undefined && !present.has(key)) present.set(key, operation);
  }
  const operations = new Map<string, string>();
  const quoted = new Map<string, string>();
  const note = (names: Map<string, string>, old: string, name: string) => {
    if (old !== name && old !== "" && name !== "") names.set(old, name);
  };
  for (const operation of operationsOf(before)) {
    const key = placeOf(operation, lineBefore);
    const same = key === undefined ? undefined : present.get(key);
    if (same === undefined) continue;
    note(operations, operationName(operation), operationName(same));
    note(quoted, operationName(operation), operationName(same));
    note(quoted, operation.title, same.title);
    note(quoted, operation.url, same.url);
    note(quoted, operation.target.path, same.target.path);
  }
  return { operations, quoted };
}

function operationsOf({ documents }: ApiRef): readonly Operation[] {
  return documents.flatMap(({ operations }) => operations);
}

function placeOf({ directive: { span } }: Operation, lineOf: LineKey): string | undefined {
  return lineOf(span.file, span.file.positionAt(span.start).line);
}
