import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { SeenNode } from "../evidence/seen.ts";
import { type BodyNode, typeOfRows } from "../schema/body.ts";
import type { JsonType } from "../schema/types.ts";
import { enumeration } from "../text/enumeration.ts";
import { compareChoices, withArticle } from "./compare-value.ts";
import { type BodyComparison, type ValueComparison, witnesses } from "./comparison.ts";
import { common, fieldSpan, kin, placeKey } from "./facts-of-row.ts";
import type { OperationEvidence } from "./operation-evidence.ts";
import { rowsAt } from "./version-rows.ts";

/** Holds the values of query parameters against the types and the lists of values that their definitions have. */
export function compareQuery(
  { operations, query, versions, kind }: OperationEvidence,
  { facts, told }: Pick<BodyComparison, "facts" | "told">,
): void {
  for (const [name, { value, maxVersion }] of query) {
    // what stands in for a service takes any value
    if (value === undefined || !value.isServed) continue;
    const at = maxVersion === undefined ? versions : { ...versions, max: maxVersion };
    const [operation, rows] = documentedBy(operations, name, at);
    if (operation === undefined) continue;
    const node = placeOf(name, rows);
    const comparison = { kind, facts, told, body: { operation, side: "request" } } as const;
    if (!compareType(value, node, comparison)) continue;
    // `sort_key` may be given several times
    compareChoices(value.items ?? value, node, [name], comparison);
  }
}

/** The first of operations of one path that has rows of a query parameter, and these. */
function documentedBy(
  operations: readonly Operation[],
  name: string,
  versions: OperationEvidence["versions"],
): readonly [Operation, readonly ParameterRow[]] | readonly [undefined, readonly []] {
  for (const operation of operations) {
    const rows = rowsAt(operation.rows, versions).filter(
      (row) => row.side === "request" && row.name === name && row.definition?.in === "query",
    );
    if (rows.length > 0) return [operation, rows];
  }
  return [undefined, []];
}

/** What rows say of a parameter, as of a place of a body that no sample shows. */
function placeOf(name: string, rows: readonly ParameterRow[]): BodyNode {
  return {
    name,
    rows,
    origin: undefined,
    type: typeOfRows(rows),
    shown: new Set(),
    scalars: new Set(),
    required: false,
    undocumented: false,
    properties: new Map(),
  };
}

/** Whether the values are of a documented type: all that a message has, some of those that a schema allows. */
function compareType(seen: SeenNode, { rows, type }: BodyNode, comparison: ValueComparison): boolean {
  const { kind, facts, told, body } = comparison;
  const types = type?.types ?? [];
  const shown = [...seen.types.keys()];
  if (!types.every(isPlain) || (kind === "document" && !shown.every(isPlain))) return true;
  const row = rows[0]!;
  const refused = shown.filter((one) => !isTaken(one, types, kind));
  if (refused.length === 0 || (kind === "document" && refused.length < shown.length)) {
    if (shown.length > 0) facts.agree(placeKey(row, "type"), body.operation);
    return true;
  }
  if (rows.some(({ definition }) => told.eitherType(definition, refused, types))) return false;
  const spelled = enumeration(refused.map(withArticle), "or");
  const documented = row.definition?.type ?? enumeration(types, "or");
  facts.add({
    rule: "verify-type",
    key: `${placeKey(row, "type")} ${refused.join()}`,
    span: fieldSpan(row, "type"),
    says: `\`${row.name}\` is ${spelled} in the query, and the definition says \`${documented}\`.`,
    advice: "Correct the type.",
    shared: { key: placeKey(row, "type"), row: row.span },
    ...common(seen, row, body, kind),
    ...witnesses(seen, kind),
    kin: {
      ...kin(body, [row.name], `${refused.join()} ${documented} query`),
      saysOfAll: (_, count) =>
        `\`${row.name}\` is ${spelled} in the query, and ${count} definitions say \`${documented}\`.`,
      adviceForAll: "Correct the types.",
      here: "this one, too",
    },
    place: seen.types.get(refused[0]!) ?? seen.place,
  });
  return false;
}

/** Of texts, lists and objects a query has many ways to be written. */
function isPlain(type: JsonType): boolean {
  return type === "integer" || type === "number" || type === "boolean" || type === "string";
}

/**
 * Whether a parameter that is documented with some types takes a value of another one: what is documented as a text is taken
 * as whatever it spells, and a schema that says `string` takes any text.
 */
function isTaken(type: JsonType, types: readonly JsonType[], kind: BodyComparison["kind"]): boolean {
  if (types.length === 0 || types.includes(type)) return true;
  if (kind === "document") return type === "string" || (isNumeric(type) && types.some(isNumeric));
  if (types.includes("string")) return true;
  // `1` and `0` are booleans, too
  return type === "integer" && (types.includes("number") || types.includes("boolean"));
}

function isNumeric(type: JsonType): boolean {
  return type === "integer" || type === "number";
}
