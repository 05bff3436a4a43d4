import { addTo } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { ApiRef, Operation } from "./model.ts";

/** Methods that a Path Item Object has (OpenAPI 3.1, 4.8.9). */
export const METHODS: ReadonlySet<string> = new Set([
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "TRACE",
]);

/** Documented operations that share method and path, with the path that stands for all of them. */
export interface OperationGroup {
  /** `GET`, or a verb that OpenAPI lacks such as `COPY`. */
  readonly method: string;
  readonly path: string;
  readonly operations: readonly Operation[];
  /** Others that share method and path, where these stand apart from them. */
  readonly others?: readonly Operation[];
}

/** Paths that are one path item: the first spelling stands for all. */
export interface PathGroup {
  /** Of a webhook, its name. */
  readonly path: string;
  readonly webhook: boolean;
  readonly groups: readonly OperationGroup[];
}

/**
 * Groups operations by path, then by method. Two spellings of one template (`/shares/{id}`, `/shares/{share_id}`)
 * are identical paths (OpenAPI 3.1, 4.8.8), so they become one path item. An operation without URL has no place.
 */
export const groupOperations = remembered((apiRef: ApiRef): readonly PathGroup[] => {
  const byShape = new Map<string, { path: string; webhook: boolean; methods: Map<string, Operation[]> }>();
  for (const document of apiRef.documents)
    for (const operation of document.operations) {
      const { webhook } = operation.target;
      if (operation.url === "" || operation.method === "") continue;
      const path = webhook ? webhookName(operation) : operation.target.path;
      const shape = webhook ? `webhook ${path}` : pathShape(path);
      let found = byShape.get(shape);
      if (found === undefined) {
        found = { path, webhook, methods: new Map() };
        byShape.set(shape, found);
      }
      const method = operation.method.toUpperCase();
      addTo(found.methods, method, operation);
    }
  return [...byShape.values()].map(({ path, webhook, methods }) => ({
    path,
    webhook,
    groups: [...methods].map(([method, operations]) => ({ method, path, operations })),
  }));
});

/**
 * The name of a webhook (OpenAPI 3.1, 4.8.1), which its consumer's URL does not give: from the title, `LampCleared` for
 * `Lamp cleared`, so that two notifications to one callback stay two.
 */
function webhookName({ title, target }: Operation): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [target.path];
  return words.map((word) => `${word[0]!.toUpperCase()}${word.slice(1)}`).join("");
}

/** A path template with its variables' names left out: `/shares/{}`. */
export function pathShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}

/** `POST /v2/share-replicas`, by which findings name an operation. */
export const operationName = remembered(({ method, url, target }: Operation): string => {
  return `${method === "" ? "?" : method.toUpperCase()} ${url === "" ? "?" : target.path}`;
});
