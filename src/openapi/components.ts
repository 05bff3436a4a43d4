import type { JsonObject } from "../data/json-value.ts";
import type { Span } from "../text/span.ts";
import { componentName, UniqueNames } from "./names.ts";
import { shareObjects } from "./share.ts";

/** The kinds of components that are shared. */
export type ComponentKind = "parameters" | "schemas" | "examples" | "headers";

interface Entry {
  readonly object: JsonObject;
  /** Names that were wanted for it, the first first. */
  readonly wanted: string[];
  /** The name where several places use it, in order of preference. */
  readonly shared: string[];
  readonly uses: JsonObject[];
  name: string | undefined;
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
  readonly #names = new Map<ComponentKind, UniqueNames>();
  readonly #origins: Map<object, Span>;

  constructor(origins: Map<object, Span>) {
    this.#origins = origins;
  }

  /**
   * Uses an object under a wanted name. Equal objects of one kind share an entry, whatever names were wanted; `shared`
   * is a name for an object that is used under several.
   *
   * @returns a stand-in to put into the document; for examples a reference that is already final
   */
  use(kind: ComponentKind, wanted: string, object: JsonObject, shared: readonly string[] = []): JsonObject {
    const entries = this.#ofKind(kind);
    const text = JSON.stringify(object);
    let entry = entries.get(text);
    if (entry === undefined) {
      entry = { object, wanted: [], shared: [], uses: [], name: undefined };
      entries.set(text, entry);
    }
    if (!entry.wanted.includes(wanted)) entry.wanted.push(wanted);
    for (const name of shared) if (!entry.shared.includes(name)) entry.shared.push(name);
    if (kind === "examples") entry.name ??= this.#take(kind, [wanted]);
    // Stand-ins of different objects have to differ, for objects that hold them are compared.
    const standIn: JsonObject = { $ref: reference(kind, entry.name ?? `${entries.size}-${wanted}`) };
    if (entry.uses[0] !== undefined) standIn.$ref = entry.uses[0].$ref;
    const origin = this.#origins.get(object);
    if (origin !== undefined && !NAMED.has(kind)) this.#origins.set(standIn, origin);
    entry.uses.push(standIn);
    return standIn;
  }

  /** Fills every stand-in and gives the components that are referred to, each kind sorted by name. */
  finish(): JsonObject {
    this.#shareSchemas();
    const components: JsonObject = {};
    for (const kind of ["schemas", "parameters", "headers", "examples"] as const) {
      const kept: { name: string; object: JsonObject }[] = [];
      for (const entry of this.#ofKind(kind).values()) {
        if (NAMED.has(kind) || entry.uses.length > 1) {
          const names = entry.wanted.length > 1 ? [...entry.shared, ...entry.wanted] : entry.wanted;
          const name = entry.name ?? this.#take(kind, names);
          for (const use of entry.uses) use.$ref = reference(kind, name);
          kept.push({ name, object: entry.object });
        } else
          for (const use of entry.uses) {
            delete use.$ref;
            Object.assign(use, entry.object);
          }
      }
      if (kept.length === 0) continue;
      kept.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      components[kind] = Object.fromEntries(kept.map(({ name, object }) => [name, object]));
    }
    return components;
  }

  /** Gives objects that stand inside several schemas a component of their own. */
  #shareSchemas(): void {
    const entries = this.#ofKind("schemas");
    const roots = new Map([...entries.values()].map((entry) => [entry.wanted[0]!, entry.object]));
    shareObjects(roots, this.#origins, ({ schema, names }) => {
      const [plain, ...others] = names;
      const standIn = this.use("schemas", plain!, schema);
      const entry = entries.get(JSON.stringify(schema))!;
      for (const name of others) if (!entry.wanted.includes(name)) entry.wanted.push(name);
      return standIn;
    });
  }

  #ofKind(kind: ComponentKind): Map<string, Entry> {
    let entries = this.#entries.get(kind);
    if (entries === undefined) {
      entries = new Map();
      this.#entries.set(kind, entries);
      this.#names.set(kind, new UniqueNames());
    }
    return entries;
  }

  /** The first of the names that is free, else the first with a number. */
  #take(kind: ComponentKind, wanted: readonly string[]): string {
    const names = this.#names.get(kind)!;
    const safe = wanted.map((name) => safeName(componentName(name)));
    return names.take(safe.find((name) => names.isFree(name)) ?? safe[0]!);
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
