import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import type { BodyNode } from "../schema/body.ts";
import { leafOf } from "../text/leaf.ts";
import type { MissingProperty } from "../verify/missing-property.ts";
import { type Lack, rowsInside } from "./lack.ts";

/** The row that a table lacks for a property that evidence has; undefined where the side has no table. */
export function lackOfEvidence(
  { operation, side, path, types, required, table, after, before }: MissingProperty,
  placed: PlacedBodies,
): Lack | undefined {
  const steps = path.filter((step) => step !== "[]" && step !== "{}");
  const holders = holdersOn(placed.get(operation)?.[side].node, path.slice(0, -1));
  const holder = holders.at(-1);
  const container = holders.findLast(({ rows }) => rows.length > 0);
  const isHeld = container !== undefined && container.name === steps.at(-2);
  const neighbour = after ?? before;
  const row =
    neighbour ??
    (isHeld ? container.rows.find((own) => own.table === table) : undefined) ??
    operation.rows.findLast((own) => own.side === side && own.table === table);
  if (row === undefined) return undefined;
  const name = leafOf(row.name);
  const beside = neighbour === undefined ? undefined : holder?.properties.get(name);
  const position =
    neighbour === undefined && isHeld
      ? "inside"
      : after === undefined && before !== undefined
        ? "before"
        : "behind";
  return {
    operation,
    side,
    path: steps,
    row,
    besideName: name,
    position,
    inner: beside === undefined ? new Set() : rowsInside(beside),
    evidence: { types: new Set(types), isAlways: required },
  };
}

/** The places of a body on a path, from the body itself to the last that it has. */
function holdersOn(body: BodyNode | undefined, path: readonly string[]): BodyNode[] {
  const found: BodyNode[] = [];
  let node = body;
  for (const step of [...path, undefined]) {
    if (node === undefined) break;
    found.push(node);
    if (step === undefined) break;
    node = step === "[]" ? node.items : step === "{}" ? node.values : node.properties.get(step);
  }
  return found;
}
