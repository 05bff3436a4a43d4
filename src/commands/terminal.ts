/** The world outside as a command sees it; `cli.ts` makes it from the process, tests make their own. */
export interface Terminal {
  /** Writes to standard output: what was asked for. */
  readonly out: (text: string) => void;
  /** Writes to standard error: progress, summaries, notes, errors. */
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Width of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  /** Absolute, with `/`. */
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since some moment; only differences count. */
  readonly now: () => number;
  /** Fulfilled when the program is asked to end (Ctrl-C); who calls this has to end it then. */
  readonly interrupted: () => Promise<void>;
  /** Shows an address in a person's browser; fulfilled with whether that could be done. */
  readonly open: (address: string) => Promise<boolean>;
}

/** Width of a page where there is no terminal. */
export const PAGE_COLUMNS = 120;

/**
 * Whether a stream takes colour, how wide it is, and whether text is broken there. `FORCE_COLOR` (https://force-color.org)
 * counts before `NO_COLOR` (https://no-color.org), as in Node itself.
 */
export function styleOf(
  terminal: Terminal,
  wantsColour: boolean,
  isTerminal: boolean,
): { readonly colour: boolean; readonly columns: number; readonly wraps: boolean } {
  const { FORCE_COLOR, NO_COLOR, TERM } = terminal.environment;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  const takesColour = isForced || (isTerminal && FORCE_COLOR === undefined && !NO_COLOR && TERM !== "dumb");
  return {
    colour: wantsColour && takesColour,
    columns: terminal.columns ?? PAGE_COLUMNS,
    wraps: isTerminal && terminal.columns !== undefined,
  };
}

/** A line on a terminal that says what is being done; it is rewritten, and gone in the end. */
export interface Progress {
  readonly step: (text: string) => void;
  readonly clear: () => void;
}

/** Progress on standard error; says nothing where that is no terminal or nobody wants it. */
export function progressOn(terminal: Terminal, wanted: boolean): Progress {
  if (!wanted || !terminal.errIsTerminal) return { step() {}, clear() {} };
  const clear = () => terminal.err("\r\u001b[K");
  return { step: (text) => terminal.err(`\r\u001b[K${text} …`), clear };
}
