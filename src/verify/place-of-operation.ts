import type { ApiRef, Operation } from "../apiref/model.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Span } from "../text/span.ts";
import {
  barePath,
  collectionOf,
  isAlike,
  isOfOtherVersion,
  type MountedPath,
  mountedPath,
  mountOf,
  segmentsOf,
} from "./paths.ts";

/** Where the section of an operation belongs: in the chapter of its resource, else its chapter in the list of all. */
export function placeFor(
  path: string,
  nearest: Operation | undefined,
  operations: readonly Operation[],
  { documents }: ApiRef,
  isOutdated: (operation: Operation) => boolean,
): { readonly span: Span; readonly advice: string } {
  const extension = besideExtensions(path, operations);
  if (extension !== undefined)
    return { span: extension, advice: "Add a chapter with a section for it here." };
  if (nearest !== undefined)
    return {
      span: nearest.enclosing?.title.span ?? nearest.titleSpan,
      advice: "Add a section for it to this chapter.",
    };
  // nothing new belongs among what is gone
  const current = operations.filter((one) => !isOutdated(one));
  const neighbour = alike(path, current.length === 0 ? operations : current);
  const inclusion = neighbour && inclusionOf(neighbour);
  if (inclusion !== undefined)
    return { span: inclusion, advice: "Add a chapter with a section for it here." };
  const [first] = documents;
  const span = neighbour?.enclosing?.title.span ??
    neighbour?.titleSpan ??
    first!.title?.span ?? { file: first!.file, start: 0, end: 0 };
  return { span, advice: "Add a chapter with a section for it beside this one." };
}

/** What marks the part of a path that an extension adds: `/users/{user_id}/OS-LAMPS/lamps`. */
const EXTENSION = /^OS-[A-Z0-9][A-Z0-9-]*$/;

/** Where the chapter of an undocumented extension belongs: behind that of the last one in the document that has most of them. */
function besideExtensions(path: string, operations: readonly Operation[]): Span | undefined {
  const own = extensionOf(path);
  if (own === undefined) return undefined;
  const asked = mountedPath(path);
  const known = operations.flatMap((operation) => {
    const name = extensionOf(operation.target.path);
    return name === undefined || isOfOtherVersion(mountOf(operation), asked) ? [] : [{ name, operation }];
  });
  if (known.some(({ name }) => name === own)) return undefined;
  const documents = [...groupedBy(known, ({ operation }) => operation.document).values()];
  const count = (all: typeof known) => new Set(all.map(({ name }) => name)).size;
  const most = documents.reduce<typeof known>((best, all) => (count(all) > count(best) ? all : best), []);
  return count(most) < FEWEST_EXTENSIONS ? undefined : inclusionOf(most.at(-1)!.operation);
}

/** So many have chapters of their own. */
const FEWEST_EXTENSIONS = 2;

function extensionOf(path: string): string | undefined {
  return segmentsOf(path).find((segment) => EXTENSION.test(segment));
}

/** The `include` that brings a chapter into its document. */
export function inclusionOf({ section }: Operation): Span | undefined {
  let inclusion = section?.title.lines[0]?.includedFrom;
  while (inclusion?.from !== undefined) inclusion = inclusion.from;
  return inclusion?.directive.span;
}

/** The documented operation whose path has most of another in common, from the beginning on; of the same version. */
export function nearestTo(path: string, operations: readonly Operation[]): Operation | undefined {
  const asked = mountedPath(path);
  const wanted = barePath(asked);
  let best: { readonly operation: Operation; readonly score: number } | undefined;
  for (const operation of operations) {
    const own = mountOf(operation);
    if (isOfOtherVersion(own, asked)) continue;
    const segments = barePath(own);
    let common = 0;
    while (common < wanted.length && isAlike(wanted[common]!, segments[common])) common++;
    // of operations that have as much in common the one with the least beside it
    const score = common - (segments.length - common) / 100;
    if (common > 0 && (best === undefined || score > best.score)) best = { operation, score };
  }
  return best?.operation ?? withResource(asked, operations);
}

/** The operation that has the resource elsewhere: `/v2/lbaas/quotas` for `/v2/quotas`. */
function withResource(asked: MountedPath, operations: readonly Operation[]): Operation | undefined {
  const name = collectionOf(asked);
  if (name === "") return undefined;
  return operations.find((one) => {
    const own = mountOf(one);
    return !isOfOtherVersion(own, asked) && barePath(own).includes(name);
  });
}

/** The operation whose collection is called most like that of a path; the last where none is. */
function alike(path: string, operations: readonly Operation[]): Operation | undefined {
  const asked = mountedPath(path);
  const wanted = collectionOf(asked);
  const own = operations.filter((one) => !isOfOtherVersion(mountOf(one), asked));
  const common = (one: Operation) => commonLength(collectionOf(mountOf(one)), wanted);
  const best = own.reduce<Operation | undefined>(
    (found, one) => (found === undefined || common(one) > common(found) ? one : found),
    undefined,
  );
  return best !== undefined && common(best) > SHORTEST_STEM ? best : own.at(-1);
}

/** Names that have only `os-` in common are not alike. */
const SHORTEST_STEM = 3;

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
