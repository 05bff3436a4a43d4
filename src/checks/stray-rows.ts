import type { ApiRef } from "../apiref/model.ts";
import type { Draft } from "../findings/finding.ts";
import type { Block, BulletList, Directive, Line } from "../rst/tree.ts";
import { gatheredFromLists } from "../rst/walk.ts";
import { span } from "../text/span.ts";

/** What rows can look up in a tree. */
export function lookedUpKeys({ parametersFiles }: ApiRef): ReadonlySet<string> {
  return new Set([...parametersFiles.values()].flatMap(({ definitions }) => [...definitions.keys()]));
}

/** A list that stands at the margin below a directive whose rows it is. */
export interface RowsAtMargin {
  readonly directive: Directive;
  readonly draft: Draft;
}

/** The lists that would be rows of the directive right above them, were they indented. */
export const rowsAtMargin = gatheredFromLists(function* (blocks): Iterable<RowsAtMargin> {
  for (const [index, block] of blocks.entries()) {
    const directive = block.kind === "bullet-list" ? directiveAbove(blocks, index) : undefined;
    if (block.kind === "bullet-list" && directive !== undefined)
      yield {
        directive,
        draft: {
          message: `This row is not indented, so it does not belong to \`${directive.name}\` above. Indent it below the directive.`,
          span: firstLine(block),
        },
      };
  }
}, isBelowDirective);

/** Lists of rows that stand below no directive: the keys that they name, and the finding. */
export function* strayRows(
  blocks: readonly Block[],
  keys: ReadonlySet<string>,
): Iterable<{ readonly keys: readonly string[]; readonly draft: Draft }> {
  for (const { list, keys: own } of listsLikeRows(blocks)) {
    const known = own.filter((key) => keys.has(key)).length;
    if (known > 0 && known * 2 >= own.length)
      yield {
        keys: own,
        draft: {
          message:
            "These rows stand below no `rest_parameters`, and the page shows them as a list. Write `.. rest_parameters:: parameters.yaml` above them.",
          span: firstLine(list),
        },
      };
  }
}

/** Whether a list reads like the rows of a table, which stand further in than the directive that may be missing above them. */
export function readsLikeRows(list: BulletList): boolean {
  return keysOf(list) !== undefined;
}

/** Lists of nothing but `name: key`, below no directive. */
const listsLikeRows = gatheredFromLists(function* (blocks) {
  for (const [index, list] of blocks.entries()) {
    if (list.kind !== "bullet-list" || directiveAbove(blocks, index) !== undefined) continue;
    const keys = keysOf(list);
    if (keys !== undefined) yield { list, keys };
  }
}, isBelowDirective);

function isBelowDirective(blocks: readonly Block[], index: number): boolean {
  return directiveAbove(blocks, index) !== undefined;
}

/** The directive right above a list whose first item reads like one of its rows. */
function directiveAbove(blocks: readonly Block[], index: number): Directive | undefined {
  const [above, list] = [blocks[index - 1], blocks[index]];
  if (above?.kind !== "directive" || list?.kind !== "bullet-list") return undefined;
  const first = textOf(list.items[0]?.children[0])?.text ?? "";
  const isRow =
    above.name === "rest_parameters"
      ? ROW.test(first)
      : above.name === "rest_status_code" && /^\d{3}(?:: \w+)?$/.test(first);
  return isRow ? above : undefined;
}

/** What stands behind the bullet: `name: key`; with another row indented below it, the term of a definition. */
function textOf(block: Block | undefined): Line | undefined {
  if (block?.kind === "definition-list") return block.items[0]?.term.lines[0];
  return block?.kind === "paragraph" ? block.text.lines[0] : undefined;
}

const ROW = /^[\w.:{}-]+ ?: ([\w.:-]+)$/;

/** The keys of a list of nothing but `name: key`; undefined for any other. */
function keysOf({ items }: BulletList): readonly string[] | undefined {
  const keys: string[] = [];
  for (const { children } of items) {
    const [first, ...others] = children;
    if (first?.kind !== "paragraph" || others.length > 0 || first.text.lines.length > 1) return undefined;
    const key = ROW.exec(first.text.lines[0]!.text)?.[1];
    if (key === undefined) return undefined;
    keys.push(key);
  }
  return keys;
}

function firstLine({ span: { file, start, end } }: BulletList) {
  const lineEnd = file.text.indexOf("\n", start);
  return span(file, start, lineEnd < 0 ? end : lineEnd);
}
