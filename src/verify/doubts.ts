import type { BodyNode } from "../schema/body.ts";
import { sameWord } from "../schema/placement.ts";
import type { BodyComparison } from "./comparison.ts";
import type { Stranger } from "./known-strangers.ts";
import { alikeName } from "./renames.ts";
import { nodeAt } from "./version-rows.ts";

/** Of what a schema may have from another body. */
export const LOOK = "A sample shows all the rest without it: look whether the service sends it.";
export const LOOK_AT_ALL = "A sample shows all the rest without them: look whether the service sends them.";

/**
 * Whether a property of a response may be in its schema by chance: generators give several responses one schema. Samples
 * show all that the table names, and not the property, which the schema does not require.
 */
export function isDoubtful(stranger: Stranger, comparison: BodyComparison): boolean {
  const { kind, body, versions, shownUnused } = comparison;
  const { seen, node, name } = stranger;
  if (kind !== "document" || body.side !== "response") return false;
  if (shownUnused(body.operation, "response", name)) return false;
  if (seen.required.has(name) || isLinks(stranger) || !isShownWithout(stranger)) return false;
  return [...node.properties.values()].every(
    (property) => property.shown.size > 0 || nodeAt(property, versions).rows.length === 0,
  );
}

/** Whether samples show the object, and not the property. */
export function isShownWithout({ node, name }: Stranger): boolean {
  return !node.properties.has(name) && [...node.properties.values()].some(({ shown }) => shown.size > 0);
}

/** `widget_links` beside `widgets`: the links to other pages, which all lists of a service have, or none. */
export function isLinks({ name, seen, path }: Stranger): boolean {
  const of = name.endsWith("_links") ? name.slice(0, -"_links".length) : undefined;
  return (
    of !== undefined && path.length === 0 && [...seen.properties.keys()].some((one) => sameWord(one, of))
  );
}

/** So many names that other tables of the resource have are of another form of its objects. */
const FEWEST_OF_A_FORM = 3;

/** Whether strangers of a response are what a longer form of the object has, which other tables of the resource describe. */
export function isOtherForm(strangers: readonly Stranger[], { kind, body, tables }: BodyComparison): boolean {
  if (kind !== "traffic" || body.side !== "response") return false;
  const described = strangers.filter(({ name }) => tables.ofResource(body.operation, "response", name));
  return described.length >= FEWEST_OF_A_FORM && described.length * 2 >= strangers.length;
}

/**
 * Whether a property is left over from a schema that several responses share: it may be there by chance, and other tables of
 * the collection name it, so that this one leaves it out on purpose; the same of the links of pages.
 */
export function isLeftOver(stranger: Stranger, comparison: BodyComparison): boolean {
  if (!isDoubtful(stranger, comparison)) return false;
  const { name, path, seen } = stranger;
  const { body, tables } = comparison;
  const isOfPage =
    path.length === 0 && [...seen.properties.values()].some(({ items }) => items !== undefined);
  const holder = path.findLast((step) => step !== "[]" && step !== "{}") ?? "";
  return tables.ofCollection(body.operation, holder, name) || (isOfPage && tables.anywhere(name));
}

/** Whether a schema misspells what the table names and samples show: documents made by hand have slips, too. */
export function isSlipOfSchema({ name, node }: Stranger, meant: BodyNode, { kind }: BodyComparison): boolean {
  const isShown = (node.properties.get(name)?.shown.size ?? 0) > 0;
  return (
    kind === "document" && meant.shown.size > 0 && !isShown && alikeName(name, [meant.name]) !== undefined
  );
}

/** Whether strangers are all that samples show of the items of the one documented list: a schema of an item for the list of them. */
export function isOfItem(strangers: readonly Stranger[], known: readonly BodyNode[]): boolean {
  const items = known.length === 1 ? known[0]!.items : undefined;
  return (
    items !== undefined && strangers.every(({ name }) => (items.properties.get(name)?.shown.size ?? 0) > 0)
  );
}
