import type { RuleMetadata } from "../../src/findings/rule.ts";

export function rulesInReadme(readme: string, rules: readonly RuleMetadata[]): string;
