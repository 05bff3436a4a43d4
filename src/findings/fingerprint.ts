import { builtin } from "../files/builtin.ts";
import { identifyingMessage } from "./same.ts";

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

/**
 * A text for each finding that stays the same when lines move: of rule, file, operation, message and the text of the
 * line, not its number. Findings that have all of them in common are told apart by their order.
 */
export function identities(findings: readonly Identity[]): string[] {
  const repeats = new Map<string, number>();
  return findings.map(({ rule, file, operation, message, text }) => {
    const parts = [rule, file, operation ?? "", identifyingMessage(message, operation, text), text];
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
