import { resolve } from "node:path";
import { resolveSettings } from "./config/resolve.ts";
import type { JsonObject } from "./data/json-value.ts";
import { diskFiles } from "./files/disk.ts";
import type { LocatedFinding } from "./library/findings.ts";
import { checkOf, type Options } from "./library/workspace.ts";
import type { SourceMap } from "./openapi/source-map-file.ts";
import { runProject } from "./project.ts";
import { ruleNames } from "./rules/index.ts";
import type { Summary } from "./summary.ts";

export type { FileStatus, Files } from "./files/files.ts";
export { type MemoryContents, memoryFiles } from "./files/memory.ts";
export type { RuleSetting } from "./findings/severity.ts";
export type { LocatedFinding, Offsets, TextEdit } from "./library/findings.ts";
export type { BodyDescription, DescribedOperation } from "./library/operations.ts";
export { type RuleInfo, ruleInfos } from "./library/rule-info.ts";
export { type Check, type Options, openWorkspace, type Workspace } from "./library/workspace.ts";
export type { SourceMap, SourcePlace } from "./openapi/source-map-file.ts";
export type { Json, JsonObject } from "./openapi/specification.ts";
export type { ReportedFinding, ReportedPlace } from "./reporters/report.ts";
export type { Summary } from "./summary.ts";
export { UsageError } from "./usage-error.ts";

/** What `lint` gives. */
export interface LintResult {
  /** By file, line and column; those of `lint --format json`, with offsets and edits. */
  readonly findings: readonly LocatedFinding[];
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
  const { document, findings, sourceMap, summary } = checkOf(await runProject(files, settings));
  return { document, findings, sourceMap, summary };
}

/** Runs every check on an api-ref tree; see `build`. */
export async function lint(options: Options = {}): Promise<LintResult> {
  const { findings, summary } = await build(options);
  return { findings, summary };
}
