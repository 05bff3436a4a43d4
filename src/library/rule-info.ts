import type { RuleMetadata } from "../findings/rule.ts";
import { catalogue } from "../rules/index.ts";

/** What is known of a rule without running it. `bad` and `good` are small trees; `«…»` marks where findings stand. */
export interface RuleInfo extends RuleMetadata {
  /** The address of its page, where one is configured (`rulesUrl`). */
  readonly url?: string;
}

/**
 * All rules, in the order of the table in the README.
 *
 * @param template the address of a rule's page, with `{rule}` for its name
 */
export function ruleInfos(template?: string): RuleInfo[] {
  return catalogue.map((rule) => ({
    name: rule.name,
    group: rule.group,
    severity: rule.severity,
    fixable: rule.fixable,
    ...(rule.wholeTree === undefined ? {} : { wholeTree: rule.wholeTree }),
    summary: rule.summary,
    explanation: rule.explanation,
    bad: rule.bad,
    good: rule.good,
    ...(template === undefined
      ? {}
      : { url: template.replaceAll("{rule}", () => encodeURIComponent(rule.name)) }),
  }));
}
