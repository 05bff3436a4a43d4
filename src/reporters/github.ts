import type { Severity } from "../findings/finding.ts";
import { visible, visibleLines } from "../text/visible.ts";
import type { ReportedFinding, Reporter } from "./report.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * Workflow commands, which GitHub Actions shows beside the lines of a pull request
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 *
 * ```text
 * ::error file=widgets.inc,line=12,endLine=12,col=6,endColumn=11,title=unknown-parameter::No definition for …
 * ```
 */
export const github: Reporter = ({ findings }) => findings.map((finding) => `${command(finding)}\n`).join("");

function command(finding: ReportedFinding): string {
  const { rule, severity, file, line, column, endLine, endColumn } = finding;
  const properties: Record<string, string | number> = {
    file: visible(file),
    line,
    endLine,
    // GitHub refuses columns of a place that spans lines.
    ...(line === endLine ? { col: column, endColumn } : {}),
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(`${value}`)}`);
  return `::${commands[severity]} ${written.join(",")}::${escapedMessage(visibleLines(message(finding)))}`;
}

function message({ message, related }: ReportedFinding): string {
  const places = related.map(
    (place) => `${visible(place.file)}:${place.line}:${place.column} ${place.message}`,
  );
  return [message, ...places].join("\n");
}

function escapedMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
