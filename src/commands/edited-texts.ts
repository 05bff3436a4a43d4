import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import type { OverlayFiles } from "../files/overlay.ts";
import { type FileChange, unifiedDiff } from "../text/diff.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import type { SourceFile } from "../text/source-file.ts";
import { visibleLines } from "../text/visible.ts";
import type { Terminal } from "./terminal.ts";

/** Makes edits of files, whose bytes stay what they are wherever no edit speaks of them. */
export interface Editor {
  /** The one path of a file that several links may lead to. */
  readonly realPath: (path: string) => string;
  /** Whether the bytes of a file are those of its text. */
  readonly isWritable: (file: SourceFile) => boolean;
  /** The texts of writable files with edits made, by real path. */
  readonly textsWith: (edits: ReadonlyMap<string, readonly Edit[]>) => Map<string, string>;
}

/** An editor of the files as they are now. */
export function editorOf(files: Files): Editor {
  const realPaths = new Map<string, string>();
  const realPath = (path: string): string => {
    const real = realPaths.get(path) ?? files.realPath(path) ?? path;
    realPaths.set(path, real);
    return real;
  };
  const bomOf = new Map<string, string | undefined>();
  return {
    realPath,
    isWritable(file) {
      const path = realPath(file.path);
      if (!bomOf.has(path)) bomOf.set(path, byteOrderMark(files, path, file.text));
      return bomOf.get(path) !== undefined;
    },
    textsWith: (edits) =>
      new Map(
        [...edits].map(([path, ofFile]) => [
          path,
          bomOf.get(path)! + applyEdits(ofFile[0]!.span.file.text, ofFile),
        ]),
      ),
  };
}

/**
 * The byte order mark of a file, or nothing; undefined for a file whose bytes are not those of the text that was
 * read, for writing the text would change bytes that no edit speaks of.
 */
function byteOrderMark(files: Files, path: string, text: string): string | undefined {
  if (files.status(path) === undefined) return text === "" ? "" : undefined;
  const bytes = decodeWithMark(files.read(path));
  if (bytes === text) return "";
  return bytes === `\ufeff${text}` ? "\ufeff" : undefined;
}

/** The text of bytes with its byte order mark; undefined for bytes that are no UTF-8. */
function decodeWithMark(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What was written over files and is not what they have, by path. */
export function changedTexts(files: Files, { written }: OverlayFiles): FileChange[] {
  return [...written]
    .map(([path, after]) => ({
      path,
      before: files.status(path) === undefined ? undefined : decodeWithMark(files.read(path)),
      after,
    }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Prints changes as unified diffs, to be applied in the working directory. */
export function printChanges(terminal: Terminal, changes: readonly FileChange[]): void {
  // Who passes the diff on needs it to the letter.
  const shown = terminal.outIsTerminal ? visibleLines : (diff: string) => diff;
  for (const { path, before, after } of changes)
    terminal.out(
      shown(unifiedDiff({ path: posix.relative(terminal.workingDirectory, path), before, after })),
    );
}
