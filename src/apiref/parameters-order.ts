import type { Edit } from "../text/edit.ts";
import { remembered } from "../text/remembered.ts";
import { span } from "../text/span.ts";
import type { Definition, ParametersFile } from "./parameters-file.ts";
import { insertedAt, layoutOf, type Spot, type Stretch, spotBetween } from "./parameters-layout.ts";
import { PLACES } from "./places.ts";

/** A definition that is out of order, and how to put it right. */
export interface Misplaced {
  readonly definition: Definition;
  /** The definition that it belongs behind; undefined where it belongs first. */
  readonly after: Definition | undefined;
  /**
   * Moves it, together with all others that belong to the same place (they have the same edits); undefined where
   * the file is not laid out in a way that lets lines be moved safely.
   */
  readonly edits: readonly Edit[] | undefined;
}

/**
 * The fewest definitions that have to move to bring a file into os-api-ref's order: header, path, query, body, and
 * by lower-case key in each. Definitions without a valid `in` stay where they are.
 */
export const misplacedDefinitions = remembered((parameters: ParametersFile): readonly Misplaced[] => {
  const ordered = withRank(parameters);
  const kept = inOrder(parameters);
  if (kept.size === ordered.length) return [];
  const sorted = ordered.toSorted(compareDefinitions);
  const edits = moves(parameters, sorted, kept);
  return sorted.flatMap((definition, index) =>
    kept.has(definition) ? [] : [{ definition, after: sorted[index - 1], edits: edits?.get(definition) }],
  );
});

/** Those that stand behind each other in the file, together; a definition without a valid `in` parts nothing. */
export function misplacedRuns(parameters: ParametersFile): Misplaced[][] {
  const misplaced = new Map(misplacedDefinitions(parameters).map((one) => [one.definition, one]));
  const runs: Misplaced[][] = [];
  let isRun = false;
  for (const definition of withRank(parameters)) {
    const one = misplaced.get(definition);
    if (one !== undefined && isRun) runs.at(-1)!.push(one);
    else if (one !== undefined) runs.push([one]);
    isRun = one !== undefined;
  }
  return runs;
}

/** A spot for a new definition in that order; undefined where the YAML has mistakes. */
export function spotOfNew(
  parameters: ParametersFile,
  key: string,
  place: string,
): (Spot & { readonly gap: string }) | undefined {
  const { file, definitions } = parameters;
  const all = [...definitions.values()];
  if (all.some(({ broken }) => broken)) return undefined;
  const sorted = [...inOrder(parameters)].sort(compareDefinitions);
  const wanted = PLACES.indexOf(place);
  const next = sorted.findIndex((one) => compareOrders(rank(one), one.key, wanted, key) > 0);
  const layout = layoutOf(parameters);
  if (layout !== undefined) {
    const previous = next < 0 ? sorted.at(-1) : sorted[next - 1];
    return { ...spotBetween(layout, place, previous, sorted[next]), gap: layout.gap };
  }
  // Lines that cannot be moved can be added to all the same, above a key that is a line's first.
  const at = sorted[next]?.keySpan.start ?? file.text.length;
  return at === file.text.length || file.lineStarts[file.positionAt(at).line - 1] === at
    ? { at, behind: at === file.text.length, gap: "" }
    : undefined;
}

/** A place that is none is a finding of its own, and its definition stays where it is. */
function rank({ fields }: Definition): number {
  return PLACES.indexOf(fields.get("in")?.text ?? "");
}

function compareDefinitions(a: Definition, b: Definition): number {
  return compareOrders(rank(a), a.key, rank(b), b.key);
}

function compareOrders(rankA: number, keyA: string, rankB: number, keyB: string): number {
  const a = keyA.toLowerCase();
  const b = keyB.toLowerCase();
  return rankA - rankB || (a < b ? -1 : a > b ? 1 : 0);
}

function withRank({ definitions }: ParametersFile): Definition[] {
  return [...definitions.values()].filter((definition) => rank(definition) >= 0);
}

/** The longest run of definitions, not necessarily neighbours, that is in order already (patience sorting). */
const inOrder = remembered((parameters: ParametersFile): ReadonlySet<Definition> => {
  /** The definition with the smallest last place among the runs of each length. */
  const ends: Definition[] = [];
  const before = new Map<Definition, Definition | undefined>();
  for (const definition of withRank(parameters)) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareDefinitions(ends[middle]!, definition) <= 0) low = middle + 1;
      else high = middle;
    }
    before.set(definition, ends[low - 1]);
    ends[low] = definition;
  }
  const run = new Set<Definition>();
  for (let last = ends.at(-1); last !== undefined; last = before.get(last)) run.add(last);
  return run;
});

/**
 * The edits for each definition that is not kept in place: its lines are cut out and put in beside its neighbours
 * to be. What goes to the same place goes there in one edit.
 */
function moves(
  parameters: ParametersFile,
  sorted: readonly Definition[],
  kept: ReadonlySet<Definition>,
): Map<Definition, readonly Edit[]> | undefined {
  const layout = layoutOf(parameters);
  if (layout === undefined) return undefined;
  const { file, stretches, indexes } = layout;
  const { text, lineBreak } = file;
  const isMoved = ({ definition }: Stretch): boolean => rank(definition) >= 0 && !kept.has(definition);
  const lines = ({ start, end }: Stretch): string => {
    const own = text.slice(start, end);
    return /[\r\n]$/.test(own) ? own : own + lineBreak;
  };

  /** The definition that stays next to each place of the order. */
  const following = sorted.reduceRight<(Definition | undefined)[]>((found, one, index) => {
    found[index] = kept.has(one) ? one : found[index + 1];
    return found;
  }, []);
  const groups = new Map<string, { at: number; behind: boolean; members: Stretch[] }>();
  let previous: Definition | undefined;
  for (const [position, definition] of sorted.entries()) {
    if (kept.has(definition)) {
      previous = definition;
      continue;
    }
    const { at, behind } = spotBetween(layout, definition.in, previous, following[position]);
    const name = `${at} ${behind}`;
    const group = groups.get(name) ?? { at, behind, members: [] };
    group.members.push(stretches[indexes.get(definition)!]!);
    groups.set(name, group);
  }

  /** Whether nothing that stays follows below a definition before the next heading. */
  const atEnd = stretches.reduceRight<boolean[]>((found, _, index) => {
    const below = stretches[index + 1];
    found[index] = below === undefined || below.headed || (isMoved(below) && found[index + 1]!);
    return found;
  }, []);
  /** The lines to cut: with the blank lines below, or at the end of a block of definitions with those above. */
  const cut = (stretch: Stretch): Edit => {
    const index = indexes.get(stretch.definition)!;
    const above = stretches[index - 1];
    if (!atEnd[index]) return { span: span(file, stretch.start, stretches[index + 1]!.start), text: "" };
    const start = above === undefined || stretch.headed ? stretch.start : above.end;
    return { span: span(file, start, stretch.end), text: "" };
  };

  const edits = new Map<Definition, readonly Edit[]>();
  for (const { members, ...spot } of groups.values()) {
    const all = [insertedAt(file, { ...spot, gap: layout.gap }, members.map(lines)), ...members.map(cut)];
    for (const { definition } of members) edits.set(definition, all);
  }
  return edits;
}
