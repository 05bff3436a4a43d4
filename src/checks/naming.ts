import type { Operation } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { Variable } from "../apiref/url-rows.ts";
import type { SourceFile } from "../text/source-file.ts";

/** The name of a file without its folders, as messages have it: `parameters.yaml`. */
export function fileName(file: SourceFile): string {
  return file.path.slice(file.path.lastIndexOf("/") + 1);
}

/** The `operation` of a finding that belongs to one: `{ operation: "POST /v2/share-replicas" }`. */
export function inOperation(operation: Operation | undefined): { operation?: string } {
  return operation === undefined ? {} : { operation: operationName(operation) };
}

/** The same of a finding at several operations: only where they are one. */
export function inOnly(operations: ReadonlySet<Operation>): { operation?: string } {
  return operations.size === 1 ? inOperation([...operations][0]) : {};
}

/** The names of the files that were read. */
export function namesOf(files: Iterable<{ readonly file: SourceFile }>): string[] {
  return [...files].map(({ file }) => fileName(file));
}

/** The name of a variable as its URL has it: `id/name`, which the specification calls `id`. */
export function writtenName({ name, span: { file, start, end } }: Variable): string {
  return file.text.slice(start, end).trim().replace(/\s+/g, " ") || name;
}
