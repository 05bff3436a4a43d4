import { isJsonObject, pointerSteps } from "../data/json-value.ts";
import type { Finding } from "../findings/finding.ts";
import type { Specification } from "../openapi/specification.ts";
import { addTo } from "../text/grouped.ts";
import type { Span } from "../text/span.ts";

/** An operation that a page shows, and where it is written. */
interface Shown {
  readonly id: string;
  readonly place: Span;
}

/**
 * Which operation of a page a finding leads to: of those with its method and path, or of all where its URL is written
 * otherwise, the one that begins last before it in its file; else the first with its method and path. Gives operationIds.
 *
 * @param specification one in which operations that share method and path stand apart
 */
export function operationPlaces({
  document,
  sourceMap,
}: Specification): (finding: Pick<Finding, "operation" | "span">) => string | undefined {
  const byName = new Map<string, Shown[]>();
  for (const [pointer, place] of sourceMap) {
    const [container, path, method, ...below] = pointerSteps(pointer);
    if ((container !== "paths" && container !== "webhooks") || method === undefined || below.length > 0)
      continue;
    const item = isJsonObject(document[container]) ? document[container][path!] : undefined;
    const operation = isJsonObject(item) ? item[method] : undefined;
    const id = isJsonObject(operation) ? operation.operationId : undefined;
    if (typeof id !== "string") continue;
    const name = `${method.toUpperCase()} ${path!.split("#", 1)[0]}`;
    addTo(byName, name, { id, place });
  }
  return ({ operation, span }) => {
    if (operation === undefined) return undefined;
    const named = byName.get(operation);
    return (lastBefore(span, named ?? [...byName.values()].flat()) ?? named?.[0])?.id;
  };
}

function lastBefore({ file, start }: Span, shown: readonly Shown[]): Shown | undefined {
  let last: Shown | undefined;
  for (const one of shown) {
    if (one.place.file.path !== file.path || one.place.start > start) continue;
    if (last === undefined || one.place.start >= last.place.start) last = one;
  }
  return last;
}
