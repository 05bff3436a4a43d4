import { type Json, jsonTypeOf } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";
import { accepts } from "../schema/types.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf, pathAbove } from "../text/leaf.ts";
import { singular } from "../text/words.ts";
import { type Draft, valueAt } from "./draft.ts";
import type { Orders } from "./orders.ts";

/**
 * What samples lack and what no row names, as one: where an object lacks a required row that no sample shows, and has a
 * property of nearly the same name and the same type instead, the one is the other's name (`created_at` and `create_time`). Where
 * one of either is left over, so it is with what is short for the other (`auth` and `authentication`), whatever its type.
 * A row that stands in no object of the samples is meant where it says in front what the object is (`widget_links`, for the
 * `links` of a `widget`).
 */
export function withRenames(
  drafts: readonly Draft[],
  body: Json,
  root: BodyNode,
  orders: Orders,
): readonly Draft[] {
  const lacking = drafts.filter(({ kind, node }) => kind === "required" && node.shown.size === 0);
  const strangers = drafts.filter(
    ({ kind, meant, strangers = [] }) =>
      kind === "undocumented" && meant === undefined && strangers.length === 1,
  );
  const unplaced = strangers.length === 0 ? [] : unplacedIn(root);
  if ((lacking.length === 0 && unplaced.length === 0) || strangers.length === 0) return drafts;
  const rowsOf = byObject(lacking);
  const strangersOf = byObject(strangers);
  const areLeftOver = (parent: string) =>
    rowsOf.get(parent)?.length === 1 && strangersOf.get(parent)?.length === 1;
  const alike = (stranger: Draft, row: Draft) =>
    (((areNamesOfOne(stranger.name, row.name) ||
      isNamedWithHolder(row.name, stranger.name, pathAbove(stranger.property))) &&
      isOfType(row.node, valueAt(body, stranger.pointer))) ||
      (areLeftOver(pathAbove(stranger.property)) && isShortFor(stranger.name, row.name))) &&
    !orders.haveBoth(stranger.name, row.name);
  const renamed = new Map<Draft, Draft>();
  const isUnplaced = ({ name, property, pointer }: Draft, node: BodyNode) =>
    pathAbove(property) !== "" &&
    isNamedWithHolder(node.name, name, pathAbove(property)) &&
    isOfType(node, valueAt(body, pointer)) &&
    !orders.haveBoth(name, node.name);
  for (const stranger of strangers) {
    const parent = pathAbove(stranger.property);
    const rows = rowsOf.get(parent)?.filter((row) => alike(stranger, row)) ?? [];
    const nodes = [...rows.map(({ node }) => node), ...unplaced.filter((node) => isUnplaced(stranger, node))];
    const [node] = nodes;
    if (nodes.length !== 1 || node === undefined) continue;
    const [row] = rows;
    const isOther = (other: Draft) => (row === undefined ? isUnplaced(other, node) : alike(other, row));
    if (strangersOf.get(parent)!.some((other) => other !== stranger && isOther(other))) continue;
    renamed.set(stranger, {
      ...stranger,
      meant: node.name,
      meantRow: node.rows[0],
      message: `No row names \`${stranger.property}\`. Did you mean \`${node.name}\`?`,
    });
  }
  return renamed.size === 0 ? drafts : drafts.map((draft) => renamed.get(draft) ?? draft);
}

/** The required rows that no sample shows, and that for want of a better place were put at the top. */
function unplacedIn({ properties }: BodyNode): BodyNode[] {
  const found = [...properties.values()].filter(
    ({ origin, required, shown }) =>
      required && shown.size === 0 && (origin === "flat" || origin === "neighbour"),
  );
  return found.length > MOST_UNPLACED ? [] : found;
}

/** Tables that lack so much of their samples are of another body. */
const MOST_UNPLACED = 20;

function byObject(drafts: readonly Draft[]) {
  return groupedBy(drafts, ({ property }) => pathAbove(property));
}

function isOfType({ type }: BodyNode, value: Json | undefined): boolean {
  const types = type?.types ?? [];
  return value !== undefined && types.length > 0 && accepts(types, jsonTypeOf(value));
}

/** Ends of names that say one thing. */
const ENDS: readonly ReadonlySet<string>[] = [
  new Set(["at", "on", "time", "date", "timestamp", "datetime"]),
  new Set(["id", "uuid", "ref"]),
];
const SHORTEST = 4;

/**
 * Whether two names may well be one property's: they begin alike and end with words that say one thing (`created_at`,
 * `create_time`), or one of them has a word more in front (`network_id`, `floating_network_id`); that a thing is numbered
 * (`port_number`) may be left out.
 */
function areNamesOfOne(a: string, b: string): boolean {
  const [ours, theirs] = [withoutNumber(wordsOf(a)), withoutNumber(wordsOf(b))];
  if (Math.abs(ours.length - theirs.length) === 1) {
    const [short, long] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
    return short.join("").length >= SHORTEST && long.slice(1).join(" ") === short.join(" ");
  }
  if (isNumbered(a, b)) return true;
  if (ours.length !== theirs.length || ours.length < 2) return false;
  const [end, otherEnd] = [ours.at(-1)!, theirs.at(-1)!];
  return (
    ENDS.some((words) => words.has(end) && words.has(otherEnd)) &&
    ours.slice(0, -1).every((word, index) => isOneWord(word, theirs[index]!))
  );
}

/** Words without `number` behind what has it. */
function withoutNumber(words: readonly string[]): readonly string[] {
  return words.length > 1 && words.at(-1) === "number" ? words.slice(0, -1) : words;
}

/** Whether one of two names is the other behind a number that belongs to what it is of: `l7bulbs` and `bulbs`. */
function isNumbered(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= SHORTEST && long.endsWith(short) && /^[a-z]+\d+$/i.test(long.slice(0, -short.length))
  );
}

/**
 * Whether a row says before a name what the object is that has it: `widget_links` for `links`, in `widget` or `widgets`. But
 * `widgets_links` are those to other pages.
 */
function isNamedWithHolder(row: string, shown: string, holder: string): boolean {
  const [words, others, own] = [wordsOf(row), wordsOf(shown), wordsOf(leafOf(holder)).map(singular)];
  if (own.length === 0 || others.length === 0 || words.length < own.length + others.length) return false;
  return (
    others.join(" ") === words.slice(-others.length).join(" ") &&
    own.every((word, index) => word === words[index])
  );
}

function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST && long.startsWith(short) && /^[a-z]/.test(long.slice(short.length));
}

/** Whether words are forms of one: `create` and `created`. */
function isOneWord(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short === long ||
    (short.length >= SHORTEST && long.startsWith(short) && /^(?:d|ed|ion|s)$/.test(long.slice(short.length)))
  );
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
