import type { ParameterRow, Side } from "../apiref/model.ts";
import type { SeenNode } from "../evidence/seen.ts";
import type { BodyNode } from "../schema/body.ts";
import { sameWord } from "../schema/placement.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { spanKey } from "../text/span.ts";
import {
  type BodyComparison,
  chapterKey,
  holderName,
  type Place,
  pathText,
  tableKey,
  witnesses,
} from "./comparison.ts";
import type { Fact, Rename } from "./facts.ts";
import { placeKey } from "./facts-of-row.ts";
import { isKnown, isOfOtherBody, type Stranger } from "./known-strangers.ts";
import type { MissingProperty } from "./missing-property.ts";
import { presenceKey, renamesIn } from "./renames.ts";
import { nodeAt } from "./version-rows.ts";

/** So many names that are most of an object are told of in one. */
const FEWEST_OF_A_WHOLE = 3;

/** All are named, so that each can be allowed. */
const MOST_OF_A_WHOLE = 100;

/** Tells of the properties of an object that no row of its table names; where they are many, of all in one. */
export function tellStrangers(
  place: Place,
  names: Iterable<readonly [name: string, property: SeenNode]>,
  comparison: BodyComparison,
): void {
  const strangers = [...names]
    .map(([name, property]): Stranger => ({ ...place, name, property }))
    .filter((one) => !isKnown(one, comparison));
  const known = [...place.node.properties.values()].filter(({ rows }) => rows.length > 0);
  const shown = known.filter(({ name }) => place.seen.properties.has(name));
  const told = strangers.filter((one) => !isOfOtherBody(one, known, comparison));
  const isOther = shown.length === 0 && known.some((property) => property.shown.size > 0);
  const renames = renamesIn(told, comparison);
  const others = told.filter(({ name }) => !renames.has(name));
  for (const one of told) {
    const meant = renames.get(one.name);
    if (meant !== undefined) tellStranger(one, comparison, meant);
  }
  const isWhole = others.length >= FEWEST_OF_A_WHOLE && others.length > 2 * shown.length;
  if (others.length > 0 && (isWhole || isOther)) {
    const isOdd = isWhole && isUnnamed(place) && !place.seen.isServed;
    tellWhole(others, isOther ? HAS_NOTHING : isOdd ? IS_NOT_NAMED : undefined, comparison);
  } else for (const stranger of others) tellStranger(stranger, comparison);
}

/** @param meant the documented property that it may be */
function tellStranger(stranger: Stranger, comparison: BodyComparison, meant?: BodyNode): void {
  const { path, name } = stranger;
  const full = [...path, name];
  const chapter = chapterKey(comparison.body.operation);
  const isPaging = isLinks(stranger);
  const isDoubt = isDoubtful(stranger, comparison);
  const { body, facts } = comparison;
  const holder = holderText(path);
  const what = isPaging ? "*_links" : name;
  facts.add({
    ...common(stranger, comparison),
    ...(meant === undefined ? {} : { rename: renameOf(stranger, meant, comparison) }),
    says: lackOf([pathText(full)], "", body.side),
    advice: isDoubt ? LOOK : "Add a row for it to this table.",
    kin: {
      key: isPaging ? what : `${chapter} ${holderName(full)} ${name}`,
      everywhere: what,
      name,
      saysOfAll: (names, count) =>
        isPaging && names.length > 1
          ? `No row names ${enumeratedNames(names, MOST_OF_A_WHOLE)}, the links to further pages that ${count} responses have.`
          : lackOfMany([name], count),
      adviceForAll: isDoubt
        ? LOOK
        : isPaging
          ? "Add the row to each of the tables."
          : "Add a row for it to each of the tables.",
      here: "missing here, too",
    },
    ...(isPaging
      ? {}
      : {
          bundle: {
            key: `${chapter} ${body.operation.titleSpan.start} ${body.side} ${pathText(path)}`,
            says: (names, count) =>
              count === 1 ? lackOf(names, holder, body.side) : lackOfMany(names, count),
            advice: (count) =>
              isDoubt
                ? LOOK_AT_ALL
                : `Add rows for them to ${count === 1 ? "this table" : "each of the tables"}.`,
          },
        }),
  });
}

/** What is told of a property where the evidence never has the documented one that it may be. */
function renameOf({ path, name }: Stranger, meant: BodyNode, { body, kind }: BodyComparison): Rename {
  const row = meant.rows[0]!;
  const lack = lackOf([pathText([...path, name])], "", body.side).slice(0, -1);
  const advice =
    meant.shown.size > 0
      ? `A sample shows \`${meant.name}\`, too: look which of them is right.`
      : "Correct the name, or add a row.";
  return {
    unless: presenceKey(row, body.operation),
    covers: [
      `verify-property-unknown ${spanKey(row.span)}`,
      ...(kind === "traffic" ? [`verify-required ${placeKey(row, "true")}`] : []),
    ],
    fact: {
      span: row.span,
      related: [],
      properties: [],
      // a document made by hand has slips, too
      ...(kind === "document" && meant.shown.size > 0 ? { severity: "info" as const } : {}),
      says: `${lack}, and it has no \`${meant.name}\`, which may be the same.`,
      advice,
      kin: {
        key: `${chapterKey(body.operation)} ${holderName([...path, name])} ${name} for ${meant.name}`,
        name,
        saysOfAll: (_, count) =>
          `No row names \`${name}\`, which ${count} bodies have, and they have no \`${meant.name}\`, which may be the same.`,
        adviceForAll: advice,
        here: "here, too",
      },
    },
  };
}

function lackOf(names: readonly string[], holder: string, side: Side): string {
  return `No row names ${enumeratedNames(names, MOST_OF_A_WHOLE)}${holder}, which the ${side} has.`;
}

function lackOfMany(names: readonly string[], count: number): string {
  return `No row names ${enumeratedNames(names, MOST_OF_A_WHOLE)}, which ${count} bodies have.`;
}

function holderText(path: readonly string[]): string {
  return path.length === 0 ? "" : ` of \`${pathText(path)}\``;
}

/** `widget_links` beside `widgets`: the links to other pages, which all lists of a service have, or none. */
function isLinks({ name, seen, path }: Stranger): boolean {
  const of = name.endsWith("_links") ? name.slice(0, -"_links".length) : undefined;
  return (
    of !== undefined && path.length === 0 && [...seen.properties.keys()].some((one) => sameWord(one, of))
  );
}

const HAS_NOTHING = "It has nothing of what the table names and a sample shows: look which of them is right.";
const IS_NOT_NAMED =
  "Nor is the object named that has most of them: look whether it is the body of this operation at all.";

/** Whether no row names an object, nor the list that it is in. */
function isUnnamed({ node, path }: Place): boolean {
  return path.length > 0 && node.rows.length === 0;
}

/** @param doubt why it may be another body than that of the operation */
function tellWhole(
  strangers: readonly Stranger[],
  doubt: string | undefined,
  comparison: BodyComparison,
): void {
  const [first] = strangers as [Stranger];
  const { body } = comparison;
  const { path } = first;
  const names = strangers.map(({ name }) => name);
  const holder = holderText(path);
  // one that is certain makes all certain
  const certain = strangers.find((one) => !isDoubtful(one, comparison));
  const fact = common(certain ?? first, comparison);
  const isDoubt = certain === undefined;
  comparison.facts.add({
    ...fact,
    key: `${fact.key} …`,
    says: lackOf(names, holder, body.side),
    advice: doubt ?? (isDoubt ? LOOK_AT_ALL : "Add rows for them to this table."),
    ...(doubt !== undefined ? { severity: "info" as const } : {}),
    properties: strangers.map((one) => missingProperty(one, comparison, spotFor(one, comparison))),
    names,
    kin: {
      key: `${names.join()} ${doubt !== undefined}`,
      name: holder,
      saysOfAll: (_, count) => lackOfMany(names, count),
      adviceForAll: isDoubt ? LOOK_AT_ALL : "Add rows for them to each of the tables.",
      here: "missing here, too",
    },
  });
}

/** Tells of a property that rows name at other microversions than those of the evidence. */
export function tellOtherVersions(
  stranger: Stranger,
  rows: readonly ParameterRow[],
  comparison: BodyComparison,
): void {
  const { path, name } = stranger;
  const full = [...path, name];
  const [row] = rows as [ParameterRow];
  const fact = common(stranger, comparison, row);
  comparison.facts.add({
    ...fact,
    key: `${fact.key} versions`,
    says: `\`${pathText(full)}\` is documented ${boundsText(row)}, and the ${comparison.body.side} has it at others.`,
    advice: "Correct `min_version` and `max_version`, or add a row for the others.",
    kin: {
      key: `${chapterKey(comparison.body.operation)} ${holderName(full)} ${name} versions`,
      name,
      saysOfAll: (_, count) =>
        `\`${name}\` is documented ${boundsText(row)}, and ${count} bodies have it at others.`,
      adviceForAll: "Correct `min_version` and `max_version`, or add a row for the others.",
      here: "here, too",
    },
  });
}

function common(
  stranger: Stranger,
  comparison: BodyComparison,
  row?: ParameterRow,
): Omit<Fact, "says" | "advice"> {
  const { around, name, property } = stranger;
  const { body, kind } = comparison;
  const spot = spotFor(stranger, comparison, row);
  const { after, before, beside } = spot;
  return {
    rule: "verify-property-undocumented",
    key: `${tableKey(body.operation, beside)} ${around.rows[0]?.name ?? ""} ${name}`,
    span: beside.span,
    operation: body.operation,
    related: [after, before]
      .filter((other) => other !== undefined && other !== beside)
      .map((other) => ({
        span: other!.span,
        message: other === after ? "it stands behind this" : "it stands before this",
      })),
    properties: [missingProperty(stranger, comparison, spot)],
    place: property.place,
    ...witnesses(property, kind),
    ...(isShownWithout(stranger) ? { against: "A sample shows the rest without it." } : {}),
    ...(isDoubtful(stranger, comparison) ? { severity: "info" as const } : {}),
  };
}

/** Of what a schema may have from another body. */
const LOOK = "A sample shows all the rest without it: look whether the service sends it.";
const LOOK_AT_ALL = "A sample shows all the rest without them: look whether the service sends them.";

/**
 * Whether a property of a response may be in its schema by chance: generators give several responses one schema. Samples
 * show all that the table names, and not the property, which the schema does not require.
 */
function isDoubtful(stranger: Stranger, { kind, body, versions }: BodyComparison): boolean {
  const { seen, node, name } = stranger;
  if (kind !== "document" || body.side !== "response") return false;
  if (seen.required.has(name) || isLinks(stranger) || !isShownWithout(stranger)) return false;
  return [...node.properties.values()].every(
    (property) => property.shown.size > 0 || nodeAt(property, versions).rows.length === 0,
  );
}

/** Whether samples show the object, and not the property. */
function isShownWithout({ node, name }: Stranger): boolean {
  return !node.properties.has(name) && [...node.properties.values()].some(({ shown }) => shown.size > 0);
}

function missingProperty(
  stranger: Stranger,
  { body, kind }: BodyComparison,
  { after, before, beside }: Spot,
): MissingProperty {
  const { seen, path, name, property } = stranger;
  const { operation, side } = body;
  return {
    operation,
    side,
    path: [...path, name],
    types: [...property.types.keys()],
    required:
      seen.required.has(name) || (kind === "traffic" && seen.objects > 0 && property.count >= seen.objects),
    table: beside.table,
    after,
    before,
  };
}

/** `from microversion \`2.53\` on`, as the row or its definition says it. */
function boundsText(row: ParameterRow): string {
  const min = row.definition?.minVersion ?? row.minVersion;
  const max = row.definition?.maxVersion ?? row.maxVersion;
  const to = max === undefined ? " on" : ` to \`${max}\``;
  return min === undefined ? `up to microversion \`${max}\`` : `from microversion \`${min}\`${to}`;
}

/** Where the row of a property belongs. */
interface Spot {
  /** The rows of the properties that stand next to it in the evidence. */
  readonly after: ParameterRow | undefined;
  readonly before: ParameterRow | undefined;
  /** The row at which the finding stands. */
  readonly beside: ParameterRow;
}

/** @param row one that has the name, for other microversions */
function spotFor({ seen, node, name, around }: Stranger, { body }: BodyComparison, row?: ParameterRow): Spot {
  const names = [...seen.properties.keys()];
  const at = names.indexOf(name);
  const rowOf = (other: string) => node.properties.get(other)?.rows[0];
  const first = (list: readonly string[]) => list.map(rowOf).find((row) => row !== undefined);
  const after = first(names.slice(0, at).reverse());
  const before = first(names.slice(at + 1));
  return { after, before, beside: row ?? after ?? before ?? around.rows[0] ?? body.rows.at(-1)! };
}
