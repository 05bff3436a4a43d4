import { accepts } from "../schema/types.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import type { Kin } from "./facts.ts";
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

/** What is told of second names: one finding, which is settled by one look. */
export function otherNameKin(name: string, documented: string): Kin {
  return {
    key: "second names of documented properties",
    name,
    isOfObject: true,
    saysOfAll: (names) =>
      names.length === 1
        ? `No row names \`${name}\`, which seems another name of \`${documented}\`.`
        : `No row names ${enumeratedNames(names, names.length)}, which seem other names of properties that have rows.`,
    adviceForAll: OTHER_NAME,
    here: `\`${name}\` beside \`${documented}\``,
  };
}

/** What to do about a second name. */
export const OTHER_NAME = "Document them, or allow them where they are left out on purpose.";
