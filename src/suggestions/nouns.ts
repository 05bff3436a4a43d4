import type { Operation } from "../apiref/model.ts";
import { singular } from "../text/words.ts";

/** The resource that an operation is about, as its path has it: `widget` of `/v2/{project_id}/widgets/{id}`. */
export function resourceOf({ target }: Operation): string {
  return singular(collectionOf(target.path) ?? "body");
}

/** The object that holds the last step of a path: `part` of `widget.parts.weight`; the resource at the top. */
export function holderOf(path: readonly string[], operation: Operation): string {
  const holder = path.at(-2);
  return holder === undefined || !/^\w/.test(holder) ? resourceOf(operation) : singular(holder);
}

/** The last part of a path that is no variable, no version and no verb. */
function collectionOf(path: string): string | undefined {
  return path
    .split("/")
    .findLast((part) => /^[A-Za-z]/.test(part) && !/^(?:v\d[\d.]*|detail|action)$/.test(part));
}
