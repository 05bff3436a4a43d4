import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";

/** How definitions are used by the tables of an api-ref. */
export interface DefinitionUses {
  /** Whether rows of requests and of responses look a definition up: what it says holds for both. */
  ofBothSides(definition: Definition): boolean;
  /** Whether most of the rows that look a definition up are of the other side. */
  mostlyOfOther(definition: Definition, side: Side): boolean;
}

/** Counts the rows that look definitions up. */
export function definitionUses(operations: Iterable<Operation>): DefinitionUses {
  const counts = { request: new Map<Definition, number>(), response: new Map<Definition, number>() };
  for (const { rows } of operations)
    for (const { definition, side } of rows)
      if (definition !== undefined) counts[side].set(definition, (counts[side].get(definition) ?? 0) + 1);
  const of = (definition: Definition, side: Side) => counts[side].get(definition) ?? 0;
  return {
    ofBothSides: (definition) => of(definition, "request") > 0 && of(definition, "response") > 0,
    mostlyOfOther: (definition, side) =>
      of(definition, side === "request" ? "response" : "request") > of(definition, side),
  };
}

/** What is put behind a key for a definition that differs in one point only: `size-in-request`, `size_consider_null`. */
const OF_A_VARIANT =
  /[-_](?:opt(?:ional)?|req(?:uired|uests?)?|resp(?:onses?)?|in[-_](?:request|response)|body|null(?:able)?|[a-z]+[-_]null|or[-_]none)$/i;

/** The definitions of a file that are called as another is, with a word more, by the key of that. */
const variantsIn = remembered(
  ({ definitions }: ParametersFile): ReadonlyMap<string, readonly Definition[]> =>
    groupedBy(
      [...definitions.values()].filter(({ key }) => OF_A_VARIANT.test(key)),
      ({ key }) => key.replace(OF_A_VARIANT, ""),
    ),
);

/** The key of a definition that is called as that of a row is, with a word more, and of the same type and place. */
export function variantOf(
  { definition, file }: ParameterRow,
  fits: (definition: Definition) => boolean,
): string | undefined {
  if (definition === undefined || file === undefined) return undefined;
  return (variantsIn(file).get(definition.key) ?? []).find(
    (other) =>
      other.in === definition.in &&
      (other.type === definition.type || /null/.test(other.type ?? "")) &&
      fits(other),
  )?.key;
}
