import { posix } from "node:path";
import type { ApiRef, Operation, ParameterRow, Side } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { isSideWord, sideOfFileName } from "../apiref/sides.ts";
import { isOfQuery, isOfUrl } from "../apiref/url-rows.ts";
import type { Section } from "../rst/tree.ts";
import { addTo, groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { singular } from "../text/words.ts";
import { fitsTable, meantSamples } from "./exchanged-samples.ts";
import { isPlainKind, operationKind } from "./operation-verbs.ts";

/** The sides of an operation whose body is documented and has no sample. */
export const sidesWithoutSample = remembered((operation: Operation): readonly Side[] =>
  (["request", "response"] as const).filter((side) => lacksSample(operation, side)),
);

/**
 * The samples that nothing includes and that operations lack which show those of the other side: named as that is, but for the side, or
 * as another sample of the page, but for the verb and the side, where their names are those of the table.
 */
export const fittingSamples = remembered((apiRef: ApiRef): ReadonlyMap<Operation, SourceFile> => {
  const meant = new Set(meantSamples(apiRef).map((one) => one.meant));
  const unused = new Map<string, SourceFile>();
  for (const { span } of noticesFor(apiRef.notices, "sample-unused"))
    if (!meant.has(span.file) && sideOfFileName(posix.basename(span.file.path)) !== undefined)
      unused.set(keyOf(span.file), span.file);
  const found = new Map<Operation, SourceFile>();
  if (unused.size === 0) return found;
  const taken = new Set<SourceFile>();
  for (const { operations } of apiRef.documents)
    for (const operation of operations) {
      const sides = sidesWithoutSample(operation);
      if (sides.length !== 1) continue;
      const [file, ...others] = new Set(
        operation.samples.flatMap((sample) => {
          if (sample.path === undefined || sample.file === undefined || sample.side === sides[0]) return [];
          if (sideOfFileName(posix.basename(sample.file.path)) !== sample.side) return [];
          return unused.get(keyOf(sample.file, sides[0])) ?? [];
        }),
      );
      if (file === undefined || others.length > 0 || taken.has(file)) continue;
      taken.add(file);
      found.set(operation, file);
    }
  const files = [...unused.values()].filter((file) => !taken.has(file));
  for (const [operation, file] of fittingByVerb(apiRef, files))
    if (!found.has(operation)) found.set(operation, file);
  return found;
});

/** The files that have the verb of an operation in the place of that of another sample of its page, where each fits one alone. */
function fittingByVerb({ documents }: ApiRef, files: readonly SourceFile[]): [Operation, SourceFile][] {
  if (files.length === 0) return [];
  const operations = documents.flatMap((document) => document.operations);
  const stems = new Map(
    [...groupedBy(operations, pageOf)].map(([page, all]) => [
      page,
      new Set(
        all.flatMap(({ samples }) =>
          samples.flatMap(({ file, path }) => (file === undefined || path === undefined ? [] : stemOf(file))),
        ),
      ),
    ]),
  );
  const named = new Map<string, SourceFile[]>();
  for (const file of files) {
    const side = sideOfFileName(posix.basename(file.path));
    for (const kind of new Set(wordsOf(file).map(operationKind)))
      addTo(named, `${side} ${kind} ${stemOf(file)}`, file);
  }
  const pairs = operations.flatMap((operation) => {
    const kind = operationKind(operation.title);
    const [side, ...others] = sidesWithoutSample(operation);
    if (side === undefined || others.length > 0 || !isPlainKind(kind)) return [];
    return [...stems.get(pageOf(operation))!]
      .flatMap((stem) => named.get(`${side} ${kind} ${stem}`) ?? [])
      .filter((file) => fitsTable(file, operation, side))
      .map((file): [Operation, SourceFile] => [operation, file]);
  });
  const [byOperation, byFile] = [
    groupedBy(pairs, ([operation]) => operation),
    groupedBy(pairs, ([, file]) => file),
  ];
  return pairs.filter(([one, file]) => byOperation.get(one)!.length === 1 && byFile.get(file)!.length === 1);
}

/** The file in which an operation is written. */
function pageOf({ titleSpan }: Operation): SourceFile {
  return titleSpan.file;
}

/** A file's folder and name without verbs and the side: `lamp-bulb` of `lamps-bulb-create-response.json`. */
function stemOf(file: SourceFile): string {
  const words = wordsOf(file).filter((word) => !isSideWord(word) && !isPlainKind(operationKind(word)));
  return `${posix.dirname(file.path)}/${words.map(singular).join("-")}`;
}

/** The words of a file's name, without its ending. */
const wordsOf = remembered(({ path }: SourceFile): readonly string[] =>
  posix.parse(path).name.toLowerCase().split(/[-_.]/),
);

/** A file's folder and name without the word of its side, and the side. */
function keyOf(file: SourceFile, side = sideOfFileName(posix.basename(file.path))): string {
  const name = wordsOf(file).filter((word) => !isSideWord(word));
  return `${posix.dirname(file.path)}/${name.join("-")} ${side}`;
}

function lacksSample(operation: Operation, side: Side): boolean {
  // Rows of a body where there should be none are no reason to show one.
  if (side === "request" && /^(?:get|head|delete)$/i.test(operation.method)) return false;
  const rows = operation.rows.filter(
    (row) =>
      row.side === side &&
      row.definition?.in === "body" &&
      !isOfUrl(row, operation) &&
      !(side === "request" && isOfQuery(row, operation)),
  );
  if (rows.length === 0 || (rows.length === 1 && isFile(rows[0]!))) return false;
  // `rst-markup-mistaken` tells of a slip in the directive that was to show it.
  if (operation.section !== undefined && hasMistakenInclude(operation.section)) return false;
  return !operation.samples.some((sample) => sample.side === side);
}

const hasMistakenInclude = remembered(({ span: { file, start, end } }: Section): boolean =>
  /^[ \t]*\.\.(?! literalinclude::)[ \t]*literalinclude:/m.test(file.text.slice(start, end)),
);

/** Whether the one row of a body says that it is a file or another stream of bytes, which no sample can show. */
function isFile({ definition }: ParameterRow): boolean {
  return (
    /^(?:file|binary|bytes|stream)$/i.test(definition?.type?.trim() ?? "") ||
    /\bapplication\/(?:zip|octet-stream|x-[\w-]+)|\b(?:binary (?:data|file|content)|(?:zip|tar|archive|image) (?:file|archive))\b/i.test(
      definition?.description ?? "",
    )
  );
}
