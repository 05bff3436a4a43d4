import { groupedBy } from "../text/grouped.ts";
import { visible } from "../text/visible.ts";
import { placeName } from "./place-name.ts";
import type { ReportedFinding, Reporter } from "./report.ts";
import { type Element, element, xmlDocument } from "./xml.ts";

/**
 * A JUnit report as Jenkins and GitLab read it: a suite for each rule that found something, a failed test for each
 * error and warning, a skipped one for each info.
 *
 * Suites are rules because Jenkins takes a class name apart at its dots, which file names are full of. A test is
 * named by file and message, without its line, because both compare runs by these names; repeats are numbered,
 * because GitLab keeps one test of each name. A run that found nothing has one test that passed, because Jenkins
 * takes a report without tests for a mistake.
 */
export const junit: Reporter = ({ findings }) => {
  const byRule = groupedBy(findings, ({ rule }) => rule);
  const suites = [...byRule].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, found]) => suite(rule, found));
  if (suites.length === 0) {
    const passed = element("testcase", { name: "no findings", classname: "apiref.findings" });
    suites.push(element("testsuite", { name: "findings", tests: 1, failures: 0, errors: 0 }, [passed]));
  }
  const counts = { tests: Math.max(1, findings.length), failures: failures(findings), errors: 0 };
  return xmlDocument(element("testsuites", { name: "apiref", ...counts }, suites));
};

function suite(rule: string, findings: readonly ReportedFinding[]): Element {
  const counts = { tests: findings.length, failures: failures(findings), errors: 0 };
  const skipped = findings.length - counts.failures;
  const repeats = new Map<string, number>();
  const tests = findings.map((finding) => {
    const name = visible(`${finding.file}: ${finding.message}`);
    const repeat = (repeats.get(name) ?? 0) + 1;
    repeats.set(name, repeat);
    return test(finding, repeat === 1 ? name : `${name} (${repeat})`);
  });
  return element("testsuite", { name: rule, ...counts, skipped }, tests);
}

function test(finding: ReportedFinding, name: string): Element {
  const { rule, severity, message } = finding;
  const outcome =
    severity === "info"
      ? [element("skipped", {}, message), element("system-out", {}, details(finding))]
      : [element("failure", { type: severity, message }, details(finding))];
  return element("testcase", { name, classname: `apiref.${rule}` }, outcome);
}

/** Place, message and related places: GitLab shows this text only. */
function details(finding: ReportedFinding): string {
  const { severity, message, rule, operation, related } = finding;
  return [
    `${placeName(finding)} ${severity} ${visible(message)} ${rule}`,
    ...(operation === undefined ? [] : [`in ${operation}`]),
    ...related.map((place) => `${placeName(place)} ${visible(place.message)}`),
  ].join("\n");
}

function failures(findings: readonly ReportedFinding[]): number {
  return findings.filter(({ severity }) => severity !== "info").length;
}
