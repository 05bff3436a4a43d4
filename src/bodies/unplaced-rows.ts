import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { BODY_METHODS } from "../apiref/part-place.ts";
import { lacksPlace } from "../apiref/places.ts";
import { isOfQuery } from "../apiref/url-rows.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { isWithoutRequestContent } from "./filter-rows.ts";

/** Where a row is published. */
export type Place = "path" | "query" | "header" | "body";

/**
 * Where rows of which nothing says it stand most likely: as variables of the URL that no other row documents, as what
 * samples show, as their keys say (`size_query`), as headers are called, as what the nearest row of their table is. It is a
 * guess, good for a document that is to have what its page shows; no finding may rest on it.
 *
 * @param rows all rows of one side of the operation
 * @param shownNames gives the names in the samples of that side; asked for only where some row lacks its place
 */
export function guessedPlaces(
  operation: Operation,
  side: Side,
  rows: readonly ParameterRow[],
  shownNames: () => ReadonlySet<string>,
): Map<ParameterRow, Place> {
  const found = new Map<ParameterRow, Place>();
  if (!rows.some(lacksPlace)) return found;
  const shown = shownNames();
  const { path, query } = variablesOf(operation);
  const inPath = new Set(rows.filter(({ definition }) => definition?.in === "path").map(nameOf));
  for (const table of groupedBy(rows, (row) => row.table).values()) {
    const beside = nearestPlaces(table);
    for (const [index, row] of table.entries()) {
      if (!lacksPlace(row)) continue;
      const isOf = (names: ReadonlySet<string>) => side === "request" && names.has(row.name);
      let place: Place;
      if (row.inside !== undefined) place = "body";
      else if (isOf(path) && !(inPath.has(row.name) && shown.has(row.name))) place = "path";
      else if (isOf(query)) place = "query";
      else if (shown.has(row.name.split(".").at(-1)!)) place = "body";
      else if (isHeaderName(row.name)) place = "header";
      else if (side === "response") place = "body";
      else place = placeInRequest(row, operation, beside[index]);
      found.set(row, place);
    }
  }
  return found;
}

/** Whether some of the rows are published in the body. */
export function addsToBody(unplaced: ReadonlyMap<ParameterRow, Place>): boolean {
  return [...unplaced.values()].includes("body");
}

/** The names that the URL has in its path and in its query. */
function variablesOf({ target }: Operation) {
  return {
    path: new Set(target.variables.map(nameOf)),
    query: new Set(target.query.flatMap(({ name, value }) => [name, value.replace(/^\{(.*)\}$/, "$1")])),
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** For each row of a table what the nearest one is that is of the query or of the body, of two the one above. */
function nearestPlaces(table: readonly ParameterRow[]): (Place | undefined)[] {
  const nearest = table.map((): { place?: Place; distance: number } => ({
    distance: Number.POSITIVE_INFINITY,
  }));
  const pass = (indices: readonly number[]) => {
    let last: { place: Place; at: number } | undefined;
    for (const at of indices) {
      const place = table[at]!.definition?.in;
      if (place === "query" || place === "body") last = { place, at };
      if (last !== undefined && Math.abs(at - last.at) < nearest[at]!.distance)
        nearest[at] = { place: last.place, distance: Math.abs(at - last.at) };
    }
  };
  const down = table.map((_, index) => index);
  pass(down);
  pass(down.toReversed());
  return nearest.map(({ place }) => place);
}

function placeInRequest(
  { key, level = 0, sectionTitles }: ParameterRow,
  operation: Operation,
  beside: Place | undefined,
): Place {
  if (isWithoutRequestContent(operation)) return "query";
  if (level > 0) return "body";
  const ofKey = /[-_.](query|header|body)$/i.exec(key)?.[1]?.toLowerCase() as Place | undefined;
  const ofTitle = /\bquery\b|\bfilters?\b/i.test(sectionTitles.at(-1) ?? "") ? "query" : undefined;
  return ofKey ?? beside ?? ofTitle ?? (BODY_METHODS.has(operation.method.toUpperCase()) ? "body" : "query");
}

/** Whether a name is written as headers are: `X-…`, `If-None-Match`, or a field of HTTP of one word (RFC 9110). */
function isHeaderName(name: string): boolean {
  return (
    /^(?:accept|content|if|x)-./i.test(name) ||
    /^[A-Z][A-Za-z]*(?:-[A-Z][\w{}<>*]*)+$/.test(name) ||
    /^(?:Accept|Age|Allow|Date|ETag|Etag|Expires|Location|Range|Vary)$/.test(name)
  );
}

/**
 * The rows of an operation as the document has them, but for those of bodies: parameters and headers that are guessed to be some.
 * What the URL says of a variable is more than a row without a definition does.
 */
export function publishedRows(
  operation: Operation,
  unplaced: Readonly<Record<Side, { readonly unplaced: ReadonlyMap<ParameterRow, Place> }>>,
): readonly ParameterRow[] {
  return operation.rows.map((row) => {
    const place = unplaced[row.side].unplaced.get(row);
    const isOfUrl = place === "path" || (place === "query" && isOfQuery(row, operation));
    const isSaid = isOfUrl && row.definition === undefined;
    return place === undefined || place === "body" || isSaid ? row : placedRow(row, place);
  });
}

/**
 * A row of a parameter or a header where it is guessed to be: what its definition says beside, and nothing is required;
 * open where there is none.
 */
function placedRow(row: ParameterRow, place: Place): ParameterRow {
  const definition =
    row.definition === undefined ? openDefinition(row)(place) : placedDefinition(row.definition)(place);
  return { ...row, definition };
}

/** Whether a row says nothing but a name: it has no definition, or an empty one. */
export function isOpen({ definition }: ParameterRow): boolean {
  return definition === undefined || definition.fields.size === 0;
}

const placedDefinition = remembered((definition: Definition) =>
  ofPlaces((place) => ({ ...definition, in: place, required: false })),
);

const openDefinition = remembered(({ key, keySpan }: ParameterRow) =>
  ofPlaces((place) => ({
    key,
    keySpan,
    span: keySpan,
    fields: new Map(),
    in: place,
    type: undefined,
    required: false,
    description: "",
  })),
);

/** One definition a place, so that readers know it again. */
function ofPlaces(make: (place: Place) => Definition): (place: Place) => Definition {
  const made = new Map<Place, Definition>();
  return (place) => {
    const definition = made.get(place) ?? make(place);
    made.set(place, definition);
    return definition;
  };
}
