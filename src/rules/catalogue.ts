import type { RuleMetadata } from "../findings/rule.ts";
import { settingUnmatched } from "../findings/setting-unmatched.ts";
import { suppressionUnused } from "../findings/suppress.ts";
import { rules } from "./index.ts";

/** What is known of every rule of this program: those that look at an api-ref, and the run's own. */
export const catalogue: readonly RuleMetadata[] = [...rules, suppressionUnused, settingUnmatched];

/** Their names. Redocly's rules are not among them: any name below `openapi/` is one of those. */
export const ruleNames: readonly string[] = catalogue.map(({ name }) => name);
