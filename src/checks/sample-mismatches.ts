import type { Definition } from "../apiref/parameters-file.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import type { Draft } from "../findings/finding.ts";
import type { Mismatch } from "../samples/check.ts";
import { parseType } from "../schema/types.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Span } from "../text/span.ts";
import { atDefinition, withTwins } from "./at-definition.ts";
import { atSample } from "./at-sample.ts";
import { type Charge, contradictedByAll, countSamples } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { chargesOf } from "./charges.ts";
import { describedBlame } from "./described-blame.ts";
import { namesText, namesType } from "./described-values.ts";
import { atDiffering, differingObjects } from "./differing-objects.ts";
import { exchangedSamples } from "./exchanged-samples.ts";
import { foreignSamples } from "./foreign-samples.ts";
import { guessedTwice } from "./guessed-twice.ts";
import { lackingOf } from "./lacking.ts";
import { atRows, neverShown } from "./never-shown.ts";
import { atPartialRequest, partialRequests } from "./partial-requests.ts";
import { plainlyWrong } from "./plain-types.ts";
import { quotedByHabit, quotedValue, quotedValues } from "./quoted-values.ts";
import { sharedBeyond } from "./shared-rows.ts";
import { strayWrappers } from "./stray-wrappers.ts";
import type { Subject } from "./subject.ts";
import { deniesDemand, isCalledOptional } from "./told-requirement.ts";
import type { TypeCorrection } from "./type-correction.ts";
import { typeCorrections } from "./type-corrections.ts";
import { unquotedSwitches } from "./unquoted-switches.ts";
import { wrongLookups } from "./wrong-lookups.ts";

/**
 * The disagreements of one kind between samples and definitions, which are two witnesses: where all samples of a definition contradict
 * it, one finding at the definition; else one at each sample that does.
 */
export function* contradictions(subject: Subject, kind: Mismatch["kind"]): Iterable<Draft> {
  const charges = chargesThatHold(subject, kind);
  const ofDefinitions = groupedBy(charges, ({ mismatch: { row, quotedNull } }) =>
    quotedNull === true ? undefined : row?.definition,
  );
  const byAll = contradictedByAll(subject.bodies, ofDefinitions);
  const described = kind === "type" ? describedBlames(ofDefinitions, byAll) : undefined;
  const plain = kind === "type" ? plainlyWrong(subject.bodies, ofDefinitions) : undefined;
  const accused = new Set(
    [...ofDefinitions.keys()].filter((definition) => {
      const blame = described?.get(definition);
      if (blame === undefined) return byAll.has(definition) || plain?.has(definition);
      return blame === "definition";
    }),
  );
  const atSamples = charges.filter(
    ({ mismatch }) => mismatch.quotedNull === true || !accused.has(mismatch.row?.definition as Definition),
  );
  if (kind === "required") {
    const ofWrappers = strayWrappers(subject.bodies, atSamples);
    const ofUpdates = partialRequests(subject.apiRef, without(atSamples, ofWrappers));
    const ofRows = neverShown(subject.bodies, without(atSamples, [...ofWrappers, ...ofUpdates]));
    const told = [...ofWrappers, ...ofUpdates, ...ofRows];
    const differing = differingObjects(subject.bodies, without(atSamples, told));
    const left = without(atSamples, [...told, ...differing]);
    yield* lackingOf(left, sharedBeyond(subject.apiRef, left));
    for (const { draft } of ofWrappers) yield draft;
    for (const one of ofRows) yield atRows(one);
    for (const one of differing) yield atDiffering(one, sharedBeyond(subject.apiRef, one.charges));
    for (const one of ofUpdates) yield* atPartialRequest(one);
  } else {
    // A word that the text names beside what the other samples show is meant.
    const told = kind === "type" ? atSamples.filter((charge) => !isNamed(charge)) : atSamples;
    const quoted = new Map(
      kind === "type" ? told.map((charge) => [charge, quotedValue(charge)] as const) : undefined,
    );
    const unconfirmed = contradictedByAll(subject.bodies, ofDefinitions, 1);
    for (const charge of told)
      if (quoted.get(charge) === undefined) {
        const draft = atSampleOf(charge, ofDefinitions);
        const { row, ifConfirmed } = charge.mismatch;
        const definition = row?.definition;
        const isConfirmed = definition !== undefined && isList(definition) && !unconfirmed.has(definition);
        yield isConfirmed && ifConfirmed !== undefined ? { ...draft, message: ifConfirmed } : draft;
      }
    yield* quotedValues([...quoted.values()].filter((value) => value !== undefined));
  }
  const corrections = kind === "type" ? correctionsOf(subject, accused, ofDefinitions) : undefined;
  const accusations = [...accused].map((definition) => ({
    definition,
    charges: ofDefinitions.get(definition)!,
    byAll: byAll.has(definition),
    meant: corrections?.get(definition)?.type ?? plain?.get(definition),
    edit: corrections?.get(definition)?.edit,
  }));
  for (const twins of withTwins(subject.bodies, accusations)) yield atDefinition(twins);
}

/** The charges that no group tells of. */
function without(
  charges: readonly Charge[],
  groups: readonly { readonly charges: readonly Charge[] }[],
): Charge[] {
  const told = new Set(groups.flatMap((group) => group.charges));
  return charges.filter((charge) => !told.has(charge));
}

/** The corrections of accused definitions that no sample speaks for. */
function correctionsOf(
  subject: Subject,
  accused: ReadonlySet<Definition>,
  charges: ReadonlyMap<Definition, readonly Charge[]>,
): ReadonlyMap<Definition, TypeCorrection> {
  const ofAccused = new Map([...accused].map((definition) => [definition, charges.get(definition)!]));
  const clear = contradictedByAll(subject.bodies, ofAccused, 1);
  return typeCorrections(subject, new Map([...ofAccused].filter(([definition]) => clear.has(definition))));
}

/** The disagreements without those of which something else tells, or the description, or that rest on a guessed place. */
function chargesThatHold(subject: Subject, kind: Mismatch["kind"]): readonly Charge[] {
  const foreign = foreignSamples(subject);
  const exchanged = exchangedSamples(subject.apiRef);
  const charges = chargesOf(subject, kind, ({ row, span }, sample, operation) => {
    const { side } = sample;
    // `sample-undocumented` and `sample-unused` tell of samples of other operations.
    if (foreign.has(sample) || exchanged.has(sample)) return true;
    if (row?.definition === undefined) return false;
    // `path-parameter-undocumented` tells of rows of the URL whose definition says that they are in the body.
    if (kind === "required" && side === "request" && isOfUrl(row, operation)) return true;
    // `required-contradicted` tells of the definition.
    if (kind === "required" && side === "request" && deniesDemand(row.definition)) return true;
    if (kind === "required" && isCalledOptional(row.definition, [row.name])) return true;
    // Where YAML takes words for true and false, `definition-value-suspicious` tells of the definition.
    if (unquotedSwitches(row.definition).length > 0) return true;
    return kind === "type" && namesType(row.definition, textOf(span));
  });
  if (kind !== "type") return charges;
  const guessed = guessedTwice(subject.bodies, charges);
  // `key-mismatch` tells of rows that look up the wrong definition.
  const wrong = new Set(
    wrongLookups(subject.bodies).flatMap((one) => one.charges.map(({ mismatch }) => mismatch)),
  );
  return charges.filter((charge) => !guessed.has(charge) && !wrong.has(charge.mismatch));
}

/** Whether a definition is that of a list: a sample that has one value without brackets does not speak against it. */
function isList({ type }: Definition): boolean {
  const types = parseType(type ?? "")?.types ?? [];
  return types.length > 0 && types.every((one) => one === "array");
}

function isNamed({ mismatch: { row, span, quotedNull } }: Charge): boolean {
  return quotedNull !== true && row?.definition !== undefined && namesText(row.definition, textOf(span));
}

function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

type Blames = ReadonlyMap<Definition, ReturnType<typeof describedBlame>>;

function describedBlames(
  ofDefinitions: ReadonlyMap<Definition, readonly Charge[]>,
  byAll: ReadonlySet<Definition>,
): Blames {
  const habits = quotedByHabit(ofDefinitions);
  return new Map(
    [...ofDefinitions].map(([definition, charges]) => {
      const isHabit = byAll.has(definition) && habits.has(definition);
      return [definition, describedBlame(definition, charges, isHabit)];
    }),
  );
}

/** The finding at a sample; where several samples have the same against a definition, they are one mistake. */
function atSampleOf(charge: Charge, ofDefinitions: ReadonlyMap<Definition, readonly Charge[]>): Draft {
  const others = ofDefinitions.get(charge.mismatch.row?.definition as Definition) ?? [];
  return { ...atSample(charge), ...sharedCause(charge, others) };
}

/** What findings of several samples against one definition have in common. */
function sharedCause({ mismatch }: Charge, others: readonly Charge[]): Pick<Draft, "cause"> {
  const definition = mismatch.row?.definition;
  if (definition === undefined || mismatch.quotedNull === true || countSamples(others) < 2) return {};
  return causeIn(definition.keySpan.file, definition.key, mismatch.keyword);
}
