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

/** A site, and the groups that it brought together. */
interface Node {
  readonly site: Site;
  readonly parts: readonly Node[];
  /** The one that brought this one together with others. */
  into?: Node;
}

/** Sites that have prose in common, as of a part that several operations include; the last comes first. */
export function groupsOf(sites: readonly Site[]): Site[][] {
  const nodes = new Map<string, Node>();
  for (const site of sites) {
    const keys = [...paragraphsOf(site.rows)];
    const known = keys.flatMap((key) => nodes.get(key) ?? []).map(wholeOf);
    const node: Node = { site, parts: [...new Set(known)] };
    for (const part of node.parts) part.into = node;
    for (const key of keys) nodes.set(key, node);
  }
  return [...new Set([...nodes.values()].map(wholeOf))].map(sitesIn);
}

/** The group that a node belongs to by now. */
function wholeOf(node: Node): Node {
  let whole = node;
  while (whole.into !== undefined) whole = whole.into;
  // The way is short for whoever asks next.
  for (let at = node; at.into !== undefined; ) {
    const next: Node = at.into;
    at.into = whole;
    at = next;
  }
  return whole;
}

function sitesIn(whole: Node): Site[] {
  const sites: Site[] = [];
  const open = [whole];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    sites.push(node.site);
    for (const part of node.parts.toReversed()) open.push(part);
  }
  return sites;
}
