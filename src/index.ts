import { resolve } from "node:path";
import { type Flags, resolveSettings } from "./config/resolve.ts";
import { diskFiles } from "./files/disk.ts";
import type { Files } from "./files/files.ts";
import { type SourceMap, sourceMapFile } from "./openapi/source-map-file.ts";
import type { JsonObject } from "./openapi/specification.ts";
import { runProject } from "./project.ts";
import { type ReportedFinding, report } from "./reporters/report.ts";
import { catalogue, ruleNames } from "./rules/index.ts";
import type { Summary } from "./summary.ts";

export type { FileStatus, Files } from "./files/files.ts";
export { type MemoryContents, memoryFiles } from "./files/memory.ts";
export type { RuleSetting } from "./findings/severity.ts";
export type { SourceMap, SourcePlace } from "./openapi/source-map-file.ts";
export type { Json, JsonObject } from "./openapi/specification.ts";
export type { ReportedFinding, ReportedPlace } from "./reporters/report.ts";
export type { Summary } from "./summary.ts";
export { UsageError } from "./usage-error.ts";

/** What to read and how; every option has the default of the command line. */
export interface Options extends Flags {
  /** Relative paths are resolved from here, and findings named; the current directory unless given. */
  readonly workingDirectory?: string;
  /** The file system to read from; the real one unless given. */
  readonly files?: Files;
}

/** What `lint` gives. */
export interface LintResult {
  /** By file, line and column; the same as in `lint --format json`. */
  readonly findings: readonly ReportedFinding[];
  readonly summary: Summary;
}

/** What `build` gives. */
export interface BuildResult extends LintResult {
  /** The OpenAPI 3.1 document. */
  readonly document: JsonObject;
  /** JSON pointer into the document → place in the sources; the content of `openapi.map.json`. */
  readonly sourceMap: SourceMap;
}

/**
 * Converts an api-ref tree and runs every check. Reads files; writes and prints nothing. A SOURCE that is no api-ref
 * tree and options that are none throw a `UsageError`.
 */
export async function build(options: Options = {}): Promise<BuildResult> {
  const { workingDirectory = resolve(), files = diskFiles(), ...flags } = options;
  const settings = resolveSettings(files, resolve(workingDirectory), flags, ruleNames);
  const { specification, findings, summary } = await runProject(files, settings);
  return {
    document: specification.document,
    findings: report(findings, summary, { workingDirectory: settings.workingDirectory, rules: catalogue })
      .findings,
    sourceMap: sourceMapFile(specification.sourceMap, settings.root),
    summary,
  };
}

/** Runs every check on an api-ref tree; see `build`. */
export async function lint(options: Options = {}): Promise<LintResult> {
  const { findings, summary } = await build(options);
  return { findings, summary };
}
