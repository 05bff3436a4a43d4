import type { ApiRef, Document, Operation, ParameterRow } from "../apiref/model.ts";
import { groupOperations, pathShape } from "../apiref/targets.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { areTwoThings } from "./two-things.ts";

/** An operation that is the same as one before it. */
export interface Duplicate {
  readonly likeness: Likeness;
  readonly before: Operation;
}

/** The operations from which nothing tells an earlier one of their method and path. */
export const duplicates = remembered((apiRef: ApiRef): ReadonlyMap<Operation, Duplicate> => {
  const found = new Map<Operation, Duplicate>();
  const isApart = areApart(apiRef);
  for (const { groups } of groupOperations(apiRef))
    for (const { operations } of groups) {
      if (operations.length === 1) continue;
      const seen = new Map<string, Operation>();
      for (const operation of operations) {
        const likenesses = likenessesOf(operation);
        const shared = [...likenesses, ...overlapsOf(operation)].find(([likeness, key]) => {
          const before = seen.get(key);
          if (before === undefined || (likeness === "shape" && !differInThings(before, operation)))
            return false;
          return likeness === "place" || !isApart(operation, before);
        });
        if (shared !== undefined) found.set(operation, { likeness: shared[0], before: seen.get(shared[1])! });
        for (const [, key] of likenesses) if (!seen.has(key)) seen.set(key, operation);
        const own = versionedKey(operation);
        if (own !== undefined && !seen.has(own)) seen.set(own, operation);
      }
    }
  return found;
});

/**
 * Says of two operations whether they stand in references of their own, as those of two versions of an API: in documents whose
 * paths mostly begin otherwise, and of which neither looks anything up in the parameters files of the other. The readers of either
 * need what both have.
 */
function areApart({ documents }: ApiRef): (one: Operation, other: Operation) => boolean {
  const referenceOf = new Map(documents.map((document) => [document.name, referenceIn(document)]));
  return (one, other) => {
    const [own, others] = [one, other].map(({ document }) => referenceOf.get(document));
    return (
      own !== undefined &&
      others !== undefined &&
      own.step !== others.step &&
      own.files.size > 0 &&
      others.files.size > 0 &&
      ![...own.files].some((file) => others.files.has(file))
    );
  };
}

/** The parameters files of a document, and the step with which most of its paths begin: `v3`. */
const referenceIn = remembered(({ operations }: Document) => {
  const steps = [...groupedBy(operations, ({ target }) => target.path.split("/", 2)[1])];
  return {
    files: new Set(operations.flatMap(({ rows }) => rows.flatMap(({ file }) => file ?? []))),
    step: steps.toSorted((a, b) => b[1].length - a[1].length)[0]?.[0],
  };
});

/** The rows of a request's body. */
export function requestRows({ rows }: Operation): ParameterRow[] {
  return rows.filter(({ side, definition }) => side === "request" && definition?.in === "body");
}

/**
 * In what two operations of one method and path are the same, so that nothing tells them apart; `shape`: in all but what the
 * variables of their paths stand for.
 */
export type Likeness = "place" | "title" | "content" | "request" | "shape";

/** What an operation is compared by, the plainest first; each with a key that operations alike share. */
const likenessesOf = remembered((operation: Operation): readonly [Likeness, string][] => {
  const { directive, minVersion, maxVersion, method, target, rows, samples } = operation;
  const { file, start } = directive.nameSpan;
  const found: [Likeness, string][] = [["place", JSON.stringify([file.path, start])]];
  const add = (likeness: Likeness, ...parts: readonly unknown[]) =>
    found.push([likeness, JSON.stringify([likeness, query(operation), minVersion, maxVersion, ...parts])]);

  found.push(["title", titleKey(operation, minVersion, maxVersion)]);
  // Sections that document no body have nothing in common but their URL.
  if (rows.some(({ definition }) => definition?.in === "body"))
    add(
      "content",
      rows.map(({ side, name, key }) => [side, name, key]),
      samples.map(({ side, text }) => [side, text]),
    );
  if (/^(?:get|head|delete|options)$/i.test(method)) {
    add("request", target.path);
    add("shape", pathShape(target.path));
  }
  return found;
});

/** Whether the variables of two paths of one shape differ, and each that does stands for another thing. */
function differInThings(before: Operation, operation: Operation): boolean {
  const differing = operation.target.variables.flatMap(({ name }, index) =>
    name === before.target.variables[index]?.name ? [] : index,
  );
  return differing.length > 0 && differing.every((index) => areTwoThings(before, operation, index));
}

/**
 * What an operation is compared by beside that, where one of two of one title has no versions, so all, and the other those of its page only
 * ("Since 3.4"): the reader of the one is told of the other's versions as well.
 */
function overlapsOf(operation: Operation): readonly [Likeness, string][] {
  const { minVersion, maxVersion, versionsOfSection } = operation;
  if (versionsOfSection === true && maxVersion === undefined)
    return [["title", titleKey(operation, undefined, undefined)]];
  return minVersion === undefined && maxVersion === undefined ? [["title", openKey(operation)]] : [];
}

/** By what an operation without versions finds one that has those of its page. */
function versionedKey(operation: Operation): string | undefined {
  const isOpen = operation.versionsOfSection === true && operation.maxVersion === undefined;
  return isOpen ? openKey(operation) : undefined;
}

function openKey(operation: Operation): string {
  return titleKey(operation, "since", undefined);
}

function titleKey(operation: Operation, min: string | undefined, max: string | undefined): string {
  return JSON.stringify(["title", query(operation), min, max, titleWords(operation)]);
}

/** The query that the URL shows, and the parameters that a request of this kind must have. */
function query({ target, rows }: Operation): string[] {
  const required = rows.filter(({ definition }) => definition?.in === "query" && definition.required);
  return [
    ...target.query.map(({ name, value }) => `${name}=${value}`),
    ...required.map(({ name }) => name),
  ].sort();
}

/** A title without case, articles, plurals and punctuation: `List the widgets.` → `list widget`. */
function titleWords({ title }: Operation): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !["a", "an", "the"].includes(word))
    .map((word) => word.replace(/(?<=\w{2})s$/, ""))
    .join(" ");
}
