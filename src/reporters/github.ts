import type { Severity } from "../findings/finding.ts";
import { visible, visibleLines } from "../text/visible.ts";
import { causesOf } from "./causes.ts";
import { placeName } from "./place-name.ts";
import type { ReportedFinding, Reporter } from "./report.ts";
import { counted } from "./style.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** GitHub shows so many annotations of one kind a step, and drops those that come after. */
const MOST_OF_A_KIND = 10;

/**
 * Workflow commands, which GitHub Actions shows beside the lines of a pull request
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions): one a cause, errors first, and no more
 * than GitHub shows. Everything else stands in the log as plain lines.
 *
 * ```text
 * ::error file=widgets.inc,line=12,endLine=12,col=6,endColumn=11,title=unknown-parameter::No definition for …
 * ```
 */
export const github: Reporter = (report) => {
  const shown = { error: 0, warning: 0, info: 0 };
  const annotations: string[] = [];
  const others: string[] = [];
  for (const { finding, others: same } of causesOf(report)) {
    if (shown[finding.severity]++ < MOST_OF_A_KIND) annotations.push(command(finding, same.length));
    else others.push(plainLine(finding));
    for (const other of same) others.push(plainLine(other));
  }
  return [...annotations, ...others].map((line) => `${line}\n`).join("");
};

/** A line of the log that begins with no command. */
function plainLine({ file, line, column, severity, message, rule }: ReportedFinding): string {
  const text = `${placeName({ file, line, column })} ${severity} ${message.replaceAll("\n", " ")} ${rule}`;
  return visible(text);
}

function command(finding: ReportedFinding, more: number): string {
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
  return `::${commands[severity]} ${written.join(",")}::${escapedMessage(visibleLines(message(finding, more)))}`;
}

function message({ message, related }: ReportedFinding, more: number): string {
  const places = related.map(
    (place) => `${visible(place.file)}:${place.line}:${place.column} ${place.message}`,
  );
  const same = more === 0 ? [] : [`The same at ${counted(more, "other place")}.`];
  return [message, ...places, ...same].join("\n");
}

function escapedMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
