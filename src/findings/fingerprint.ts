import { builtin } from "../files/builtin.ts";
import type { Span } from "../text/span.ts";

/** What makes a finding the one it is, wherever its line has moved to. */
export interface Identity {
  readonly rule: string;
  /** As it is to be named: relative, with `/`. */
  readonly file: string;
  readonly operation?: string;
  readonly message: string;
  /** The text of the line, see `identifyingText`. */
  readonly text: string;
}

/** A sample may be one line of megabytes; its beginning says enough. */
const MOST_TEXT = 500;

/** The text of the line on which a place begins, without the white space round it. */
export function identifyingText({ file, start }: Span): string {
  const { line } = file.positionAt(start);
  const from = file.lineStarts[line - 1]!;
  const to = file.lineStarts[line] ?? file.text.length;
  return file.text.slice(from, Math.min(to, from + MOST_TEXT)).trim();
}

/** Some messages name another line: `} is missing for the { in line 12`. */
const LINE_NUMBER = /\bline \d+/g;

/**
 * A text for each finding that stays the same when lines move: of rule, file, operation, message and the text of the
 * line, not its number. Findings that have all of them in common are told apart by their order.
 */
export function identities(findings: readonly Identity[]): string[] {
  const repeats = new Map<string, number>();
  return findings.map(({ rule, file, operation, message, text }) => {
    const parts = [rule, file, operation ?? "", message.replace(LINE_NUMBER, "line"), text];
    const identity = JSON.stringify(parts);
    const repeat = repeats.get(identity) ?? 0;
    repeats.set(identity, repeat + 1);
    return repeat === 0 ? identity : JSON.stringify([...parts, repeat]);
  });
}

/** The same in 32 characters, for files. */
export function fingerprints(findings: readonly Identity[]): string[] {
  const { createHash } = builtin("node:crypto") as typeof import("node:crypto");
  return identities(findings).map((identity) =>
    createHash("sha256").update(identity).digest("hex").slice(0, 32),
  );
}
