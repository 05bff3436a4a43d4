import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { Draft } from "../findings/finding.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { remembered } from "../text/remembered.ts";
import { chargesOf } from "./charges.ts";
import { inOperation } from "./naming.ts";
import type { Subject } from "./subject.ts";

/** Deeper inside a body a name may be another thing. */
const DEEPEST = 2;

/** The rows `in: query` of requests that send what they name in the body, as a sample shows; no other row is in the body. */
export function* queryRowsShownInBody(subject: Subject): Iterable<Draft> {
  const told = new Set<ParameterRow>();
  for (const { mismatch, operations } of chargesOf(subject, "undocumented")) {
    const { property, span } = mismatch;
    if (property.split(".").length > DEEPEST) continue;
    for (const operation of operations.keys()) {
      const own = requestRows(operation).get(leafOf(property));
      const row = own?.[0];
      if (own?.length !== 1 || row === undefined || row.definition?.in !== "query" || told.has(row)) continue;
      if (!operation.samples.some((sample) => sample.side === "request" && sample.file === span.file))
        continue;
      told.add(row);
      const place = row.definition.fields.get("in")?.valueSpan;
      yield {
        message: `\`${row.name}\` is \`in: query\`, but the sample sends it in the body. Look up a definition with \`in: body\`.`,
        span: row.span,
        related: [
          { span, message: "sent here" },
          ...(place === undefined ? [] : [{ span: place, message: "defined here" }]),
        ],
        ...inOperation(operation),
      };
    }
  }
}

/** The rows of the request by name. */
const requestRows = remembered(
  ({ rows }: Operation): ReadonlyMap<string, readonly ParameterRow[]> =>
    groupedBy(rows, ({ side, name }) => (side === "request" ? name : undefined)),
);
