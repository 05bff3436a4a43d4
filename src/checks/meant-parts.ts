import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { resolveFromDocument } from "../apiref/sources.ts";
import { remembered } from "../text/remembered.ts";
import { nearestOfMany } from "../text/similar.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** A name of a file in an `include` that leads nowhere, and the path of the part that it probably means. */
export interface MeantPart {
  readonly span: Span;
  readonly path: string;
}

/**
 * The parts that `include` directives mean whose file is not there: one that nothing includes, with nearly that name; or one that
 * another document includes, where the name has a slip. What the same document includes by its right name is not meant again.
 */
export const meantParts = remembered((apiRef: ApiRef): readonly MeantPart[] => {
  const left = new Set(
    [...noticesFor(apiRef.notices, "part-not-included")].map(({ span }) => span.file.path),
  );
  const included = [...apiRef.files.keys()].filter((path) => path.endsWith(PART) && !left.has(path));
  const nearest = nearestOfMany();
  const others = new Map<SourceFile, readonly string[]>();
  return [...noticesFor(apiRef.notices, "include-not-found")].flatMap(({ span, detail }) => {
    if (detail.path === "") return [];
    const wanted = resolveFromDocument(apiRef.root, span.file.path, detail.path);
    const ofOthers = others.get(span.file) ?? withoutOwn(included, span.file, apiRef);
    others.set(span.file, ofOthers);
    const path = nearest(wanted, left, tolerance(detail.path)) ?? nearest(wanted, ofOthers, MOST_SLIPS);
    if (path === undefined) return [];
    left.delete(path);
    return [{ span, path }];
  });
});

const PART = ".inc";
const MOST_SLIPS = 2;

/** A third of the name may differ, without its folders, which are long. */
function tolerance(path: string): number {
  return Math.max(1, Math.floor(posix.basename(path).length / 3));
}

/** The parts that a file does not include itself. */
function withoutOwn(parts: readonly string[], file: SourceFile, { root }: ApiRef): readonly string[] {
  const own = new Set(namesIn(file).map((name) => resolveFromDocument(root, file.path, name)));
  return parts.filter((part) => !own.has(part));
}

const namesIn = remembered((file: SourceFile): readonly string[] =>
  [...file.text.matchAll(/^ {0,20}\.\. include::[ \t]{1,20}(\S+)/gim)].map(([, name]) => name!),
);
