import type { ApiRef, Document, Operation } from "../apiref/model.ts";
import { remembered } from "../text/remembered.ts";
import type { ProseRow } from "./codes-section.ts";

/** An operation in its file: as often in the model as documents include the file. */
export interface Site {
  readonly operations: readonly [Operation, ...Operation[]];
  /** The document of each. */
  readonly documents: readonly Document[];
  /** The codes in the prose of the first of them; it is the same text for all. */
  readonly rows: readonly ProseRow[];
}

/** The operations with codes in prose. */
export function sitesOf({ documents }: ApiRef): Site[] {
  const sites = new Map<
    string,
    { operations: [Operation, ...Operation[]]; documents: Document[]; rows: readonly ProseRow[] }
  >();
  for (const document of documents)
    for (const operation of document.operations) {
      const rows = proseRows(operation);
      if (rows.length === 0) continue;
      const { file, start } = operation.directive.nameSpan;
      const key = `${start} ${file.path}`;
      const site = sites.get(key);
      if (site === undefined) sites.set(key, { operations: [operation], documents: [document], rows });
      else {
        site.operations.push(operation);
        site.documents.push(document);
      }
    }
  return [...sites.values()];
}

const proseRows = remembered(({ statuses }: Operation): readonly ProseRow[] =>
  statuses.filter((row): row is ProseRow => row.origin.kind === "prose"),
);

/** What tells the paragraphs of some rows from others. */
const paragraphsOf = remembered(
  (rows: readonly ProseRow[]): ReadonlySet<string> =>
    new Set(rows.map(({ origin: { span } }) => `${span.start} ${span.file.path}`)),
);

/** Sites that have prose in common, as of a part that several operations include. */
export function groupsOf(sites: readonly Site[]): Site[][] {
  const groups = new Map<string, Site[]>();
  for (const site of sites) {
    const keys = [...paragraphsOf(site.rows)];
    const group = [...new Set([site, ...keys.flatMap((key) => groups.get(key) ?? [])])];
    for (const member of group) for (const key of paragraphsOf(member.rows)) groups.set(key, group);
  }
  return [...new Set(groups.values())];
}
