import type { JsonObject } from "../data/json-value.ts";
import { originOf, setOrigin } from "../data/origin.ts";
import { jsonKey } from "../data/written-number.ts";
import { addTo } from "../text/grouped.ts";
import { componentName, UniqueNames } from "./names.ts";
import { shareObjects } from "./share.ts";

/** The kinds of components that are shared. */
export type ComponentKind = "parameters" | "schemas" | "examples" | "headers";

interface Entry {
  readonly object: JsonObject;
  /** Names that were wanted for it, in order of preference. */
  readonly wanted: Set<string>;
  /** Names of what it is, which it has where places that want different names use it. */
  readonly shared: Set<string>;
  readonly uses: JsonObject[];
  /** It has its name before what may be called otherwise. */
  isFirst: boolean;
  /** Where uses of it stand under its own name. */
  readonly holders: Set<JsonObject>;
}

/** Kinds whose names mean something to readers even where they are used once. */
const NAMED: ReadonlySet<ComponentKind> = new Set(["schemas", "examples"]);

/**
 * The Components Object (OpenAPI 3.1, 4.8.7) as it grows: each distinct object is kept once, and everyone who uses it
 * gets a stand-in. `finish` turns the stand-ins into references, or into the object itself where it is used once and
 * its kind needs no name.
 */
export class Components {
  readonly #entries = new Map<ComponentKind, Map<string, Entry>>();
  readonly #held: { readonly holder: JsonObject; readonly entry: Entry; readonly standIn: JsonObject }[] = [];

  /**
   * Uses an object under a wanted name. Equal objects of one kind share an entry, whatever names were wanted.
   *
   * @param wanted names for it, the best first: a name that something else wants as well goes to neither
   * @param shared names for an object that is used under several
   * @param isFirst whether it is named before all others
   * @param meaning what it is: equal objects that are something else stay apart
   * @returns a stand-in to put into the document
   */
  use(
    kind: ComponentKind,
    wanted: readonly string[],
    object: JsonObject,
    shared: readonly string[] = [],
    isFirst = false,
    meaning = "",
  ): JsonObject {
    return this.#use(kind, wanted, object, shared, isFirst, meaning).standIn;
  }

  #use(
    kind: ComponentKind,
    wanted: readonly string[],
    object: JsonObject,
    shared: readonly string[],
    isFirst: boolean,
    meaning: string,
  ): { readonly entry: Entry; readonly standIn: JsonObject } {
    const entry = this.#entryOf(kind, object, meaning);
    entry.isFirst ||= isFirst;
    for (const name of wanted) entry.wanted.add(name);
    for (const name of shared) entry.shared.add(name);
    // Stand-ins of different objects have to differ, for objects that hold them are compared.
    const standIn: JsonObject = { $ref: reference(kind, `${this.#ofKind(kind).size}-${wanted[0]}`) };
    if (entry.uses[0] !== undefined) standIn.$ref = entry.uses[0].$ref;
    const origin = originOf(object);
    if (origin !== undefined && !NAMED.has(kind)) setOrigin(standIn, origin);
    entry.uses.push(standIn);
    return { entry, standIn };
  }

  /**
   * Uses an example under its name in a holder, which `finish` fills in the order of the uses. An example is called after
   * its file, so that equal ones of two files are two.
   */
  useExample(holder: JsonObject, wanted: readonly string[], object: JsonObject, isFirst: boolean): void {
    const { entry, standIn } = this.#use("examples", wanted, object, [], isFirst, wanted[0]!);
    if (!entry.holders.has(holder)) this.#held.push({ holder, entry, standIn });
    entry.holders.add(holder);
  }

  /** Fills every stand-in and gives the components that are referred to, each kind sorted by name. */
  finish(): JsonObject {
    this.#shareSchemas();
    const components: JsonObject = {};
    for (const kind of ["schemas", "parameters", "headers", "examples"] as const) {
      const entries = [...this.#ofKind(kind).values()];
      const isKept = (entry: Entry) => NAMED.has(kind) || entry.uses.length > 1;
      const kept = entries.filter(isKept);
      for (const { uses, object } of entries.filter((entry) => !isKept(entry)))
        for (const use of uses) {
          const own = originOf(use);
          delete use.$ref;
          Object.assign(use, object);
          if (own !== undefined) setOrigin(use, own);
        }
      const names = nameEntries(kept, kind);
      for (const [{ uses }, name] of names) for (const use of uses) use.$ref = reference(kind, name);
      for (const { holder, entry, standIn } of this.#held)
        if (names.has(entry)) holder[names.get(entry)!] = standIn;
      if (kept.length === 0) continue;
      const named = [...names].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
      components[kind] = Object.fromEntries(named.map(([{ object }, name]) => [name, object]));
    }
    return components;
  }

  /** Gives objects that stand inside several schemas a component of their own. */
  #shareSchemas(): void {
    const roots = new Map(
      [...this.#ofKind("schemas").values()].map((entry) => [[...entry.wanted][0]!, entry.object]),
    );
    shareObjects(roots, ({ schema, names }) => this.use("schemas", names, schema, names));
  }

  /** The entry of an object, a new one where there is none. */
  #entryOf(kind: ComponentKind, object: JsonObject, meaning: string): Entry {
    const entries = this.#ofKind(kind);
    const key = jsonKey(object, entries, (entry) => entry.object, meaning);
    const entry = entries.get(key) ?? {
      object,
      wanted: new Set<string>(),
      shared: new Set<string>(),
      uses: [],
      isFirst: false,
      holders: new Set<JsonObject>(),
    };
    entries.set(key, entry);
    return entry;
  }

  #ofKind(kind: ComponentKind): Map<string, Entry> {
    const entries = this.#entries.get(kind) ?? new Map<string, Entry>();
    this.#entries.set(kind, entries);
    return entries;
  }
}

/** How many times as often as any other the usual bearer of a name is used. */
const USUAL = 2;

/**
 * Each gets the first of its names that no other wants at the same time, so that the order plays no part: of two that
 * want one name, both go on to what tells them apart, but for one that is what the name means nearly everywhere.
 */
function nameEntries(entries: readonly Entry[], kind: ComponentKind): Map<Entry, string> {
  const wishes = new Map(
    entries.map((entry) => {
      const { wanted, shared } = entry;
      // Several operations that want names of their own
      const names = wanted.size > 1 ? [...bothSides(shared), ...shared, ...wanted] : [...wanted];
      const safe = [...new Set(names.map(componentName))];
      // What tells a header from others says nothing of what it is.
      const isReserved = (name: string) => kind === "schemas" && safeName(name) !== name;
      return [entry, [...safe.filter((name) => !isReserved(name)), ...safe.filter(isReserved)].map(safeName)];
    }),
  );
  const names = new UniqueNames();
  const named = new Map<Entry, string>();
  giveNames(new Map([...wishes].filter(([{ isFirst }]) => isFirst)), names, named);
  giveNames(wishes, names, named);
  // In the order of the entries
  return new Map(entries.map((entry) => [entry, named.get(entry)!]));
}

/** What requests and responses hold alike is called after what it is: neither a `ThingRequest` nor a `ThingResponse`. */
function bothSides(names: ReadonlySet<string>): string[] {
  return [...names].flatMap((name) => {
    const noun = name.replace(/Request$/, "");
    return noun !== name && names.has(`${noun}Response`) ? [noun] : [];
  });
}

function giveNames(
  wishes: ReadonlyMap<Entry, readonly string[]>,
  names: UniqueNames,
  named: Map<Entry, string>,
): void {
  const contested = new Set<string>();
  // Each with the first of its names that may still be had: what is taken or contested stays so.
  let open = [...wishes]
    .filter(([entry]) => !named.has(entry))
    .map(([entry, wish]) => ({ entry, wish, at: 0 }));
  for (let level = 0; open.length > 0; level++) {
    const claims = new Map<string, { readonly entry: Entry; readonly name: string }[]>();
    for (const one of open) {
      const { entry, wish } = one;
      const isGone = (name: string) => !names.isFree(name) || contested.has(name.toLowerCase());
      while (one.at < wish.length && one.at <= level && isGone(wish[one.at]!)) one.at++;
      // Nothing is left that tells it from the others.
      if (level >= wish.length && one.at >= wish.length) named.set(entry, names.take(wish[0]!));
      else if (one.at < wish.length && one.at <= level) {
        const name = wish[one.at]!;
        addTo(claims, name.toLowerCase(), { entry, name });
      }
    }
    for (const [key, claimants] of claims) {
      const [most, next] = claimants.toSorted((a, b) => b.entry.uses.length - a.entry.uses.length);
      if (next !== undefined && most!.entry.uses.length <= USUAL * next.entry.uses.length) contested.add(key);
      else named.set(most!.entry, names.take(most!.name));
    }
    open = open.filter(({ entry }) => !named.has(entry));
  }
}

function reference(kind: ComponentKind, name: string): string {
  return `#/components/${kind}/${name}`;
}

/** A component named `Array` or like a global of the language breaks generated code. */
function safeName(name: string): string {
  return /^(?:array|object|string|number|boolean|record|map|set|date|error|function|promise|symbol|any)$/i.test(
    name,
  )
    ? `${name}_`
    : name;
}
