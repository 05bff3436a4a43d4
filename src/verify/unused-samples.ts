import type { ApiRef, Operation, Side } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { groupedBy } from "../text/grouped.ts";
import { once } from "../text/once.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";

/** Whether a sample that nothing includes, but that is one of an operation by its name, shows a property. */
export type ShownUnused = (operation: Operation, side: Side, name: string) => boolean;

/**
 * Looks into the samples that no document includes: `lamp-admin-create-resp.json` is another one of the operation that shows
 * `lamp-create-resp.json`.
 */
export function shownUnused(apiRef: ApiRef): ShownUnused {
  const byFolder = once(() =>
    groupedBy(
      [...noticesFor(apiRef.notices, "sample-unused")].map(({ span: { file } }) => ({
        words: wordsOf(file),
        file,
      })),
      ({ file }) => collection(file),
    ),
  );
  const textsOf = remembered(({ samples }: Operation) =>
    samples.flatMap(({ file, path, side }) => {
      if (path === undefined || file === undefined) return [];
      const words = [...wordsOf(file)];
      return (byFolder().get(collection(file)) ?? [])
        .filter((unused) => words.every((word) => unused.words.has(word)))
        .map((unused) => ({ side, text: unused.file.text }));
    }),
  );
  return (operation, side, name) =>
    textsOf(operation).some((one) => one.side === side && one.text.includes(`"${name}"`));
}

/** The folder of a sample, without that of its microversion. */
function collection({ path }: SourceFile): string {
  return path.replace(/(?:\/v\d+(?:\.\d+)*)?\/[^/]*$/, "");
}

function wordsOf({ path }: SourceFile): ReadonlySet<string> {
  return new Set(path.slice(path.lastIndexOf("/") + 1).split(/[^A-Za-z0-9]+/));
}
