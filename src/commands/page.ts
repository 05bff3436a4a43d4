import { posix } from "node:path";
import { browserCode } from "../files/bundle.ts";
import type { Files } from "../files/files.ts";
import { revisionOf } from "../files/git-revision.ts";
import { type PageVersions, renderPage } from "../page/page.ts";
import { sourceLinks } from "../page/source-links.ts";
import { pageSources } from "../page/sources.ts";
import type { Project } from "../project.ts";
import { version } from "../version.ts";

/**
 * The page for people of what a run made.
 *
 * @param file the absolute path that the page is to have
 * @param documentName the name of the document's file, which lies beside the page
 */
export function pageOf(files: Files, made: MadeForPage, file: string, documentName: string): string {
  const { apart, settings } = made;
  return renderPage(apart.document, {
    code: browserCode("page"),
    versions: versionsOf(files, made),
    links: linksOf(files, made),
    version,
    revision: revisionOf(files, settings.root, file),
    documentName,
  });
}

/** What of a run the page is made of. */
export type MadeForPage = Pick<Project, "apart" | "settings" | "apiRef">;

/** The choice of a microversion; none where the document is for one already, or the sources name none. */
function versionsOf(files: Files, { apiRef, settings }: MadeForPage): PageVersions | undefined {
  const { root, documents, history, specification: options } = settings;
  if (options.microversion !== undefined) return undefined;
  const sources = pageSources(apiRef, files.realPath(root) ?? root, { documents, history, options });
  return sources && { sources, code: browserCode("page-versions") };
}

/** The addresses of the operations' lines, where the configuration says how to make them. */
export function linksOf(files: Files, { apart, apiRef, settings }: MadeForPage): Record<string, string> {
  const { sourceUrl } = settings;
  if (sourceUrl === undefined) return {};
  const nameOf = (path: string) => posix.relative(apiRef.boundary, files.realPath(path) ?? path);
  return sourceLinks(apart.document, sourceUrl, nameOf);
}
