import type { JsonObject } from "../data/json-value.ts";
import type { Span } from "../text/span.ts";
import { componentName, UniqueNames } from "./names.ts";

/** The kinds of components that are shared. */
export type ComponentKind = "parameters" | "schemas" | "examples" | "headers";

interface Entry {
  readonly name: string;
  readonly object: JsonObject;
  readonly uses: JsonObject[];
}

/**
 * Components Object (OpenAPI 3.1, 4.8.7) as it grows: each distinct object is kept once under a name, and everyone
 * who uses it gets a stand-in. `finish` turns the stand-ins into references, or into the object itself where it is
 * used once and its kind needs no name.
 */
export class Components {
  readonly #entries = new Map<ComponentKind, Map<string, Entry>>();
  readonly #names = new Map<ComponentKind, UniqueNames>();
  readonly #origins: Map<object, Span>;

  constructor(origins: Map<object, Span>) {
    this.#origins = origins;
  }

  /**
   * Uses an object under a wanted name. Equal objects of one kind share an entry whatever name was wanted for the
   * later ones.
   *
   * @returns a stand-in to put into the document
   */
  use(kind: ComponentKind, wanted: string, object: JsonObject): JsonObject {
    const text = JSON.stringify(object);
    let entries = this.#entries.get(kind);
    if (entries === undefined) {
      entries = new Map();
      this.#entries.set(kind, entries);
      this.#names.set(kind, new UniqueNames());
    }
    let entry = entries.get(text);
    if (entry === undefined) {
      entry = { name: this.#names.get(kind)!.take(safeName(componentName(wanted))), object, uses: [] };
      entries.set(text, entry);
    }
    // Schemas hold other schemas, so that a stand-in has to be told from others at once.
    if (NAMED.has(kind)) return { $ref: `#/components/${kind}/${entry.name}` };
    const standIn: JsonObject = {};
    const origin = this.#origins.get(object);
    if (origin !== undefined) this.#origins.set(standIn, origin);
    entry.uses.push(standIn);
    return standIn;
  }

  /** Fills every stand-in and gives the components that are referred to, each kind sorted by name. */
  finish(): JsonObject {
    const components: JsonObject = {};
    for (const kind of ["schemas", "parameters", "headers", "examples"] as const) {
      const entries = [...(this.#entries.get(kind)?.values() ?? [])];
      // Schemas and examples have names that mean something to readers even where they are used once.
      const kept = entries.filter((entry) => NAMED.has(kind) || entry.uses.length > 1);
      for (const entry of entries) {
        const inline = !kept.includes(entry);
        for (const use of entry.uses)
          if (inline) Object.assign(use, entry.object);
          else {
            use["$ref"] = `#/components/${kind}/${entry.name}`;
            this.#origins.delete(use);
          }
      }
      if (kept.length === 0) continue;
      kept.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      components[kind] = Object.fromEntries(kept.map((entry) => [entry.name, entry.object]));
    }
    return components;
  }
}

/** Kinds that are always referred to by name. */
const NAMED: ReadonlySet<ComponentKind> = new Set(["schemas", "examples"]);

/** A component named `Array` or like a global of the language breaks generated code. */
function safeName(name: string): string {
  return /^(?:array|object|string|number|boolean|record|map|set|date|error|function|promise|symbol|any)$/i.test(name)
    ? `${name}_`
    : name;
}
