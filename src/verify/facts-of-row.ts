import type { ParameterRow } from "../apiref/model.ts";
import type { SeenNode } from "../evidence/seen.ts";
import { plainWord } from "../schema/placement.ts";
import { type Span, spanKey } from "../text/span.ts";
import { type BodyComparison, chapterKey, pathText, witnesses } from "./comparison.ts";
import type { Fact, Kin } from "./facts.ts";

/** What facts of a row have in common. */
export function common(
  seen: SeenNode,
  row: ParameterRow,
  body: Pick<BodyComparison["body"], "operation">,
  kind: BodyComparison["kind"],
): Pick<Fact, "operation" | "related" | "exchanges" | "isServed"> {
  return {
    operation: body.operation,
    related: row.definition === undefined ? [] : [{ span: row.span, message: "looked up here" }],
    ...witnesses(seen, kind),
  };
}

/** The same fact of several definitions of one property: those of a chapter are one. */
export function kin(
  body: Pick<BodyComparison["body"], "operation">,
  path: readonly string[],
  what: string,
): Pick<Kin, "key" | "name"> {
  const name = path.findLast(isName) ?? "";
  return { key: `${chapterKey(body.operation)} ${name} ${what}`, name };
}

/** The same fact of several properties of one object, in all tables of a chapter; `holder` says of which. */
export function objectKin(
  body: Pick<BodyComparison["body"], "operation">,
  path: readonly string[],
  what: string,
): Pick<Kin, "key" | "name" | "isOfObject"> & { readonly holder: string } {
  const at = path.findLastIndex(isName);
  const holder = at < 1 ? "" : ` of \`${pathText(path.slice(0, at))}\``;
  // one of a resource and a list of it have the same properties
  const of = path.slice(0, Math.max(at, 0)).filter(isName).map(plainWord);
  const key = `${chapterKey(body.operation)} ${of.join(".")} ${what}`;
  return { key, name: pathText(path.slice(Math.max(at, 0))), isOfObject: true, holder };
}

function isName(step: string): boolean {
  return step !== "[]" && step !== "{}";
}

/** A fact of a definition is one, whichever rows look it up. */
export function placeKey(row: ParameterRow, field: string): string {
  const span = row.definition?.keySpan ?? row.span;
  return `${spanKey(span)} ${field}`;
}

/** The line of a field of the definition of a row; of the whole definition, or the row, where there is none. */
export function fieldSpan(row: ParameterRow, field: string): Span {
  const found = row.definition?.fields.get(field);
  if (found === undefined) return row.definition?.keySpan ?? row.span;
  return field === "description" ? found.nameSpan : found.valueSpan;
}
