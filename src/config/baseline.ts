import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { Files } from "../files/files.ts";
import type { Finding } from "../findings/finding.ts";
import {
  compareFindings,
  cutText,
  identifyingMessage,
  identifyingText,
  type Known,
} from "../findings/same.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { UsageError } from "../usage-error.ts";
import type { Settings } from "./resolve.ts";

/** The form of the file; another one cannot be compared. */
const VERSION = 2;

/** A finding as a baseline records it. */
interface RecordedFinding {
  /** Relative to the baseline's directory, so that it does not matter where the program is run. */
  readonly file: string;
  readonly rule: string;
  readonly operation?: string;
  readonly message: string;
  /** The text of the line. */
  readonly text: string;
}

/** What is known of a tree when a baseline is compared with it. */
export interface ComparedTree extends Pick<ApiRef, "documents" | "files"> {
  /** Whether there is a file, read or not. */
  readonly isThere: (path: string) => boolean;
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

/** The baseline that a run is to be compared with; undefined where there is none. */
export function baselineOf(
  files: Files,
  { baseline, workingDirectory }: Settings,
  updated: boolean,
): Baseline | undefined {
  if (baseline !== undefined) return readBaseline(files, { path: baseline, workingDirectory, updated });
  if (!updated) return undefined;
  throw new UsageError(
    "`--update-baseline` has no file to record in. Name one with `--baseline FILE`, or with `baseline:` in apiref.config.yaml.",
  );
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
    throw new UsageError(`${shown} is not a baseline: it is not a regular file. Name another file.`);
  const content = parsed(new TextDecoder().decode(files.read(path)));
  if (!isObject(content) || !Array.isArray(content.findings) || typeof content.version !== "number")
    throw new UsageError(
      `${shown} is not a baseline. Name another file, or remove it and record today's findings with \`--update-baseline\`.`,
    );
  if (content.version === VERSION && isRecord(content.findings)) return { path, recorded: content.findings };
  if (updated) return { path, recorded: [] };
  throw new UsageError(
    content.version === VERSION
      ? `${shown} is damaged. Restore it, or record today's findings again with \`--update-baseline\`.`
      : `${shown} is a baseline of version ${content.version}, and this program reads version ${VERSION}. Record today's findings again with \`--update-baseline\`.`,
  );
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
  const texts = ["file", "rule", "message", "text"] as const;
  return (
    Array.isArray(value) &&
    value.every((entry) => isObject(entry) && texts.every((key) => typeof entry[key] === "string"))
  );
}

/** Divides the findings of a run. Rules that are off find nothing, so that nothing of theirs is gone. */
export function compareWithBaseline(
  findings: readonly Finding[],
  { path, recorded }: Baseline,
  isOff: (rule: string) => boolean,
  tree: ComparedTree,
): Comparison {
  const linesOf = remembered(
    ({ text }: SourceFile) => new Set(text.split(/\r\n|\n|\r/).map((line) => cutText(line))),
  );
  const operations = new Set(tree.documents.flatMap((document) => document.operations.map(operationName)));
  const { fresh, gone } = compareFindings(recorded.map(known), record(findings, path).map(known), {
    isLineGone({ file, text }) {
      const place = posix.resolve(posix.dirname(path), file);
      const read = tree.files.get(place);
      return read === undefined ? !tree.isThere(place) : text !== "" && !linesOf(read).has(text);
    },
    isLineNew: () => true,
    isOperationGone: (operation) => !operations.has(operation),
  });
  return {
    fresh: findings.filter((_, index) => fresh.has(index)),
    gone: recorded.filter(({ rule }, index) => gone.has(index) && !isOff(rule)),
  };
}

function known({ message, ...finding }: RecordedFinding): Known {
  return { ...finding, message: identifyingMessage(message, finding.operation, finding.text) };
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
        compare(a.text, b.text),
    )
    .map((entry) => `\n    ${JSON.stringify(entry)}`);
  return `{\n  "version": ${VERSION},\n  "findings": [${lines.join(",")}${lines.length === 0 ? "" : "\n  "}]\n}\n`;
}

function record(findings: readonly Finding[], path: string): RecordedFinding[] {
  return findings.map(({ rule, operation, message, span }) => ({
    file: posix.relative(posix.dirname(path), span.file.path),
    rule,
    ...(operation === undefined ? {} : { operation }),
    message,
    text: identifyingText(span),
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
