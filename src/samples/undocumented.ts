import type { ParameterRow } from "../apiref/model.ts";
import { escapePointer, isJsonObject, type Json, type JsonObject, jsonTypeOf } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";
import { accepts, type JsonType } from "../schema/types.ts";
import { leafOf } from "../text/leaf.ts";
import { once } from "../text/once.ts";
import { extended, hasWordMore, hasWordsSwapped, nearest } from "../text/similar.ts";
import type { Stranger } from "./check.ts";
import type { Draft, StrangerDraft } from "./draft.ts";
import { standsForKeys } from "./missing.ts";
import type { Orders } from "./orders.ts";
import { meantPagingRow, unshownPagingRows } from "./paging-rows.ts";
import { showsActionOfRow } from "./placeholder-rows.ts";

/** The properties of a sample that no row names; of nested ones the outermost. */
export function* undocumented(root: BodyNode, value: Json, orders: Orders): Generator<Draft> {
  if (showsActionOfRow(root, value)) return;
  const pagingRows = once(() => unshownPagingRows(root));
  yield* undocumentedIn(root, value, "", "", root, { elsewhere: documentedTypes(root), orders, pagingRows });
}

/** What is known of the whole body and of objects near by. */
interface Known {
  readonly elsewhere: ReadonlyMap<string, readonly JsonType[]>;
  readonly orders: Orders;
  /** The rows of links to other pages that no sample shows. */
  readonly pagingRows: () => readonly ParameterRow[];
}

function* undocumentedIn(
  node: BodyNode,
  value: Json,
  pointer: string,
  path: string,
  around: BodyNode,
  known: Known,
): Generator<Draft> {
  if (Array.isArray(value)) {
    if (node.items !== undefined)
      for (const [index, item] of value.entries())
        yield* undocumentedIn(node.items, item, `${pointer}/${index}`, path, around, known);
    return;
  }
  if (!isJsonObject(value)) return;
  // An object of which no row names any property is documented as a whole: its names may be data.
  const whole = isOpaque(around);
  if (whole && around === node && around.rows.length > 0) return;
  if ([...node.properties.values()].some(standsForKeys)) return;
  const strangers: { name: string; property: BodyNode }[] = [];
  for (const name of Object.keys(value)) {
    const property = node.properties.get(name);
    const child = property ?? node.values;
    // What stands for names that are left out (`"...": "..."`) needs no row.
    if (child === undefined || /^(?:\.{3,}|…)$/.test(name)) continue;
    if (
      property?.undocumented ||
      (property !== undefined && standsFor(property, node, value, path === "") !== undefined)
    )
      strangers.push({ name, property });
    if (property?.undocumented !== true && !isOfOtherType(child, value[name]!)) {
      const at = `${pointer}/${escapePointer(name)}`;
      const step = property === undefined ? "<key>" : name;
      yield* undocumentedIn(
        child,
        value[name]!,
        at,
        path === "" ? step : `${path}.${step}`,
        child.rows.length > 0 ? child : around,
        known,
      );
    }
  }
  // A row may document several places of one name; which of them it means only its author knows.
  const unmentioned = strangers.filter(({ name }) => {
    const types = known.elsewhere.get(name);
    if (types !== undefined && accepts(types, jsonTypeOf(value[name]!))) return false;
    return !around.rows.some((row) => mentions(row, name));
  });
  const neighbourOf = unmentioned.length > 0 ? neighboursIn(node, value) : undefined;
  let lacking: string[] | undefined;
  const missing = () => {
    lacking ??= namesMissing(node, value);
    return lacking;
  };
  const nameMeantBy = (name: string, property: BodyNode) => {
    const paging = meantPagingRow(name, value, known.pagingRows);
    if (paging !== undefined) return paging;
    const similar = property.undocumented
      ? similarTo(name, missing(), node, (other) => fits(node.properties.get(other), value[name]!))
      : standsFor(property, node, value, path === "");
    // of what other objects have beside it, it is no misspelling
    const isOther =
      similar !== undefined &&
      (known.orders.haveBoth(name, similar) || isOfSeries(name, similar, unmentioned));
    return similar === undefined || isOther
      ? undefined
      : { meant: similar, meantRow: unshownRow(node.properties.get(similar)) };
  };
  const strangerOf = ({ name, property }: { name: string; property: BodyNode }): StrangerDraft => {
    const isHeld = around.rows.length > 0 && around.name === leafOf(path);
    return {
      path: path === "" ? name : `${path}.${name}`,
      pointer: `${pointer}/${escapePointer(name)}`,
      node: property,
      ...neighbourOf!(name),
      ...(isHeld ? { container: around } : {}),
    };
  };
  const beside = unmentioned[0] && (neighbourOf!(unmentioned[0].name).neighbour?.rows[0] ?? around.rows[0]);
  // Of a list whose items no row describes, all names are one finding.
  for (const { name, property } of whole ? unmentioned.slice(0, 1) : unmentioned) {
    const full = path === "" ? name : `${path}.${name}`;
    const others = whole ? unmentioned.slice(1).map((other) => `\`${other.name}\``) : [];
    const meaning = nameMeantBy(name, property);
    const mend =
      meaning === undefined
        ? "Document it, or take it out of the sample."
        : `Did you mean \`${meaning.meant}\`?`;
    yield {
      kind: "undocumented",
      pointer: `${pointer}/${escapePointer(name)}`,
      at: "key",
      node: property,
      property: full,
      name,
      ...meaning,
      ...(whole ? { inside: around.rows[0] } : {}),
      strangers: (whole ? unmentioned : [{ name, property }]).map(strangerOf),
      beside,
      message:
        others.length === 0
          ? `No row names \`${full}\`. ${mend}`
          : `No row names what ${path === "" ? "the body" : `\`${path}\``} holds: \`${name}\`, ${others.join(", ")}. Document it, or take it out of the sample.`,
    };
  }
}

/** Ends that names of all kinds have. */
const COMMON_ENDS = /^[_-]?(?:ids?|uuid|at|names?|types?|links?|ur[il]|ref|date|time|s)$/i;

/** Whether others continue in the same way: `volumes_ssd` beside `snapshots_ssd` is data, and no slip for `volumes`. */
function isOfSeries(name: string, start: string, all: readonly { readonly name: string }[]): boolean {
  const end = name.startsWith(start) ? name.slice(start.length) : "";
  const isPlain = end === "" || COMMON_ENDS.test(end);
  return !isPlain && all.some((other) => other.name !== name && other.name.endsWith(end));
}

/** The row of a property that no sample of the body shows. */
function unshownRow(property: BodyNode | undefined): ParameterRow | undefined {
  return property?.shown.size === 0 ? property.rows[0] : undefined;
}

/** Whether a row says that a value is of another type, which is told; what is in it follows from that. */
function isOfOtherType({ rows, type }: BodyNode, value: Json): boolean {
  return rows.length > 0 && type !== undefined && !accepts(type.types, jsonTypeOf(value));
}

/** Finds the documented property that is next to another in a sample, those before it first. */
function neighboursIn(
  node: BodyNode,
  value: JsonObject,
): (name: string) => Pick<Stranger, "neighbour" | "isBehind"> {
  const names = Object.keys(value);
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  const documented = (name: string) => {
    const property = node.properties.get(name);
    return property !== undefined && property.rows.length > 0 ? property : undefined;
  };
  const first = names.findIndex((name) => documented(name) !== undefined);
  // By rank: the nearest before.
  const before: (BodyNode | undefined)[] = [undefined];
  for (const name of names) before.push(documented(name) ?? before.at(-1));
  return (name) => {
    const rank = ranks.get(name)!;
    const neighbour = before[rank] ?? (first > rank ? documented(names[first]!) : undefined);
    if (neighbour === undefined) return { isBehind: true };
    return { neighbour, isBehind: before[rank] !== undefined };
  };
}

/** The types of all documented properties, by name. */
export function documentedTypes(root: BodyNode): Map<string, readonly JsonType[]> {
  const types = new Map<string, readonly JsonType[]>();
  const visit = (node: BodyNode): void => {
    if (node.rows.length > 0)
      types.set(node.name, [...(types.get(node.name) ?? []), ...(node.type?.types ?? [])]);
    for (const property of node.properties.values()) visit(property);
    if (node.items !== undefined) visit(node.items);
    if (node.values !== undefined) visit(node.values);
  };
  visit(root);
  return types;
}

/** Whether nothing inside a documented place is documented. */
export function isOpaque(node: BodyNode): boolean {
  const inside = [...node.properties.values(), node.items, node.values];
  return inside.every((child) => child === undefined || (child.rows.length === 0 && isOpaque(child)));
}

/** The documented properties that an object lacks. */
function namesMissing(node: BodyNode, value: JsonObject): string[] {
  return [...node.properties.values()]
    .filter((property) => property.rows.length > 0 && !Object.hasOwn(value, property.name))
    .map(({ name }) => name);
}

const MOST_SIMILAR = 200;
/** Whoever means a property of another type has hardly written it otherwise: `widgets` for `widget`. */
const SLIPS_WITHIN_ANOTHER_TYPE = 2;

/** The name that was meant; what could not have the value is meant only where hardly a letter differs. */
function similarTo(
  name: string,
  names: readonly string[],
  { properties }: BodyNode,
  isFit: (name: string) => boolean,
): string | undefined {
  // among very many names any is near to some
  if (names.length > MOST_SIMILAR) return undefined;
  const fit = names.filter(isFit);
  const swapped = fit.filter((other) => hasWordsSwapped(name, other));
  const near =
    fit.find((other) => isKeyOf(unshownRow(properties.get(other)), name)) ??
    (swapped.length === 1 ? swapped[0] : nearest(name, fit));
  if (near !== undefined) return near;
  const plain = Math.max(1, Math.floor(name.length / 3));
  return (
    nearest(name, names, Math.min(SLIPS_WITHIN_ANOTHER_TYPE, plain)) ??
    extended(
      name,
      fit.filter((other) => !isPagingOf(other, name) && !isAnother(properties.get(other), name)),
    )
  );
}

/** Whether a row looks up a definition that is called as a sample shows it, and not as the row: `number: lamp_size` for `size`. */
function isKeyOf(row: ParameterRow | undefined, shown: string): boolean {
  if (row === undefined || row.key.includes(row.name)) return false;
  return row.key === shown || row.key.endsWith(`_${shown}`) || row.key.endsWith(`-${shown}`);
}

/** Whether a word more makes another name, as samples show the row elsewhere: `group_size` beside `group`. */
function isAnother(property: BodyNode | undefined, shown: string): boolean {
  const row = property?.rows[0];
  return row !== undefined && unshownRow(property) === undefined && hasWordMore(row.name, shown);
}

function fits(property: BodyNode | undefined, value: Json): boolean {
  return property?.type === undefined || accepts(property.type.types, jsonTypeOf(value));
}

/** `widgets_links`, the links to other pages, stands beside `widgets`, not for it. */
function isPagingOf(a: string, b: string): boolean {
  return a === `${b}_links` || b === `${a}_links`;
}

/** The documented envelope for which another name stands: no sample of the body shows it. */
function standsFor(
  property: BodyNode,
  holder: BodyNode,
  value: JsonObject,
  isRoot: boolean,
): string | undefined {
  if (property.rows.length > 0) return undefined;
  const unseen = namesMissing(holder, value).filter((name) => {
    const missing = holder.properties.get(name)!;
    const types = missing.type?.types ?? [];
    return (
      missing.shown.size === 0 &&
      missing.origin !== "flat" &&
      (types.includes("object") || types.includes("array"))
    );
  });
  const isFit = (name: string) => fits(holder.properties.get(name), value[property.name]!);
  // An envelope is near to what stands in it: `lamp_group` holds `lamp_group_limits`.
  const similar = similarTo(
    property.name,
    holdsRows(property) ? unseen.filter((name) => !continues(name, property.name)) : unseen,
    holder,
    isFit,
  );
  if (similar !== undefined || unseen.length !== 1 || !isRoot) return similar;
  // the only envelope left, whatever it is called
  const only = unseen[0]!;
  const isMeant = holder.properties.get(only)!.required && isFit(only) && !isPagingOf(only, property.name);
  return isMeant ? only : undefined;
}

function continues(name: string, start: string): boolean {
  return /^[^a-z0-9]/i.test(name.slice(start.length)) && name.startsWith(start);
}

/** Whether something in an object is documented. */
function holdsRows({ properties }: BodyNode): boolean {
  return [...properties.values()].some(({ rows }) => rows.length > 0);
}

/** Whether the description of the enclosing row speaks of a name. */
export function mentions(row: ParameterRow, name: string): boolean {
  const description = row.definition?.description ?? "";
  let from = description.indexOf(name);
  while (from >= 0) {
    const before = description[from - 1] ?? " ";
    const after = description[from + name.length] ?? " ";
    if (/["'`*]/.test(before) && /["'`*]/.test(after)) return true;
    if (/[_-]/.test(name) && !/[\w-]/.test(before) && !/[\w-]/.test(after)) return true;
    from = description.indexOf(name, from + 1);
  }
  return false;
}
