import type { SourceFile } from "../text/source-file.ts";
import type { Notice } from "./notice.ts";
import { joinPath, type Sources } from "./sources.ts";

/**
 * A notice for each part (`.inc`) below a source folder that nothing includes, with what its lines name. To be asked for
 * when a tree was read whole.
 *
 * @param parts the names of all parts, relative to the source folder
 * @param notices what was noticed in reading, such as an `include` whose file is missing
 */
export function unincludedParts(
  sources: Sources,
  parts: readonly string[],
  notices: readonly Notice[],
): Notice<"part-not-included">[] {
  const unread = parts.filter((name) => !sources.files.has(joinPath(sources.root, name)));
  // A folder in which nothing is a part, nor misspells one, has other files of that name.
  const triesOne = notices.some(({ rule }) => rule === "include-not-found");
  if (unread.length === parts.length && !triesOne) return [];
  return unread.flatMap((name) => {
    const { file } = sources.read(joinPath(sources.root, name));
    return file === undefined || file.text.trim() === "" ? [] : [notice(file)];
  });
}

function notice(file: SourceFile): Notice<"part-not-included"> {
  const operations: string[] = [];
  const keys: string[] = [];
  const samples: string[] = [];
  for (const line of file.text.split("\n")) {
    const operation = /^\.\. rest_method::\s*(\S.*)/i.exec(line)?.[1];
    if (operation !== undefined) operations.push(operation.trim());
    const key = /^\s+- [^:]+: *(\S+)\s*$/.exec(line)?.[1];
    if (key !== undefined) keys.push(key);
    const sample = /^\s*\.\. literalinclude::\s*(\S+)/i.exec(line)?.[1];
    if (sample !== undefined) samples.push(sample.slice(sample.lastIndexOf("/") + 1));
  }
  return {
    rule: "part-not-included",
    span: { file, start: 0, end: 0 },
    detail: { path: file.path.slice(file.path.lastIndexOf("/") + 1), operations, keys, samples },
  };
}
