import type { Flags } from "../config/resolve.ts";
import { resolveSettings } from "../config/resolve.ts";
import type { Files } from "../files/files.ts";
import { type Project, type RunOptions, runProject } from "../project.ts";
import { type Format, reporters } from "../reporters/index.ts";
import { report } from "../reporters/report.ts";
import { counted, painter } from "../reporters/style.ts";
import { catalogue, ruleNames } from "../rules/catalogue.ts";
import { lastLine, summaryLines } from "./summary-lines.ts";
import { progressOn, styleOf, type Terminal } from "./terminal.ts";

/** What `build` and `lint` have in common. */
export interface CheckFlags extends Flags {
  readonly format: Format;
  readonly maxWarnings?: number | undefined;
  readonly quiet?: boolean | undefined;
  readonly color: boolean;
  readonly progress: boolean;
}

/** What a command did beside checking, and how long it took. */
interface Done {
  readonly written: readonly string[];
  readonly startedAt: number;
}

/** Reads and checks the tree, showing what is being done. */
export async function checkTree(
  files: Files,
  terminal: Terminal,
  flags: CheckFlags,
  options: Pick<RunOptions, "onSpecification"> = {},
): Promise<Project> {
  const settings = resolveSettings(files, terminal.workingDirectory, flags, ruleNames);
  const progress = progressOn(terminal, flags.progress && !flags.quiet);
  try {
    return await runProject(files, settings, { ...options, onStep: progress.step });
  } finally {
    progress.clear();
  }
}

/** Prints findings and summary; gives the exit code. */
export function conclude(terminal: Terminal, flags: CheckFlags, project: Project, done: Done): 0 | 1 {
  const { findings, summary } = project;
  const { workingDirectory } = terminal;
  const style = styleOf(terminal, flags.color, terminal.outIsTerminal);
  const text = reporters[flags.format](
    report(findings, summary, { workingDirectory, rules: catalogue }),
    style,
  );
  if (text !== "") terminal.out(text);

  const tooMany = flags.maxWarnings !== undefined && summary.warnings > flags.maxWarnings;
  if (!flags.quiet) {
    const paint = painter(styleOf(terminal, flags.color, terminal.errIsTerminal).colour);
    // On one terminal, a blank line between the findings and what is said of them.
    if (text !== "" && terminal.outIsTerminal && terminal.errIsTerminal) terminal.err("\n");
    const seconds = (terminal.now() - done.startedAt) / 1000;
    for (const line of summaryLines(summary, done.written, seconds))
      terminal.err(`${paint("faint", line)}\n`);
    if (tooMany)
      terminal.err(
        `${counted(summary.warnings, "warning")}, ${flags.maxWarnings} allowed by --max-warnings\n`,
      );
    terminal.err(`${lastLine(findings, paint)}\n`);
  }
  return summary.errors > 0 || tooMany ? 1 : 0;
}
