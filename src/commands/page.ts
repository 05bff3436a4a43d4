import { browserCode } from "../files/bundle.ts";
import type { Files } from "../files/files.ts";
import { revisionOf } from "../files/git-revision.ts";
import { renderPage } from "../page/page.ts";
import type { Project } from "../project.ts";
import { version } from "../version.ts";

/**
 * The page for people of what a run made.
 *
 * @param documentName the name of the document's file, which lies beside the page
 */
export function pageOf(
  files: Files,
  { apart, settings }: Pick<Project, "apart" | "settings">,
  documentName: string,
): string {
  return renderPage(apart.document, {
    code: browserCode("page"),
    version,
    revision: revisionOf(files, settings.root),
    documentName,
  });
}
