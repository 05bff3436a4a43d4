import { groupedBy } from "../text/grouped.ts";
import type { ReportedFinding, Reporter } from "./report.ts";
import { element, xmlDocument } from "./xml.ts";

/** The version of Checkstyle whose XML this is; readers look at its major number at most. */
const CHECKSTYLE_VERSION = "4.3";

/**
 * The XML that Checkstyle writes (its `XMLLogger`), which Jenkins and many review tools read. `source` is a dotted
 * name whose last part readers show as the kind of finding.
 */
export const checkstyle: Reporter = ({ findings }) => {
  const byFile = groupedBy(findings, ({ file }) => file);
  const files = [...byFile].map(([name, found]) => element("file", { name }, found.map(error)));
  return xmlDocument(element("checkstyle", { version: CHECKSTYLE_VERSION }, files));
};

function error({ rule, severity, message, line, column }: ReportedFinding) {
  return element("error", { line, column, severity, message, source: `apiref.${rule}` });
}
