import { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { directivesIn, toctreeEntries } from "./documents.ts";
import type { Page } from "./model.ts";
import type { Notice } from "./notice.ts";
import { joinPath, type ReadFailure } from "./sources.ts";

/**
 * A notice for each document that could not be read, so that none is missing from the specification in silence. It stands
 * where a table of contents names the document, else at the document's file.
 *
 * @param failures the names of these documents, and what stood in the way
 */
export function unreadDocuments(
  failures: ReadonlyMap<string, ReadFailure>,
  { root, documents }: { readonly root: string; readonly documents: readonly Page[] },
): Notice[] {
  if (failures.size === 0) return [];
  const mentions = mentionsIn(documents);
  return [...failures].map(([name, failure]) => ({
    // A link to nothing is there, and so is a pipe.
    rule: failure === "not-found" || failure === "unreadable" ? "document-unreadable" : failure,
    span: mentions.get(name) ?? { file: new SourceFile(joinPath(root, `${name}.rst`), ""), start: 0, end: 0 },
    detail: { path: `${name}.rst` },
  }));
}

/** The lines of tables of contents, each by the name of the document that it brings. */
function mentionsIn(documents: readonly Page[]): Map<string, Span> {
  const mentions = new Map<string, Span>();
  for (const { name, blocks } of documents)
    for (const directive of directivesIn(blocks))
      for (const line of directive.name === "toctree" ? directive.content : []) {
        const [entry] = toctreeEntries([{ ...directive, content: [line] }], name, []);
        if (entry === undefined || mentions.has(entry)) continue;
        const start = line.offset + line.text.length - line.text.trimStart().length;
        mentions.set(entry, { file: line.file, start, end: start + line.text.trim().length });
      }
  return mentions;
}
