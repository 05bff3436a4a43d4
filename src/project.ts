import { posix } from "node:path";
import type { ApiRef } from "./apiref/model.ts";
import { readApiRef } from "./apiref/read.ts";
import type { Settings } from "./config/resolve.ts";
import type { Files } from "./files/files.ts";
import type { Finding } from "./findings/finding.ts";
import { runRules, sortFindings } from "./findings/run.ts";
import { suppress } from "./findings/suppress.ts";
import { buildSpecification } from "./openapi/build.ts";
import { startLinter } from "./openapi/redocly.ts";
import type { Specification } from "./openapi/specification.ts";
import { ruleNames } from "./rules/catalogue.ts";
import { rules } from "./rules/index.ts";
import { type Summary, summarize } from "./summary.ts";
import { UsageError } from "./usage-error.ts";

/** What one run makes of an api-ref tree. */
export interface Project {
  readonly apiRef: ApiRef;
  readonly specification: Specification;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** Who wants to know how far a run is. */
export interface RunOptions {
  /** Called with what is being done now. */
  readonly onStep?: (step: string) => void;
  /** Called when the specification is made and, in another thread, being linted: the time to write it out as text. */
  readonly onSpecification?: (specification: Specification, root: string) => void;
}

/** The whole run: text → tree → model → document → findings. Reads files; writes and prints nothing. */
export async function runProject(
  files: Files,
  settings: Settings,
  { onStep, onSpecification }: RunOptions = {},
): Promise<Project> {
  const linter = startLinter(settings.rules);
  try {
    onStep?.("reading the api-ref");
    const apiRef = readApiRef(files, settings.root, {
      ...(settings.documents === undefined ? {} : { documents: settings.documents }),
    });
    requireOperations(apiRef, settings);

    onStep?.("making the specification");
    const specification = buildSpecification(apiRef, settings.specification);

    onStep?.("checking");
    const linted = linter.lint(specification);
    const wholeTree = settings.documents === undefined;
    const applicable = wholeTree ? rules : rules.filter((rule) => rule.wholeTree !== true);
    const found = runRules(applicable, { apiRef, specification }, settings.rules);
    onSpecification?.(specification, settings.root);
    found.push(...(await linted));

    const kept = suppress(found, apiRef.files.values(), { ruleNames, settings: settings.rules, wholeTree });
    const findings = sortFindings(kept);
    return { apiRef, specification, findings, summary: summarize(apiRef, specification, findings) };
  } finally {
    await linter.close();
  }
}

/** A tree without operations is the wrong tree; a document made from it would overwrite a good one. */
function requireOperations(apiRef: ApiRef, { documents, workingDirectory }: Settings): void {
  if (apiRef.documents.some(({ operations }) => operations.length > 0)) return;
  if (documents !== undefined)
    throw new UsageError(
      `No document that matches ${documents.join(", ")} has an operation. Name documents as Sphinx does, such as \`v3/index\`.`,
    );
  const shown = posix.relative(workingDirectory, apiRef.root) || ".";
  throw new UsageError(
    `No document in ${shown} has an operation (\`rest_method\`). Name the source folder of an os-api-ref tree.`,
  );
}
