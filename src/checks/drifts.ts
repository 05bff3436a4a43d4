import type { DriftRule } from "../verify/facts.ts";
import { inOperation } from "./naming.ts";
import type { ApiRefRule } from "./subject.ts";

/** A check that reports one kind of differences between the api-ref and evidence; without evidence it finds nothing. */
export function ofDrifts(rule: DriftRule): ApiRefRule["check"] {
  return function* ({ comparison }) {
    for (const drift of comparison?.drifts ?? []) {
      if (drift.rule !== rule) continue;
      const { message, span, severity, operation, related, names } = drift;
      yield {
        message,
        span,
        related,
        ...(severity === undefined ? {} : { severity }),
        ...(names === undefined ? {} : { names }),
        ...inOperation(operation),
      };
    }
  };
}
