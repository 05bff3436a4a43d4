/** Changes that come in quick succession, as one. */
export interface Changes {
  /** Something has changed. */
  readonly tell: () => void;
  /** Fulfilled when something has changed since it was last fulfilled, and nothing has for a moment. */
  readonly next: () => Promise<void>;
  /** Whether `next` would have something to tell, now or in a moment. */
  readonly areThere: () => boolean;
  readonly close: () => void;
}

/** Editors save by writing a file beside the old one and renaming it: this long, in milliseconds, a change may take. */
const MOMENT = 15;
/** Who writes all the time, as `git checkout` of a large tree, is not waited for to the end. */
const LONGEST = 300;

/** Begins to gather changes. */
export function gatherChanges(now: () => number): Changes {
  let timer: NodeJS.Timeout | undefined;
  let first: number | undefined;
  let isSettled = false;
  let wake = () => {};
  const settle = (): void => {
    first = undefined;
    isSettled = true;
    wake();
  };
  return {
    tell() {
      first ??= now();
      clearTimeout(timer);
      timer = setTimeout(settle, Math.max(0, Math.min(MOMENT, first + LONGEST - now())));
    },
    next() {
      return new Promise((resolve) => {
        wake = () => {
          if (!isSettled) return;
          isSettled = false;
          resolve();
        };
        wake();
      });
    },
    areThere: () => isSettled || first !== undefined,
    close() {
      clearTimeout(timer);
    },
  };
}
