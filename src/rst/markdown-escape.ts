/**
 * Text with the backslashes that CommonMark needs to show it as it is, and no others: `snake_case` stays. `before`
 * and `behind` are what stands beside the text; an empty string is the edge of the paragraph.
 */
export function escapeMarkdown(text: string, before = "", behind = ""): string {
  if (!/[\\*_`[<&~]/.test(text)) return text;
  const at = (index: number) =>
    (index < 0 ? before.at(-1) : index >= text.length ? behind[0] : text[index]) ?? " ";
  const strikes = (text.match(/~/g)?.length ?? 0) > 1;

  /** Whether a run of a mark can open or close anything: not between spaces, and underscores not inside a word. */
  const isActive = (run: string, index: number) => {
    const [previous, next] = [at(index - 1), at(index + run.length)];
    if (isSpace(previous) && isSpace(next)) return false;
    return run[0] !== "_" || !(isWord(previous) && isWord(next));
  };

  const needsEscape = (mark: string, index: number): boolean => {
    const next = at(index + 1);
    switch (mark[0]) {
      case "\\":
        return /[!-/:-@[-`{-~]/.test(next) || index === text.length - 1;
      case "`":
        return true;
      case "[":
        return /^\[(?:\^|[^\]]*\][([:])/.test(text.slice(index, index + 1000));
      case "<":
        return /[a-zA-Z/!?]/.test(next);
      case "&":
        return /^&(?:#|[a-zA-Z])[a-zA-Z0-9]*;/.test(text.slice(index, index + 40));
      case "~":
        return strikes && isActive(mark, index);
      default:
        return isActive(mark, index);
    }
  };
  return text.replace(/([*_~])\1*|[\\`[<&]/g, (mark, _, index: number) =>
    needsEscape(mark, index) ? mark.replace(/./g, "\\$&") : mark,
  );
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** A line that CommonMark would not take for a paragraph (a list, a heading, a quote …) made into one. */
export function escapeLineStart(line: string): string {
  const marker = /^(?:(?:#{1,6}|[-+*])(?= |$)|>|=+$|\|)/.exec(line);
  if (marker !== null) return `\\${line}`;
  if (/^(?:(?:- *){3,}|(?:~){3,}.*|-+)$/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?= |$)/, "$1\\$2").replace(/^\[(?=[ xX]\] |[^\]]+\]:)/, "\\[");
}

/** A code span: fenced by more backquotes than stand together in the code. */
export function codeSpan(code: string): string {
  const text = code.includes("\n") ? joinLines(code) : code;
  if (text.trim() === "") return text === "" ? "" : `\`${text}\``;
  const fence = "`".repeat(longestRun(text.match(/`+/g) ?? []) + 1);
  const isPadded = /^`|`$/.test(text) || (/^ /.test(text) && / $/.test(text));
  return isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A fenced code block. */
export function codeBlock(lines: readonly string[], language = ""): string {
  const fence = "`".repeat(Math.max(3, longestRun(lines.map((line) => /^\s*(`*)/.exec(line)![1]!)) + 1));
  return [`${fence}${language}`, ...lines, fence].join("\n");
}

function longestRun(runs: readonly string[]): number {
  return runs.reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** A text in one line. */
export function joinLines(text: string, separator = " "): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(separator);
}
