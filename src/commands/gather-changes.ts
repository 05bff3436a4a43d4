import { setImmediate, setTimeout } from "node:timers/promises";

/** Changes as they come: often several in quick succession for one thing that somebody did. */
export interface Changes {
  /** Something has changed. */
  readonly tell: () => void;
  /** Whether something has changed since `take`. */
  readonly areThere: () => boolean;
  /** Fulfilled when something has changed since `take`. */
  readonly come: () => Promise<void>;
  /** Takes note of all changes so far. */
  readonly take: () => void;
  /** Whether nothing has changed since `take`, nor does until nothing has for so many milliseconds. */
  readonly areOver: (milliseconds: number) => Promise<boolean>;
}

/** Begins to gather changes. */
export function gatherChanges(now: () => number): Changes {
  let areThere = false;
  let last = Number.NEGATIVE_INFINITY;
  const waiting = new Set<() => void>();
  const come = (): Promise<void> =>
    areThere
      ? Promise.resolve()
      : new Promise((resolve) => {
          waiting.add(resolve);
        });
  return {
    tell() {
      last = now();
      areThere = true;
      for (const wake of waiting) wake();
      waiting.clear();
    },
    areThere: () => areThere,
    come,
    take() {
      areThere = false;
    },
    async areOver(milliseconds) {
      // What has happened while the program was at work is told now: first what is waiting, then what the system has.
      for (let turns = 2; turns > 0; turns--) await setImmediate();
      const left = last + milliseconds - now();
      if (!areThere && left > 0) {
        // Nobody who is asked to end waits for it.
        const pause = setTimeout(left, undefined, { ref: false });
        await Promise.race([come(), pause]);
      }
      return !areThere;
    },
  };
}
