import { plainText } from "../rst/markdown.ts";
import { tableCells } from "../rst/table-cells.ts";
import type { Block, Section } from "../rst/tree.ts";
import { remembered } from "../text/remembered.ts";
import { isCodesTitle } from "./code-labels.ts";
import { explanationIn } from "./explained-codes.ts";
import type { ApiRef, Document } from "./model.ts";
import { isRestMethod } from "./rest-method.ts";
import { unwrap } from "./wrappers.ts";

/** What is said of a code (RST), by the code. */
export type Reasons = ReadonlyMap<string, string>;

/**
 * What sections such as `Faults` or `HTTP status codes` say of codes for all operations, by the document of these: a table
 * or a list of codes with their meanings, outside of operations. One on a page with operations speaks of that page, where it
 * stands in no chapter of only some of them; one on a page without any speaks of the whole service.
 */
export const generalReasons = remembered(({ documents }: ApiRef): ReadonlyMap<string, Reasons> => {
  const ofService = new Map<string, string>();
  for (const document of documents) if (document.operations.length === 0) gather(document, ofService);
  return new Map(
    documents
      .filter(({ operations }) => operations.length > 0)
      .map((document) => [document.name, new Map([...ofService, ...gather(document, new Map())])]),
  );
});

function gather(document: Document, found: Map<string, string>): Map<string, string> {
  const all = countMethods(document.blocks);
  const visit = (blocks: readonly Block[], isGeneral: boolean): void => {
    const own = unwrap(blocks);
    if (own.some((block) => isRestMethod(block))) return;
    for (const block of own) {
      if (block.kind !== "section") {
        if (isGeneral)
          for (const [code, text] of reasonsIn(block)) if (!found.has(code)) found.set(code, text);
        continue;
      }
      const methods = countMethods(block.children);
      if (methods === 0 || methods === all)
        visit(block.children, methods === 0 && (isGeneral || isTitle(block)));
    }
  };
  visit(document.blocks, false);
  return found;
}

function countMethods(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of unwrap(blocks))
    if (isRestMethod(block)) count++;
    else if (block.kind === "section") count += countMethods(block.children);
  return count;
}

/** `Faults`, `Errors`, `Error codes`, `HTTP status codes`. */
function isTitle({ title }: Section): boolean {
  const text = plainText(title).trim();
  return (
    isCodesTitle(text) ||
    /^(?:(?:http|api|common|general|possible)\s+)*(?:errors?|faults?)(?:\s+(?:responses?|codes?|messages?))?$/i.test(
      text,
    )
  );
}

/** The codes of a table or a list that says of each what it means. */
function reasonsIn(block: Block): [code: string, text: string][] {
  if (block.kind === "bullet-list") {
    const items = block.items.map(explanationIn);
    return items.every((item) => item !== undefined) ? items : [];
  }
  const table = tableCells(block);
  const header = table?.header.at(-1)?.map(({ text }) => plainText(text).trim()) ?? [];
  const told = header.findIndex(
    (text, column) => column > 0 && /description|meaning|reason|cause/i.test(text),
  );
  if (table === undefined || (told < 0 && header.length !== 2)) return [];
  const rows = table.rows.map((cells): [string, string] => [
    /^(?:HTTP\s+)?([1-5]\d\d)\b/.exec(plainText(cells[0]?.text ?? "").trim())?.[1] ?? "",
    cells[told < 0 ? 1 : told]?.text.trim() ?? "",
  ]);
  return rows.every(([code]) => code !== "") ? rows.filter(([, text]) => text !== "") : [];
}
