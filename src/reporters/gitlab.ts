import type { Severity } from "../findings/finding.ts";
import { visibleJson } from "../text/visible.ts";
import { reportFingerprints } from "./fingerprints.ts";
import type { Reporter } from "./report.ts";

/** GitLab knows blocker, critical, major, minor and info. */
const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/**
 * A Code Quality report of GitLab (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). GitLab
 * drops findings that share a fingerprint, and takes one whose fingerprint changed for a new one.
 */
export const gitlab: Reporter = (report) => {
  const fingerprints = reportFingerprints(report);
  const entries = report.findings.map(({ rule, severity, message, file, line }, index) => ({
    description: message,
    check_name: rule,
    fingerprint: fingerprints[index],
    severity: severities[severity],
    location: { path: file, lines: { begin: line } },
  }));
  return `${visibleJson(entries)}\n`;
};
