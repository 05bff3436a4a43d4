import type { Files } from "../files/files.ts";
import { watchedFiles } from "../files/watched.ts";
import { type Difference, differenceOf } from "../reporters/difference.ts";
import { pretty, prettyGone } from "../reporters/pretty.ts";
import type { Report } from "../reporters/report.ts";
import { counted, painter } from "../reporters/style.ts";
import { openSession } from "../session.ts";
import { UsageError } from "../usage-error.ts";
import { type Check, type CheckFlags, conclude, reportOf, writeMade } from "./check.ts";
import { gatherChanges } from "./gather-changes.ts";
import { lastLine } from "./summary-lines.ts";
import { styleOf, type Terminal } from "./terminal.ts";

/**
 * Checks, prints everything, and then, until the program is asked to end, checks again after every change and prints
 * the difference. What is wrong usage in the beginning ends it; later, as when the configuration is broken for a
 * moment, it is printed. Gives the exit code.
 */
export async function watchTree(
  files: Files,
  terminal: Terminal,
  flags: CheckFlags,
  check: Check,
): Promise<number> {
  if (flags.updateBaseline) throw new UsageError("`--watch` records no baseline. Leave out one of the two.");
  if (flags.format !== "pretty")
    throw new UsageError(
      "`--watch` prints what has changed, for people. Write other formats with `--report`.",
    );
  const changes = gatherChanges(terminal.now);
  const watched = watchedFiles(files, terminal.workingDirectory, changes.tell);
  const session = openSession(flags.redocly);
  let isOver = false;
  const interrupted = terminal.interrupted().then(() => {
    isOver = true;
    return "end" as const;
  });
  try {
    let startedAt = terminal.now();
    const first = await check(watched, session.run);
    conclude(watched, terminal, flags, first, startedAt);
    let before = reportOf(terminal, first.project);
    if (!flags.quiet) terminal.err("watching; Ctrl-C ends it\n");
    for (let left = REHEARSALS; left > 0 && !isOver && !changes.areThere(); left--) {
      await session.rehearse();
      await new Promise((resolve) => setImmediate(resolve)); // what has happened meanwhile can be told
    }
    while ((await Promise.race([interrupted, changes.next()])) !== "end") {
      startedAt = terminal.now();
      watched.begin();
      try {
        const checked = await check(watched, session.run);
        const now = reportOf(terminal, checked.project);
        const written = writeMade(watched, terminal, flags, checked, now);
        const seconds = (terminal.now() - startedAt) / 1000;
        printDifference(terminal, flags, differenceOf(before, now), { report: now, written, seconds });
        before = now;
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        terminal.err(`apiref: ${error.message}\n`);
      }
    }
    return 0;
  } finally {
    changes.close();
    watched.close();
    await session.close();
  }
}

/** After so many runs on a large tree the engine has compiled what matters; the first change comes much later. */
const REHEARSALS = 6;

/** A run after the first. */
interface Again {
  readonly report: Report;
  readonly written: readonly string[];
  readonly seconds: number;
}

function printDifference(
  terminal: Terminal,
  { color, quiet }: CheckFlags,
  { fresh, gone }: Difference,
  { report, written, seconds }: Again,
): void {
  const style = styleOf(terminal, color, terminal.outIsTerminal);
  const parts = [pretty(fresh, style), gone.map((finding) => prettyGone(finding, style)).join("")];
  const text = parts.filter((part) => part !== "").join("\n");
  if (text !== "") terminal.out(`\n${text}`);
  if (quiet) return;
  const paint = painter(styleOf(terminal, color, terminal.errIsTerminal).colour);
  const changes =
    text === "" ? "no difference" : `${counted(fresh.findings.length, "new finding")}, ${gone.length} gone`;
  const outcome = written.length === 0 ? "checked" : `wrote ${written.join(", ")}`;
  terminal.err(`\n${paint("faint", `${changes}; ${outcome} in ${seconds.toFixed(2)} s`)}\n`);
  terminal.err(`${lastLine(report.origins, paint)}\n`);
}
