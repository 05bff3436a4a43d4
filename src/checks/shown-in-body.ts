import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { remembered } from "../text/remembered.ts";
import type { Span } from "../text/span.ts";
import { atPlace } from "./at-place.ts";
import { causeIn } from "./cause.ts";
import { chargesOf } from "./charges.ts";
import { inOperation } from "./naming.ts";
import { contradictedPlaces } from "./place-in-key.ts";
import { usesOfDefinitions } from "./shown-rows.ts";
import type { Subject } from "./subject.ts";

/** Deeper inside a body a name may be another thing. */
const DEEPEST = 2;

/**
 * The rows `in: query` of requests, and those `in: header` of either side, whose name a sample has in the body; no other row is
 * in the body.
 */
export function* rowsShownInBody(subject: Subject): Iterable<Draft> {
  const told = new Set<ParameterRow>();
  const accused = new Set<Definition>();
  const places = contradictedPlaces(subject.apiRef);
  for (const { mismatch, operations } of chargesOf(subject, "undocumented"))
    for (const { path, span } of mismatch.strangers ?? [])
      for (const operation of path.split(".").length > DEEPEST ? [] : operations.keys())
        for (const row of rowsElsewhere(operation, leafOf(path))) {
          const { file } = span;
          const isShown = operation.samples.some((one) => one.side === row.side && one.file === file);
          if (!isShown || told.has(row)) continue;
          told.add(row);
          if (places.get(row.definition!) !== "body") yield atRow(row, span, operation);
          else if (!accused.has(row.definition!)) {
            accused.add(row.definition!);
            yield atDefinition(subject, row.definition!, span);
          }
        }
}

/** The only row of a name, on each side, if it is of a header, or of the query of a request. */
function rowsElsewhere(operation: Operation, name: string): ParameterRow[] {
  return (["request", "response"] as const).flatMap((side) => {
    const [row, ...others] = rowsOf(operation).get(`${side} ${name}`) ?? [];
    const place = row?.definition?.in;
    const isElsewhere = place === "header" || (place === "query" && side === "request");
    return row !== undefined && isElsewhere && others.length === 0 ? [row] : [];
  });
}

function atRow(row: ParameterRow, shown: Span, operation: Operation): Draft {
  const place = row.definition?.fields.get("in")?.valueSpan;
  return {
    message: `\`${row.name}\` is \`in: ${row.definition?.in}\`, but the sample ${row.side === "request" ? "sends" : "has"} it in the body. Look up a definition with \`in: body\`.`,
    span: row.span,
    related: [
      { span: shown, message: row.side === "request" ? "sent here" : "shown here" },
      ...(place === undefined ? [] : [{ span: place, message: "defined here" }]),
    ],
    ...inOperation(operation),
    // Whoever wrote a table chose the definitions of its rows at once.
    ...causeIn(row.span.file, row.side, `${row.definition?.in}`, `${operation.titleSpan.start}`),
    called: row.name,
  };
}

/** A definition that only requests with a body look up, and whose key says so, too. */
function atDefinition({ apiRef }: Subject, definition: Definition, shown: Span): Draft {
  const uses = usesOfDefinitions(apiRef).get(definition)!;
  return atPlace(
    definition,
    { why: "only requests with a body look it up, and a sample sends it there", meant: "`in: body`" },
    uses.map(({ row }) => row),
    [{ span: shown, message: "sent here" }],
  );
}

/** The rows by side and name. */
const rowsOf = remembered(
  ({ rows }: Operation): ReadonlyMap<string, readonly ParameterRow[]> =>
    groupedBy(rows, ({ side, name }) => `${side} ${name}`),
);
