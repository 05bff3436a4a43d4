import type { Severity } from "./finding.ts";

/** What a rule can be set to. */
export type RuleSetting = Severity | "off";

/** All that a rule can be set to, mildest first. */
export const ruleSettings: readonly RuleSetting[] = ["off", "info", "warning", "error"];

/** Rule name → what people set it to; a rule that is not in it has its default. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** Whether a text is one of `off`, `info`, `warning`, `error`. */
export function isRuleSetting(text: string): text is RuleSetting {
  return (ruleSettings as readonly string[]).includes(text);
}

/** How many findings there are of each severity. */
export function countBySeverity(
  findings: Iterable<{ readonly severity: Severity }>,
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
