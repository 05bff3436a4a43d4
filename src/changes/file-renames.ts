import { posix } from "node:path";
import { common } from "../text/alike.ts";
import { groupedBy } from "../text/grouped.ts";
import type { SourceFile } from "../text/source-file.ts";

/** The files of a state, by their names from the top of the work tree. */
export type NamedFiles = ReadonlyMap<string, SourceFile>;

/** As git has it: half of a file is enough to know it again. */
const ENOUGH = 0.5;

/** So many pairs of files are compared line by line; in a larger change, renamed files are known by their names. */
const MOST_PAIRS = 2500;

/**
 * The files that have another name now: old name → new one. The same text is looked for first, then the same name in
 * another folder, then lines in common.
 *
 * @param before files that are gone
 * @param now files that were not there
 */
export function fileRenames(before: NamedFiles, now: NamedFiles): Map<string, string> {
  const gone = new Set(before.keys());
  const added = new Set(now.keys());
  const renames = new Map<string, string>();
  const rename = (old: string, name: string) => {
    renames.set(old, name);
    gone.delete(old);
    added.delete(name);
  };
  const sameText = groupedBy(added, (name) => now.get(name)!.text);
  for (const old of [...gone]) {
    const { text } = before.get(old)!;
    const candidates = (text === "" ? [] : (sameText.get(text) ?? [])).filter((name) => added.has(name));
    const found = candidates.find((name) => posix.basename(name) === posix.basename(old)) ?? candidates[0];
    if (found !== undefined) rename(old, found);
  }
  const likeness = (old: string, name: string) =>
    common(linesOf(before.get(old)!.text), linesOf(now.get(name)!.text));
  const sameName = groupedBy(added, (name) => posix.basename(name));
  for (const old of [...gone]) {
    const candidates = (sameName.get(posix.basename(old)) ?? []).filter((name) => added.has(name));
    const best = mostAlike(candidates, (name) => likeness(old, name));
    if (best !== undefined && (best.score >= ENOUGH || (candidates.length === 1 && best.score > 0)))
      rename(old, best.name);
  }
  if (gone.size * added.size > MOST_PAIRS) return renames;
  for (const old of [...gone]) {
    const candidates = [...added].filter((name) => posix.extname(name) === posix.extname(old));
    const best = mostAlike(candidates, (name) => likeness(old, name));
    if (best !== undefined && best.score >= ENOUGH) rename(old, best.name);
  }
  return renames;
}

function mostAlike(
  names: readonly string[],
  scoreOf: (name: string) => number,
): { readonly name: string; readonly score: number } | undefined {
  return names
    .map((name) => ({ name, score: scoreOf(name) }))
    .reduce<{ name: string; score: number } | undefined>(
      (best, one) => (best === undefined || one.score > best.score ? one : best),
      undefined,
    );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
