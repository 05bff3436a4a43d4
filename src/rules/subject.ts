import type { ApiRef } from "../apiref/model.ts";
import { defineRule as define, type Rule } from "../findings/rule.ts";
import type { Specification } from "../openapi/specification.ts";

/** What every rule looks at: the tree as it was read and the specification made from it. */
export interface Subject {
  readonly apiRef: ApiRef;
  readonly specification: Specification;
}

/** A check of api-refs; see `Rule`. */
export type ApiRefRule = Rule<Subject>;

/** Defines a check of api-refs. */
export function defineRule(rule: ApiRefRule): ApiRefRule {
  return define(rule);
}
