import { plainText } from "../rst/markdown.ts";
import { textOf } from "../rst/markup-survey.ts";
import { type Cell, isTable, tableCells } from "../rst/table-cells.ts";
import type {
  Block,
  BulletList,
  DefinitionList,
  Directive,
  FieldList,
  Line,
  ListItem,
  Paragraph,
  TextRun,
} from "../rst/tree.ts";
import { append } from "../text/append.ts";
import { type Span, span } from "../text/span.ts";
import { type CodeItem, readCodes } from "./code-items.ts";
import { endsWithLabel, isCodesTitle, kindOf, labelAlone, labelsOf, titleLabels } from "./code-labels.ts";
import type { ProseCodes, StatusRow } from "./model.ts";
import { versionRangeIn } from "./versions.ts";

/** What codes in prose say, and whether the prose says more than that. */
export interface ProseCodesReading {
  readonly rows: readonly StatusRow[];
  /** The blocks that were read: a paragraph, and what lists its codes where it is a label alone. */
  readonly blocks: readonly Block[];
  /** The blocks say something that no row holds, so they also stay in the description. */
  readonly saysMore: boolean;
}

/**
 * Reads codes listed as prose, as half of all operations have them: `Normal response codes: 200, 203`,
 * `Error response codes: badRequest(400), itemNotFound(404)`, `Error codes:` above a list of `- 400 (Invalid)` or a
 * paragraph of codes, a table of codes, and a list or paragraph of codes below a section title that says so.
 * Gives undefined for blocks that begin with no such label.
 *
 * @param blocks sibling blocks in reading order; looked at from `index` on
 * @param title of the section that the blocks stand in
 */
export function readProseCodes(
  blocks: readonly Block[],
  index: number,
  title = "",
): ProseCodesReading | undefined {
  const block = blocks[index]!;
  if (block.kind === "definition-list") return readLabelledLists(block);
  if (block.kind === "field-list") return readFields(block);
  if (block.kind === "bullet-list" || block.kind === "block-quote")
    return readTitledList(block, title) ?? readLabelItems(block, title);
  if (block.kind === "directive" && block.name === "rubric") return readRubric(block, blocks[index + 1]);
  if (isTable(block)) return readTable(block, title);
  if (block.kind !== "paragraph") return undefined;
  const labels = labelsOf(block.text, title);
  if (labels === undefined) return readTitledParagraph(block, title);
  const next = blocks[index + 1];
  const list = endsWithLabel(block.text, labels) && isListing(next) ? next : undefined;
  if (list === undefined && !/[:：]/.test(textOf(block.text))) return undefined;
  return readLabelled(block.text, labels, list, list === undefined ? [block] : [block, list]);
}

/** What can list the codes of a label above it: a list, or a paragraph of nothing but codes. */
function isListing(block: Block | undefined): block is BulletList | Paragraph {
  if (block?.kind === "bullet-list") return true;
  if (block?.kind !== "paragraph" || labelsOf(block.text) !== undefined) return false;
  const { items, leftover } = readCodes(textOf(block.text));
  return items.length > 0 && leftover === "";
}

/** A list below the title `Response codes` whose items all begin with a code; it may be indented. */
function readTitledList(block: Block, title: string): ProseCodesReading | undefined {
  const list = block.kind === "block-quote" && block.children.length === 1 ? block.children[0] : block;
  if (list?.kind !== "bullet-list" || !isCodesTitle(title)) return undefined;
  const isOfCodes = list.items.every(
    ({ children: [first] }) => first?.kind === "paragraph" && CODE_FIRST.test(textOf(first.text)),
  );
  if (!isOfCodes) return undefined;
  const origin: ProseCodes = { kind: "prose", blocks: [block], span: list.span, label: title, leftover: "" };
  const { rows, saysMore } = readItems(list.items, undefined, origin);
  return { rows, blocks: [block], saysMore };
}

/** A paragraph of nothing but codes below the title `Response codes`: `200, 404`. */
function readTitledParagraph(block: Paragraph, title: string): ProseCodesReading | undefined {
  if (!isCodesTitle(title) || !CODE_FIRST.test(textOf(block.text))) return undefined;
  const { items, leftover } = readCodes(textOf(block.text));
  if (leftover !== "") return undefined;
  const origin: ProseCodes = { kind: "prose", blocks: [block], span: block.span, label: title, leftover };
  const rows = items.map((item) => row(item, 0, block.text, undefined, origin));
  return { rows, blocks: [block], saysMore: false };
}

/** A table of codes with what is said of each: its header says so, or the title of its section does. */
function readTable(block: Block, title: string): ProseCodesReading | undefined {
  const table = tableCells(block);
  const [header] = table?.header ?? [];
  const found = header?.findIndex(({ text }) => CODES_HEADER.test(plainText(text).trim())) ?? -1;
  if (table === undefined || (found < 0 && !isCodesTitle(title))) return undefined;
  const column = Math.max(0, found);
  const origin: ProseCodes = { kind: "prose", blocks: [block], span: block.span, label: title, leftover: "" };
  const rows: StatusRow[] = [];
  for (const cells of table.rows) {
    const cell = cells[column];
    // What is more than a text in each cell cannot be said in a line.
    if (cell === undefined || !cells.every(isText)) return undefined;
    const { items, leftover } = readCodes(cell.text);
    const [item] = items;
    if (item === undefined || items.length > 1 || leftover !== "") return undefined;
    const others = cells.filter((one) => one !== cell).map(({ text }) => text.replace(/\s+/g, " ").trim());
    const phrase = [item.phrase ?? "", ...others].filter((text) => text !== "").join(": ");
    const line: Line = { text: cell.text, file: cell.span.file, offset: cell.span.start };
    const run: TextRun = { lines: [line], span: cell.span };
    rows.push(row({ ...item, ...(phrase === "" ? {} : { phrase }) }, 0, run, undefined, origin));
  }
  return rows.length === 0 ? undefined : { rows, blocks: [block], saysMore: false };
}

/** `Code`, `HTTP status code`, `Error code`, `Status`. */
const CODES_HEADER = /^(?:http\s+)?(?:(?:response|status|return|result|error)\s+){0,2}(?:codes?|status)$/i;

/** Whether a cell holds no more than a paragraph. */
function isText({ children, text }: Cell): boolean {
  return children === undefined
    ? !/\n\s*\n/.test(text)
    : children.every(({ kind }) => kind === "paragraph") && children.length < 2;
}

/** `404`, `` ``404``: gone for good``. */
const CODE_FIRST = /^[`*]*[1-5]\d\d\b/;

/** `Error codes:` with an indented list or paragraph right below it is a definition list to docutils. */
function readLabelledLists(block: DefinitionList): ProseCodesReading | undefined {
  const readings: ProseCodesReading[] = [];
  for (const { term, children } of block.items) {
    const reading = readTerm(term, children, block);
    if (reading === undefined) return undefined;
    readings.push(reading);
  }
  return {
    rows: readings.flatMap(({ rows }) => rows),
    blocks: [block],
    saysMore: readings.some(({ saysMore }) => saysMore),
  };
}

/** A term with codes below it, or one whose codes go on below it for a blank too many. */
function readTerm(
  term: TextRun,
  [below, ...others]: readonly Block[],
  block: Block,
): ProseCodesReading | undefined {
  const labels = labelsOf(term) ?? titleLabels(term);
  if (labels === undefined || others.length > 0) return undefined;
  if (endsWithLabel(term, labels))
    return isListing(below) ? readLabelled(term, labels, below, [block]) : undefined;
  if (below?.kind !== "paragraph") return undefined;
  const run: TextRun = {
    lines: [...term.lines, ...below.text.lines],
    span: { ...term.span, end: below.span.end },
  };
  return readLabelled(run, labelsOf(run) ?? labels, undefined, [block]);
}

/** A field list of nothing but codes: `:Normal response codes: 200`. */
function readFields(block: FieldList): ProseCodesReading | undefined {
  const rows: StatusRow[] = [];
  let saysMore = false;
  for (const { name, children, span: place } of block.fields) {
    const label = labelAlone(name);
    const [list, ...others] = children;
    if (label === null || !isListing(list) || others.length > 0) return undefined;
    const origin: ProseCodes = {
      kind: "prose",
      blocks: [block],
      span: place,
      label: label[1]!,
      leftover: "",
    };
    const read = readItems(itemsOf(list), kindOf(label[2]), origin);
    append(rows, read.rows);
    saysMore ||= read.saysMore;
  }
  return { rows, blocks: [block], saysMore };
}

/** A rubric above what lists codes. */
function readRubric(rubric: Directive, next: Block | undefined): ProseCodesReading | undefined {
  const run: TextRun = { lines: rubric.argument, span: rubric.span };
  const labels = rubric.argument.length === 1 ? titleLabels(run) : undefined;
  return labels === undefined || !isListing(next)
    ? undefined
    : readLabelled(run, labels, next, [rubric, next]);
}

/** A list with an item for each label: `* Normal response codes: 200`. */
function readLabelItems(block: Block, title: string): ProseCodesReading | undefined {
  if (block.kind !== "bullet-list") return undefined;
  const readings: ProseCodesReading[] = [];
  for (const { children } of block.items) {
    const [first, list, ...others] = children;
    const labels = first?.kind === "paragraph" ? labelsOf(first.text, title) : undefined;
    if (first?.kind !== "paragraph" || labels === undefined || others.length > 0) return undefined;
    if (list !== undefined && !(endsWithLabel(first.text, labels) && isListing(list))) return undefined;
    readings.push(readLabelled(first.text, labels, isListing(list) ? list : undefined, [block]));
  }
  return {
    rows: readings.flatMap(({ rows }) => rows),
    blocks: [block],
    saysMore: readings.some(({ saysMore }) => saysMore),
  };
}

function itemsOf(list: BulletList | Paragraph): readonly Pick<ListItem, "children">[] {
  return list.kind === "paragraph" ? [{ children: [list] }] : list.items;
}

function readLabelled(
  run: TextRun,
  labels: readonly RegExpExecArray[],
  list: BulletList | Paragraph | undefined,
  blocks: readonly Block[],
): ProseCodesReading {
  const text = textOf(run);
  const last = labels.at(-1)!;
  const sameFile = list?.span.file === run.span.file;
  const whole: Span = { ...run.span, end: list !== undefined && sameFile ? list.span.end : run.span.end };
  const rows: StatusRow[] = [];
  let saysMore = false;
  for (const [at, label] of labels.entries()) {
    const kind = kindOf(label[2]);
    const from = label.index + label[0].length;
    const until = labels[at + 1]?.index ?? text.length;
    const listed = readCodes(text.slice(from, until), kind);
    const { leftover } = listed;
    const place = label === last ? undefined : placeOf(run, text.slice(0, until).trimEnd().length, 0);
    const start = at === 0 ? whole : placeOf(run, label.index, 0);
    const isInOne = start.file === whole.file && (place ?? whole).file === whole.file;
    const own = isInOne ? span(whole.file, start.start, place?.start ?? whole.end) : whole;
    const origin: ProseCodes = { kind: "prose", blocks, span: own, label: label[1]!.trim(), leftover };
    if (leftover !== "") saysMore = true;
    for (const item of listed.items) rows.push(row(item, from, run, kind, origin));
    if (label !== last || list === undefined) continue;
    const ofList = readItems(itemsOf(list), kind, origin);
    if (ofList.saysMore) saysMore = true;
    append(rows, ofList.rows);
  }
  return { rows, blocks, saysMore: saysMore || rows.length === 0 };
}

/** The codes of the items of a list. */
function readItems(
  list: readonly Pick<ListItem, "children">[],
  kind: "success" | "error" | undefined,
  origin: ProseCodes,
): { rows: StatusRow[]; saysMore: boolean } {
  const rows: StatusRow[] = [];
  let saysMore = false;
  for (const { children } of list) {
    const [first, ...others] = children;
    if (first?.kind !== "paragraph" || others.length > 0) saysMore = true;
    if (first?.kind !== "paragraph") continue;
    const { items, leftover } = readCodes(textOf(first.text), kind);
    if (leftover !== "") saysMore = true;
    for (const item of items) rows.push(row(item, 0, first.text, kind, origin));
  }
  return { rows, saysMore };
}

function row(
  item: CodeItem,
  from: number,
  run: TextRun,
  kind: "success" | "error" | undefined,
  origin: ProseCodes,
): StatusRow {
  const range = item.phrase === undefined ? undefined : versionRangeIn(item.phrase);
  return {
    code: item.code,
    kind: kind ?? (Number(item.code) < 400 ? "success" : "error"),
    codeSpan: placeOf(run, from + item.at, item.code.length),
    origin,
    ...(item.phrase === undefined || ONLY_VERSIONS.test(item.phrase) ? {} : { phrase: item.phrase }),
    ...(range?.min === undefined ? {} : { minVersion: range.min }),
    ...(range?.max === undefined ? {} : { maxVersion: range.max }),
  };
}

/** `microversions 1.2 - 1.9`: what the row's range says already. */
const ONLY_VERSIONS = /^(?:micro)?versions?\s[\d.\s–—-]*$/i;

/** The place of a stretch of a run's joined text. */
function placeOf(run: TextRun, at: number, length: number): Span {
  let start = 0;
  for (const line of run.lines as readonly Line[]) {
    if (at <= start + line.text.length)
      return span(line.file, line.offset + at - start, line.offset + at - start + length);
    start += line.text.length + 1;
  }
  return run.span;
}
