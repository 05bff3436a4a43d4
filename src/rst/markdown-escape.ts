/**
 * Text with the backslashes that CommonMark needs to show it as it is, and no others: `snake_case` stays. `before`
 * and `behind` are what stands beside the text; an empty string is the edge of the paragraph.
 */
export function escapeMarkdown(text: string, before = "", behind = ""): string {
  if (!/[\\*_`[<&~]/.test(text)) return text;
  const at = (index: number) =>
    (index < 0 ? before.at(-1) : index >= text.length ? behind[0] : text[index]) ?? " ";
  const strikes = (text.match(/~/g)?.length ?? 0) > 1;
  return text.replace(/[\\*_`[<&~]/g, (character, index: number) => {
    const previous = at(index - 1);
    const next = at(index + 1);
    const isLoose = isSpace(previous) && isSpace(next);
    return needsEscape(character) ? `\\${character}` : character;

    function needsEscape(mark: string): boolean {
      switch (mark) {
        case "\\":
          return /[!-/:-@[-`{-~]/.test(next) || index === text.length - 1;
        case "`":
          return true;
        case "*":
          return !isLoose;
        case "_":
          return (
            !isLoose &&
            !(isWord(previous) && isWord(next)) &&
            !(isWord(previous) && next === "_" && isWordRun(index))
          );
        case "[":
          return /^\[(?:\^|[^\]]*\][([:])/.test(text.slice(index, index + 1000));
        case "<":
          return /[a-zA-Z/!?]/.test(next);
        case "&":
          return /^&(?:#|[a-zA-Z])[a-zA-Z0-9]*;/.test(text.slice(index, index + 40));
        default:
          return strikes && !isLoose;
      }
    }

    /** Several underscores inside a word, as in `a__b`. */
    function isWordRun(from: number): boolean {
      let end = from;
      while (at(end) === "_") end++;
      return isWord(at(end));
    }
  });
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}_]/u.test(character);
}

/** A line that CommonMark would not take for a paragraph (a list, a heading, a quote …) made into one. */
export function escapeLineStart(line: string): string {
  const marker = /^(?:(?:#{1,6}|[-+])(?= |$)|>|=+$|\|)/.exec(line);
  if (marker !== null) return `\\${line}`;
  if (/^(?:(?:- *){3,}|(?:~){3,}.*|-+)$/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?= |$)/, "$1\\$2").replace(/^\[(?=[ xX]\] |[^\]]+\]:)/, "\\[");
}

/** A code span: fenced by more backquotes than stand together in the code. */
export function codeSpan(code: string): string {
  const text = code.replace(/\s*\n\s*/g, " ");
  if (text.trim() === "") return text === "" ? "" : `\`${text}\``;
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const isPadded = /^`|`$/.test(text) || (/^ /.test(text) && / $/.test(text));
  return isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A fenced code block. */
export function codeBlock(lines: readonly string[], language = ""): string {
  const longest = Math.max(2, ...lines.map((line) => /^\s*(`+)/.exec(line)?.[1]?.length ?? 0));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join("\n");
}
