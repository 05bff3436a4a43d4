import type { Finding, Severity } from "../findings/finding.ts";
import type { ExampleTree, RuleMetadata } from "../findings/rule.ts";
import type { Edit } from "../text/edit.ts";
import { groupedBy } from "../text/grouped.ts";
import { type Span, spanPositions } from "../text/span.ts";
import { visibleJson } from "../text/visible.ts";
import { version } from "../version.ts";
import { reportFingerprints } from "./fingerprints.ts";
import type { Report, ReportedFinding, Reporter } from "./report.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** What GitHub code scanning sorts by (https://docs.github.com/code-security/reference/code-scanning/sarif-support). */
const problemSeverities: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "recommendation",
};

/** The base of all paths: the directory that findings are named from. */
const BASE = "SRCROOT";

/** A log in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS). */
export const sarif: Reporter = (report) => {
  const { findings, origins } = report;
  const rules = ruleDescriptors(report, findings);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = reportFingerprints(report);

  const results = findings.map((finding, index) => ({
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [location(finding)],
    ...relatedLocations(finding),
    partialFingerprints: { "apirefFinding/v1": fingerprints[index] },
    ...fixes(origins[index]!, report.fileName),
  }));
  const run = {
    tool: { driver: { name: "apiref", fullName: "os-api-ref-openapi", version, rules } },
    invocations: [{ executionSuccessful: true }],
    // Without a URI: the consumer knows where its copy of the sources is (3.14.14).
    originalUriBaseIds: {
      [BASE]: {
        description: {
          text: "The top of the repository; without one, the directory that apiref was run in.",
        },
      },
    },
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n", "\r"],
    results,
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${visibleJson(log)}\n`;
};

/** All rules of this program, then those of Redocly that found something (3.49). */
function ruleDescriptors({ rules, ruleUrl }: Report, findings: readonly ReportedFinding[]) {
  const known = new Set(rules.map(({ name }) => name));
  const others = new Set(findings.map(({ rule }) => rule).filter((rule) => !known.has(rule)));
  return [
    ...rules.map((rule) => ruleDescriptor(rule, ruleUrl(rule.name))),
    ...[...others].sort().map(redoclyRuleDescriptor),
  ];
}

function ruleDescriptor(rule: RuleMetadata, helpUri: string | undefined) {
  const { name, group, severity, fixable, summary, explanation } = rule;
  return {
    id: name,
    name: pascalCase(name),
    shortDescription: { text: sentence(summary) },
    fullDescription: { text: explanation.trim() },
    defaultConfiguration: { level: levels[severity] },
    ...(helpUri === undefined ? {} : { helpUri }),
    help: { text: explanation.trim(), markdown: helpPage(rule) },
    properties: {
      tags: [group],
      "problem.severity": problemSeverities[severity],
      precision: "very-high",
      fixable,
    },
  };
}

/** `openapi/operation-summary`: a rule of Redocly, on the generated document. */
function redoclyRuleDescriptor(id: string) {
  const rule = id.replace(/^openapi\//, "");
  const text = `Redocly's rule ${rule}, run on the generated OpenAPI document.`;
  const helpUri = `https://redocly.com/docs/cli/rules/oas/${encodeURIComponent(rule)}`;
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text },
    fullDescription: { text },
    helpUri,
    help: { text, markdown: `${text} [Its page](${helpUri}) says more.` },
    properties: { tags: ["openapi"] },
  };
}

/** The explanation of a rule with its examples, in Markdown. */
function helpPage({ explanation, bad, good }: RuleMetadata): string {
  return [explanation.trim(), "Bad:", ...codeBlocks(bad), "Good:", ...codeBlocks(good)].join("\n\n");
}

/** The example of `file-too-large` has megabytes, of which the beginning is enough. */
const MOST_EXAMPLE_TEXT = 2000;

function codeBlocks(tree: ExampleTree): string[] {
  return Object.entries(tree).map(([name, text]) => {
    const cut = text.length > MOST_EXAMPLE_TEXT;
    const shown = cut ? text.slice(0, text.lastIndexOf("\n", MOST_EXAMPLE_TEXT)) : text;
    const code = shown.replace(/[«»]/g, "").replace(/^\n+/, "").trimEnd();
    return `\`${name}\`\n\n\`\`\`\n${code}${cut ? "\n…" : ""}\n\`\`\``;
  });
}

function location({ file, line, column, endLine, endColumn, operation }: ReportedFinding) {
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(file),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
    ...(operation === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: operation }] }),
  };
}

function relatedLocations({ related }: ReportedFinding) {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ file, line, column, message }, id) => ({
      id,
      physicalLocation: {
        artifactLocation: artifactLocation(file),
        region: { startLine: line, startColumn: column },
      },
      message: { text: message },
    })),
  };
}

/** The edits of a finding as one fix (3.55): what `apiref fix` would do. */
function fixes({ edits }: Finding, fileName: Report["fileName"]) {
  if (edits === undefined || edits.length === 0) return {};
  const byFile = groupedBy(edits, ({ span }) => span.file.path);
  const artifactChanges = [...byFile].map(([path, changes]) => ({
    artifactLocation: artifactLocation(fileName(path)),
    replacements: changes.map(replacement),
  }));
  return { fixes: [{ description: { text: "What apiref fix changes." }, artifactChanges }] };
}

function replacement({ span, text }: Edit) {
  return { deletedRegion: region(span), ...(text === "" ? {} : { insertedContent: { text } }) };
}

function region(span: Span) {
  const { start, end } = spanPositions(span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function artifactLocation(file: string) {
  const wellFormed = file.replace(/\p{Cs}/gu, "\ufffd");
  return { uri: wellFormed.split("/").map(encodeURIComponent).join("/"), uriBaseId: BASE };
}

/** `openapi/no-empty-servers` → `OpenapiNoEmptyServers`, the form that SARIF readers show (3.49.7). */
function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

/** `a key without a definition` → `A key without a definition.` */
function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
