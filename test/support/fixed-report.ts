import type { Finding } from "../../src/findings/finding.ts";
import type { RuleMetadata } from "../../src/findings/rule.ts";
import { countBySeverity } from "../../src/findings/severity.ts";
import { type Format, reporters } from "../../src/reporters/index.ts";
import { type Report, report } from "../../src/reporters/report.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const widgets = new SourceFile(
  "/work/tree/my widgets.inc",
  "Widgets\n=====\n\n- limit: limti\n- limit: limti\n",
);
const definitions = new SourceFile("/work/tree/parameters.yaml", "limit:\n  in: query\n");
const sample = new SourceFile("/elsewhere/list.json", "{}\n");

const unknownParameter: RuleMetadata = {
  name: "unknown-parameter",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a lookup key without a definition",
  explanation: "A row looks up its key.\n\nCorrect the key, or write its definition.",
  bad: { "index.rst": "\nTitle\n~~~~~\n\n- limit: «limti»\n" },
  good: { "index.rst": "\n- limit: limit\n", "parameters.yaml": "\nlimit:\n  in: query\n" },
};

const shortUnderline: RuleMetadata = {
  name: "rst-title-underline",
  group: "reading",
  severity: "warning",
  fixable: true,
  summary: "an underline that is shorter than its title",
  explanation: "Make it as long.",
  bad: { "index.rst": "\n«Title\n~~»\n" },
  good: { "index.rst": "\nTitle\n~~~~~\n" },
};

/** One finding of each kind: repeated, with edits, across lines, in another folder, with hard characters. */
const fixedFindings: readonly Finding[] = [
  {
    rule: "openapi/no-empty-servers",
    severity: "info",
    message: "Servers must be present.",
    span: span(sample, 0, 0),
  },
  {
    rule: "rst-title-underline",
    severity: "warning",
    message: "Title underline too short: 50%, 7 characters are expected.",
    span: span(widgets, 0, 13),
    edits: [
      { span: span(widgets, 13, 13), text: "==" },
      { span: span(widgets, 14, 15), text: "" },
    ],
  },
  ...[24, 39].map(
    (at): Finding => ({
      rule: "unknown-parameter",
      severity: "error",
      message: 'No definition for `limti` in "parameters.yaml" & <none> elsewhere.',
      span: span(widgets, at, at + 5),
      operation: "GET /widgets/{id}",
      related: [{ span: span(definitions, 0, 5), message: "looked up here" }],
    }),
  ),
];

const style = { colour: false, columns: 80 };

/** A report of findings named from `/work`. */
export function reportOf(
  findings: readonly Finding[],
  rules: readonly RuleMetadata[] = [unknownParameter, shortUnderline],
): Report {
  const { error, warning, info } = countBySeverity(findings);
  const summary = {
    errors: error,
    warnings: warning,
    infos: info,
    documents: 1,
    operations: 1,
    parameters: 2,
    statusCodes: 0,
    samples: { found: 0, validated: 0, valid: 0, invalid: 0, notJson: 0 },
  };
  return report(findings, summary, { workingDirectory: "/work", rules });
}

/** The text of the fixed report, or of one with other findings, in a format. */
export function textOf(format: Format, findings: readonly Finding[] = fixedFindings): string {
  return reporters[format](reportOf(findings), style);
}

/** A finding with a message and file name of one's own. */
export function findingWith(message: string, path = "/work/a.rst", text = "text\n"): Finding {
  return { rule: "some-rule", severity: "error", message, span: span(new SourceFile(path, text), 0, 4) };
}
