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
}

/** Width of a page where there is no terminal. */
export const PAGE_COLUMNS = 120;

/** Whether a stream takes colour (https://no-color.org), and how wide it is. */
export function styleOf(
  terminal: Terminal,
  wantsColour: boolean,
  isTerminal: boolean,
): { readonly colour: boolean; readonly columns: number } {
  const colour = wantsColour && isTerminal && !terminal.environment.NO_COLOR;
  return { colour, columns: terminal.columns ?? PAGE_COLUMNS };
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
