import type { Operation, Side } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { shownValues } from "../bodies/shown-values.ts";
import { pointerSteps } from "../data/json-value.ts";
import type { Draft } from "../findings/finding.ts";
import { groupedBy } from "../text/grouped.ts";
import { spanKey } from "../text/span.ts";
import { singularWords } from "../text/words.ts";
import { type Charge, countSamples, operationsOf } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { inOnly } from "./naming.ts";

/** What the samples of one direction lack of a definition: none of them has it, two or more. */
export interface NeverShown {
  readonly definition: Definition;
  readonly side: Side;
  readonly charges: readonly Charge[];
  /** The object that lacks it, where others of the page have it. */
  readonly object?: string;
}

/**
 * The definitions of which the samples of one page show nothing in one direction, while others may: neither the definition
 * nor each of the samples is to blame, but the rows of that page.
 *
 * @param charges what samples lack that is required
 */
export function neverShown(bodies: Bodies, charges: readonly Charge[]): readonly NeverShown[] {
  const ofPages = neverShownOnPages(bodies, charges);
  const told = new Set(ofPages.flatMap((one) => one.charges));
  const others = charges.filter((charge) => !told.has(charge));
  const ofRows = neverShownByRows(bodies, others);
  for (const one of ofRows) for (const charge of one.charges) told.add(charge);
  const left = others.filter((charge) => !told.has(charge));
  return [...ofPages, ...ofRows, ...neverShownInObjects(bodies, left)];
}

/** The same of one kind of object, whose tables were copied from those of another on the page. */
function neverShownInObjects(bodies: Bodies, charges: readonly Charge[]): readonly NeverShown[] {
  const keyOf = (file: string, side: Side, { keySpan }: Definition, object: string) =>
    `${file} ${side} ${spanKey(keySpan)} ${object}`;
  const suspects = new Map(
    [
      ...groupedBy(charges, ({ mismatch: { row, property }, operations, sample }) => {
        const [operation] = operations.keys();
        const object = objectOf(property.split("."));
        if (operation === undefined || row?.definition === undefined || object === "") return undefined;
        return keyOf(fileOf(operation), sample.side, row.definition, object);
      }),
    ].filter(([key, ofIt]) => key !== undefined && countSamples(ofIt) > 1),
  );
  if (suspects.size === 0) return [];
  const files = new Set(
    [...suspects.values()].flatMap((ofIt) => [...ofIt[0]!.operations.keys()].slice(0, 1).map(fileOf)),
  );
  for (const [operation, sides] of bodies.placed) {
    const file = fileOf(operation);
    if (!files.has(file)) continue;
    for (const side of ["request", "response"] as const) {
      const { samples, node } = sides[side];
      if (node === undefined) continue;
      for (const { content } of samples)
        if (content.kind === "json")
          for (const { definition, pointer } of shownValues(node, content.value))
            suspects.delete(keyOf(file, side, definition, objectOf(pointerSteps(pointer))));
    }
  }
  return [...suspects.values()].map((ofIt) => {
    const { sample, mismatch } = ofIt[0]!;
    const object = objectOf(mismatch.property.split("."));
    return { definition: mismatch.row!.definition!, side: sample.side, charges: ofIt, object };
  });
}

/** What the object is that has the last of some steps, in the singular: `widget` of `widgets`, `0`, `name`; empty for the body. */
function objectOf(steps: readonly string[]): string {
  const name = steps.slice(0, -1).findLast((step) => !/^\d+$/.test(step));
  return name === undefined ? "" : singularWords(name).join("_");
}

/** The same of single rows: two samples or more lack what theirs promises, and none has it. */
function neverShownByRows(bodies: Bodies, charges: readonly Charge[]): readonly NeverShown[] {
  const suspects = new Map(
    [...groupedBy(charges, ({ mismatch: { row } }) => row && spanKey(row.span))].filter(
      ([place, ofIt]) => place !== undefined && countSamples(ofIt) > 1,
    ),
  );
  if (suspects.size === 0) return [];
  for (const sides of bodies.placed.values())
    for (const { rows, samples, node } of [sides.request, sides.response]) {
      if (node === undefined || !rows.some(({ span }) => suspects.has(spanKey(span)))) continue;
      for (const { content } of samples)
        if (content.kind === "json")
          for (const { row } of shownValues(node, content.value)) suspects.delete(spanKey(row.span));
    }
  return [...suspects.values()].flatMap((ofIt) => {
    const { sample, mismatch } = ofIt[0]!;
    const definition = mismatch.row?.definition;
    return definition === undefined ? [] : [{ definition, side: sample.side, charges: ofIt }];
  });
}

function neverShownOnPages(bodies: Bodies, charges: readonly Charge[]): readonly NeverShown[] {
  const bySide = groupedBy(charges, ({ sample }) => sample.side);
  return [...bySide].flatMap(([side, ofSide]) =>
    [
      ...groupedBy(ofSide, ({ operations }) => {
        const [operation] = operations.keys();
        return operation && fileOf(operation);
      }),
    ].flatMap(([file, ofPage]) => neverShownOnPage(bodies, file, side, ofPage)),
  );
}

function neverShownOnPage(
  bodies: Bodies,
  file: string,
  side: Side,
  charges: readonly Charge[],
): readonly NeverShown[] {
  const ofDefinitions = groupedBy(charges, ({ mismatch: { row } }) => row?.definition);
  const suspects = new Map([...ofDefinitions].filter(([, ofIt]) => countSamples(ofIt) > 1));
  if (suspects.size === 0) return [];
  for (const [operation, sides] of bodies.placed) {
    const { samples, node } = sides[side];
    if (node === undefined || fileOf(operation) !== file) continue;
    for (const { content } of samples)
      if (content.kind === "json")
        for (const { definition } of shownValues(node, content.value)) suspects.delete(definition);
  }
  return [...suspects].map(([definition, ofIt]) => ({ definition, side, charges: ofIt }));
}

/** The finding at the first row of a direction that shows nothing of its definition; the others and the samples are related. */
export function atRows({ definition, side, charges, object }: NeverShown): Draft {
  const rows = [...new Set(charges.map(({ mismatch }) => mismatch.row!))];
  const [first, ...others] = rows;
  const operations = operationsOf(charges);
  const [name] = [...new Set(charges.map(({ mismatch }) => mismatch.property))];
  return {
    message: `\`${name}\` is required, but none of the ${countSamples(charges)} samples of ${side}s ${operations.size === 1 ? "here" : "on this page"} that show its object has it. Take the row out, let it look up a definition with \`required: false\`, or add it to the samples.`,
    span: first!.nameSpan,
    // The row may stand in the wrong table, or the samples may be incomplete.
    severity: "warning",
    related: [
      { span: definition.keySpan, message: "defined here" },
      ...others.map(({ nameSpan }) => ({ span: nameSpan, message: "here, too" })),
      ...charges.map(({ mismatch }) => ({ span: mismatch.span, message: "lacks it" })),
    ],
    ...inOnly(operations),
    // Tables of several objects were copied from the same one.
    ...(object === undefined ? {} : causeIn(first!.nameSpan.file, "never shown", definition.key, side)),
  };
}

/** The path of the page, or the part of one, that documents an operation. */
function fileOf({ directive }: Operation): string {
  return directive.nameSpan.file.path;
}
