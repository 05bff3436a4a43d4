import type { Operation } from "../apiref/model.ts";
import { groupedBy } from "../text/grouped.ts";
import { joinedNames, pascalCase } from "../text/words.ts";
import type { Group } from "./groups.ts";
import { qualified } from "./nouns.ts";
import type { Occurrence } from "./occurrences.ts";
import { propertyNames } from "./response-body.ts";

/** The share of its properties that a brief form has from the whole one. */
const OF_THE_WHOLE = 0.7;

/** What a resource may be called, the best first. */
export type ResourceNames = ReadonlyMap<Group, readonly string[]>;

/**
 * Names each resource after its noun. Where several are called the same, the one for which most bodies are made is it;
 * a part of it is its summary, what tells in full of the objects in it has its details, and others are told apart by what they
 * are in, by version, by operation.
 */
export function nameResources(
  groups: readonly Group[],
  idOf: (operation: Operation) => string,
): ResourceNames {
  const byNoun = groupedBy(groups, (group) => nounOf(group).toLowerCase());
  const names = new Map<Group, readonly string[]>();
  for (const namesakes of byNoun.values()) {
    const [main, ...others] = namesakes.toSorted(
      (a, b) =>
        Number(isOther(a, namesakes)) - Number(isOther(b, namesakes)) ||
        topsOf(b) - topsOf(a) ||
        Number(a.isFull) - Number(b.isFull) ||
        allNames(b).size - allNames(a).size,
    );
    const fullest = others.find((other) => other.isFull && !main!.isFull);
    const isAlone = others.every(
      (other) =>
        topsOf(other) < topsOf(main!) ||
        isPartOf(other, main!) ||
        isOther(other, namesakes) ||
        other === fullest,
    );
    names.set(main!, [...(isAlone ? [nounOf(main!)] : []), ...furtherNames(main!, idOf)]);
    for (const other of others)
      names.set(other, [
        ...(other === fullest ? [`${nounOf(other)}Details`] : []),
        ...(other !== fullest && isPartOf(other, main!) ? [`${nounOf(other)}Summary`] : []),
        ...(isOther(other, namesakes) ? [nameOfOperation(other, idOf)] : []),
        ...furtherNames(other, idOf),
      ]);
  }
  return names;
}

/** The noun of most of its members; those for which a body is made count first. */
export function nounOf({ members }: Group): string {
  const tops = members.filter(isTop);
  const counts = new Map<string, number>();
  for (const { noun } of tops.length > 0 ? tops : members) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]![0];
}

function furtherNames(group: Group, idOf: (operation: Operation) => string): string[] {
  const noun = nounOf(group);
  const [first] = group.members;
  const parents = [...new Set(group.members.flatMap(({ within }) => within ?? []))].filter(
    (within) => !noun.startsWith(within),
  );
  const { operation } = first!.body;
  return [
    ...(parents.length === 1 ? [joinedNames(parents[0]!, noun)] : []),
    ...(group.members.every(isTop) ? qualified(noun, operation.target.path).slice(1) : []),
    ...parents.slice(1).map((parent) => joinedNames(parent, noun)),
    nameOfOperation(group, idOf),
  ];
}

function nameOfOperation(group: Group, idOf: (operation: Operation) => string): string {
  return joinedNames(pascalCase(idOf(group.members[0]!.body.operation)), nounOf(group));
}

function isTop({ within }: Occurrence): boolean {
  return within === undefined;
}

function topsOf({ members }: Group): number {
  return members.filter(isTop).length;
}

/**
 * Whether what a path alone calls by the noun is something else, such as a redirect: bodies that have nothing of what
 * stands under the noun in others, which has more.
 */
function isOther(group: Group, namesakes: readonly Group[]): boolean {
  const tops = group.members.filter(isTop);
  if (tops.length === 0 || !tops.every(({ isBody }) => isBody)) return false;
  const names = allNames(group);
  return namesakes.some((one) => {
    const named = one.members.filter(isTop);
    if (named.length === 0 || named.some(({ isBody }) => isBody)) return false;
    const others = allNames(one);
    return others.size > names.size && ![...names].some((name) => others.has(name));
  });
}

function isPartOf(part: Group, whole: Group): boolean {
  const names = allNames(whole);
  const own = [...allNames(part)];
  return own.length < names.size && own.filter((name) => names.has(name)).length >= OF_THE_WHOLE * own.length;
}

function allNames({ members }: Group): ReadonlySet<string> {
  return new Set(members.flatMap(({ schema }) => propertyNames(schema)));
}
