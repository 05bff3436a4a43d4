import type { Files } from "../files/files.ts";
import { type WatchedFiles, watchedFiles } from "../files/watched.ts";
import type { Project } from "../project.ts";
import { type Difference, differenceOf } from "../reporters/difference.ts";
import { pretty, prettyGone } from "../reporters/pretty.ts";
import type { Report } from "../reporters/report.ts";
import { counted, painter } from "../reporters/style.ts";
import { openSession, type Session } from "../session.ts";
import { visible } from "../text/visible.ts";
import { UsageError } from "../usage-error.ts";
import { type Check, type Checked, type CheckFlags, conclude, reportOf, writeMade } from "./check.ts";
import { type Changes, gatherChanges } from "./gather-changes.ts";
import { lastLine } from "./summary-lines.ts";
import { styleOf, type Terminal } from "./terminal.ts";

/** Most changes are over in this time, in milliseconds, and a run begins; it begins again where one was not. */
const INSTANT = 2;
/** How long one change may take: editors write a file beside the old one and rename it. */
const MOMENT = 15;
/** Who writes all the time, as `git checkout` of a large tree, is not waited for to the end. */
const LONGEST = 300;
/** What takes longer than a look at the sources waits until somebody has saved and rests. */
const REST = 100;
/** After so many runs on a large tree the engine has compiled what matters; the first change comes much later. */
const REHEARSALS = 6;

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
  if (flags.format !== undefined && flags.format !== "pretty")
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
    const startedAt = terminal.now();
    const first = await check(watched, session.run);
    conclude(watched, terminal, flags, first, startedAt);
    for (let left = REHEARSALS; left > 0 && !isOver && !changes.areThere(); left--) {
      await session.rehearse();
      await changes.areOver(0); // lets what has happened be told
    }
    if (!flags.quiet) terminal.err("watching; Ctrl-C ends it\n");
    const rounds = new Rounds({ watched, terminal, flags, check, changes, session }, first.project);
    for (;;) {
      await Promise.race([interrupted, changes.come()]);
      if (isOver) return 0;
      try {
        await Promise.race([rounds.checkAgain(), interrupted]);
      } catch (error) {
        if (error instanceof Superseded) continue;
        if (!(error instanceof UsageError)) throw error;
        rounds.end();
        terminal.err(`apiref: ${visible(error.message)}\n`);
      }
    }
  } finally {
    watched.close();
    await session.close();
  }
}

/** What is the same in all rounds. */
interface Watching {
  readonly watched: WatchedFiles;
  readonly terminal: Terminal;
  readonly flags: CheckFlags;
  readonly check: Check;
  readonly changes: Changes;
  readonly session: Session;
}

/** The runs after the first, one after each change. */
class Rounds {
  readonly #watching: Watching;
  /** What was shown last. */
  #shown: Report;
  /** When the first change came that nothing was shown of yet. */
  #since: number | undefined;
  #round = 0;

  constructor(watching: Watching, first: Project) {
    this.#watching = watching;
    this.#shown = reportOf(watching.terminal, first);
  }

  /**
   * One round. Fulfilled when everything is said, or when all findings in the sources are and something has changed
   * again. Throws `Superseded` where something changes before that.
   */
  async checkAgain(): Promise<void> {
    const { watched, terminal, check, changes, session } = this.#watching;
    const startedAt = terminal.now();
    this.#since ??= startedAt;
    do changes.take();
    while (!(await changes.areOver(INSTANT)) && !this.#isLate());
    watched.begin();

    const round = ++this.#round;
    /** Whether this is the round that counts, and its change is over. */
    const isLatest = async (milliseconds: number): Promise<boolean> =>
      (await changes.areOver(milliseconds)) && round === this.#round;
    let isShown = false;
    let onShown = () => {};
    const shown = new Promise<void>((resolve) => {
      onShown = resolve;
    });
    const whole = check(watched, (tree, settings, options) =>
      session.run(tree, settings, {
        ...options,
        onStep: () => {}, // too short for a progress line, which would stand in the way of what is shown
        onSources: async (project) => {
          if (!(await isLatest(MOMENT)) && !this.#isLate()) throw new Superseded();
          this.#show({ project, texts: new Map() }, startedAt);
          isShown = true;
          onShown();
          if (!(await isLatest(REST))) throw new Superseded();
        },
      }),
    ).then(async (checked) => {
      // A round that showed its findings may be long over when the rest of it comes.
      if (!(await isLatest(MOMENT)) && (isShown || !this.#isLate())) throw new Superseded();
      this.#show(checked, startedAt, isShown);
    });
    await Promise.race([whole, shown.then(() => changes.come())]);
  }

  /** Something was said of all changes so far. */
  end(): void {
    this.#since = undefined;
  }

  #isLate(): boolean {
    return this.#since !== undefined && this.#watching.terminal.now() - this.#since >= LONGEST;
  }

  /** Writes what was made and prints what is new. `isMore`: the findings in the sources are shown already. */
  #show(checked: Checked, startedAt: number, isMore = false): void {
    const { watched, terminal, flags } = this.#watching;
    const report = reportOf(terminal, checked.project);
    const difference = differenceOf(this.#shown, report);
    const isSaid = isMore && difference.fresh.findings.length + difference.gone.length === 0;
    const written = writeMade(watched, terminal, isSaid ? { ...flags, reports: [] } : flags, checked);
    const seconds = (terminal.now() - startedAt) / 1000;
    if (!isSaid) printDifference(terminal, flags, difference, { report, written, seconds });
    else if (written.length > 0 && !flags.quiet)
      terminal.err(`${faint(terminal, flags, `wrote ${written.join(", ")} in ${seconds.toFixed(2)} s`)}\n`);
    this.#shown = report;
    this.end();
  }
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
