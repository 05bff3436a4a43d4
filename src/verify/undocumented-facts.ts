import type { ParameterRow, Side } from "../apiref/model.ts";
import type { SeenNode } from "../evidence/seen.ts";
import type { BodyNode } from "../schema/body.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { spanKey } from "../text/span.ts";
import { type BodyComparison, chapterKey, holderName, type Place, pathText } from "./comparison.ts";
import {
  isDoubtful,
  isLeftOver,
  isLinks,
  isOfItem,
  isOtherForm,
  isSlipOfSchema,
  LOOK,
  LOOK_AT_ALL,
} from "./doubts.ts";
import type { Rename } from "./facts.ts";
import { placeKey } from "./facts-of-row.ts";
import { isKnown, isOfOtherBody, type Stranger } from "./known-strangers.ts";
import { otherNameOf } from "./other-names.ts";
import { namesIn } from "./pick-operations.ts";
import { presenceKey, renamesIn } from "./renames.ts";
import { missingProperty, spotFor, strangerFact } from "./stranger-facts.ts";

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
    .filter(
      (one) => !isKnown(one, comparison) && (otherNameOf(one) !== undefined || !isLeftOver(one, comparison)),
    );
  const known = [...place.node.properties.values()].filter(({ rows }) => rows.length > 0);
  const shown = known.filter(({ name }) => place.seen.properties.has(name));
  const told = strangers.filter((one) => !isOfOtherBody(one, known, comparison));
  const isOther = shown.length === 0 && known.some((property) => property.shown.size > 0);
  const renames = renamesIn(told, comparison);
  const others = told.filter(({ name }) => !renames.has(name));
  for (const one of told) {
    const meant = renames.get(one.name);
    if (meant !== undefined && !isSlipOfSchema(one, meant, comparison)) tellStranger(one, comparison, meant);
  }
  if (isOther && comparison.kind === "document" && isOfItem(others, known)) return;
  const isWhole = others.length >= FEWEST_OF_A_WHOLE && others.length > 2 * shown.length;
  if (others.length > 0 && (isWhole || (isOther && place.seen.isServed))) {
    const isOdd = isWhole && isUnnamed(place) && !place.seen.isServed;
    const isAgreed = others.every(({ node, name }) => (node.properties.get(name)?.shown.size ?? 0) > 0);
    tellWhole(
      others,
      isOther ? HAS_NOTHING : !isOdd ? undefined : isAgreed ? IS_SHOWN : IS_NOT_NAMED,
      comparison,
    );
  } else {
    const isForm = isOtherForm(others, comparison);
    for (const stranger of others) tellStranger(stranger, comparison, undefined, isForm);
  }
}

/**
 * @param meant the documented property that it may be
 * @param isForm whether it belongs to the whole form of an object of which a short one is documented here
 */
function tellStranger(
  stranger: Stranger,
  comparison: BodyComparison,
  meant?: BodyNode,
  isForm = false,
): void {
  const { path, name } = stranger;
  const full = [...path, name];
  const chapter = chapterKey(comparison.body.operation);
  const isPaging = isLinks(stranger);
  const isDoubt = isDoubtful(stranger, comparison);
  const { body, facts } = comparison;
  const holder = holderText(path);
  const what = isPaging ? "*_links" : name;
  const fact = strangerFact(stranger, comparison);
  if (meant === undefined && otherNameOf(stranger) !== undefined) {
    facts.doubt("second-name", name);
    return;
  }
  facts.add({
    ...fact,
    ...(isForm ? { ifWeak: "untold" as const } : {}),
    ...(meant === undefined
      ? {}
      : {
          rename: renameOf(stranger, meant, comparison),
          ifWeak: { of: "stand-in", name } as const,
        }),
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

const HAS_NOTHING = "It has nothing of what the table names and a sample shows: look which of them is right.";
const IS_SHOWN =
  "Nor does it name the object that has them, which a sample shows just so: correct the table.";
const IS_NOT_NAMED =
  "Nor is the object named that has most of them: look whether it is the body of this operation at all.";

/** What a table of so many rows has of its body, if it is that of its body. */
const FEWEST_ROWS = 4;
const OWN_SHARE = 0.25;
const OF_OTHER =
  "The table has hardly anything else of this body: it seems to be that of another resource, so replace its rows.";

/** Whether hardly a row of a table names what the evidence has, anywhere in the body. */
function isTableOfOther({ table }: ParameterRow, { body, whole }: BodyComparison): boolean {
  const rows = body.rows.filter((row) => row.table === table);
  const names = namesIn(whole);
  return (
    rows.length >= FEWEST_ROWS && rows.filter(({ name }) => names.has(name)).length <= OWN_SHARE * rows.length
  );
}

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
  const { ifWeak: _, defined: __, against, ...fact } = strangerFact(certain ?? first, comparison);
  const isDoubt = certain === undefined;
  const isForm = isOtherForm(strangers, comparison);
  const isOfOther =
    doubt === undefined && !isDoubt && isTableOfOther(spotFor(first, comparison).beside, comparison);
  comparison.facts.add({
    ...fact,
    // doubts say more than that a sample is otherwise
    ...(against === undefined || (doubt !== undefined && !isForm) ? {} : { against }),
    ...(isForm ? { ifWeak: "untold" as const } : {}),
    key: `${fact.key} …`,
    says: lackOf(names, holder, body.side),
    advice: doubt ?? (isDoubt ? LOOK_AT_ALL : isOfOther ? OF_OTHER : "Add rows for them to this table."),
    ...(doubt === undefined || doubt === IS_SHOWN ? {} : { severity: "info" as const }),
    // nothing else is to be said of such a table
    ...(doubt === IS_NOT_NAMED || doubt === IS_SHOWN || isOfOther ? { isOfOtherBody: true } : {}),
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
