import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { VersionRange } from "../apiref/versions.ts";
import type { PlacedBody } from "../bodies/placed-bodies.ts";
import type { SeenNode } from "../evidence/seen.ts";
import type { BodyNode } from "../schema/body.ts";
import { plainWord } from "../schema/placement.ts";
import { spanKey } from "../text/span.ts";
import type { DefinitionUses } from "./definition-uses.ts";
import type { Fact, Facts } from "./facts.ts";
import type { ShownBy } from "./shown-by.ts";
import type { Tables } from "./tables.ts";
import type { ToldInText } from "./told-in-text.ts";
import type { ShownUnused } from "./unused-samples.ts";

/** What one body of the evidence is held against. */
export interface BodyComparison {
  readonly kind: "document" | "traffic";
  /** What is documented of the body. */
  readonly body: PlacedBody;
  /** All that the evidence shows of the body. */
  readonly whole: SeenNode;
  /** What other operations that it may be of say of the same body. */
  readonly others: readonly PlacedBody[];
  readonly versions: VersionRange;
  readonly facts: Facts;
  /** The types of all documented properties of the body, by name. */
  readonly elsewhere: ReadonlyMap<string, readonly string[]>;
  readonly uses: DefinitionUses;
  readonly told: ToldInText;
  readonly tables: Tables;
  readonly shownUnused: ShownUnused;
  readonly shownBy: ShownBy;
}

/** What one value of the evidence is held against, in a body or in a query. */
export type ValueComparison = Pick<BodyComparison, "kind" | "facts" | "told"> & {
  readonly body: Pick<PlacedBody, "operation" | "side">;
};

/** A place of a body on both sides. */
export interface Place {
  readonly seen: SeenNode;
  readonly node: BodyNode;
  /** From the body down: names, `[]` for items, `{}` for the values of a map. */
  readonly path: readonly string[];
  /** The nearest documented place that holds it, or the body. */
  readonly around: BodyNode;
}

/** What bears witness of a difference, of a body or of a property: how many exchanges, and whether a service. */
export function witnesses(
  { exchanges, isServed }: SeenNode,
  kind: BodyComparison["kind"],
): Pick<Fact, "exchanges" | "isServed"> {
  return { exchanges: kind === "traffic" ? exchanges : 0, isServed };
}

/** A path as messages have it: `servers[].locked`. */
export function pathText(path: readonly string[]): string {
  let text = "";
  for (const one of path)
    text += one === "[]" ? "[]" : `${text === "" ? "" : "."}${one === "{}" ? "<key>" : one}`;
  return text;
}

/** What tells a table from others, wherever it is included. */
export function tableKey(operation: Operation, row: ParameterRow): string {
  const first = operation.rows.find(({ table, side }) => table === row.table && side === row.side) ?? row;
  return spanKey(first.span);
}

/** What tells the body of one side of an operation from others. */
export function bodyKey({ operation, side }: Pick<PlacedBody, "operation" | "side">): string {
  return `${spanKey(operation.titleSpan)} ${side}`;
}

/** What tells a chapter from others: one is mended as a whole. */
export function chapterKey({ titleSpan, enclosing }: Operation): string {
  return `${titleSpan.file.path} ${enclosing?.title.span.start ?? ""}`;
}

/**
 * The object inside a resource that holds a property, whether one or many of it: `image` for `servers[].image.id`. Empty for
 * properties of the resource itself, with its envelope or without.
 */
export function holderName(path: readonly string[]): string {
  const names = path.filter((step) => step !== "[]" && step !== "{}");
  return names.length < 3 ? "" : plainWord(names.at(-2)!);
}
