import type { Block, Directive } from "../rst/tree.ts";
import { append } from "../text/append.ts";
import { directivesIn } from "./documents.ts";
import type { Page, ParameterRow, StatusRow } from "./model.ts";
import type { Notice } from "./notice.ts";
import { readRestParameters } from "./rest-parameters.ts";
import { readRestStatusCode } from "./rest-status-code.ts";
import type { TreeFiles } from "./tree-files.ts";

/**
 * Reads the tables that a page shows outside of its operations: headers that every request can have, what the codes
 * mean. They are no part of the API's description, but os-api-ref looks their keys up all the same.
 */
export function readGeneralTables(
  document: Page,
  files: TreeFiles,
): { rows: ParameterRow[]; statuses: StatusRow[]; notices: Notice[] } {
  const rows: ParameterRow[] = [];
  const statuses: StatusRow[] = [];
  const notices: Notice[] = [];
  const { path } = document.file;
  for (const directive of directivesOfNoOperation(document.blocks)) {
    if (directive.name === "rest_parameters") {
      const place = { side: "request", sectionTitles: [], table: 0 } as const;
      const found = readRestParameters(directive, place, path, files);
      append(rows, found.rows);
      append(notices, found.notices);
    } else if (directive.name === "rest_status_code") {
      const found = readRestStatusCode(directive, path, files);
      append(statuses, found.rows);
      append(notices, found.notices);
    }
  }
  return { rows, statuses, notices };
}

/** A section with a `rest_method` is an operation, with all that stands below it. */
function* directivesOfNoOperation(blocks: readonly Block[]): Iterable<Directive> {
  const own = [...directivesIn(blocks.filter(({ kind }) => kind !== "section"))];
  if (own.some(({ name }) => name === "rest_method")) return;
  yield* own;
  for (const block of blocks) if (block.kind === "section") yield* directivesOfNoOperation(block.children);
}
