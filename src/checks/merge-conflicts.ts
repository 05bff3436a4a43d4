import type { Draft } from "../findings/finding.ts";
import type { SourceFile } from "../text/source-file.ts";
import { span } from "../text/span.ts";

const MARKER = /^<{7} .*$/gm;

/**
 * Conflicts of a merge that nobody has resolved: docutils shows their markers as text, and both sides between them.
 * YAML and JSON with such markers cannot be read, and are told of as that.
 */
export function* mergeConflicts(files: Iterable<SourceFile>): Iterable<Draft> {
  for (const file of files) {
    if (!file.text.includes("<<<<<<< ") || /\.(?:ya?ml|json)$/.test(file.path)) continue;
    for (const { index, 0: line } of file.text.matchAll(MARKER)) {
      if (!/^>{7} /m.test(file.text.slice(index))) continue;
      yield {
        message: "A conflict of a merge begins here. Keep one of its sides, and remove the markers.",
        span: span(file, index, index + line.trimEnd().length),
      };
    }
  }
}
