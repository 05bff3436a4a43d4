import { accepts } from "../schema/types.ts";
import type { Stranger } from "./known-strangers.ts";
import { plainName } from "./plain-name.ts";

/**
 * The documented property of the same object that a stranger repeats under a second name: with or without the marks between
 * words, or after what projects were called before.
 */
export function otherNameOf({ name, property, node, seen }: Stranger): string | undefined {
  const plain = plainName(name);
  const types = [...property.types.keys()].filter((type) => type !== "null");
  for (const one of node.properties.values()) {
    if (one.rows.length === 0 || one.name === name || plainName(one.name) !== plain) continue;
    const documented = one.type?.types ?? [];
    if (documented.length > 0 && !types.every((type) => accepts(documented, type))) continue;
    // of two names for one thing both are there
    if (seen.properties.has(one.name)) return one.name;
  }
  return undefined;
}
