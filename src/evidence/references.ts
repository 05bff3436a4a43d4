import { escapePointer, isJsonObject, type Json, type JsonObject, pointerSteps } from "../data/json-value.ts";

/** A value of a document with the JSON pointer by which it stands there. */
export interface Located {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** A chain of references that is longer leads nowhere. */
const LONGEST_CHAIN = 32;

/** The document that references of its own lead into (RFC 6901 as URI fragment, OpenAPI 3.1, 4.8.23). */
export class References {
  readonly #root: Json;
  /** References that lead out of the file, and are not followed: nothing is fetched. */
  readonly external = new Set<string>();
  /** References that lead to nothing. */
  readonly broken = new Set<string>();

  constructor(root: Json) {
    this.#root = root;
  }

  /** The object that a value is, or that it refers to; undefined for what is none. */
  resolve(value: Json | undefined, pointer: string): Located | undefined {
    let at: { readonly value: Json | undefined; readonly pointer: string } = { value, pointer };
    for (let count = 0; count < LONGEST_CHAIN; count++) {
      if (!isJsonObject(at.value)) return undefined;
      const reference = at.value.$ref;
      if (typeof reference !== "string") return { value: at.value, pointer: at.pointer };
      const target = this.#target(reference);
      if (target === undefined) return undefined;
      at = target;
    }
    return undefined;
  }

  #target(reference: string): { readonly value: Json | undefined; readonly pointer: string } | undefined {
    if (!reference.startsWith("#/")) {
      if (reference !== "#") this.external.add(reference);
      return undefined;
    }
    const pointer = decoded(reference.slice(1));
    let value: Json | undefined = this.#root;
    for (const step of pointerSteps(pointer)) {
      const holder: Json | undefined = value;
      if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, step)) {
        this.broken.add(reference);
        return undefined;
      }
      value = (holder as JsonObject)[step];
    }
    return { value, pointer };
  }
}

/** The object under a key of another, or that it refers to. */
export function inside(references: References, at: Located, key: string): Located | undefined {
  if (!Object.hasOwn(at.value, key)) return undefined;
  return references.resolve(at.value[key], `${at.pointer}/${escapePointer(key)}`);
}

/** The objects in a list under a key of another. */
export function listInside(references: References, at: Located, key: string): Located[] {
  const list = at.value[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) => references.resolve(value, `${at.pointer}/${key}/${index}`) ?? []);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
