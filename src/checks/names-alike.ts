import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import type { Variable } from "../apiref/url-rows.ts";
import type { Edit } from "../text/edit.ts";
import { remembered } from "../text/remembered.ts";
import { nearest } from "../text/similar.ts";
import { lettersOf } from "../text/words.ts";
import { agreedRows, isRowName } from "./lookups.ts";

/** A variable of a URL, and the row that was meant for it but has another name. */
export interface NamedOtherwise {
  readonly operation: Operation;
  readonly row: ParameterRow;
  readonly variable: Variable;
}

/** How many operations have a variable of each name in their URLs. */
const variableCounts = remembered(({ documents }: ApiRef): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { operations } of documents)
    for (const { target } of operations)
      for (const { name } of target.variables) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
});

/**
 * The edits that give rows and variables one name, where the rest of the tree tells which of the two is a slip: the row's,
 * which no URL has, or the variable's, where most other URLs have the row's with another sign between its words.
 */
export function namesAlike(
  apiRef: ApiRef,
  found: readonly NamedOtherwise[],
): ReadonlyMap<NamedOtherwise, Edit> {
  const counts = variableCounts(apiRef);
  const agreed = new Set(agreedRows(apiRef, found));
  const edits = new Map<NamedOtherwise, Edit>();
  for (const one of found) {
    const { row, variable, operation } = one;
    const [ofRow = 0, ofVariable = 0] = [counts.get(row.name), counts.get(variable.name)];
    if (lettersOf(row.name) === lettersOf(variable.name)) {
      const isTaken = operation.target.variables.some(({ name }) => name === row.name);
      if (ofRow > ofVariable && !isTaken && isWritten(variable.name, variable.span))
        edits.set(one, { span: variable.span, text: row.name });
    } else if (
      agreed.has(one) &&
      ofRow === 0 &&
      ofVariable > 1 &&
      isRowName(apiRef, variable.name) &&
      nearest(row.name, [variable.name], 2) !== undefined &&
      isWritten(row.name, row.nameSpan)
    )
      edits.set(one, { span: row.nameSpan, text: variable.name });
  }
  return edits;
}

/** Whether a name stands in the source as it is, and nothing else does. */
function isWritten(name: string, { file, start, end }: Variable["span"]): boolean {
  return file.text.slice(start, end) === name;
}
