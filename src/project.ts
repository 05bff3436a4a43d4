import { posix } from "node:path";
import type { ApiRef } from "./apiref/model.ts";
import { readApiRef } from "./apiref/read.ts";
import type { TreeMemory } from "./apiref/tree-memory.ts";
import { type Baseline, baselineText, compareWithBaseline, readBaseline } from "./config/baseline.ts";
import type { Settings } from "./config/resolve.ts";
import { unmatchedSettings } from "./config/unmatched.ts";
import type { Files } from "./files/files.ts";
import { gitChanges } from "./files/git.ts";
import { findingsOfChange } from "./findings/changed.ts";
import type { Finding } from "./findings/finding.ts";
import { settingsToRun } from "./findings/override.ts";
import { runRules, sortFindings } from "./findings/run.ts";
import { settle } from "./findings/settle.ts";
import { buildSpecification } from "./openapi/build.ts";
import { type DocumentLinter, startLinter } from "./openapi/redocly.ts";
import type { RedoclyThread } from "./openapi/redocly-thread.ts";
import type { Specification } from "./openapi/specification.ts";
import type { SpecificationMemory } from "./openapi/specification-memory.ts";
import { ruleNames, rules } from "./rules/index.ts";
import { type Summary, summarize } from "./summary.ts";
import { UsageError } from "./usage-error.ts";

/** What one run makes of an api-ref tree. */
export interface Project {
  readonly settings: Settings;
  readonly apiRef: ApiRef;
  readonly specification: Specification;
  /** Those to report. */
  readonly findings: readonly Finding[];
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
  /**
   * Called with what comes of the sources before the document is made of them and linted, where the linter found nothing
   * in the last one; what it throws ends the run.
   */
  readonly onSources?: (project: Project) => Promise<void>;
  /** Called when the specification is made and, in another thread, being linted: the time to write it out as text. */
  readonly onSpecification?: (specification: Specification, root: string) => void;
}

/** Whether Redocly looks at the specification; it does unless told otherwise. */
export interface SpecificationLinting {
  readonly lintsDocument?: boolean;
  /** A thread that was started before; it is closed in the end. */
  readonly redocly?: RedoclyThread;
}

/** What one run can take over from an earlier one of the same tree; the result is the same without it. */
export interface Kept {
  readonly tree?: TreeMemory;
  readonly specification?: SpecificationMemory;
  /** Undefined where Redocly does not look at the specification. */
  readonly linter: DocumentLinter | undefined;
}

/** One run that begins from nothing. Reads files; writes and prints nothing. */
export async function runProject(
  files: Files,
  settings: Settings,
  { lintsDocument = true, redocly, ...options }: RunOptions & SpecificationLinting = {},
): Promise<Project> {
  const linter = lintsDocument ? startLinter(settingsToRun(settings), redocly) : undefined;
  try {
    return await runWith({ linter }, files, settings, options);
  } finally {
    await linter?.close();
  }
}

/** The whole run: text → tree → model → document → findings. */
export async function runWith(
  { tree, specification: making, linter }: Kept,
  files: Files,
  settings: Settings,
  { onStep, onSources, onSpecification, updatesBaseline = false }: RunOptions = {},
): Promise<Project> {
  const baseline = readBaselineOf(files, settings, updatesBaseline);
  const changes =
    settings.changedSince === undefined ? undefined : gitChanges(files, settings.root, settings.changedSince);
  onStep?.("reading the api-ref");
  const apiRef = readApiRef(files, settings.root, {
    ...(settings.documents === undefined ? {} : { documents: settings.documents }),
    memory: tree,
  });
  requireOperations(apiRef, settings);

  onStep?.("making the specification");
  const specification = buildSpecification(apiRef, settings.specification, making);

  onStep?.("checking");
  const wholeTree = settings.documents === undefined;
  const applicable = wholeTree ? rules : rules.filter((rule) => rule.wholeTree !== true);
  const rulesToRun = settingsToRun(settings);
  const outcome = (found: readonly Finding[]): Project => {
    const settled = settle(found, apiRef.files.values(), { ...settings, ruleNames, wholeTree });
    // Without the linter it is not known what its rules find.
    const unusedAllowed = settled.unusedAllowed.filter(
      ({ rule }) => linter !== undefined || !rule.startsWith("openapi/"),
    );
    const unmatched = unmatchedSettings(settings.claims, apiRef, unusedAllowed, files);
    const all = sortFindings([...settled.findings, ...unmatched]);
    const isOff = (rule: string) => settings.rules.get(rule) === "off";
    const compared = baseline && compareWithBaseline(all, baseline, isOff);
    const fresh = updatesBaseline ? [] : (compared?.fresh ?? all);
    const findings = changes === undefined ? fresh : findingsOfChange(fresh, changes, files);
    return {
      settings,
      apiRef,
      specification,
      findings,
      summary: summarize(apiRef, specification, findings),
      baseline: compared && {
        path: baseline.path,
        fresh: compared.fresh.length,
        gone: compared.gone.length,
        text: baselineText(all, baseline, isOff),
      },
    };
  };
  const lint = () => linter?.lint(specification) ?? Promise.resolve([]);
  const isEarly = onSources !== undefined && linter?.foundNothing() === true;
  // Unless somebody waits for the sources alone, the linter's thread works beside the rules.
  const beside = isEarly ? undefined : lint();
  const found = runRules(applicable, { apiRef, specification }, rulesToRun);
  if (isEarly) await onSources(outcome(found));
  const linted = beside ?? lint();
  onSpecification?.(specification, settings.root);
  const ofDocument = await linted;
  return outcome([...found, ...ofDocument]);
}

function readBaselineOf(
  files: Files,
  { baseline, workingDirectory }: Settings,
  updated: boolean,
): Baseline | undefined {
  if (baseline !== undefined) return readBaseline(files, { path: baseline, workingDirectory, updated });
  if (!updated) return undefined;
  throw new UsageError(
    "`--update-baseline` has no file to record in. Name one with `--baseline FILE`, or with `baseline:` in apiref.config.yaml.",
  );
}

/** A tree without operations is the wrong tree; a document made from it would overwrite a good one. */
function requireOperations(apiRef: ApiRef, { documents, workingDirectory }: Settings): void {
  if (apiRef.documents.some(({ operations }) => operations.length > 0)) return;
  if (documents !== undefined)
    throw new UsageError(
      `No document that matches ${documents.join(", ")} has an operation. Name documents as Sphinx does, such as \`v3/index\`.`,
    );
  const shown = posix.relative(workingDirectory, apiRef.root) || ".";
  throw new UsageError(
    `No document in ${shown} has an operation (\`rest_method\`). Name the source folder of an os-api-ref tree.`,
  );
}
