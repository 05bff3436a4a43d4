import type { Files } from "../files/files.ts";
import { type WatchedFiles, watchedFiles } from "../files/watched.ts";
import type { Project } from "../project.ts";
import type { RedoclyThread } from "../redocly/thread.ts";
import { openSession, type Session } from "../session.ts";
import { UsageError } from "../usage-error.ts";
import type { Check, Checked } from "./check.ts";
import { type Changes, gatherChanges } from "./gather-changes.ts";
import type { Terminal } from "./terminal.ts";

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

/** What is done with what the runs find; the files are those that are watched, and what is written to them is no change. */
export interface Showing {
  /** Shows what the first run found. */
  first(files: Files, checked: Checked, startedAt: number): void;
  /** Says that changes are waited for. */
  ready(): void;
  /** Shows what a later run has read, before it is checked. */
  read?(tree: Pick<Project, "specification" | "apart" | "apiRef" | "settings">): void;
  /**
   * Shows what a later run found. Its texts are empty as long as the document is not linted; `isMore`: the findings in
   * the sources are shown already.
   */
  again(files: Files, checked: Checked, startedAt: number, isMore: boolean): void;
  /** Says why a later run found nothing. */
  refused(error: UsageError): void;
}

/**
 * Checks, and then, until the program is asked to end, checks again after every change. What is wrong usage in the
 * beginning ends it; later, as when the configuration is broken for a moment, it is said. Gives the exit code.
 *
 * What is found in the sources is shown before the document is made of them, linted and written.
 */
export async function keepChecking(
  files: Files,
  terminal: Terminal,
  { redocly, check, showing }: Checking & { readonly redocly?: RedoclyThread | undefined },
): Promise<0> {
  const changes = gatherChanges(terminal.now);
  const watched = watchedFiles(files, terminal.workingDirectory, changes.tell);
  const session = openSession(redocly);
  let isOver = false;
  const interrupted = terminal.interrupted().then(() => {
    isOver = true;
  });
  try {
    const startedAt = terminal.now();
    const first = await Promise.race([check(watched, session.run), interrupted]);
    if (first === undefined) return 0;
    showing.first(watched, first, startedAt);
    for (let left = REHEARSALS; left > 0 && !isOver && !changes.areThere(); left--) {
      await session.rehearse();
      await changes.areOver(0); // lets what has happened be told
    }
    showing.ready();
    const rounds = new Rounds({ watched, terminal, check, showing, changes, session });
    for (;;) {
      await Promise.race([interrupted, changes.come()]);
      if (isOver) return 0;
      try {
        await Promise.race([rounds.checkAgain(), interrupted]);
      } catch (error) {
        if (error instanceof Superseded) continue;
        if (!(error instanceof UsageError)) throw error;
        rounds.end();
        showing.refused(error);
      }
    }
  } finally {
    watched.close();
    await session.close();
  }
}

/** What is checked, and how it is shown. */
interface Checking {
  readonly check: Check;
  readonly showing: Showing;
}

/** What is the same in all rounds. */
interface Watching extends Checking {
  readonly watched: WatchedFiles;
  readonly terminal: Terminal;
  readonly changes: Changes;
  readonly session: Session;
}

/** The runs after the first, one after each change. */
class Rounds {
  readonly #watching: Watching;
  /** When the first change came that nothing was shown of yet. */
  #since: number | undefined;
  #round = 0;

  constructor(watching: Watching) {
    this.#watching = watching;
  }

  /**
   * One round. Fulfilled when everything is said, or when all findings in the sources are and something has changed
   * again. Throws `Superseded` where something changes before that.
   */
  async checkAgain(): Promise<void> {
    const { watched, terminal, check, showing, changes, session } = this.#watching;
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
        ...(showing.read === undefined
          ? {}
          : {
              onTree: async (tree) => {
                if (!(await isLatest(MOMENT)) && !this.#isLate()) throw new Superseded();
                showing.read?.(tree);
                await changes.areOver(0); // lets it be sent before the rules are at work
              },
            }),
        onStep: () => {}, // too short for a progress line, which would stand in the way of what is shown
        onSources: async (project) => {
          if (!(await isLatest(MOMENT)) && !this.#isLate()) throw new Superseded();
          this.end();
          showing.again(watched, { project, texts: new Map() }, startedAt, false);
          isShown = true;
          onShown();
          if (!(await isLatest(REST))) throw new Superseded();
        },
      }),
    ).then(async (checked) => {
      // A round that showed its findings may be long over when the rest of it comes.
      if (!(await isLatest(MOMENT)) && (isShown || !this.#isLate())) throw new Superseded();
      this.end();
      showing.again(watched, checked, startedAt, isShown);
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
}
