import type { Operation } from "../apiref/model.ts";
import type { PathGroup } from "../apiref/targets.ts";

/**
 * Gives each documented operation a path item of its own, in the order of the pages: of those that share a path, the first
 * has it, the others add a fragment that says which they are (`/v2/lamps/{id}/action#dimLamp`). A fragment is no part of
 * a request, so that readers draw each as the operation that it is.
 *
 * @param ids the operationId of each operation
 */
export function apart(
  paths: readonly PathGroup[],
  inOrder: readonly Operation[],
  ids: ReadonlyMap<Operation, string>,
): PathGroup[] {
  const placeOf = new Map(
    paths.flatMap(({ groups, webhook }) =>
      groups.flatMap(({ method, path, operations }) =>
        operations.map((operation) => [operation, { method, path, webhook, operations }] as const),
      ),
    ),
  );
  const taken = new Set<string>();
  return inOrder.flatMap((operation) => {
    const place = placeOf.get(operation);
    if (place === undefined) return [];
    const { method, path, webhook, operations } = place;
    const others = operations.filter((other) => other !== operation);
    const key = taken.has(path) ? `${path}#${ids.get(operation)}` : path;
    taken.add(path);
    return [{ path: key, webhook, groups: [{ method, path, operations: [operation], others }] }];
  });
}
