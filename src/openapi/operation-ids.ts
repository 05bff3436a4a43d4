import type { Operation } from "../apiref/model.ts";
import { knownBounds, versionRangeIn } from "../apiref/versions.ts";
import { plainText } from "../rst/markdown.ts";
import { groupedBy } from "../text/grouped.ts";
import { camelCase, pascalCase, singular, wordsOf } from "../text/words.ts";
import { LONGEST_NAME, shortened, UniqueNames } from "./names.ts";

/** Something that may tell one of several clashing names from the others: what kind of thing it is, and its words. */
type Sign = readonly [kind: string, text: string];

/** One that wants a name, and what may tell it from others that want the same one, the best first. */
interface Claimant<Owner> {
  readonly owner: Owner;
  readonly base: string;
  readonly signs: readonly Sign[];
}

/**
 * The operationId of each documented operation: camelCase of its title, without what stands there in brackets. Where
 * titles clash, each operation adds what none of the others has: the brackets, the version in the path, the enclosing
 * section, a part of the path, a microversion, the method, a part of its body. The order of the operations plays no
 * part, so that a name stays when an operation with another title, or with other signs, is added.
 */
export function operationIds(operations: readonly Operation[]): Map<Operation, string> {
  return tellApart(
    operations.map((owner) => {
      const base = baseName(owner);
      return { owner, base, signs: signsOf(owner, base) };
    }),
    [],
  );
}

/**
 * The operationIds of methods and paths that several documented operations share: `postServersAction`. Where they clash,
 * each adds what only its path has.
 *
 * @param taken the names of all other operations
 */
export function mergedOperationIds<Group extends { readonly method: string; readonly path: string }>(
  groups: readonly Group[],
  taken: Iterable<string>,
): Map<Group, string> {
  return tellApart(
    groups.map((owner) => ({
      owner,
      base: pathOperationId(owner.method, owner.path),
      signs: signsOfPath(owner.path),
    })),
    taken,
  );
}

/** The operationId of several documented operations that share method and path: `postServersAction`. */
export function pathOperationId(method: string, path: string): string {
  const named = literalParts(path);
  // What only gives the versions, or one of them, is called after that.
  const literal = named.length > 0 ? named : [versionInPath(path) || "root"];
  let name = camelCase(`${method.toLowerCase()} ${literal.join(" ")}`);
  // The last parts say what it is about.
  for (let from = 1; name.length > LONGEST_NAME && from < literal.length; from++)
    name = camelCase(`${method.toLowerCase()} ${literal.slice(from).join(" ")}`);
  return shortened(name) || "operation";
}

function baseName(operation: Operation): string {
  const title = withoutBrackets(operation.title);
  const whole = camelCase(title) || camelCase(operation.title);
  // The first sentence of a title says what is done, the others how.
  const name = whole.length > LONGEST_NAME ? camelCase(title.split(/[.;]\s/)[0]!) || whole : whole;
  return shortened(name) || pathOperationId(operation.method, operation.target.path);
}

/** `Pause Server (pause Action)` → `Pause Server`. */
function withoutBrackets(title: string): string {
  return title.replace(/\([^()]*\)/g, " ");
}

function signsOf(operation: Operation, base: string): Sign[] {
  const { target, enclosing, method } = operation;
  const { minVersion } = knownBounds(operation);
  const brackets = /\(([^()]*)\)/.exec(operation.title.replace(/\(deprecated\)/gi, ""))?.[1] ?? "";
  const sinceBrackets = versionRangeIn(brackets)?.min;
  const known = new Set((base.match(/[A-Z]?[a-z0-9]+/g) ?? []).map((word) => singular(word.toLowerCase())));
  const isKnown = (word: string) => known.has(singular(word.toLowerCase()));
  const section = wordsOf(enclosing === undefined ? "" : withoutBrackets(plainText(enclosing.title))).filter(
    (word) => !isKnown(word),
  );
  const sectionSign: Sign[] = enclosing === undefined ? [] : [["section", section.join(" ")]];
  const keys = [...new Set(bodyKeys(operation))];
  return [
    sinceBrackets === undefined ? ["brackets", brackets] : ["since", `v${sinceBrackets}`],
    ["version", versionInPath(target.path)],
    ...(section.length > FEW_WORDS ? [] : sectionSign),
    ...telling(signsOfPath(target.path), isKnown).filter(([kind]) => kind !== "version"),
    ["since", minVersion === undefined ? "" : `v${minVersion}`],
    ...sectionSign,
    ["method", method.toLowerCase()],
    ...target.query.map(({ name }): Sign => ["query", `by ${name}`]),
    ...keys.map((key): Sign => ["body", key]),
    ["document", operation.document.slice(operation.document.lastIndexOf("/") + 1)],
    ["deprecated", operation.deprecated ? "deprecated" : ""],
  ];
}

/** A longer title of a section tells more than what the operations differ in. */
const FEW_WORDS = 3;

/** The names that only the body of one of several operations with one title may have. */
function bodyKeys(operation: Operation): string[] {
  return operation.rows
    .filter((row) => row.side === "request" && row.definition?.in === "body")
    .map((row) => row.name);
}

function signsOfPath(path: string): Sign[] {
  return [
    ["version", versionInPath(path)],
    ...literalParts(path)
      .reverse()
      .map((part): Sign => ["part", part]),
    ...partsOf(path)
      .filter((part) => part.startsWith("{"))
      .reverse()
      .map((part): Sign => ["variable", byPart(part)]),
  ];
}

/**
 * Parts of a path that only repeat words of the name tell least: `mgmt` tells `/mgmt/lamp-shades` from `/lamps/shades`, which
 * lacks it.
 */
function telling(signs: readonly Sign[], isKnown: (word: string) => boolean): Sign[] {
  const repeats = ([kind, text]: Sign) => kind === "part" && wordsOf(text).every(isKnown);
  const others = signs.filter((sign) => !repeats(sign));
  const isPlain = !others.some(([kind]) => kind === "part");
  return [...(isPlain ? [["part", ""] as const] : []), ...others, ...signs.filter(repeats)];
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function literalParts(path: string): string[] {
  return partsOf(path).filter((part) => !part.startsWith("{") && !/^v\d/i.test(part));
}

function byPart(part: string): string {
  return part.replace(/\{([^{}]*)\}/g, "by $1");
}

/** `/v2.0/lamps` → `v2.0`. */
function versionInPath(path: string): string {
  return /^\/(v\d+(?:\.\d+)?)(?:\/|$)/i.exec(path)?.[1] ?? "";
}

/**
 * Gives each its base as a name where nobody else wants it; those that clash add a sign that none of the others bears,
 * else two signs that no other has both of. The one that lacks what all others have keeps the base.
 */
function tellApart<Owner>(
  claimants: readonly Claimant<Owner>[],
  taken: Iterable<string>,
): Map<Owner, string> {
  const byBase = groupedBy(claimants, ({ base }) => base.toLowerCase());
  const forbidden = new Set([...taken].map((name) => name.toLowerCase()));
  const groups = [...byBase].map(([key, members]) =>
    members.length === 1 && forbidden.has(key) ? [...members, undefined] : members,
  );
  for (const [key, members] of byBase) if (members.length === 1) forbidden.add(key);
  for (;;) {
    const chosen = groups.flatMap((group) => chooseNames(group, forbidden));
    const counts = new Map<string, number>();
    for (const [, name] of chosen) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
    const clashing = [...counts].flatMap(([name, count]) =>
      count > 1 && !forbidden.has(name) ? [name] : [],
    );
    if (clashing.length === 0) return numbered(claimants, new Map(chosen), taken);
    for (const name of clashing) forbidden.add(name);
  }
}

/** The names of those that want one; an `undefined` among them stands for somebody who has it already. */
function chooseNames<Owner>(
  group: readonly (Claimant<Owner> | undefined)[],
  forbidden: ReadonlySet<string>,
): [Owner, string][] {
  const members = group.filter((member) => member !== undefined);
  if (group.length === 1) return members.map(({ owner, base }) => [owner, base]);
  const bySign = countWays(members, single);
  let byPair: Map<string, number> | undefined;
  return members.map((member) => {
    const { owner, base } = member;
    const nameOf = (
      ways: readonly (readonly Sign[])[],
      counts: ReadonlyMap<string, number>,
      cut = false,
    ): string | undefined =>
      ways
        .filter((signs) => counts.get(wayKey(signs)) === 1)
        .map((signs) => {
          const sign = pascalCase(signs.map(([, text]) => text).join(" "));
          return cut ? shortened(base, Math.max(LONGEST_NAME - sign.length, 1)) + sign : base + sign;
        })
        .find((name) => !forbidden.has(name.toLowerCase()) && name.length <= LONGEST_NAME);
    const name = nameOf(single(member), bySign);
    if (name !== undefined) return [owner, name];
    byPair ??= countWays(members, pairs);
    return [owner, nameOf(pairs(member), byPair) ?? nameOf(single(member), bySign, true) ?? base];
  });
}

/** How many bear each sign, or each two signs. */
function countWays<Owner>(
  members: readonly Claimant<Owner>[],
  waysOf: (member: Claimant<Owner>) => readonly (readonly Sign[])[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const member of members)
    for (const key of new Set(waysOf(member).map(wayKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function single({ signs }: Claimant<unknown>): (readonly Sign[])[] {
  return signs.map((sign) => [sign]);
}

/** Every two signs of different kinds; a body may have too many rows for that. */
function pairs({ signs }: Claimant<unknown>): (readonly Sign[])[] {
  const telling = signs.filter(([kind, text]) => text !== "" && kind !== "body");
  return telling.flatMap((one, index) =>
    telling.slice(index + 1).flatMap((other) => (other[0] === one[0] ? [] : [[one, other]])),
  );
}

function wayKey(signs: readonly Sign[]): string {
  return signs.map(([kind, text]) => `${kind} ${pascalCase(text).toLowerCase()}`).join(" ");
}

/** Nothing tells the rest apart: they are the same in all but their place. */
function numbered<Owner>(
  claimants: readonly Claimant<Owner>[],
  chosen: ReadonlyMap<Owner, string>,
  taken: Iterable<string>,
): Map<Owner, string> {
  const names = new UniqueNames();
  for (const name of taken) names.take(name);
  return new Map(claimants.map(({ owner }) => [owner, names.take(chosen.get(owner)!)]));
}
