import { groupedBy } from "../text/grouped.ts";
import type { Fact, PlacedFact } from "./facts.ts";

/**
 * Facts that are one, put together, each group in the order in which they were seen: what one chapter has at several
 * places, and what several chapters have, where hardly a table of the api-ref has the name.
 *
 * @param tablesWith how many tables of the api-ref have a row of a name
 */
export function kinOf(facts: readonly PlacedFact[], tablesWith: (name: string) => number): PlacedFact[][] {
  const everywhere = new Map<string, { readonly chapters: Set<string>; places: number }>();
  for (const { gathered } of facts) {
    const { first } = gathered;
    const key = keyOfAll(first);
    if (key === undefined) continue;
    const known = everywhere.get(key) ?? { chapters: new Set(), places: 0 };
    everywhere.set(key, known);
    known.chapters.add(first.kin!.key);
    known.places++;
  }
  const isOfAll = (fact: Fact) => {
    const known = everywhere.get(keyOfAll(fact) ?? "");
    return known !== undefined && known.chapters.size > 1 && known.places > 2 * tablesWith(fact.kin!.name);
  };
  // what has no key is a group of its own
  const groups = groupedBy(facts, (one) => {
    const { first } = one.gathered;
    return (isOfAll(first) ? keyOfAll(first) : keyOfChapter(one)) ?? one;
  });
  return bundled(groups.values()).map(gravestFirst);
}

/** Groups about several names at the same places, put together: they are mended in one edit. */
function bundled(groups: Iterable<readonly PlacedFact[]>): PlacedFact[][] {
  return [...groupedBy(groups, (group) => bundleKey(group) ?? group).values()].map((bundle) => bundle.flat());
}

function bundleKey(group: readonly PlacedFact[]): string | undefined {
  const [one] = group;
  if (one?.gathered.first.bundle === undefined) return undefined;
  const keys = group.map(({ gathered }) => gathered.first.bundle?.key).sort();
  return `${one.gathered.first.rule} ${one.severity} ${keys.join()}`;
}

function keyOfAll({ rule, kin }: Fact): string | undefined {
  return kin?.everywhere === undefined ? undefined : `${rule} everywhere ${kin.everywhere}`;
}

function keyOfChapter({ gathered, severity }: PlacedFact): string | undefined {
  const { rule, kin } = gathered.first;
  // a name that is certain says nothing of another
  return kin && `${rule} in ${kin.key} ${kin.isOfObject === true ? severity : ""}`;
}

/** The graver facts before those that are told for information. */
function gravestFirst(facts: readonly PlacedFact[]): PlacedFact[] {
  const isInfo = ({ severity }: PlacedFact) => severity === "info";
  return [...facts.filter((one) => !isInfo(one)), ...facts.filter(isInfo)];
}
