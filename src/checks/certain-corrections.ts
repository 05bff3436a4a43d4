import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Corrections } from "../schema/corrected.ts";
import { describedType } from "../schema/described-type.ts";
import { accepts, type JsonType, parseType } from "../schema/types.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { type Charge, contradictedByAll } from "./blame.ts";
import { chargesOf } from "./charges.ts";
import { describedBlame, shownType } from "./described-blame.ts";
import { lackingRows } from "./lacking-rows.ts";
import type { Subject } from "./subject.ts";

/** What of the findings of a tree is so certain that its document need not repeat the mistakes. */
export function certainCorrections(subject: Subject): Corrections {
  const { misspelt, atSamples } = lackingRows(subject);
  const alike = new Map<ParameterRow, string>();
  for (const { operations } of [...misspelt.flat(), ...atSamples])
    for (const { meantRow: row, property, strangers = [] } of operations.values()) {
      const name = leafOf(property);
      if (row === undefined || isAnother(name, leafOf(row.name))) continue;
      const types = row.definition?.type === undefined ? undefined : parseType(row.definition.type)?.types;
      if (strangers.every(({ node }) => [...node.shown].every((one) => accepts(types ?? [], one))))
        alike.set(row, name);
    }
  return {
    alike,
    misspelt: misspeltInSamples(chargesOf(subject, "undocumented")),
    types: describedTypes(subject),
  };
}

/** Whether names differ in more than how they are written: in their namespace, or in a word behind, which is none of an identifier or a time. */
function isAnother(shown: string, name: string): boolean {
  const namespaceOf = (one: string) => one.slice(0, one.lastIndexOf(":") + 1);
  if (namespaceOf(shown) !== namespaceOf(name)) return true;
  return shown.startsWith(name) && /^[_-]/.test(shown.slice(name.length)) && !ENDS.test(shown);
}

const ENDS = /[_-](?:ids?|uuids?|refs?|at|on|time|date)$/i;

/** The properties that are slips of samples beyond doubt: by characters that no name has. */
function misspeltInSamples(charges: readonly Charge[]): ReadonlyMap<Operation, ReadonlySet<string>> {
  const found = new Map<Operation, Set<string>>();
  for (const { operations } of charges)
    for (const [operation, { meant, property }] of operations) {
      if (meant === undefined || leafOf(property).replace(NO_NAME, "") !== leafOf(meant)) continue;
      const paths = found.get(operation) ?? new Set();
      found.set(operation, paths.add(property));
    }
  return found;
}

const NO_NAME = /[^\w.:-]+|[.:-]+$/g;

/** The definitions of a scalar type whose descriptions and samples, all of them, say that they are objects or lists. */
function describedTypes(subject: Subject): ReadonlyMap<Definition, JsonType> {
  const byDefinition = groupedBy(chargesOf(subject, "type"), ({ mismatch: { row, quotedNull } }) =>
    quotedNull === true ? undefined : row?.definition,
  );
  const suspects = new Map<Definition, JsonType>();
  for (const [definition, charges] of byDefinition) {
    const type = describedType(definition.description);
    const declared = parseType(definition.type ?? "")?.types ?? [];
    if (type !== "object" && type !== "array") continue;
    if (declared.includes("object") || declared.includes("array")) continue;
    if (
      charges.every((charge) => shownType(charge) === type) &&
      describedBlame(definition, charges, false) === "definition"
    )
      suspects.set(definition, type);
  }
  const charges = new Map([...suspects.keys()].map((one) => [one, byDefinition.get(one)!]));
  const clear = contradictedByAll(subject.bodies, charges, 1);
  return new Map([...suspects].filter(([definition]) => clear.has(definition)));
}
