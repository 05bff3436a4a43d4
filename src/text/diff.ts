import { structuredPatch } from "diff";

/** Lines shown round a change. */
const CONTEXT = 3;

/** A file before and after; `before` is undefined for a file that was not there. */
export interface FileChange {
  /** Relative to the directory where the diff is to be applied, with `/`. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** The change of a file as a unified diff that `git apply` and `patch -p1` accept; empty where nothing changed. */
export function unifiedDiff({ path, before, after }: FileChange): string {
  const { hunks } = structuredPatch("", "", before ?? "", after, "", "", { context: CONTEXT });
  if (hunks.length === 0) return "";
  const lines = [
    `--- ${before === undefined ? "/dev/null" : fileName(`a/${path}`)}`,
    `+++ ${fileName(`b/${path}`)}`,
  ];
  for (const { oldStart, oldLines, newStart, newLines, lines: changed } of hunks)
    lines.push(`@@ -${stretch(oldStart, oldLines)} +${stretch(newStart, newLines)} @@`, ...changed);
  return `${lines.join("\n")}\n`;
}

/** Where a hunk stands. A stretch of no lines is named by the line before it. */
function stretch(start: number, lines: number): string {
  return `${lines === 0 ? Math.max(start - 1, 0) : start},${lines}`;
}

/** A file name as git writes it: in C's quotes where it has characters that end a name, with a tab behind blanks. */
function fileName(name: string): string {
  if (QUOTED.test(name))
    return `"${name.replace(new RegExp(QUOTED, "gu"), (character) => escapes[character] ?? octal(character))}"`;
  return name.includes(" ") ? `${name}\t` : name;
}

/** Controls and marks of direction among them, which git quotes with all that is not ASCII. */
const QUOTED = /["\\\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function octal(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\${byte.toString(8).padStart(3, "0")}`)
    .join("");
}
