// What stands behind an option → what the commands take; what is wrong is an `InvalidArgumentError` that says how to write it.
import { InvalidArgumentError } from "commander";
import type { ReportTarget } from "./commands/check.ts";
import { formats } from "./reporters/index.ts";

/** Each value of an option that can be given several times. */
export function collected(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** At most nine digits, so that it is exact. */
export function wholeNumber(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Give a whole number.");
}

/** A TCP port; 0 is one that is free. */
export function portNumber(value: string): number {
  const port = wholeNumber(value);
  if (port <= 65535) return port;
  throw new InvalidArgumentError("Ports end at 65535.");
}

/** A folder: whoever names a document would find it inside a folder of that name. */
export function outputFolder(value: string): string {
  if (!/\.(ya?ml|json|html)$/i.test(value)) return value;
  throw new InvalidArgumentError(
    "Name a folder: openapi.yaml is written into it (with --ext json openapi.json).",
  );
}

/** `sarif=findings.sarif`. */
export function reportTargets(value: string, before: readonly ReportTarget[] | undefined): ReportTarget[] {
  const at = value.indexOf("=");
  const format = formats.find((name) => name === value.slice(0, at));
  const file = value.slice(at + 1);
  if (at <= 0 || file === "")
    throw new InvalidArgumentError("Write it as FORMAT=FILE, such as sarif=findings.sarif.");
  if (format === undefined) throw new InvalidArgumentError(`Formats are ${formats.join(", ")}.`);
  return [...(before ?? []), { format, file }];
}

/** `unknown-parameter=off`; name and severity are looked at where the configuration is. */
export function ruleSetting(
  value: string,
  before: Record<string, string> | undefined,
): Record<string, string> {
  const at = value.indexOf("=");
  if (at <= 0) throw new InvalidArgumentError("Write it as NAME=SEVERITY, such as definition-unused=off.");
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}
