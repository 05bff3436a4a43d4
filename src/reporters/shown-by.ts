import { placeName } from "./place-name.ts";
import type { ReportedFinding } from "./report.ts";
import { counted } from "./style.ts";

/** So many places that show a cause are named; `--format json` has all. */
export const MOST_PLACES = 2;

/** `shown by 38 samples of 12 operations, such as …`: all findings of a cause, and those but the first. */
export function shownBy(all: readonly ReportedFinding[], others: readonly ReportedFinding[]): string {
  const files = new Set(all.map(({ file }) => file));
  const operations = new Set(all.map(({ operation }) => operation).filter((one) => one !== undefined));
  const samples = [...files].every((file) => file.endsWith(".json"));
  const what =
    samples && files.size > 1 ? `by ${counted(files.size, "sample")}` : `at ${counted(all.length, "place")}`;
  const of = operations.size > 1 ? ` of ${counted(operations.size, "operation")}` : "";
  const named = others
    .slice(0, MOST_PLACES)
    .map(({ file, line, column }) => placeName({ file, line, column }));
  return `shown ${what}${of}, such as ${named.join(" and ")}`;
}
