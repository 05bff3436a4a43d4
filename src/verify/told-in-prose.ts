import type { ApiRef, Operation } from "../apiref/model.ts";
import { operationText } from "../apiref/operation-text.ts";
import { groupedBy } from "../text/grouped.ts";

/** Whether prose tells of a query parameter that no row names: that of its operation, or what a page says of all. */
export type ToldInProse = (operation: Operation, name: string) => boolean;

/** `filtering based on all top level attributes`. */
const FILTERS_BY_ATTRIBUTE = /\bfilter\w*\b[^.]{0,120}\b(?:attributes?|properties|fields)\b/i;

/** Looks for parameters in the prose of an api-ref: written as literals, in a query, or as attributes to filter by. */
export function toldInProse(apiRef: ApiRef): ToldInProse {
  const general = textOutsideOperations(apiRef);
  const filtersInGeneral = FILTERS_BY_ATTRIBUTE.test(general);
  return (operation, name) => {
    const own = operationText(operation);
    if (names(own, name) || names(general, name)) return true;
    if (!filtersInGeneral && !FILTERS_BY_ATTRIBUTE.test(own)) return false;
    return operation.rows.some((row) => row.side === "response" && row.name === name);
  };
}

function names(text: string, name: string): boolean {
  return [`\`\`${name}\`\``, `?${name}=`, `&${name}=`].some((written) => text.includes(written));
}

function textOutsideOperations({ documents, files }: ApiRef): string {
  const spans = documents.flatMap(({ operations }) =>
    operations.flatMap(({ section }) => section?.span ?? []),
  );
  const sections = groupedBy(spans, ({ file }) => file);
  let text = "";
  for (const file of files.values()) {
    if (!/\.(?:rst|inc|txt)$/.test(file.path)) continue;
    let at = 0;
    for (const { start, end } of (sections.get(file) ?? []).sort((a, b) => a.start - b.start)) {
      if (start > at) text += file.text.slice(at, start);
      at = Math.max(at, end);
    }
    text += `${file.text.slice(at)}\n`;
  }
  return text;
}
