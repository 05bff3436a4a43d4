/** A changed stretch of a file. */
export interface Hunk {
  /** The first of its lines in the new file, from 1; for a mere removal, the line before it (0 at the top). */
  readonly line: number;
  /** How many lines it has in the new file; 0 for a mere removal. */
  readonly count: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** A file that differs; paths with `/` from the top of the work tree. */
export interface FileDiff {
  /** Undefined for a new file. */
  readonly oldName: string | undefined;
  /** Undefined for a removed one. */
  readonly newName: string | undefined;
  /** Empty where only name or mode differ. */
  readonly hunks: readonly Hunk[];
  /** Whether git takes it for binary, and so does not say what differs in it. */
  readonly binary: boolean;
}

const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads what `git diff --unified=0` prints with the prefixes `a/` and `b/` and `core.quotePath`. The lines of hunks are
 * counted off, for they may look like anything.
 */
export function readGitDiff(text: string): FileDiff[] {
  const lines = text.split("\n");
  const files: FileDiff[] = [];
  let at = 0;
  const next = (prefix: string, count: number): string[] => {
    const taken: string[] = [];
    for (; taken.length < count && lines[at]?.startsWith(prefix); at++) taken.push(lines[at]!.slice(1));
    // `\ No newline at end of file`
    if (lines[at]?.startsWith("\\")) at++;
    return taken;
  };
  while (at < lines.length) {
    const [header = ""] = lines.slice(at, ++at);
    if (!header.startsWith("diff --git ")) continue;
    const name = nameOfHeader(header.slice("diff --git ".length));
    let oldName: string | undefined = name;
    let newName: string | undefined = name;
    let binary = false;
    const hunks: Hunk[] = [];
    for (; at < lines.length && !lines[at]!.startsWith("diff --git "); ) {
      const line = lines[at++]!;
      const hunk = HUNK.exec(line);
      if (hunk !== null) {
        const [, before = "1", start = "0", count = "1"] = hunk;
        const removed = next("-", Number(before));
        hunks.push({ line: Number(start), count: Number(count), removed, added: next("+", Number(count)) });
      } else if (line.startsWith("new file mode ")) oldName = undefined;
      else if (line.startsWith("deleted file mode ")) newName = undefined;
      else if (line.startsWith("rename from ")) oldName = unquoted(line.slice("rename from ".length));
      else if (line.startsWith("rename to ")) newName = unquoted(line.slice("rename to ".length));
      else if (line.startsWith("Binary files ")) binary = true;
    }
    files.push({ oldName, newName, hunks, binary });
  }
  return files;
}

/** `a/NAME b/NAME`: without quotes the two have the same length; files that were renamed say their names again. */
function nameOfHeader(names: string): string {
  const quoted = /^("(?:[^"\\]|\\.)*") /.exec(names);
  const first = quoted?.[1] ?? names.slice(0, (names.length - 1) / 2);
  return unquoted(first).slice("a/".length);
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** Names with unusual characters are quoted as in C, byte by byte: `"caf\303\251.rst"`. */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  const bytes = [...name.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)].map(
    ([, octal, letter, plain]) => {
      if (octal !== undefined) return Buffer.of(Number.parseInt(octal, 8));
      if (letter !== undefined) return Buffer.of(ESCAPES[letter] ?? letter.charCodeAt(0));
      return Buffer.from(plain!);
    },
  );
  return Buffer.concat(bytes).toString();
}
