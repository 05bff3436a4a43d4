import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import type { GitChanges } from "../files/git.ts";
import type { FileDiff, Hunk } from "../files/git-diff.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "./finding.ts";

/**
 * Keeps the findings that a change may have brought about:
 *
 * - a line of the finding, or of a related place, is new or differs;
 * - lines were taken out of what is indented below its line, as a field out of a definition;
 * - what it names was taken away: the key of a definition or of a row, or a file (`limit`, `samples/list.json`).
 *
 * A change that tells in none of these ways (a section that is gone) shows in a run on all lines only. Files outside
 * the work tree and files that git ignores do not change.
 */
export function findingsOfChange(
  findings: readonly Finding[],
  { top, diffs, untracked }: GitChanges,
  files: Files,
): Finding[] {
  const whole = new Set([
    ...untracked,
    ...diffs.filter(({ binary }) => binary).map(({ newName }) => newName),
  ]);
  const hunks = new Map(diffs.map(({ newName, hunks }) => [newName, hunks]));
  const keys = keysTakenAway(diffs);
  const fileNames = filesTakenAway(diffs);
  const names = new Map<string, string>();
  const nameOf = ({ path }: SourceFile): string => {
    const name = names.get(path) ?? posix.relative(top, files.realPath(path) ?? path);
    names.set(path, name);
    return name;
  };

  const isChanged = (place: Span): boolean => {
    const name = nameOf(place.file);
    if (whole.has(name)) return true;
    const found = hunks.get(name);
    if (found === undefined) return false;
    const { first, last } = linesOf(place);
    return found.some(({ line, count }) => count > 0 && line <= last && line + count > first);
  };
  return findings.filter(({ span, related = [] }) => {
    if (isChanged(span)) return true;
    // An empty place stands for its file as a whole, in which something changes often.
    if (related.some((place) => place.span.start < place.span.end && isChanged(place.span))) return true;
    const text = span.file.text.slice(span.start, Math.min(span.end, span.start + LONGEST_NAME));
    if (keys.has(text) || fileNames.has(posix.basename(text))) return true;
    return hasLostLines(span, hunks.get(nameOf(span.file)) ?? []);
  });
}

const LONGEST_NAME = 500;

/** The first and the last line of a place; its end is exclusive. */
function linesOf({ file, start, end }: Span): { readonly first: number; readonly last: number } {
  return {
    first: file.positionAt(start).line,
    last: file.positionAt(Math.max(start, end - 1)).line,
  };
}

/** Whether lines that were indented deeper than the place's line are gone from below it. */
function hasLostLines(place: Span, hunks: readonly Hunk[]): boolean {
  if (hunks.length === 0) return false;
  const { first } = linesOf(place);
  const own = indentation(place.file.lineText(first));
  const isDeeper = (text: string) => text.trim() === "" || indentation(text) > own;
  let last = first;
  while (last < place.file.lineStarts.length && isDeeper(place.file.lineText(last + 1))) last++;
  return hunks.some(({ line, count, removed }) => {
    const above = count === 0 ? line : line - 1;
    return first <= above && above <= last && removed.some((text) => text.trim() !== "" && isDeeper(text));
  });
}

function indentation(text: string): number {
  return text.length - text.trimStart().length;
}

/** Names that lines which are gone held, and new lines do not: keys of definitions and of rows. */
function keysTakenAway(diffs: readonly FileDiff[]): ReadonlySet<string> {
  const removed = new Set<string>();
  for (const { oldName, hunks } of diffs)
    for (const hunk of hunks) for (const text of hunk.removed) addKey(removed, oldName, text);
  const added = new Set<string>();
  for (const { newName, hunks } of diffs)
    for (const hunk of hunks) for (const text of hunk.added) addKey(added, newName, text);
  for (const key of added) removed.delete(key);
  return removed;
}

/** The key that a line defines, `limit:` in YAML, or looks up, `- limit: limit` in RST. */
function addKey(keys: Set<string>, fileName: string | undefined, text: string): void {
  const isYaml = /\.ya?ml$/.test(fileName ?? "");
  const pattern = isYaml ? /^["']?([\w.-]+)["']?\s*:/ : /^\s+-\s+[^\s:]+\s*:\s*([\w.-]+)\s*$/;
  const key = pattern.exec(text)?.[1];
  if (key !== undefined) keys.add(key);
}

/** Names of files, without their folders, that were removed, renamed or moved. */
function filesTakenAway(diffs: readonly FileDiff[]): ReadonlySet<string> {
  const names = diffs.filter(({ oldName, newName }) => oldName !== newName).map(({ oldName }) => oldName);
  return new Set(names.filter((name) => name !== undefined).map((name) => posix.basename(name)));
}
