import type { JsonObject } from "../data/json-value.ts";
import type { Draft, Severity } from "../findings/finding.ts";
import type { RuleSettings } from "../findings/severity.ts";
import type { Specification } from "../openapi/specification.ts";
import type { Span } from "../text/span.ts";
import { redoclyPrefix } from "./config.ts";
import type { RedoclyProblem } from "./problems.ts";
import { startRedocly } from "./thread.ts";

/** A problem of the generated document, at the place in the sources that it came from. */
export interface DocumentFinding extends Draft {
  /** `openapi/operation-summary`. */
  readonly rule: string;
  readonly severity: Severity;
}

/** Redocly, loaded and waiting for documents. */
export interface DocumentLinter {
  lint(specification: Specification): Promise<DocumentFinding[]>;
  /** Whether the last document whose problems are known had none; false before the first. */
  foundNothing(): boolean;
  /** Ends the linter's thread; a program that forgets it ends all the same. */
  close(): Promise<void>;
}

/** Gives Redocly's view of documents; on a thread that was started before, if there is one. */
export function startLinter(settings: RuleSettings = new Map(), thread = startRedocly()): DocumentLinter {
  let last: { readonly text: string; readonly problems: Promise<RedoclyProblem[]> } | undefined;
  let foundNothing = false;
  return {
    lint(specification) {
      const text = JSON.stringify(
        looksAtExamples(settings) ? specification.document : withoutExampleValues(specification.document),
        withoutPatterns,
      );
      // The same document has the same problems, though their places may have moved.
      if (last?.text !== text) last = { text, problems: thread.findProblems(text, settings) };
      const findings = last.problems.then((problems) => {
        foundNothing = problems.length === 0;
        return problems.map((problem) => documentFinding(problem, specification, settings));
      });
      findings.catch(() => {}); // whoever asked may have failed before they come to wait for the answer
      return findings;
    },
    foundNothing: () => foundNothing,
    close: () => thread.close(),
  };
}

/** Redocly would hold examples against patterns with a matcher that some patterns keep busy for ever; we have done so. */
function withoutPatterns(key: string, value: unknown): unknown {
  return key === "pattern" && typeof value === "string" ? undefined : value;
}

/** Whether somebody asks for a rule about examples; those that look at values are off otherwise (`config.ts`). */
function looksAtExamples(settings: RuleSettings): boolean {
  for (const [rule, setting] of settings)
    if (rule.startsWith(redoclyPrefix) && rule.includes("example") && setting !== "off") return true;
  return false;
}

/** The document with nothing to see in its examples, whose values are a good part of what there is to walk through. */
function withoutExampleValues(document: JsonObject): JsonObject {
  const components = document.components as JsonObject | undefined;
  const examples = components?.examples as JsonObject | undefined;
  if (examples === undefined) return document;
  const emptied = Object.entries(examples).map(([name, example]) => [
    name,
    { ...(example as JsonObject), value: null },
  ]);
  return { ...document, components: { ...components, examples: Object.fromEntries(emptied) } };
}

/** Lints one document with Redocly's `recommended` rules, in memory: no file is read, nothing is sent anywhere. */
export async function lintDocument(
  specification: Specification,
  settings: RuleSettings = new Map(),
): Promise<DocumentFinding[]> {
  const linter = startLinter(settings);
  try {
    return await linter.lint(specification);
  } finally {
    await linter.close();
  }
}

function documentFinding(
  problem: RedoclyProblem,
  specification: Specification,
  settings: RuleSettings,
): DocumentFinding {
  const rule = redoclyPrefix + problem.rule;
  const set = settings.get(rule);
  const operation = operationAt(problem.pointer);
  return {
    rule,
    severity: set === undefined || set === "off" ? problem.severity : set,
    message: `${problem.message} (\`${problem.pointer || "/"}\` in the document)`,
    span: nearestSpan(problem.pointer, specification.sourceMap),
    ...(operation === undefined ? {} : { operation }),
  };
}

/** The place of the node, or of the nearest node round it that has one, or else of whatever the map names first. */
function nearestSpan(pointer: string, sourceMap: ReadonlyMap<string, Span>): Span {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const span = sourceMap.get(at);
    if (span !== undefined) return span;
    if (at === "") break;
  }
  const [first] = sourceMap.values();
  if (first === undefined) throw new Error("The source map of the document is empty.");
  return first;
}

/** `/paths/~1v2~1shares/post/summary` → `POST /v2/shares`; undefined where the pointer is in no operation. */
function operationAt(pointer: string): string | undefined {
  const [, section, path = "", method = ""] = pointer.split("/");
  if (section !== "paths" || !methods.has(method)) return undefined;
  return `${method.toUpperCase()} ${path.replaceAll("~1", "/").replaceAll("~0", "~")}`;
}

/** The fixed fields of a path item that are operations (OpenAPI 3.1.1, 4.8.9.1). */
const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
