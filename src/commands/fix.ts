import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import { readApiRef } from "../apiref/read.ts";
import { type Flags, resolveSettings, type Settings } from "../config/resolve.ts";
import { ruleNameProblem } from "../config/rule-settings.ts";
import type { Files } from "../files/files.ts";
import { type OverlayFiles, overlayFiles } from "../files/overlay.ts";
import type { Finding } from "../findings/finding.ts";
import type { RuleSetting } from "../findings/severity.ts";
import { changedOperations } from "../fixes/kept-codes.ts";
import { type Selection, selectFixes } from "../fixes/select.ts";
import { type Project, runProject } from "../project.ts";
import { counted } from "../reporters/style.ts";
import { catalogue, ruleNames } from "../rules/index.ts";
import { append } from "../text/append.ts";
import { UsageError } from "../usage-error.ts";
import { changedTexts, editorOf, printChanges } from "./edited-texts.ts";
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
      left = project.places;
      read = project.apiRef.files.keys();
      const chosen = mend(layer, project);
      if (chosen.length === 0) break;
      append(fixed, chosen);
    }
  } finally {
    progress.clear();
  }

  const changes = changedTexts(files, layer);
  if (flags.dryRun) printChanges(terminal, changes);
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
function mend(layer: OverlayFiles, { places, apiRef }: Project): readonly Finding[] {
  const { realPath, isWritable, textsWith } = editorOf(layer);
  const mendable = places.filter(({ edits }) => edits?.every(({ span }) => isWritable(span.file)));
  const textsOf = ({ edits }: Selection) => textsWith(edits);
  const left = notSafelyMoved(mendable, apiRef, layer, (some) => textsOf(selectFixes(some, realPath)));
  const selection = selectFixes(
    mendable.filter((finding) => !left.has(finding)),
    realPath,
  );
  layer.writeAll(textsOf(selection));
  return selection.fixed;
}

/** The rule whose fixes move codes from one place to another. */
const MOVES_CODES = "status-codes-freeform";

/** The findings whose fixes would leave some operation with other codes, or at another level: a person has to make them. */
function notSafelyMoved(
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
    const changed = changedOperations(apiRef, readApiRef(trial, apiRef.root));
    if (changed.size === 0) return left;
    const blamed = moving.filter(({ operation = "" }) => changed.has(operation));
    // Every round leaves out some, so that there is an end.
    for (const finding of blamed.length > 0 ? blamed : moving) left.add(finding);
  }
}

/** `left 2 findings of status-codes-freeform that need a person`. */
function leftLine(left: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of left) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const parts = [...counts].map(([rule, count]) => `${counted(count, "finding")} of ${rule}`);
  return `left ${parts.join(", ")}: not safe to fix without a person; see apiref lint`;
}
