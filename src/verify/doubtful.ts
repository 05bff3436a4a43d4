import { groupedBy } from "../text/grouped.ts";

/**
 * What evidence has that the documentation leaves out on purpose, or that the evidence may have made up. Judged at their
 * sources such differences are hardly ever mended: they are counted and named, and are no findings.
 */
export type DoubtKind = keyof typeof KINDS;

const KINDS = {
  "second-path": "second paths of documented operations",
  "second-name": "second names of documented properties",
  filter: "filters by what nothing that is listed has",
  value: "values beside those to which definitions are limited",
  "stand-in": "what only stand-ins for the service show, and samples do not",
};

/** Why a difference is no finding, and how it is named. */
export interface Doubt {
  readonly of: DoubtKind;
  readonly name: string;
}

/** All differences that are doubtful for one reason. */
export interface Doubtful {
  readonly of: DoubtKind;
  /** The reason in plain words. */
  readonly what: string;
  /** Each once, in the order in which they were seen. */
  readonly names: readonly string[];
}

/** A generator that makes parameters up, or names whatever a table of the database has, does so for more than these. */
const FEWEST_FILTERS = 3;

/**
 * The doubts that are no findings. Of filters a few may be new; a value is only known to be left out on purpose where a
 * definition says so.
 *
 * @param noted doubts that are certain
 */
export function passedOverAmong(doubts: readonly Doubt[], noted: readonly Doubt[]): ReadonlySet<Doubt> {
  const filters = new Set(doubts.flatMap(({ of, name }) => (of === "filter" ? [name] : [])));
  const values = new Set(noted.flatMap(({ of, name }) => (of === "value" ? [name] : [])));
  return new Set(
    doubts.filter(({ of, name }) =>
      of === "filter" ? filters.size >= FEWEST_FILTERS : of !== "value" || values.has(name),
    ),
  );
}

/** Doubts put together by their reason. */
export function doubtfulOf(doubts: Iterable<Doubt>): Doubtful[] {
  return [...groupedBy([...doubts], ({ of }) => of).values()].map((all) => {
    const [{ of }] = all;
    return { of, what: KINDS[of], names: [...new Set(all.map(({ name }) => name))] };
  });
}
