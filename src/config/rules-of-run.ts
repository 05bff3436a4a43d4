import type { ApiRefRule } from "../checks/subject.ts";
import { internalError } from "../findings/internal-error.ts";
import { rules, rulesNeedingEvidence } from "../rules/index.ts";
import type { Settings } from "./resolve.ts";

/** The rules that make sense: some only for a tree that was read whole, some only with evidence and then alone. */
export function rulesFor(settings: Settings): readonly ApiRefRule[] {
  return rules.filter(
    (rule) => isRun(rule.name, settings) && (settings.documents === undefined || rule.wholeTree !== true),
  );
}

/** Whether a run looks for what a rule finds: with evidence for differences from it, else for everything else. */
export function isRun(rule: string, { against }: Settings): boolean {
  return OF_ALL_RUNS.has(rule) || rulesNeedingEvidence.has(rule) === (against !== undefined);
}

/** What tells of the run itself. */
const OF_ALL_RUNS: ReadonlySet<string> = new Set([internalError.name]);
