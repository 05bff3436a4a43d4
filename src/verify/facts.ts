import type { Operation } from "../apiref/model.ts";
import { compareVersions, parseVersion } from "../apiref/versions.ts";
import type { EvidencePlace } from "../evidence/place.ts";
import type { RelatedPlace, Severity } from "../findings/finding.ts";
import type { Span } from "../text/span.ts";
import type { Doubt } from "./doubtful.ts";
import type { MissingProperty } from "./missing-property.ts";

/** The rules that tell of differences between documentation and evidence. */
export type DriftRule =
  | "verify-operation-undocumented"
  | "verify-operation-unknown"
  | "verify-parameter-undocumented"
  | "verify-parameter-unknown"
  | "verify-property-undocumented"
  | "verify-property-unknown"
  | "verify-type"
  | "verify-null"
  | "verify-enum"
  | "verify-required"
  | "verify-status-undocumented";

/** What else is the same fact at other places: one finding for all of them. */
export interface Kin {
  /** Facts that have it in common are one. */
  readonly key: string;
  /** The same whatever the chapter; undefined where each chapter is mended for itself. */
  readonly everywhere?: string;
  /** What the fact is about, without the place: `tenant_id`. */
  readonly name: string;
  /** One sentence about all places, as `says`, and what to do. */
  readonly saysOfAll: (names: readonly string[], count: number) => string;
  readonly adviceForAll: string;
  /** What stands beside the other places: `missing here, too`. */
  readonly here: string;
  /** Whether the facts are about several properties of one object, each to be mended for itself. */
  readonly isOfObject?: boolean;
}

/** Facts of one kind about several names that lack at the same places: many are one finding. */
export interface Bundle {
  /** The place of this fact. */
  readonly key: string;
  readonly says: (names: readonly string[], count: number) => string;
  readonly advice: (count: number) => string;
}

/** What a fact is where the evidence has no property or parameter of a row: the row may be meant, under another name. */
export interface Rename {
  /** Known where the evidence has what the row names. */
  readonly unless: string;
  readonly fact: Partial<Fact>;
  /** The facts, by rule and key, that say nothing else: that the evidence lacks what the row names. */
  readonly covers: readonly string[];
}

/** A difference as one comparison sees it. What others see with the same key is the same difference. */
export interface Fact {
  readonly rule: DriftRule;
  readonly key: string;
  readonly kin?: Kin;
  readonly bundle?: Bundle;
  readonly span: Span;
  /** One sentence that says what differs, the same whatever the evidence, and what to do. */
  readonly says: string;
  readonly advice: string;
  readonly severity?: Severity;
  readonly operation?: Operation;
  readonly related?: readonly RelatedPlace[];
  /** Of properties that a table lacks: what rows for them would say. */
  readonly properties?: readonly MissingProperty[];
  /** Names that it tells of together, each of which may be meant. */
  readonly names?: readonly string[];
  /** What speaks for the documentation, as a sentence: it has more weight than what stands in for a service. */
  readonly against?: string;
  /** What becomes of it where what speaks for the documentation has more weight: it is a doubt, or nothing at all. */
  readonly ifWeak?: "untold" | Doubt;
  /** Why it may be no difference that anybody would mend, where many are so. */
  readonly doubt?: Doubt;
  /** Whether a second witness is found in the tree, so that what only stands in for a service is believed. */
  readonly isConfirmed?: boolean;
  /** Whether a sample of the page shows it, too. */
  readonly isShown?: boolean;
  /** The first microversion of which its evidence speaks. */
  readonly since?: string | undefined;
  /** The key of a definition that a new row can look up. */
  readonly defined?: string;
  /** The body that it is of, and whether that may be the body of another operation: then nothing else is said of it. */
  readonly body?: string;
  readonly isOfOtherBody?: boolean;
  /** Whether a service has shown it, or its code. */
  readonly isServed: boolean;
  /** Only told where the evidence has, anywhere, what this definition is of: else it may know less than there is. */
  readonly knownBy?: string;
  /** The key of a fact of the same rule that says the same of the definition, and more. */
  readonly unlessTold?: string;
  /** The key by which others agree with the definition, and the row that looks it up here. */
  readonly shared?: { readonly key: string; readonly row: Span };
  /** What it says unless the evidence is known to have something, anywhere: that a row is meant under another name. */
  readonly rename?: Rename;
  /** Where it was seen, and in how many exchanges; 0 for a document. */
  readonly place: EvidencePlace;
  readonly exchanges: number;
}

/** A difference with all that was seen of it. */
export interface Gathered {
  readonly first: Fact;
  readonly places: EvidencePlace[];
  readonly operations: Set<Operation>;
  exchanges: number;
  isOfDocument: boolean;
  isServed: boolean;
  /** The first microversion that has it; undefined where some evidence of it speaks of no first one. */
  since: string | undefined;
}

/** More places of the evidence than these tell nothing more. */
const MOST_PLACES = 3;

/** Gathers what single comparisons find: one difference each, however often it was seen. */
export class Facts {
  readonly #gathered = new Map<string, Gathered>();
  readonly #votes = new Map<string, { fact: Fact | undefined; isDenied: boolean }>();
  readonly #agreeing = new Map<string, Set<Operation>>();
  readonly #known = new Set<string>();
  readonly #lowest = new Map<string, string | undefined>();
  readonly #doubts: Doubt[] = [];

  add(fact: Fact): void {
    const key = `${fact.rule} ${fact.key}`;
    const known = this.#gathered.get(key) ?? {
      first: fact,
      places: [],
      operations: new Set(),
      exchanges: 0,
      isOfDocument: false,
      isServed: false,
      since: fact.since,
    };
    this.#gathered.set(key, known);
    known.since = earlier(known.since, fact.since);
    if (known.places.length < MOST_PLACES && !known.places.some((one) => same(one, fact.place)))
      known.places.push(fact.place);
    if (fact.operation !== undefined) known.operations.add(fact.operation);
    known.exchanges += fact.exchanges;
    known.isOfDocument ||= fact.exchanges === 0;
    known.isServed ||= fact.isServed;
  }

  /** Adds a difference only if all that is asked by one name sees it: at all microversions, in all branches. */
  vote(name: string, fact: Fact | undefined): void {
    const vote = this.#votes.get(name) ?? { fact: undefined, isDenied: false };
    this.#votes.set(name, vote);
    vote.fact ??= fact;
    vote.isDenied ||= fact === undefined;
  }

  /** Names a difference that is none to mend. */
  doubt(of: Doubt["of"], name: string): void {
    this.#doubts.push({ of, name });
  }

  get doubts(): readonly Doubt[] {
    return this.#doubts;
  }

  /** Notes that what is seen of an operation agrees with a definition. */
  agree(key: string, operation: Operation): void {
    const known = this.#agreeing.get(key) ?? new Set();
    this.#agreeing.set(key, known.add(operation));
  }

  /** Notes the first microversion of which the evidence of a body speaks. */
  see(body: string, since: string | undefined): void {
    this.#lowest.set(body, this.#lowest.has(body) ? earlier(this.#lowest.get(body), since) : since);
  }

  /** Whether the evidence speaks of a body at a microversion before another. */
  isSeenBefore(body: string, version: string): boolean {
    const lowest = this.#lowest.get(body);
    return lowest !== undefined && parseVersion(lowest) !== undefined && compareVersions(lowest, version) < 0;
  }

  /** Notes that the evidence has what a definition is of. */
  know(key: string): void {
    this.#known.add(key);
  }

  /** Of how many operations the evidence agrees with a definition, leaving out those that contradict it, too. */
  agreeing(key: string, contradicting: ReadonlySet<Operation>): number {
    return [...(this.#agreeing.get(key) ?? [])].filter((one) => !contradicting.has(one)).length;
  }

  /** What was gathered, in the order in which it was seen. */
  gathered(): readonly Gathered[] {
    for (const { fact, isDenied } of this.#votes.values())
      if (fact !== undefined && !isDenied) this.add(fact);
    this.#votes.clear();
    const all = [...this.#gathered].map(([key, one]) => ({ key, one: this.#withRename(one) }));
    const covered = new Map<string, Set<Operation>>();
    for (const { one } of all)
      for (const key of one.first.rename?.covers ?? []) {
        const known = covered.get(key) ?? new Set();
        covered.set(key, known);
        for (const operation of one.operations) known.add(operation);
      }
    const strange = new Set(
      all.flatMap(({ one }) => (one.first.isOfOtherBody === true ? [one.first.body] : [])),
    );
    return all.flatMap(({ key, one }) => {
      const { knownBy, body, isOfOtherBody = false, unlessTold, rule } = one.first;
      if (unlessTold !== undefined && this.#gathered.has(`${rule} ${unlessTold}`)) return [];
      if (body !== undefined && !isOfOtherBody && strange.has(body)) return [];
      if (knownBy !== undefined && !this.#known.has(knownBy)) return [];
      const elsewhere = covered.get(key);
      return elsewhere !== undefined && [...one.operations].every((each) => elsewhere.has(each)) ? [] : [one];
    });
  }

  /** A fact as it is told: of a row that may be meant, unless the evidence has what it names. */
  #withRename(gathered: Gathered): Gathered {
    const { rename, ...plain } = gathered.first;
    if (rename === undefined) return gathered;
    if (this.#known.has(rename.unless)) return { ...gathered, first: plain };
    const { bundle: _, ...alone } = plain;
    return { ...gathered, first: { ...alone, ...rename.fact, rename } };
  }
}

/** The earlier of two microversions, undefined where one is open. */
function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  return parseVersion(a) !== undefined && parseVersion(b) !== undefined && compareVersions(b, a) < 0 ? b : a;
}

function same(a: EvidencePlace, b: EvidencePlace): boolean {
  return a.file === b.file && a.pointer === b.pointer;
}

/** A gathered fact at the place where it is to be mended. */
export interface PlacedFact {
  readonly gathered: Gathered;
  readonly span: Span;
  readonly advice: string;
  readonly severity: Severity | undefined;
  /** Whether the documentation has more weight than what was seen. */
  readonly isWeak: boolean;
  readonly related: readonly RelatedPlace[];
}
