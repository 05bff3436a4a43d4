import type { Operation, ParameterRow } from "../apiref/model.ts";
import { groupedBy } from "../text/grouped.ts";
import { isWithoutRequestContent } from "./filter-rows.ts";
import { resourceOf } from "./placed-bodies.ts";

/**
 * The rows `in: query` that stand in the table of a GET's response and are parameters of its request: samples show the
 * response without them, and no body of the resource has the name.
 */
export function strayQueryRows(operations: readonly Operation[]): ReadonlySet<ParameterRow> {
  const found = new Set<ParameterRow>();
  for (const members of groupedBy(operations, resourceOf).values()) {
    const candidates = members.filter(isShownGet).flatMap(({ rows }) => rows.filter(isQueryOfResponse));
    if (candidates.length === 0) continue;
    const inBodies = new Set(members.flatMap(namesInBodies));
    for (const row of candidates) if (!inBodies.has(row.name)) found.add(row);
  }
  return found;
}

function isShownGet(operation: Operation): boolean {
  return isWithoutRequestContent(operation) && operation.samples.some(({ side }) => side === "response");
}

function isQueryOfResponse({ side, definition }: ParameterRow): boolean {
  return side === "response" && definition?.in === "query";
}

/** The names of rows of bodies, and those that samples show, be they JSON or not. */
function namesInBodies({ rows, samples }: Operation): string[] {
  return [
    ...rows.filter(({ definition }) => definition?.in === "body").map(({ name }) => name),
    ...samples.flatMap(({ text }) => Array.from(text.matchAll(/"([^"\n]*)"\s*:/g), (match) => match[1]!)),
  ];
}
