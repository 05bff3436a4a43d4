import type { Operation, Sample } from "../apiref/model.ts";
import type { Definition, Field } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { shownValues } from "../bodies/shown-values.ts";
import { clearlyHolds } from "../samples/accepts.ts";
import type { Mismatch } from "../samples/check.ts";
import { isQuotedNull } from "../samples/quoted-null.ts";
import { valueSchema } from "../schema/value-schema.ts";
import { span } from "../text/span.ts";

/** One disagreement of a sample with a definition. */
export interface Charge {
  readonly sample: Sample;
  readonly mismatch: Mismatch;
  /** Every operation that shows the sample, with what the sample disagrees in with it. */
  readonly operations: ReadonlyMap<Operation, Mismatch>;
}

/** A file, or a block in one: what people correct once, however often it is included. */
export function identityOf({ file, block, pieces }: Sample): string {
  return `${(file ?? block.span.file).path} ${pieces[0]?.offset ?? 0}`;
}

/** How many different samples there are among charges, or among what else comes from samples. */
export function countSamples(charges: readonly { readonly sample: Sample }[]): number {
  return new Set(charges.map(({ sample }) => identityOf(sample))).size;
}

/** The operations that show the samples of charges. */
export function operationsOf(charges: readonly Charge[]): ReadonlySet<Operation> {
  return new Set(charges.flatMap(({ operations }) => [...operations.keys()]));
}

/**
 * The definitions that all samples contradict, two or more: then it is the definition that is wrong. One sample that agrees
 * clears it, and each that does not is to be corrected.
 *
 * @param least how many samples have to
 */
export function contradictedByAll(
  bodies: Bodies,
  charges: ReadonlyMap<Definition, readonly Charge[]>,
  least = 2,
): ReadonlySet<Definition> {
  const suspects = new Map<Definition, ReadonlySet<string>>();
  for (const [definition, ofIt] of charges)
    if (countSamples(ofIt) >= least)
      suspects.set(definition, new Set(ofIt.map(({ sample }) => identityOf(sample))));
  const accused = new Set(suspects.keys());
  if (accused.size === 0) return accused;
  for (const sides of bodies.placed.values())
    for (const { rows, samples, node } of [sides.request, sides.response]) {
      if (node === undefined || !rows.some(({ definition }) => accused.has(definition!))) continue;
      for (const { sample, content } of samples) {
        if (content.kind !== "json") continue;
        for (const { definition, value } of shownValues(node, content.value)) {
          if (!accused.has(definition)) continue;
          const keyword = charges.get(definition)![0]!.mismatch.keyword!;
          const isCharged = suspects.get(definition)!.has(identityOf(sample));
          // A list may hold both. Null says nothing of what a value is otherwise, in quotes or not.
          const isNone = value === null || (!isCharged && isQuotedNull(value));
          const agrees =
            keyword === "required" ||
            (!isNone && !isCharged) ||
            ((value !== null || keyword === "type") &&
              clearlyHolds(keyword, valueSchema(definition).schema, value));
          if (agrees) accused.delete(definition);
        }
      }
    }
  return accused;
}

/** The line of a definition that a keyword of its schema comes from; its key, where it has no such field. */
export function fieldOf({ fields, keySpan }: Definition, keyword: string) {
  const field: Field | undefined =
    fields.get(keyword) ?? (keyword === "required" ? undefined : fields.get("type"));
  if (field === undefined) return { name: undefined, span: keySpan };
  const { nameSpan, valueSpan } = field;
  // What YAML merges into a definition stands elsewhere.
  const isWhole = nameSpan.file === valueSpan.file && nameSpan.start <= valueSpan.start;
  return { name: field.name, span: isWhole ? span(nameSpan.file, nameSpan.start, valueSpan.end) : nameSpan };
}
