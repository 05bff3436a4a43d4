import { posix } from "node:path";
import type { ApiRef } from "./apiref/model.ts";
import { readApiRef } from "./apiref/read.ts";
import { sampleInclusions } from "./apiref/sample-inclusions.ts";
import { type Bodies, readBodies } from "./bodies/read-bodies.ts";
import { type BaseTree, baseTree } from "./changes/base-tree.ts";
import { newFindings, stateOf } from "./changes/new-findings.ts";
import { baselineOf, baselineText, compareWithBaseline } from "./config/baseline.ts";
import { requireOperations } from "./config/require-operations.ts";
import type { Settings } from "./config/resolve.ts";
import { isRun, rulesFor } from "./config/rules-of-run.ts";
import { unmatchedSettings } from "./config/unmatched.ts";
import type { Evidence } from "./evidence/evidence.ts";
import { readEvidence } from "./evidence/read-evidence.ts";
import type { Files } from "./files/files.ts";
import { workTreeOf } from "./files/work-tree.ts";
import type { Finding } from "./findings/finding.ts";
import { failedCheck } from "./findings/internal-error.ts";
import { joined } from "./findings/joined.ts";
import { settingsToRun } from "./findings/override.ts";
import { runRules, sortFindings } from "./findings/run.ts";
import { settingUnmatched } from "./findings/setting-unmatched.ts";
import { settle } from "./findings/settle.ts";
import { suppressionUnused } from "./findings/suppress.ts";
import { buildSpecification } from "./openapi/build.ts";
import { knownVersion } from "./openapi/named-versions.ts";
import type { SpecificationOptions } from "./openapi/options.ts";
import type { Specification } from "./openapi/specification.ts";
import { redoclyPrefix } from "./redocly/config.ts";
import { type DocumentLinter, startLinter } from "./redocly/linter.ts";
import type { RedoclyThread } from "./redocly/thread.ts";
import { ruleNames } from "./rules/index.ts";
import { type Summary, summarize } from "./summary.ts";
import { Memory } from "./text/memory.ts";
import { UsageError } from "./usage-error.ts";
import { type Comparison, compareEvidence } from "./verify/compare.ts";

/** What one run makes of an api-ref tree. */
export interface Project {
  readonly settings: Settings;
  /** The top of the git work tree, as the files of the findings name it; undefined without one. */
  readonly top: string | undefined;
  readonly apiRef: ApiRef;
  readonly bodies: Bodies;
  readonly specification: Specification;
  /** The same with each documented operation apart, for the page; made when it is asked for. */
  readonly apart: Specification;
  /** What came of the evidence; undefined where none was named. */
  readonly comparison: Comparison | undefined;
  /** Those to report, one a cause. */
  readonly findings: readonly Finding[];
  /** The same, one a place: each is mended by itself. */
  readonly places: readonly Finding[];
  readonly summary: Summary;
  /** Undefined where there is none. */
  readonly baseline: BaselineOutcome | undefined;
}

/** What a run has to do with its baseline. */
export interface BaselineOutcome {
  readonly path: string;
  /** How many findings the baseline did not record, and how many recorded ones are no more. */
  readonly fresh: number;
  readonly gone: number;
  /** The baseline's text with the findings of this run. */
  readonly text: string;
}

/** How a run is to go, beside its settings. */
export interface RunOptions {
  /** Whether the findings are about to be recorded, and so none of them is to be reported. */
  readonly updatesBaseline?: boolean;
  /** Called with what is being done now. */
  readonly onStep?: (step: string) => void;
  /** Called with what was read, before anything is checked; what it throws ends the run. */
  readonly onTree?: (tree: Pick<Project, "specification" | "apart" | "apiRef" | "settings">) => Promise<void>;
  /**
   * Called with what comes of the sources before the document is made of them and linted, where the linter found nothing
   * in the last one; what it throws ends the run.
   */
  readonly onSources?: (project: Project) => Promise<void>;
  /** Called when the specification is made and, in another thread, being linted: the time to write it out as text. */
  readonly onSpecification?: (tree: Pick<Project, "specification" | "apart" | "apiRef" | "settings">) => void;
}

/** Whether Redocly looks at the specification; it does unless told otherwise, or evidence is named. */
export interface SpecificationLinting {
  readonly lintsDocument?: boolean;
  /** A thread that was started before; it is closed in the end. */
  readonly redocly?: RedoclyThread;
}

/** What one run takes over from an earlier one of the same tree; the result is that of a run from nothing. */
export interface Kept {
  readonly memory: Memory;
  /** Undefined where Redocly does not look at the specification. */
  readonly linter: DocumentLinter | undefined;
}

/** One run that begins from nothing. Reads files; writes and prints nothing. */
export async function runProject(
  files: Files,
  settings: Settings,
  {
    lintsDocument = settings.against === undefined,
    redocly,
    ...options
  }: RunOptions & SpecificationLinting = {},
): Promise<Project> {
  const linter = lintsDocument ? startLinter(settingsToRun(settings), redocly) : undefined;
  try {
    return await runWith({ memory: new Memory(), linter }, files, settings, options);
  } finally {
    await linter?.close();
  }
}

/** The whole run: text → tree → model → document → findings. */
export async function runWith(
  kept: Kept,
  files: Files,
  settings: Settings,
  { onStep, onTree, onSources, onSpecification, updatesBaseline = false }: RunOptions = {},
): Promise<Project> {
  const { linter } = kept;
  const baseline = baselineOf(files, settings, updatesBaseline);
  const base =
    settings.changedSince === undefined ? undefined : baseTree(files, settings, settings.changedSince);
  const evidence = evidenceOf(files, settings);
  const tree = readTree(kept, files, settings, { onStep, evidence });
  const { apiRef, bodies, specification, apart, comparison } = tree;
  requireOperations(apiRef, settings);
  requireMatches(comparison);
  await onTree?.(tree);

  onStep?.("checking");
  const outcome = async (found: readonly Finding[]): Promise<Project> => {
    const all = concluded(found, tree, linter !== undefined);
    const isOff = (rule: string) => settings.rules.get(rule) === "off" || !isRun(rule, settings);
    const compared =
      baseline &&
      compareWithBaseline(all, baseline, isOff, {
        ...apiRef,
        isThere: (path) => files.status(path) !== undefined,
      });
    const wanted = (compared?.fresh ?? all).filter(({ rule }) => settings.isWanted(rule));
    const fresh = updatesBaseline ? [] : wanted;
    const places =
      base === undefined || fresh.length === 0
        ? fresh
        : await findingsSince(base, { tree, findings: all, wanted: fresh, kept, onStep });
    const findings = joined(places);
    return {
      settings,
      top: topAsNamed(files, settings.root),
      apiRef,
      bodies,
      specification,
      apart,
      comparison,
      findings,
      places,
      summary: summarize(apiRef, bodies, findings, comparison),
      baseline: compared && {
        path: baseline.path,
        fresh: compared.fresh.length,
        gone: compared.gone.length,
        text: baselineText(all, baseline, isOff),
      },
    };
  };
  const lint = () => findingsOfLinter(linter, tree);
  const isEarly = onSources !== undefined && linter?.foundNothing() === true;
  // Unless somebody waits for the sources alone, the linter's thread works beside the rules.
  const beside = isEarly ? undefined : lint();
  beside?.catch(() => {}); // it is awaited below
  const found = findingsOfRules(rulesFor(settings), tree);
  if (isEarly) await onSources(await outcome(found));
  const linted = beside ?? lint();
  onSpecification?.(tree);
  const ofDocument = await linted;
  return outcome([...found, ...ofDocument]);
}

/** The top of the work tree from the source folder upwards, by the path that led to the folder. */
function topAsNamed(files: Files, root: string): string | undefined {
  const top = workTreeOf(files, root);
  const real = files.realPath(root);
  if (top === undefined || real === undefined) return undefined;
  return posix.join(root, posix.relative(real, top));
}

/** A tree as it was read, its bodies, and the document made of them. */
interface Tree {
  readonly files: Files;
  readonly settings: Settings;
  readonly apiRef: ApiRef;
  readonly bodies: Bodies;
  readonly specification: Specification;
  readonly apart: Specification;
  /** The microversion that the document is made for; undefined for all. */
  readonly microversion: string | undefined;
  /** What was held against it, and what came of that; undefined where nothing was named. */
  readonly evidence: readonly Evidence[] | undefined;
  readonly comparison: Comparison | undefined;
}

/** What the reading of a tree needs beside its files. */
interface Reading {
  readonly onStep: RunOptions["onStep"];
  readonly evidence: readonly Evidence[] | undefined;
  /** The tree of now, where an earlier one is read. */
  readonly present?: Tree;
}

/** Reads a tree; an earlier one is made for the microversion of the present one, whether it names that or not. */
function readTree(
  { memory }: Kept,
  files: Files,
  settings: Settings,
  { onStep, evidence, present }: Reading,
): Tree {
  onStep?.("reading the api-ref");
  const apiRef = readApiRef(files, settings.root, {
    ...(settings.documents === undefined ? {} : { documents: settings.documents }),
    history: settings.history,
    memory,
  });
  onStep?.("making the specification");
  const { microversion: wanted, ...others } = settings.specification;
  const microversion =
    present === undefined && wanted !== undefined ? knownVersion(apiRef, wanted) : present?.microversion;
  const options: SpecificationOptions = microversion === undefined ? others : { ...others, microversion };
  const bodies = readBodies(apiRef, microversion, memory);
  if (evidence !== undefined) onStep?.("comparing with the evidence");
  return {
    files,
    settings,
    apiRef,
    bodies,
    specification: buildSpecification(bodies, options),
    apart: buildSpecification(bodies, { ...options, operations: "apart" }),
    microversion,
    evidence,
    comparison: evidence && compareEvidence(apiRef, bodies.placed, evidence),
  };
}

/** The files that the tree is to be held against. */
function evidenceOf(files: Files, { against, workingDirectory }: Settings): readonly Evidence[] | undefined {
  return against?.map((name) => readEvidence(files, posix.resolve(workingDirectory, name), name));
}

/** A file of which nothing matches is the wrong one; it must not pass for agreement. */
function requireMatches(comparison: Comparison | undefined): void {
  for (const { name, matched, kind } of comparison?.files ?? [])
    if (matched === 0)
      throw new UsageError(
        `${name} has no ${kind === "document" ? "operation" : "exchange"} that the api-ref documents. Name evidence of the same service, or another SOURCE.`,
      );
}

/** What the rules find, and which of them failed. */
function findingsOfRules(applicable: ReturnType<typeof rulesFor>, tree: Tree): Finding[] {
  return runRules(applicable, tree, settingsToRun(tree.settings), (rule, error) =>
    failedCheck(rule, error, tree.apiRef.documents[0]!.file, settingsToRun(tree.settings)),
  );
}

/** What Redocly finds, or that it failed. */
async function findingsOfLinter(linter: DocumentLinter | undefined, tree: Tree): Promise<Finding[]> {
  try {
    return (await linter?.lint(tree.specification)) ?? [];
  } catch (error) {
    // a part of the program that cannot be read
    if (error instanceof UsageError) throw error;
    return failedCheck("openapi/…", error, tree.apiRef.documents[0]!.file, settingsToRun(tree.settings));
  }
}

/** The findings that count, in order, with those about the configuration. */
function concluded(
  found: readonly Finding[],
  { files, settings, apiRef }: Tree,
  lintsDocument: boolean,
): Finding[] {
  const wholeTree = settings.documents === undefined;
  const settled = settle(found, apiRef.files.values(), {
    ...settings,
    ruleNames,
    wholeTree,
    isRun: (rule) => isRun(rule, settings),
    includedAt: sampleInclusions(apiRef),
  });
  // Without the linter it is not known what its rules find.
  const unusedAllowed = settled.unusedAllowed.filter(
    ({ rule }) => isRun(rule, settings) && (lintsDocument || !rule.startsWith("openapi/")),
  );
  return sortFindings([
    ...settled.findings,
    ...unmatchedSettings(settings.claims, apiRef, unusedAllowed, files),
  ]);
}

/** The present findings, and what is needed to look for them in an earlier tree. */
interface Present {
  readonly tree: Tree;
  readonly findings: readonly Finding[];
  /** Those of them that are to be reported if they are new. */
  readonly wanted: readonly Finding[];
  readonly kept: Kept;
  readonly onStep: RunOptions["onStep"];
}

/** These tell of what others did not find, and so need all of them. */
const NEEDS_ALL: readonly string[] = [suppressionUnused.name, settingUnmatched.name];

/** The findings that a base does not have. Only rules that have found something now are run on it. */
async function findingsSince(
  { files, settings, top }: BaseTree,
  { tree, findings, wanted, kept, onStep }: Present,
): Promise<readonly Finding[]> {
  if (settings === undefined) return wanted;
  onStep?.("comparing");
  const named = new Set(findings.map(({ rule }) => rule));
  const all = NEEDS_ALL.some((rule) => named.has(rule));
  // What the change left alone is read once for both states, for the memory is the same.
  const before = readTree(kept, files, settings, {
    onStep: undefined,
    evidence: tree.evidence,
    present: tree,
  });
  const linted = [...named].some((rule) => rule.startsWith(redoclyPrefix)) || all;
  const ofDocument = linted ? await findingsOfLinter(kept.linter, before) : [];
  const asked = rulesFor(settings).filter(({ name }) => all || named.has(name));
  const found = [...findingsOfRules(asked, before), ...ofDocument];
  const fresh = new Set(
    newFindings(
      stateOf(before, concluded(found, before, kept.linter !== undefined), top),
      stateOf(tree, findings, top),
    ),
  );
  return wanted.filter((finding) => fresh.has(finding));
}
