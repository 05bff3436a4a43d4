import type { Operation, ParameterRow, Sample, Side } from "../apiref/model.ts";
import { isJsonObject, type Json } from "../data/json-value.ts";
import type { Mismatch } from "../samples/check.ts";
import { readSample, shownObject } from "../samples/read.ts";
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

const PATCH_OPERATIONS: ReadonlySet<Json> = new Set(["add", "copy", "move", "remove", "replace", "test"]);

/** Whether a sample is plainly a JSON Patch document (RFC 6902), whatever the text says: a table names what may be patched. */
export function isPlainPatch(operation: Operation, sample: Sample): boolean {
  if (sample.side !== "request" || operation.method.toUpperCase() !== "PATCH") return false;
  const content = readSample(sample);
  return (
    content.kind === "json" &&
    Array.isArray(content.value) &&
    content.value.length > 0 &&
    content.value.every((item) => {
      if (!isJsonObject(item)) return false;
      const { op = null, path = null } = item;
      return PATCH_OPERATIONS.has(op) && typeof path === "string" && path.startsWith("/");
    })
  );
}

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
