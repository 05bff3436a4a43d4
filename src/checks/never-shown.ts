import type { Operation, Side } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { shownValues } from "../bodies/shown-values.ts";
import type { Draft } from "../findings/finding.ts";
import { groupedBy } from "../text/grouped.ts";
import { spanKey } from "../text/span.ts";
import { type Charge, countSamples, operationsOf } from "./blame.ts";
import { inOnly } from "./naming.ts";

/** What the samples of one direction lack of a definition: none of them has it, two or more. */
export interface NeverShown {
  readonly definition: Definition;
  readonly side: Side;
  readonly charges: readonly Charge[];
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
  return [...ofPages, ...neverShownByRows(bodies, others)];
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
export function atRows({ definition, side, charges }: NeverShown): Draft {
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
  };
}

/** The path of the page, or the part of one, that documents an operation. */
function fileOf({ directive }: Operation): string {
  return directive.nameSpan.file.path;
}
