import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import type { Finding } from "../findings/finding.ts";
import { fingerprints, identifyingText } from "../findings/fingerprint.ts";
import { UsageError } from "../usage-error.ts";

/** A finding as a baseline records it. Only the fingerprint is compared; the rest is for those who read the file. */
interface RecordedFinding {
  /** Relative to the baseline's directory, so that it does not matter where the program is run. */
  readonly file: string;
  readonly rule: string;
  readonly operation?: string;
  readonly message: string;
  readonly fingerprint: string;
}

/** Findings that are known and not to be reported. */
export interface Baseline {
  /** Absolute. */
  readonly path: string;
  readonly recorded: readonly RecordedFinding[];
}

/** What a baseline says of the findings of a run. */
export interface Comparison {
  /** The findings that it does not record. */
  readonly fresh: readonly Finding[];
  /** The recorded findings that are no more. */
  readonly gone: readonly RecordedFinding[];
}

/** Where the baseline is; absolute paths. */
interface BaselinePlace {
  readonly path: string;
  readonly workingDirectory: string;
  /** Whether it is to be written, so that it may be missing. */
  readonly updated: boolean;
}

/** Reads a baseline. A file that is none is a `UsageError` also where it is to be written: it may be another file. */
export function readBaseline(files: Files, { path, workingDirectory, updated }: BaselinePlace): Baseline {
  const shown = posix.relative(workingDirectory, path);
  const status = files.status(path);
  if (status === undefined) {
    if (updated) return { path, recorded: [] };
    throw new UsageError(
      `There is no baseline ${shown}. Record today's findings with \`--update-baseline\`.`,
    );
  }
  if (status.kind !== "file")
    throw new UsageError(`${shown} is no baseline: it is no regular file. Name another file.`);
  const content = parsed(new TextDecoder().decode(files.read(path)));
  if (!isObject(content) || content.version !== 1 || !isRecord(content.findings))
    throw new UsageError(
      `${shown} is no baseline. Name another file, or remove it and record today's findings with \`--update-baseline\`.`,
    );
  return { path, recorded: content.findings };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isRecord(value: unknown): value is readonly RecordedFinding[] {
  const texts = ["file", "rule", "message", "fingerprint"] as const;
  return (
    Array.isArray(value) &&
    value.every((entry) => isObject(entry) && texts.every((key) => typeof entry[key] === "string"))
  );
}

/** Divides the findings of a run. Rules that are off find nothing, so that nothing of theirs is gone. */
export function compareWithBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  isOff: (rule: string) => boolean,
): Comparison {
  const current = record(findings, baseline.path);
  const known = new Set(baseline.recorded.map(({ fingerprint }) => fingerprint));
  const still = new Set(current.map(({ fingerprint }) => fingerprint));
  return {
    fresh: findings.filter((_, index) => !known.has(current[index]!.fingerprint)),
    gone: baseline.recorded.filter(({ fingerprint, rule }) => !still.has(fingerprint) && !isOff(rule)),
  };
}

/**
 * The text of a baseline that records these findings: JSON, sorted, a line for each, so that a change of it can be
 * reviewed. What the old one records of rules that are off stays.
 */
export function baselineText(
  findings: readonly Finding[],
  old: Baseline,
  isOff: (rule: string) => boolean,
): string {
  const kept = old.recorded.filter(({ rule }) => isOff(rule));
  const lines = [...record(findings, old.path), ...kept]
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        compare(a.rule, b.rule) ||
        compare(a.operation ?? "", b.operation ?? "") ||
        compare(a.message, b.message) ||
        compare(a.fingerprint, b.fingerprint),
    )
    .map((entry) => `\n    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.join(",")}${lines.length === 0 ? "" : "\n  "}]\n}\n`;
}

function record(findings: readonly Finding[], path: string): RecordedFinding[] {
  const identities = findings.map(({ rule, operation, message, span }) => ({
    file: posix.relative(posix.dirname(path), span.file.path),
    rule,
    ...(operation === undefined ? {} : { operation }),
    message,
    text: identifyingText(span),
  }));
  const prints = fingerprints(identities);
  return identities.map(({ text, ...entry }, index) => ({ ...entry, fingerprint: prints[index]! }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
