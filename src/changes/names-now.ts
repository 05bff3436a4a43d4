import type { ApiRef, Operation } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { SourceFile } from "../text/source-file.ts";

/** How findings name what has another name now. */
export interface NamesNow {
  readonly operations: ReadonlyMap<string, string>;
  /**
   * What a message of an earlier operation (by its earlier name, where it has one) quotes as a title, a URL or a path of an
   * operation, as it is called now. A name that others still have is another one in the messages of its own operation alone.
   */
  quotedNow(name: string, operation: string | undefined): string;
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
  const own = new Map<string, Map<string, string>>();
  const stillThere = new Set(operationsOf(now).flatMap(quotedNames));
  const note = (names: Map<string, string>, old: string, name: string) => {
    if (old !== name && old !== "" && name !== "") names.set(old, name);
  };
  for (const operation of operationsOf(before)) {
    const key = placeOf(operation, lineBefore);
    const same = key === undefined ? undefined : present.get(key);
    if (same === undefined) continue;
    note(operations, operationName(operation), operationName(same));
    const ownNames = own.get(operationName(operation)) ?? new Map<string, string>();
    own.set(operationName(operation), ownNames);
    const namesOfSame = quotedNames(same);
    for (const [index, old] of quotedNames(operation).entries()) {
      note(ownNames, old, namesOfSame[index]!);
      if (!stillThere.has(old)) note(quoted, old, namesOfSame[index]!);
    }
  }
  return {
    operations,
    quotedNow: (name, operation) =>
      (operation === undefined ? undefined : own.get(operation)?.get(name)) ?? quoted.get(name) ?? name,
  };
}

function operationsOf({ documents }: ApiRef): readonly Operation[] {
  return documents.flatMap(({ operations }) => operations);
}

function placeOf({ directive: { span } }: Operation, lineOf: LineKey): string | undefined {
  return lineOf(span.file, span.file.positionAt(span.start).line);
}

/** What messages quote of an operation, always in the same order. */
function quotedNames(operation: Operation): readonly string[] {
  return [operationName(operation), operation.title, operation.url, operation.target.path];
}
