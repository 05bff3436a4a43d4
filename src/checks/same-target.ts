import type { ApiRef, Operation } from "../apiref/model.ts";
import { pathShape } from "../apiref/targets.ts";

/** Operations with one method and path: an extension has a section of its own for what it adds to an operation. */
export function operationsByTarget({ documents: all }: ApiRef): Map<string, Operation[]> {
  const byTarget = new Map<string, Operation[]>();
  for (const { operations } of all)
    for (const operation of operations) {
      const others = byTarget.get(targetOf(operation));
      if (others === undefined) byTarget.set(targetOf(operation), [operation]);
      else others.push(operation);
    }
  return byTarget;
}

/** Method and path; the names of variables do not count. */
export function targetOf({ method, target }: Operation): string {
  return `${method.toUpperCase()} ${pathShape(target.path)}`;
}
