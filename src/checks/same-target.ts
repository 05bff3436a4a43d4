import type { ApiRef, Operation } from "../apiref/model.ts";
import { pathShape } from "../apiref/targets.ts";
import { groupedBy } from "../text/grouped.ts";

/** Operations with one method and path: an extension has a section of its own for what it adds to an operation. */
export function operationsByTarget({ documents: all }: ApiRef): Map<string, Operation[]> {
  return groupedBy(
    all.flatMap(({ operations }) => operations),
    targetOf,
  );
}

/** Method and path; the names of variables do not count. */
export function targetOf({ method, target }: Operation): string {
  return `${method.toUpperCase()} ${pathShape(target.path)}`;
}
