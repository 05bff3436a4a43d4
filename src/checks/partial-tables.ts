import type { Operation, ParameterRow, Sample, Side } from "../apiref/model.ts";
import type { Mismatch } from "../samples/check.ts";
import { shownObject } from "../samples/read.ts";
import { remembered } from "../text/remembered.ts";

const ADDS = /\b(?:additional|extra|further)\b/i;
const ADDS_TO = /\b(?:in addition to|additional|besides (?:the|those)|on top of)\b/i;

/** Whether a table says that it has only what an operation takes or gives beside what another one documents. */
export function isAdditional({ sectionTitles, introduction = "" }: ParameterRow): boolean {
  return ADDS.test(sectionTitles.at(-1) ?? "") || ADDS_TO.test(introduction);
}

/** Whether all tables of one side say that they have only what is additional: the other rows stand at another operation. */
export function addsOnly(operation: Operation, side: Side): boolean {
  return sidesThatAdd(operation).has(side);
}

const sidesThatAdd = remembered(({ rows }: Operation): ReadonlySet<Side> => {
  const sides: Side[] = ["request", "response"];
  return new Set(
    sides.filter((side) => {
      const own = rows.filter((row) => row.side === side);
      return own.length > 0 && own.every(isAdditional);
    }),
  );
});

/**
 * Whether a sample is one entry of a map, whose key the URL names, and the only row of the body is that of its value:
 * `{"key1": "value1"}` at `/lamps/{lamp_id}/specs/{spec_id}`.
 */
export function isEntryOfMap(operation: Operation, { property }: Mismatch, sample: Sample): boolean {
  const { target, rows } = operation;
  if (!/[^/{}]+\/\{[^/{}]+\}$/.test(target.path) || property.includes(".")) return false;
  const own = rows.filter(({ side, definition }) => side === sample.side && definition?.in === "body");
  const [row] = own;
  if (own.length !== 1 || row === undefined) return false;
  const values = Object.values(shownObject(sample) ?? {});
  return (
    values.length === 1 &&
    typeof values[0] !== "object" &&
    /^string\b/i.test(row.definition?.type?.trim() ?? "")
  );
}
