import type { Files } from "../files/files.ts";
import { type Difference, differenceOf } from "../reporters/difference.ts";
import { pretty, prettyGone } from "../reporters/pretty.ts";
import type { Report } from "../reporters/report.ts";
import { counted, painter } from "../reporters/style.ts";
import { visible } from "../text/visible.ts";
import { UsageError } from "../usage-error.ts";
import { type Check, type CheckFlags, conclude, reportOf, writeMade } from "./check.ts";
import { keepChecking, type Showing } from "./rounds.ts";
import { lastLine } from "./summary-lines.ts";
import { styleOf, type Terminal } from "./terminal.ts";

/**
 * Checks, prints everything, and then, until the program is asked to end, checks again after every change and prints
 * the difference. Gives the exit code.
 */
export async function watchTree(
  files: Files,
  terminal: Terminal,
  flags: CheckFlags,
  check: Check,
): Promise<number> {
  if (flags.updateBaseline) throw new UsageError("`--watch` records no baseline. Leave out one of the two.");
  if (flags.format !== undefined && flags.format !== "pretty")
    throw new UsageError(
      "`--watch` prints what has changed, for people. Write other formats with `--report`.",
    );
  return keepChecking(files, terminal, { redocly: flags.redocly, check, showing: printing(terminal, flags) });
}

/** Prints everything, then the differences. */
function printing(terminal: Terminal, flags: CheckFlags): Showing {
  /** What was shown last. */
  let shown: Report;
  return {
    first(watched, checked, startedAt) {
      conclude(watched, terminal, flags, checked, startedAt);
      shown = reportOf(terminal, checked.project);
    },
    ready() {
      if (!flags.quiet) terminal.err("watching; Ctrl-C ends it\n");
    },
    again(watched, checked, startedAt, isMore) {
      const report = reportOf(terminal, checked.project);
      const difference = differenceOf(shown, report);
      const isSaid = isMore && difference.fresh.findings.length + difference.gone.length === 0;
      const written = writeMade(watched, terminal, isSaid ? { ...flags, reports: [] } : flags, checked);
      const seconds = (terminal.now() - startedAt) / 1000;
      if (!isSaid) printDifference(terminal, flags, difference, { report, written, seconds });
      else if (written.length > 0 && !flags.quiet)
        terminal.err(`${faint(terminal, flags, `wrote ${written.join(", ")} in ${seconds.toFixed(2)} s`)}\n`);
      shown = report;
    },
    refused(error) {
      terminal.err(`apiref: ${visible(error.message)}\n`);
    },
  };
}

/** A run after the first. */
interface Again {
  readonly report: Report;
  readonly written: readonly string[];
  readonly seconds: number;
}

function printDifference(
  terminal: Terminal,
  flags: CheckFlags,
  { fresh, gone }: Difference,
  { report, written, seconds }: Again,
): void {
  const { color, quiet } = flags;
  const style = styleOf(terminal, color, terminal.outIsTerminal);
  const parts = [
    pretty(fresh, { ...style, table: false }),
    gone.map((finding) => prettyGone(finding, style)).join(""),
  ];
  const text = parts.filter((part) => part !== "").join("\n");
  if (text !== "") terminal.out(`\n${text}`);
  if (quiet) return;
  const changes =
    text === "" ? "no difference" : `${counted(fresh.findings.length, "new finding")}, ${gone.length} gone`;
  const outcome = written.length === 0 ? "checked" : `wrote ${written.join(", ")}`;
  terminal.err(`\n${faint(terminal, flags, `${changes}; ${outcome} in ${seconds.toFixed(2)} s`)}\n`);
  const paint = painter(styleOf(terminal, color, terminal.errIsTerminal).colour);
  terminal.err(`${lastLine(report.origins, paint)}\n`);
}

function faint(terminal: Terminal, { color }: CheckFlags, text: string): string {
  return painter(styleOf(terminal, color, terminal.errIsTerminal).colour)("faint", text);
}
