import type { Files } from "../files/files.ts";
import { watchedFiles } from "../files/watched.ts";
import type { Project } from "../project.ts";
import { type Difference, differenceOf } from "../reporters/difference.ts";
import { pretty, prettyGone } from "../reporters/pretty.ts";
import type { Report } from "../reporters/report.ts";
import { counted, painter } from "../reporters/style.ts";
import { openSession } from "../session.ts";
import { UsageError } from "../usage-error.ts";
import { type Check, type Checked, type CheckFlags, conclude, reportOf, writeMade } from "./check.ts";
import { gatherChanges } from "./gather-changes.ts";
import { lastLine } from "./summary-lines.ts";
import { styleOf, type Terminal } from "./terminal.ts";

/** How long, in milliseconds, one change may take: editors write a file beside the old one and rename it. */
const MOMENT = 15;
/** Most are over in this time, and a run begins; it is begun again where one was not. */
const INSTANT = 2;
/** Who writes all the time, as `git checkout` of a large tree, is not waited for to the end. */
const LONGEST = 300;
/** What takes longer than a look at the sources waits until somebody has saved and rests. */
const REST = 100;

/** Something has changed since a run began: what it finds is of interest to nobody. */
class Superseded extends Error {}

/**
 * Checks, prints everything, and then, until the program is asked to end, checks again after every change and prints
 * the difference. What is wrong usage in the beginning ends it; later, as when the configuration is broken for a
 * moment, it is printed. Gives the exit code.
 *
 * What is found in the sources is said before the document is made of them, linted and written.
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
  });
  try {
    const firstAt = terminal.now();
    const first = await check(watched, session.run);
    conclude(watched, terminal, flags, first, firstAt);
    if (!flags.quiet) terminal.err("watching; Ctrl-C ends it\n");
    for (let left = REHEARSALS; left > 0 && !isOver && !changes.areThere(); left--) {
      await session.rehearse();
      await changes.areOver(0);
    }

    let before = reportOf(terminal, first.project);
    /** When the first change came that nothing was printed of yet. */
    let since: number | undefined;
    /** One run; gives up when something changes meanwhile. */
    const checkAgain = async (startedAt: number, onShown: () => void): Promise<void> => {
      let isShown = false;
      const show = (checked: Checked): void => {
        const report = reportOf(terminal, checked.project);
        const difference = differenceOf(before, report);
        const isSaid = isShown && difference.fresh.findings.length + difference.gone.length === 0;
        const written = writeMade(
          watched,
          terminal,
          isSaid ? { ...flags, reports: [] } : flags,
          checked,
          report,
        );
        const seconds = (terminal.now() - startedAt) / 1000;
        if (!isSaid) printDifference(terminal, flags, difference, { report, written, seconds });
        else if (written.length > 0 && !flags.quiet)
          terminal.err(
            `${faint(terminal, flags, `wrote ${written.join(", ")} in ${seconds.toFixed(2)} s`)}\n`,
          );
        before = report;
        since = undefined;
        isShown = true;
      };
      const waitForLast = async (): Promise<void> => {
        const isLast = await changes.areOver(MOMENT);
        if (!isLast && terminal.now() - since! < LONGEST) throw new Superseded();
      };
      const onSources = async (project: Project): Promise<void> => {
        await waitForLast();
        show({ project, texts: new Map() });
        onShown();
        if (!(await changes.areOver(REST))) throw new Superseded();
      };
      const checked = await check(watched, (tree, settings, options) =>
        session.run(tree, settings, { ...options, onSources }),
      );
      if (isShown && changes.areThere()) throw new Superseded();
      if (!isShown) await waitForLast();
      show(checked);
    };
    for (;;) {
      await Promise.race([interrupted, changes.come()]);
      if (isOver) return 0;
      const startedAt = terminal.now();
      since ??= startedAt;
      do changes.take();
      while (!(await changes.areOver(INSTANT)) && terminal.now() - since < LONGEST);
      watched.begin();
      try {
        // Once the findings are shown, nobody who saves again waits for the rest.
        let onShown = () => {};
        const shown = new Promise<void>((resolve) => {
          onShown = resolve;
        });
        const savedAgain = shown.then(() => changes.come());
        await Promise.race([checkAgain(startedAt, onShown), savedAgain, interrupted]);
      } catch (error) {
        if (error instanceof UsageError) terminal.err(`apiref: ${error.message}\n`);
        else if (!(error instanceof Superseded)) throw error;
      }
    }
  } finally {
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
  flags: CheckFlags,
  { fresh, gone }: Difference,
  { report, written, seconds }: Again,
): void {
  const { color, quiet } = flags;
  const style = styleOf(terminal, color, terminal.outIsTerminal);
  const parts = [pretty(fresh, style), gone.map((finding) => prettyGone(finding, style)).join("")];
  const text = parts.filter((part) => part !== "").join("\n");
  if (text !== "") terminal.out(`\n${text}`);
  if (quiet) return;
  const paint = painter(styleOf(terminal, color, terminal.errIsTerminal).colour);
  const changes =
    text === "" ? "no difference" : `${counted(fresh.findings.length, "new finding")}, ${gone.length} gone`;
  const outcome = written.length === 0 ? "checked" : `wrote ${written.join(", ")}`;
  terminal.err(`\n${faint(terminal, flags, `${changes}; ${outcome} in ${seconds.toFixed(2)} s`)}\n`);
  terminal.err(`${lastLine(report.origins, paint)}\n`);
}

function faint(terminal: Terminal, { color }: CheckFlags, text: string): string {
  return painter(styleOf(terminal, color, terminal.errIsTerminal).colour)("faint", text);
}
