import type { Finding } from "../findings/finding.ts";
import { countBySeverity } from "../findings/severity.ts";
import { isFixable } from "../reporters/report.ts";
import { counted, type Tone } from "../reporters/style.ts";
import type { Summary } from "../summary.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { visible } from "../text/visible.ts";

/** What was read, validated and written, in a line each. */
export function summaryLines(summary: Summary, written: readonly string[], seconds: number): string[] {
  const { documents, operations, parameters, statusCodes, samples } = summary;
  const read = [
    counted(operations, "operation"),
    counted(parameters, "parameter"),
    counted(statusCodes, "status code"),
  ];
  const outcomes = `${samples.valid} valid, ${samples.invalid} invalid, ${samples.notJson} not JSON`;
  const time = `${seconds.toFixed(2)} s`;
  const compared = (summary.evidence?.files ?? []).flatMap(({ name, kind, seen, matched, notes }) => [
    `${visible(name)}: ${matched} of ${counted(seen, kind === "document" ? "operation" : "exchange")} matched`,
    ...notes.map(visible),
  ]);
  const doubtful = (summary.evidence?.doubtful ?? []).map(
    ({ what, names }) => `not told of, as they are doubtful: ${what}: ${visible(enumeratedNames(names))}`,
  );
  return [
    `${read.join(", ")} in ${counted(documents, "document")}`,
    `${counted(samples.found, "sample")}: ${outcomes}`,
    ...compared,
    ...doubtful,
    written.length === 0 ? `checked in ${time}` : `wrote ${written.map(visible).join(", ")} in ${time}`,
  ];
}

/** `3 errors, 12 warnings, 4 infos in 10 files (1 fixable with apiref fix)`. */
export function lastLine(
  findings: readonly Finding[],
  paint: (tone: Tone, text: string) => string = (_, text) => text,
): string {
  const { error, warning, info } = countBySeverity(findings);
  const figure = (count: number, noun: Tone): string => {
    const text = counted(count, noun);
    return count === 0 ? text : paint(noun, text);
  };
  const figures = [figure(error, "error"), figure(warning, "warning"), figure(info, "info")].join(", ");
  if (findings.length === 0) return figures;
  const files = new Set(findings.map(({ span }) => span.file.path)).size;
  const fixable = findings.filter(isFixable).length;
  const fix = fixable === 0 ? "" : ` (${fixable} fixable with apiref fix)`;
  return `${figures} in ${counted(files, "file")}${fix}`;
}
