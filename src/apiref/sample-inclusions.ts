import { addTo } from "../text/grouped.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { ApiRef } from "./model.ts";

/** Tells where the directives stand that bring a sample in; none for other files. */
export function sampleInclusions({ documents }: ApiRef): (file: SourceFile) => readonly Span[] {
  const inclusions = new Map<string, Span[]>();
  for (const { operations } of documents)
    for (const { samples } of operations)
      for (const { file, path, block } of samples) {
        // A code block stands in the document itself.
        if (file === undefined || path === undefined) continue;
        addTo(inclusions, file.path, block.span);
      }
  return ({ path }) => inclusions.get(path) ?? [];
}
