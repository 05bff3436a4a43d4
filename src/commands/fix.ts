import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import { readApiRef } from "../apiref/read.ts";
import { type Flags, resolveSettings, type Settings } from "../config/resolve.ts";
import { ruleNameProblem } from "../config/rule-settings.ts";
import type { Files } from "../files/files.ts";
import { type OverlayFiles, overlayFiles } from "../files/overlay.ts";
import type { Finding } from "../findings/finding.ts";
import type { RuleSetting } from "../findings/severity.ts";
import { operationsWithOtherCodes } from "../fixes/kept-codes.ts";
import { type Selection, selectFixes } from "../fixes/select.ts";
import { type Project, runProject } from "../project.ts";
import { counted } from "../reporters/style.ts";
import { catalogue, ruleNames } from "../rules/index.ts";
import { append } from "../text/append.ts";
import { unifiedDiff } from "../text/diff.ts";
import { applyEdits } from "../text/edit.ts";
import type { SourceFile } from "../text/source-file.ts";
import { visibleLines } from "../text/visible.ts";
import { UsageError } from "../usage-error.ts";
import { progressOn, type Terminal } from "./terminal.ts";

/** The options of `apiref fix`. */
export interface FixFlags extends Pick<Flags, "source" | "config"> {
  /** Print what would be changed, change nothing. */
  readonly dryRun?: boolean | undefined;
  /** Names of the rules whose findings are fixed; all fixable ones without it. */
  readonly ruleNames?: readonly string[] | undefined;
  readonly quiet?: boolean | undefined;
  readonly progress: boolean;
}

/** One fix may make way for another, as two definitions that move to the same place; more passes than that are a circle. */
const MOST_PASSES = 20;

/** `apiref fix`: makes the edits of findings until there are none left, then writes all files. Gives the exit code. */
export async function fix(files: Files, terminal: Terminal, flags: FixFlags): Promise<number> {
  const settings = fixSettings(files, terminal.workingDirectory, flags);
  const layer = overlayFiles(files);
  const progress = progressOn(terminal, flags.progress && !flags.quiet);
  const fixed: Finding[] = [];
  let left: readonly Finding[] = [];
  let read: Iterable<string> = [];
  try {
    for (let pass = 1; pass <= MOST_PASSES; pass++) {
      const project = await runProject(layer, settings, { lintsDocument: false, onStep: progress.step });
      const { findings } = project;
      left = findings;
      read = project.apiRef.files.keys();
      const chosen = mend(layer, project);
      if (chosen.length === 0) break;
      append(fixed, chosen);
    }
  } finally {
    progress.clear();
  }

  const changes = changedTexts(files, layer);
  // Who passes the diff on needs it to the letter.
  const shown = terminal.outIsTerminal ? visibleLines : (diff: string) => diff;
  if (flags.dryRun)
    for (const { path, before, after } of changes)
      terminal.out(
        shown(unifiedDiff({ path: posix.relative(terminal.workingDirectory, path), before, after })),
      );
  else {
    // A run that was killed may have written other files than this one.
    for (const directory of new Set([...read].map((path) => posix.dirname(path))))
      files.removeLeftovers?.(directory);
    files.writeAll(new Map(changes.map(({ path, after }) => [path, after])));
  }

  if (!flags.quiet) {
    const would = flags.dryRun ? "would fix" : "fixed";
    if (left.length > 0) terminal.err(`${leftLine(left)}\n`);
    terminal.err(`${would} ${counted(fixed.length, "finding")} in ${counted(changes.length, "file")}\n`);
  }
  return 0;
}

/** The settings with which only the rules run whose findings are to be fixed, on the whole tree. */
function fixSettings(files: Files, workingDirectory: string, flags: FixFlags): Settings {
  const settings = resolveSettings(
    files,
    workingDirectory,
    { source: flags.source, config: flags.config },
    ruleNames,
  );
  const fixable: readonly string[] = catalogue.filter((rule) => rule.fixable).map(({ name }) => name);
  for (const name of flags.ruleNames ?? []) {
    const problem = ruleNameProblem(name, ruleNames);
    if (problem !== undefined) throw new UsageError(problem);
    if (!fixable.includes(name))
      throw new UsageError(`\`${name}\` has no automatic fix. Rules that have one: ${fixable.join(", ")}.`);
  }
  const named = flags.ruleNames;
  const wanted = new Set(named ?? fixable);
  const rules = catalogue.map(({ name, severity }): [string, RuleSetting] => {
    const set = settings.rules.get(name) ?? severity;
    if (!wanted.has(name)) return [name, "off"];
    return [name, named !== undefined && set === "off" ? severity : set];
  });
  const overrides = settings.overrides.map((override) => ({
    ...override,
    rules: new Map([...override.rules].filter(([name]) => wanted.has(name))),
  }));
  return {
    ...settings,
    rules: new Map(rules),
    overrides: named === undefined ? overrides : [],
    claims: undefined,
    documents: undefined,
    baseline: undefined,
    changedSince: undefined,
  };
}

/** Makes the edits that can be made at once; gives the findings that they mend. */
function mend(layer: OverlayFiles, { findings, apiRef }: Project): readonly Finding[] {
  const realPaths = new Map<string, string>();
  const realPath = (path: string): string => {
    const real = realPaths.get(path) ?? layer.realPath(path) ?? path;
    realPaths.set(path, real);
    return real;
  };
  const bomOf = new Map<string, string | undefined>();
  const isWritable = ({ file }: { readonly file: SourceFile }): boolean => {
    const path = realPath(file.path);
    if (!bomOf.has(path)) bomOf.set(path, byteOrderMark(layer, path, file.text));
    return bomOf.get(path) !== undefined;
  };
  const mendable = findings.filter(({ edits }) => edits?.every(({ span }) => isWritable(span)));
  const textsOf = ({ edits }: Selection) =>
    new Map(
      [...edits].map(([path, ofFile]) => [
        path,
        bomOf.get(path)! + applyEdits(ofFile[0]!.span.file.text, ofFile),
      ]),
    );
  const left = withOtherCodes(mendable, apiRef, layer, (some) => textsOf(selectFixes(some, realPath)));
  const selection = selectFixes(
    mendable.filter((finding) => !left.has(finding)),
    realPath,
  );
  layer.writeAll(textsOf(selection));
  return selection.fixed;
}

/** The rule whose fixes move codes from one place to another. */
const MOVES_CODES = "status-codes-freeform";

/** The findings whose fixes would leave some operation with other codes than it has: a person has to make them. */
function withOtherCodes(
  findings: readonly Finding[],
  apiRef: ApiRef,
  layer: OverlayFiles,
  textsOf: (findings: readonly Finding[]) => ReadonlyMap<string, string>,
): ReadonlySet<Finding> {
  const left = new Set<Finding>();
  for (;;) {
    const moving = findings.filter((finding) => finding.rule === MOVES_CODES && !left.has(finding));
    if (moving.length === 0) return left;
    const trial = overlayFiles(layer);
    trial.writeAll(textsOf(moving));
    const changed = operationsWithOtherCodes(apiRef, readApiRef(trial, apiRef.root));
    if (changed.size === 0) return left;
    const blamed = moving.filter(({ operation = "" }) => changed.has(operation));
    // Every round leaves out some, so that there is an end.
    for (const finding of blamed.length > 0 ? blamed : moving) left.add(finding);
  }
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

interface Change {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

function changedTexts(files: Files, { written }: OverlayFiles): Change[] {
  return [...written]
    .map(([path, after]) => ({
      path,
      before: files.status(path) === undefined ? undefined : decodeWithMark(files.read(path)),
      after,
    }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `left 2 findings of status-codes-freeform that need a person`. */
function leftLine(left: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of left) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const parts = [...counts].map(([rule, count]) => `${counted(count, "finding")} of ${rule}`);
  return `left ${parts.join(", ")}: not safe to fix without a person; see apiref lint`;
}
