import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { SeenNode } from "../evidence/seen.ts";
import { mentions } from "../samples/undocumented.ts";
import { isContainer } from "../schema/placement.ts";
import { accepts, type JsonType } from "../schema/types.ts";
import { enumeration } from "../text/enumeration.ts";
import { type BodyComparison, type Place, pathText, tableKey } from "./comparison.ts";

/** A property of the evidence at the object that holds it. */
interface Stranger extends Place {
  readonly name: string;
  readonly property: SeenNode;
}

/**
 * Tells of a property that no row of its table names.
 *
 * @param otherRows rows that name it at other microversions
 */
export function tellUndocumented(
  stranger: Stranger,
  comparison: BodyComparison,
  otherRows: readonly ParameterRow[] = [],
): void {
  const { seen, path, around, name, property } = stranger;
  const { body, facts, kind, others } = comparison;
  const { operation, side } = body;
  if (otherRows.length === 0 && isKnown(stranger, comparison)) return;
  if (others.some((other) => other.node !== undefined && hasRow(other, name))) return;
  const { after, before } = neighbours(stranger);
  const beside = otherRows[0] ?? after ?? before ?? around.rows[0] ?? body.rows.at(-1)!;
  const full = pathText([...path, name]);
  facts.add({
    rule: "verify-property-undocumented",
    key: `${tableKey(operation, beside)} ${around.rows[0]?.name ?? ""} ${name}${otherRows.length === 0 ? "" : " versions"}`,
    span: beside.span,
    says:
      otherRows.length === 0
        ? `No row names \`${full}\`, which the ${side} has.`
        : `\`${full}\` is documented ${boundsText(otherRows[0]!)}, and the ${side} has it at others.`,
    advice:
      otherRows.length === 0
        ? "Add a row for it to this table."
        : "Correct `min_version` and `max_version`, or add a row for the others.",
    operation,
    related: [after, before]
      .filter((row) => row !== undefined && row !== beside)
      .map((row) => ({
        span: row!.span,
        message: row === after ? "it stands behind this" : "it stands before this",
      })),
    property: {
      operation,
      side,
      path: [...path, name],
      types: [...property.types.keys()],
      required:
        seen.required.has(name) || (kind === "traffic" && seen.objects > 0 && property.count >= seen.objects),
      table: beside.table,
      after,
      before,
    },
    place: property.place,
    exchanges: kind === "traffic" ? property.count : 0,
  });
}

/** `from microversion \`2.53\` on`, as the row or its definition says it. */
function boundsText(row: ParameterRow): string {
  const min = row.definition?.minVersion ?? row.minVersion;
  const max = row.definition?.maxVersion ?? row.maxVersion;
  const to = max === undefined ? " on" : ` to \`${max}\``;
  return min === undefined ? `up to microversion \`${max}\`` : `from microversion \`${min}\`${to}`;
}

/** Whether a row may mean the property all the same: it has the name at another place, or speaks of it. */
function isKnown({ name, property, around, seen }: Stranger, comparison: BodyComparison): boolean {
  const { elsewhere, body, kind } = comparison;
  if (kind === "document" && body.side === "request" && !seen.required.has(name))
    if (isSetByService(name, seen, body.operation)) return true;
  const types = elsewhere.get(name) as readonly JsonType[] | undefined;
  if (types !== undefined && [...property.types.keys()].some((type) => accepts(types, type))) return true;
  if ([...around.rows, ...body.rows.filter(isContainer)].some((row) => mentions(row, name))) return true;
  return body.operation.rows.some(
    (row) =>
      row.side === body.side &&
      row.name === name &&
      (row.definition === undefined || row.definition.in !== "body"),
  );
}

/** An object of fewer properties is not told from another by their names. */
const FEWEST_OF_A_RESOURCE = 4;

/**
 * Schemas of requests are often those of the whole resource, with what only the service sets: that the response has a row of
 * it, and the schema has nearly all rows of the response, says so.
 */
function isSetByService(name: string, seen: SeenNode, { rows }: Operation): boolean {
  const own = rows.filter(({ side, definition }) => side === "response" && definition?.in === "body");
  if (own.length < FEWEST_OF_A_RESOURCE || !own.some((row) => row.name === name)) return false;
  const shared = own.filter((row) => seen.properties.has(row.name)).length;
  return shared >= own.length * 0.8;
}

function hasRow({ rows }: { readonly rows: readonly ParameterRow[] }, name: string): boolean {
  return rows.some((row) => row.name === name || row.name.endsWith(`.${name}`));
}

/** The rows of the properties that stand next to a property in the evidence. */
function neighbours({ seen, node, name }: Stranger): {
  readonly after: ParameterRow | undefined;
  readonly before: ParameterRow | undefined;
} {
  const names = [...seen.properties.keys()];
  const at = names.indexOf(name);
  const rowOf = (other: string) => node.properties.get(other)?.rows[0];
  const first = (list: readonly string[]) => list.map(rowOf).find((row) => row !== undefined);
  return { after: first(names.slice(0, at).reverse()), before: first(names.slice(at + 1)) };
}

/** More names are counted. */
const MOST_NAMES = 12;

/** Tells of a body of which no row says anything. */
export function tellUndescribed(seen: SeenNode, { body, facts, kind }: BodyComparison): void {
  const inner = seen.items !== undefined && seen.properties.size === 0 ? seen.items : seen;
  const names = [...inner.properties.keys()];
  if (names.length === 0) return;
  const { operation, side } = body;
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  if (names.length > MOST_NAMES) shown.push(`${names.length - MOST_NAMES} more`);
  const beside = operation.rows.findLast((row) => row.side === side);
  facts.add({
    rule: "verify-property-undocumented",
    key: `${operation.titleSpan.file.path} ${operation.titleSpan.start} ${side}`,
    span: beside?.span ?? operation.titleSpan,
    says: `No table describes the body of the ${side}.`,
    advice: `It has ${enumeration(shown)}. Add rows for them.`,
    operation,
    place: seen.place,
    exchanges: kind === "traffic" ? seen.count : 0,
  });
}
