import type { Files } from "../files/files.ts";
import { remembered } from "../text/remembered.ts";
import { SourceFile } from "../text/source-file.ts";
import type { Document } from "./model.ts";
import type { Notice } from "./notice.ts";
import type { Sources } from "./sources.ts";

/**
 * The files in folders of samples that no document includes, for the rule `sample-unused`: those with the ending of
 * a sample that is included from the same folder. Makes sense for a tree that was read whole.
 */
export function unusedSamples(files: Files, sources: Sources, documents: readonly Document[]): Notice[] {
  const endings = new Map<string, Set<string>>();
  for (const { operations } of documents)
    for (const { samples } of operations)
      for (const { path, file } of samples) {
        // a code block stands in a document
        if (path === undefined || file === undefined) continue;
        const { folder, ending } = placeOf(file);
        const known = endings.get(folder) ?? new Set();
        endings.set(folder, known.add(ending));
      }
  const notices: Notice[] = [];
  for (const [folder, known] of endings)
    for (const name of files.list(folder)) {
      const path = `${folder}/${name}`;
      if (name.startsWith(".") || sources.files.has(path) || !known.has(endingOf(name))) continue;
      if (files.status(path)?.kind !== "file") continue;
      // Of JSON it is told, too, whether it is any: somebody will include it.
      const file = (name.endsWith(".json") ? sources.read(path).file : undefined) ?? new SourceFile(path, "");
      notices.push({ rule: "sample-unused", span: { file, start: 0, end: 0 }, detail: { path: name } });
    }
  return notices;
}

const placeOf = remembered(({ path }: SourceFile): { folder: string; ending: string } => {
  const slash = path.lastIndexOf("/");
  return { folder: path.slice(0, slash), ending: endingOf(path.slice(slash + 1)) };
});

/** `.json`; for names without one everything after the last `-`, as in `pool-create-curl`. */
function endingOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot) : name.slice(name.lastIndexOf("-") + 1);
}
