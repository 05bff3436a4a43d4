import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import type { LackingRow } from "../checks/lacking-rows.ts";
import type { Stranger } from "../samples/check.ts";
import { shownBy } from "../samples/read.ts";
import type { BodyNode } from "../schema/body.ts";
import { type Evidence, evidenceIn } from "./evidence.ts";

/** A row that a table lacks. */
export interface Lack {
  readonly operation: Operation;
  readonly side: Side;
  /** The property's path in the body: `["widget", "weight"]`. */
  readonly path: readonly string[];
  /** The row beside which it belongs. */
  readonly row: ParameterRow;
  /** The name of the property that the row documents; a dotted row has more before it. */
  readonly besideName: string;
  /** Where it belongs: `inside` a row's property as the first, else as its neighbour. */
  readonly position: "before" | "behind" | "inside";
  /** The rows of what is inside that property; they stay below its own row. */
  readonly inner: ReadonlySet<ParameterRow>;
  readonly evidence: Evidence;
}

/** What is not to be done for a row, as something else would contradict it: look up what is there, or be added at all. */
export type Caution = "own" | "leave";

/** What is known of rows, by `nameOfLack`. */
export type Cautions = ReadonlyMap<string, Caution>;

/** What a lacking row is called, also when other rows were added above it. */
export function nameOfLack({ operation, side, path }: Lack): string {
  return `${operationName(operation)} ${operation.title} ${side} ${path.join(".")}`;
}

/** The rows that tables lack for what samples show. */
export function lacksOf(lacking: readonly LackingRow[], { placed }: Bodies): Lack[] {
  return lacking.flatMap(({ operation, row, mismatch }) => {
    const { side, table } = row;
    const bodies = shownBy(placed.get(operation)?.[side].samples ?? []);
    return (mismatch.strangers ?? []).flatMap((stranger) => {
      const path = stranger.path.split(".");
      const evidence = evidenceIn(bodies, path);
      if (evidence === undefined) return [];
      // What a request may leave out, no sample shows.
      const isAlways = evidence.isAlways && side === "response";
      return [
        { operation, side, path, evidence: { ...evidence, isAlways }, ...besideOf(stranger, row, table) },
      ];
    });
  });
}

/** The row beside which a stranger's belongs: that of its neighbour, else of what holds it, else the table's. */
function besideOf(
  { neighbour, isBehind, container }: Stranger,
  row: ParameterRow,
  table: number,
): Pick<Lack, "row" | "besideName" | "position" | "inner"> {
  const node = neighbour ?? container;
  if (node === undefined) return { row, besideName: row.name, position: "behind", inner: new Set() };
  const own = node.rows.find((other) => other.table === table) ?? node.rows[0]!;
  return {
    row: own,
    besideName: node.name,
    position: neighbour === undefined ? "inside" : isBehind ? "behind" : "before",
    inner: rowsInside(node),
  };
}

/** The rows of what is inside a place of a body. */
export function rowsInside(node: BodyNode): Set<ParameterRow> {
  const found = new Set<ParameterRow>();
  const visit = (at: BodyNode): void => {
    for (const child of [...at.properties.values(), at.items, at.values]) {
      if (child === undefined) continue;
      for (const row of child.rows) found.add(row);
      visit(child);
    }
  };
  visit(node);
  return found;
}
