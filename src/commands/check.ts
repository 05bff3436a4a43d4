import { posix } from "node:path";
import { CONFIG_NAME } from "../config/load.ts";
import type { Flags, Settings } from "../config/resolve.ts";
import { resolveSettings } from "../config/resolve.ts";
import type { Files } from "../files/files.ts";
import { type Project, type RunOptions, runProject } from "../project.ts";
import type { RedoclyThread } from "../redocly/thread.ts";
import { type Format, formatsOfRepository, reporters } from "../reporters/index.ts";
import { type Report, report } from "../reporters/report.ts";
import { statistics } from "../reporters/statistics.ts";
import { stepSummary } from "../reporters/step-summary.ts";
import { counted, painter } from "../reporters/style.ts";
import { catalogue, ruleNames } from "../rules/index.ts";
import { UsageError } from "../usage-error.ts";
import { lastLine, summaryLines } from "./summary-lines.ts";
import { PAGE_COLUMNS, progressOn, styleOf, type Terminal } from "./terminal.ts";

/** What `build` and `lint` have in common. */
export interface CheckFlags extends Flags {
  /** Undefined where nobody has named one: `pretty`. */
  readonly format?: Format | undefined;
  /** Whether only errors are shown. The exit code counts the others all the same. */
  readonly errorsOnly?: boolean | undefined;
  /** Whether only the table of rules is printed. */
  readonly statistics?: boolean | undefined;
  /** Whether findings are shown in figures only unless a format is named, as `build` does without `-v`. */
  readonly isBrief?: boolean | undefined;
  /** Reports to write beside the one that is printed. */
  readonly reports?: readonly ReportTarget[] | undefined;
  /** Whether today's findings become the baseline. */
  readonly updateBaseline?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly color: boolean;
  readonly progress: boolean;
  /** Whether to run again on every change. */
  readonly watch?: boolean | undefined;
  /** Redocly, being loaded since before the rest of the program. */
  readonly redocly?: RedoclyThread | undefined;
}

/** What a command that checks does in one run: it reads and checks with `run`, and makes texts to write. */
export type Check = (files: Files, run: Run) => Promise<Checked>;

/** `runProject`, or the same in a session. */
export type Run = (files: Files, settings: Settings, options?: RunOptions) => Promise<Project>;

/** What came of it. */
export interface Checked {
  readonly project: Project;
  /** Texts to write, by file, named as on the command line. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A report in a file, named as on the command line. */
export interface ReportTarget {
  readonly format: Format;
  readonly file: string;
}

/** Reads and checks the tree, showing what is being done. */
export async function checkTree(
  files: Files,
  terminal: Terminal,
  flags: CheckFlags,
  run: Run,
  options: Pick<RunOptions, "onSpecification"> = {},
): Promise<Project> {
  if (flags.updateBaseline && flags.documents !== undefined)
    throw new UsageError(
      "`--update-baseline` records the findings of all documents. Leave out `--document`.",
    );
  const settings = resolveSettings(files, terminal.workingDirectory, flags, ruleNames);
  const progress = progressOn(terminal, flags.progress && !flags.quiet);
  try {
    return await run(files, settings, {
      ...options,
      onStep: progress.step,
      updatesBaseline: flags.updateBaseline ?? false,
    });
  } finally {
    progress.clear();
  }
}

/** Checks once, writes what was made, prints findings and summary; gives the exit code. */
export async function checkOnce(
  files: Files,
  terminal: Terminal,
  flags: CheckFlags,
  check: Check,
): Promise<0 | 1> {
  const startedAt = terminal.now();
  const { redocly } = flags;
  const checked = await check(files, (tree, settings, options) =>
    runProject(tree, settings, { ...options, ...(redocly === undefined ? {} : { redocly }) }),
  );
  return conclude(files, terminal, flags, checked, startedAt);
}

/** Writes what was made, prints findings and summary; gives the exit code. */
export function conclude(
  files: Files,
  terminal: Terminal,
  flags: CheckFlags,
  { project, texts }: Checked,
  startedAt: number,
): 0 | 1 {
  const { summary } = project;
  const shown = flags.errorsOnly ? onlyErrors(project) : project;
  const written = writeMade(files, terminal, flags, { project: shown, texts });

  const text = printed(terminal, flags, shown);
  if (text !== "") terminal.out(text);

  const { maxWarnings } = project.settings;
  const tooMany = maxWarnings !== undefined && summary.warnings > maxWarnings;
  if (!flags.quiet) {
    const paint = painter(styleOf(terminal, flags.color, terminal.errIsTerminal).colour);
    // On one terminal, a blank line between the findings and what is said of them.
    if (text !== "" && terminal.outIsTerminal && terminal.errIsTerminal) terminal.err("\n");
    const seconds = (terminal.now() - startedAt) / 1000;
    for (const line of summaryLines(summary, written, seconds)) terminal.err(`${paint("faint", line)}\n`);
    const note = baselineNote(flags, project);
    if (note !== undefined) terminal.err(`${note}\n`);
    if (tooMany)
      terminal.err(`${counted(summary.warnings, "warning")}, ${maxWarnings} allowed (--max-warnings)\n`);
    terminal.err(`${lastLine(project.findings, paint)}\n`);
  }
  return summary.errors > 0 || tooMany ? 1 : 0;
}

function onlyErrors(project: Project): Project {
  const findings = project.findings.filter(({ severity }) => severity === "error");
  return { ...project, findings, summary: { ...project.summary, warnings: 0, infos: 0 } };
}

/** What goes to standard output. */
function printed(terminal: Terminal, flags: CheckFlags, project: Project): string {
  const { format = "pretty", quiet = false } = flags;
  const style = { ...styleOf(terminal, flags.color, terminal.outIsTerminal), table: !quiet };
  if (flags.statistics || (flags.isBrief && flags.format === undefined))
    return statistics(reportOf(terminal, project), style);
  return reporters[format](reportIn(format, terminal, project), style);
}

/** The findings as reports show them, files named from the working directory. */
export function reportOf({ workingDirectory }: Terminal, { findings, summary, settings }: Project): Report {
  return report(findings, summary, { workingDirectory, rules: catalogue, rulesUrl: settings.rulesUrl });
}

/** The same for a format: some name files from the top of the repository. */
function reportIn(format: Format, terminal: Terminal, project: Project): Report {
  const { top } = project;
  if (top === undefined || !formatsOfRepository.has(format)) return reportOf(terminal, project);
  const { findings, summary, settings } = project;
  return report(findings, summary, { workingDirectory: top, rules: catalogue, rulesUrl: settings.rulesUrl });
}

/** Writes what was made beside what is printed; gives the names of the files. */
export function writeMade(
  files: Files,
  terminal: Terminal,
  flags: CheckFlags,
  { project, texts }: Checked,
): string[] {
  return writeAll(files, terminal, project.apiRef.files.keys(), [
    ...texts,
    ...(flags.reports ?? []).map(
      ({ format, file }) =>
        [file, reporters[format](reportIn(format, terminal, project), IN_A_FILE)] as const,
    ),
    ...stepSummaryToWrite(files, terminal, flags, project),
    ...baselineToWrite(terminal, flags, project),
  ]);
}

/** How a report in a file looks. */
const IN_A_FILE = { colour: false, columns: PAGE_COLUMNS };

/** Writes all texts or none, and none over a source; gives the names of their files. */
function writeAll(
  files: Files,
  { workingDirectory }: Terminal,
  sources: Iterable<string>,
  texts: readonly (readonly [name: string, text: string])[],
): string[] {
  if (texts.length === 0) return [];
  const read = new Set([...sources].map((path) => files.realPath(path) ?? path));
  const byPath = new Map<string, string>();
  for (const [name, text] of texts) {
    const path = posix.resolve(workingDirectory, name);
    if (read.has(files.realPath(path) ?? path) || posix.basename(path) === CONFIG_NAME)
      throw new UsageError(`${name} is read, and would be overwritten. Name another file to write.`);
    if (byPath.has(path)) throw new UsageError(`${name} is to be written twice. Name another file.`);
    byPath.set(path, text);
  }
  files.writeAll(byPath);
  return texts.map(([name]) => name);
}

/** Where GitHub asks for a summary of the step, what it has already and ours. */
function stepSummaryToWrite(
  files: Files,
  terminal: Terminal,
  { format, reports = [] }: CheckFlags,
  project: Project,
): [name: string, text: string][] {
  const file = terminal.environment.GITHUB_STEP_SUMMARY;
  const isForGithub = format === "github" || reports.some((target) => target.format === "github");
  if (!file || !isForGithub) return [];
  const before = files.status(file)?.kind === "file" ? new TextDecoder().decode(files.read(file)) : "";
  return [[file, before + stepSummary(reportIn("github", terminal, project))]];
}

function baselineToWrite(
  { workingDirectory }: Terminal,
  { updateBaseline }: CheckFlags,
  { baseline }: Project,
): [name: string, text: string][] {
  if (!updateBaseline || baseline === undefined) return [];
  return [[posix.relative(workingDirectory, baseline.path), baseline.text]];
}

function baselineNote({ updateBaseline, documents }: CheckFlags, { baseline }: Project): string | undefined {
  if (baseline === undefined) return undefined;
  const { fresh, gone } = baseline;
  if (updateBaseline) return `baseline: ${counted(fresh, "new finding")} recorded, ${gone} gone removed`;
  // Findings in other documents are not gone.
  if (gone === 0 || documents !== undefined) return undefined;
  return gone === 1
    ? "1 recorded finding is gone; --update-baseline removes it"
    : `${gone} recorded findings are gone; --update-baseline removes them`;
}
