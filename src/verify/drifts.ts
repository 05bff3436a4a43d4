import type { Operation } from "../apiref/model.ts";
import type { EvidencePlace } from "../evidence/place.ts";
import type { RelatedPlace, Severity } from "../findings/finding.ts";
import { enumeratedNames, enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { type Span, spanKey } from "../text/span.ts";
import { type Doubt, type Doubtful, doubtfulOf, passedOverAmong } from "./doubtful.ts";
import type { DriftRule, Facts, Gathered, PlacedFact } from "./facts.ts";
import { kinOf } from "./kin.ts";
import type { MissingProperty } from "./missing-property.ts";

/** A difference between documentation and evidence, at the place where a person would mend it. */
export interface Drift {
  readonly rule: DriftRule;
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly operation?: Operation;
  readonly related: readonly RelatedPlace[];
  /** Of properties that tables lack: what rows for them would say. */
  readonly properties?: readonly MissingProperty[];
  /** Names that are told of together, each of which may be meant. */
  readonly names?: readonly string[];
}

/** The span of a place of the evidence, and how the report names it where the line does not say enough. */
export type SpansOf = (
  places: Iterable<EvidencePlace>,
) => (place: EvidencePlace) => { readonly span: Span; readonly name: string } | undefined;

/**
 * Facts as they are reported, each with its places in the evidence, and those that are only named.
 *
 * @param tablesWith how many tables of the api-ref have a row of a name
 */
export function driftsOf(
  facts: Facts,
  tablesWith: (name: string) => number,
  spansOf: SpansOf,
): { readonly drifts: readonly Drift[]; readonly doubtful: readonly Doubtful[] } {
  const gathered = facts.gathered();
  const doubted = doubtedNames(gathered);
  const doubts = new Map(
    gathered.flatMap((one) => {
      const doubt = doubtOf(one, doubted);
      return doubt === undefined ? [] : [[one, doubt]];
    }),
  );
  const passedOver = passedOverAmong([...doubts.values()], facts.doubts);
  const told = gathered.filter((one) => !passedOver.has(doubts.get(one)!));
  const spanOf = spansOf(told.flatMap(({ places }) => places));
  const placed = told.flatMap((one) => placedFact(one, facts) ?? []);
  return {
    drifts: kinOf(placed, tablesWith).map((all) => drift(all, spanOf, sinceText(all, facts))),
    doubtful: doubtfulOf([...facts.doubts, ...passedOver]),
  };
}

/** What of a fact speaks for the documentation, where only stand-ins for a service speak against it. */
function isWeakFact({ first, isServed }: Gathered): boolean {
  return first.against !== undefined && !isServed;
}

/** The names that only stand-ins show, against samples and without any other witness. */
function doubtedNames(gathered: readonly Gathered[]): ReadonlySet<string> {
  return new Set(
    gathered.flatMap((one) => {
      const { ifWeak, isConfirmed = false } = one.first;
      return isWeakFact(one) && typeof ifWeak === "object" && !isConfirmed && isOfName(one)
        ? [ifWeak.name]
        : [];
    }),
  );
}

/** Whether a fact is that a table lacks a name. */
function isOfName({ first }: Gathered): boolean {
  return first.rule === "verify-property-undocumented";
}

/** Why a fact may be none: for what it is, or as only stand-ins for a service show it, and samples something else. */
function doubtOf(found: Gathered, doubted: ReadonlySet<string>): Doubt | undefined {
  const { doubt, ifWeak, isConfirmed = false, isShown = false } = found.first;
  if (doubt !== undefined) return doubt;
  if (typeof ifWeak !== "object" || isConfirmed) return undefined;
  const isDoubted = !found.isServed && !isShown && doubted.has(ifWeak.name);
  return isDoubted || isWeakFact(found) ? ifWeak : undefined;
}

function placedFact(gathered: Gathered, facts: Facts): PlacedFact | undefined {
  const isWeak = isWeakFact(gathered);
  if (isWeak && gathered.first.ifWeak === "untold") return undefined;
  const { first, operations } = gathered;
  // A definition that is right for more operations than it is wrong for is the wrong one to look up here.
  const isMinority =
    first.shared !== undefined && facts.agreeing(first.shared.key, operations) > operations.size;
  const advice = isMinority
    ? "Other operations use the definition rightly: give this one a definition of its own."
    : first.advice;
  return {
    gathered,
    span: isMinority ? first.shared!.row : first.span,
    advice: isWeak ? `${first.against} Look which is right.` : advice,
    severity: isWeak ? "info" : first.severity,
    isWeak,
    related: isMinority ? [{ span: first.span, message: "defined here" }] : (first.related ?? []),
  };
}

function drift(facts: readonly PlacedFact[], spanOf: ReturnType<SpansOf>, since: string): Drift {
  const [main, ...others] = facts as [PlacedFact, ...PlacedFact[]];
  const { first } = main.gathered;
  const { rule, operation, kin } = first;
  const operations = new Set(facts.flatMap(({ gathered }) => [...gathered.operations]));
  const exchanges = exchangesOf(facts);
  const severity = gravest(facts);
  const properties = facts.flatMap(({ gathered }) => gathered.first.properties ?? []);
  const seenIn = [
    ...(exchanges === 0 ? [] : [exchanges === 1 ? "1 exchange" : `${exchanges} exchanges`]),
    ...(facts.some(({ gathered }) => gathered.isOfDocument) ? ["the OpenAPI document"] : []),
    ...(facts.every(({ gathered }) => gathered.first.isShown) ? ["a sample"] : []),
  ];
  const witness = enumeration(seenIn, "and");
  const ofMany = operations.size > 1 ? `, of ${operations.size} operations` : "";
  const names = [...new Set(facts.map(({ gathered }) => gathered.first.kin?.name ?? ""))];
  const isBundle = names.length > 1 && first.bundle !== undefined && facts.length % names.length === 0;
  const hasNames = isBundle || (names.length > 1 && kin!.isOfObject === true);
  const [says, mend] = isBundle
    ? [
        first.bundle!.says(names, facts.length / names.length),
        first.bundle!.advice(facts.length / names.length),
      ]
    : others.length === 0
      ? [first.says, main.advice]
      : [kin!.saysOfAll(names, facts.length), kin!.adviceForAll];
  const weak = severity === "info" ? facts.find(({ isWeak }) => isWeak) : undefined;
  const advice = weak?.advice ?? mend;
  return {
    rule,
    span: main.span,
    message: `${says} Seen in ${witness}${ofMany}. ${since}${advice}${definedText(facts)}`,
    ...(severity === undefined ? {} : { severity }),
    ...(operation === undefined ? {} : { operation }),
    ...(properties.length === 0 ? {} : { properties }),
    ...(hasNames ? { names } : first.names === undefined ? {} : { names: first.names }),
    related: [
      ...main.related,
      ...elsewhere(main, others, isBundle ? names.length : 0),
      ...(names.length > 1 ? placesByName(facts) : main.gathered.places).flatMap((place) => {
        const found = spanOf(place);
        if (found === undefined) return [];
        return [{ span: found.span, message: found.name === "" ? "seen here" : `seen here: ${found.name}` }];
      }),
    ],
  };
}

/** The first microversion that has what is missing, where the evidence speaks of earlier ones, too. */
function sinceText(placed: readonly PlacedFact[], facts: Facts): string {
  const versions = new Set(placed.map(({ gathered }) => gathered.since));
  const [since] = versions;
  if (since === undefined || versions.size > 1) return "";
  const isNew = placed.every(
    ({ gathered: { first } }) => first.body !== undefined && facts.isSeenBefore(first.body, since),
  );
  return isNew ? `The evidence has it from microversion \`${since}\` on. ` : "";
}

/** The definitions that new rows can look up; doubts are settled first. */
function definedText(facts: readonly PlacedFact[]): string {
  if (facts.some(({ isWeak }) => isWeak)) return "";
  const keys = [...new Set(facts.flatMap(({ gathered }) => gathered.first.defined ?? []))];
  if (keys.length === 0) return "";
  return keys.length === 1
    ? ` The definition ${enumeratedNames(keys)} may fit.`
    : ` The definitions ${enumeratedNames(keys)} may fit.`;
}

/** In how many exchanges it was seen: of several names of the same bodies that of the most frequent. */
function exchangesOf(facts: readonly PlacedFact[]): number {
  const byName = new Map<string, number>();
  for (const { gathered } of facts) {
    const { bundle, kin } = gathered.first;
    const name = bundle === undefined && kin?.isOfObject !== true ? "" : (kin?.name ?? "");
    byName.set(name, (byName.get(name) ?? 0) + gathered.exchanges);
  }
  return [...byName.values()].reduce((most, count) => Math.max(most, count), 0);
}

/** Where each of several names was seen first. */
function placesByName(facts: readonly PlacedFact[]): readonly EvidencePlace[] {
  const places = new Map<string, EvidencePlace>();
  for (const { gathered } of facts) {
    const { name } = gathered.first.kin!;
    const [place] = gathered.places;
    if (place !== undefined && !places.has(name)) places.set(name, place);
  }
  return [...new Map([...places.values()].map((one) => [`${one.file.path} ${one.pointer}`, one])).values()];
}

/**
 * The places of the other facts, each once: several may stand at one row.
 *
 * @param all how many names are told of together; a place of only some of them says which
 */
function elsewhere(main: PlacedFact, others: readonly PlacedFact[], all: number): RelatedPlace[] {
  const bySpan = groupedBy(others, ({ span }) => spanKey(span));
  bySpan.delete(spanKey(main.span));
  return [...bySpan.values()].map((facts) => {
    const [{ span, gathered }] = facts;
    const { here } = gathered.first.kin!;
    const names = new Set(facts.map((one) => one.gathered.first.kin!.name));
    const which = names.size < all ? `${enumeratedNames([...names], names.size)}: ` : "";
    return { span, message: `${which}${here}` };
  });
}

/** The severity of the gravest of several facts, undefined for that of the rule; what speaks against one speaks against all. */
function gravest(facts: readonly PlacedFact[]): Severity | undefined {
  if (facts.some(({ isWeak }) => isWeak) && facts.every(({ gathered }) => !gathered.isServed)) return "info";
  const severities = new Set(facts.map(({ severity }) => severity));
  if (severities.has("error")) return "error";
  return severities.has(undefined) || severities.has("warning") ? undefined : [...severities][0];
}
