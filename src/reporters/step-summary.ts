import { visible } from "../text/visible.ts";
import { causesOf } from "./causes.ts";
import { placeName } from "./place-name.ts";
import type { Report } from "./report.ts";
import { ruleCounts } from "./statistics.ts";
import { counted } from "./style.ts";

/** So many causes are listed; GitHub takes a summary of 1 MiB at most. */
const MOST_CAUSES = 50;

/** What GitHub shows of a step on the page of its run (`$GITHUB_STEP_SUMMARY`): a table of the rules, and the first causes. */
export function stepSummary(report: Report): string {
  const { errors, warnings, infos } = report.summary;
  const figures = [counted(errors, "error"), counted(warnings, "warning"), counted(infos, "info")].join(", ");
  const lines = [`### api-ref: ${figures}`, ""];
  const counts = ruleCounts(report.findings);
  if (counts.length > 0) {
    lines.push("| rule | severity | count | fixable |", "| --- | --- | ---: | ---: |");
    for (const { rule, severity, count, fixable } of counts)
      lines.push(`| ${escaped(rule)} | ${severity} | ${count} | ${fixable || ""} |`);
    lines.push("");
  }
  const causes = causesOf(report);
  for (const { finding, others } of causes.slice(0, MOST_CAUSES)) {
    const { file, line, column, severity, message, rule } = finding;
    const more = others.length === 0 ? "" : ` (and at ${counted(others.length, "other place")})`;
    lines.push(
      `- **${severity}** ${escaped(placeName({ file, line, column }))}: ${escaped(message.replaceAll("\n", " "))} (${escaped(rule)})${more}`,
    );
  }
  if (causes.length > MOST_CAUSES) lines.push("", `The log has ${causes.length - MOST_CAUSES} more.`);
  return `${lines.join("\n")}\n`;
}

/** Text of sources as Markdown shows it, without markup; pairs of backquotes stay. */
function escaped(text: string): string {
  return visible(text).replace(/[\\*_{}[\]<>|#!~]/g, "\\$&");
}
