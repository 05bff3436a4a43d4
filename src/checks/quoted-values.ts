import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeratedNames, enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { atSample, relatedPlaces } from "./at-sample.ts";
import { type Charge, identityOf } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { quotedType, type Unquoting, unquoting } from "./described-blame.ts";

/** A value of a sample that quotes alone make another type than its definition says. */
export interface QuotedValue {
  readonly charge: Charge;
  readonly definition: Definition;
  readonly unquoting: Unquoting;
}

/** The value of a sample as one that stands in quotes; undefined for any other. */
export function quotedValue(charge: Charge): QuotedValue | undefined {
  const definition = charge.mismatch.row?.definition;
  const how = definition && unquoting(definition, charge);
  return definition === undefined || how === undefined ? undefined : { charge, definition, unquoting: how };
}

/** Fewer samples may have one slip. */
const FEWEST_OF_HABIT = 4;

/** The definitions whose value many samples put into quotes, most of which have no other value in quotes. */
export function quotedByHabit(
  ofDefinitions: ReadonlyMap<Definition, readonly Charge[]>,
): ReadonlySet<Definition> {
  const found = [...ofDefinitions].flatMap(([definition, charges]) =>
    charges.flatMap((charge) =>
      definition !== undefined && quotedType(definition, charge) !== undefined
        ? [{ definition, identity: identityOf(charge.sample) }]
        : [],
    ),
  );
  const inSample = groupedBy(found, ({ identity }) => identity);
  return new Set(
    [...groupedBy(found, ({ definition }) => definition)].flatMap(([definition, of]) => {
      const samples = new Set(of.map(({ identity }) => identity));
      const alone = [...samples].filter((one) =>
        inSample.get(one)!.every((other) => other.definition === definition),
      ).length;
      return alone >= FEWEST_OF_HABIT && alone > samples.size / 2 ? [definition] : [];
    }),
  );
}

/**
 * One finding for each sample. Whoever puts values into quotes does so with all values of one sample, and in every sample
 * that was made of it: samples that quote a value of one definition are one mistake.
 */
export function* quotedValues(found: readonly QuotedValue[]): Iterable<Draft> {
  const keyOf = ({ definition: { key, keySpan } }: QuotedValue) => `${key} ${keySpan.file.path}`;
  const samples = groupedBy(found, ({ charge }) => identityOf(charge.sample));
  const ofDefinitions = groupedBy(found, keyOf);
  const causes = new Map<string, string>();
  for (const identity of samples.keys()) {
    if (causes.has(identity)) continue;
    const left = [identity];
    const seen = new Set<string>();
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (causes.has(next)) continue;
      causes.set(next, identity);
      for (const key of samples.get(next)!.map(keyOf)) {
        if (seen.has(key)) continue;
        seen.add(key);
        for (const { charge } of ofDefinitions.get(key)!) left.push(identityOf(charge.sample));
      }
    }
  }
  for (const [identity, [first, ...others]] of samples)
    yield {
      ...atOne(first!, others),
      ...causeIn(first!.definition.keySpan.file, causes.get(identity), "in quotes"),
    };
}

function atOne(first: QuotedValue, others: readonly QuotedValue[]): Draft {
  const { mismatch } = first.charge;
  const all = [first, ...others];
  const names = [...new Set(all.map(({ charge }) => charge.mismatch.property))];
  const types = [...new Set(all.map(({ definition }) => `\`${definition.type}\``))];
  const draft = atSample(first.charge);
  if (names.length === 1)
    return {
      ...draft,
      message: `\`${mismatch.property}\` is ${mismatch.shown}; its definition says ${types[0]}. ${first.unquoting.remedy}`,
    };
  const isSure = all.every((one) => one.unquoting.isSure);
  return {
    ...draft,
    message: `${enumeratedNames(names)} are strings; their definitions say ${enumeration(types)}. Write them without quotes${isSure ? "" : ", or correct the definitions"}.`,
    related: all.flatMap(({ charge }, index) => [
      ...(index === 0 ? [] : [{ span: charge.mismatch.span, message: "in quotes, too" }]),
      ...relatedPlaces(charge.mismatch),
    ]),
  };
}
