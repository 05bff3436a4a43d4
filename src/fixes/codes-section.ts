import { isCodesTitle } from "../apiref/code-labels.ts";
import { isDirective } from "../apiref/documents.ts";
import type { Operation, ProseCodes, StatusRow } from "../apiref/model.ts";
import { readProseCodes } from "../apiref/prose-codes.ts";
import { plainText } from "../rst/markdown.ts";
import type { Block, ListItem, Section } from "../rst/tree.ts";
import { childrenOf } from "../rst/walk.ts";
import type { Edit } from "../text/edit.ts";
import { addTo, groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type Span, span } from "../text/span.ts";
import { holdsOneOf, listItems } from "./said.ts";

/** A section whose own prose lists codes. */
export interface ProsePlace {
  readonly section: Section;
  /** The codes of its prose. */
  readonly rows: readonly ProseRow[];
}

/** A code in prose. */
export interface ProseRow extends StatusRow {
  readonly origin: ProseCodes;
}

/** What is to stand in the place of prose. */
export interface NewContent {
  /** The lines of the title; none where the section is there for the codes already. */
  readonly title: readonly string[];
  /** The directives, a blank line between two of them; none where every code is listed elsewhere already. */
  readonly directives: readonly string[];
}

/** The sections of an operation that list codes in prose; undefined where prose stands in no section of it. */
export function prosePlaces(operation: Operation, rows: readonly ProseRow[]): ProsePlace[] | undefined {
  const places = new Map<Section, ProseRow[]>();
  const sections = operation.section && sectionsIn(operation.section);
  for (const row of rows) {
    const section = sections?.get(row.origin.blocks[0]!);
    if (section === undefined) return undefined;
    addTo(places, section, row);
  }
  return [...places].map(([section, found]) => ({ section, rows: found }));
}

/** By block of a section, however deep, the section that it stands in. */
const sectionsIn = remembered((whole: Section): ReadonlyMap<Block, Section> => {
  const sections = new Map<Block, Section>();
  const note = (blocks: readonly Block[], section: Section): void => {
    for (const block of blocks) {
      if (sections.has(block)) continue;
      sections.set(block, section);
      for (const children of childrenOf(block)) note(children, section);
    }
  };
  const enter = (section: Section): void => {
    for (const block of section.children)
      if (block.kind === "section") enter(block);
      else note([block], section);
  };
  enter(whole);
  return sections;
});

/** The section that is there for the codes: the one that holds the prose, or one right below it. */
export function codesSection({ section }: ProsePlace): Section | undefined {
  if (isCodesTitle(plainText(section.title))) return section;
  return section.children.find(
    (block): block is Section => block.kind === "section" && isCodesTitle(plainText(block.title)),
  );
}

/**
 * The edits that take the prose out of a section and write the codes behind the section's other prose, before its
 * first subsection: what stood behind a new title would become part of the new section. What the prose says that
 * belongs to no code stays. Undefined where the new text has no place in the section's own file.
 */
export function replaceProse(
  place: ProsePlace,
  target: Section | undefined,
  content: NewContent,
): Edit[] | undefined {
  const { section } = place;
  const runs = proseRuns(place);
  if (runs === undefined) return undefined;
  if (content.directives.length === 0) return runs.map((run) => removal(run));

  const lines = [...content.title, ...(content.title.length > 0 ? [""] : []), ...content.directives];
  const own = target ?? section;
  const children = own.children;
  const end = ownContentEnd(children);
  const lastSaid = children.findLastIndex(
    (block, index) => index < end && !isSilent(block) && !isEmptyLabel(children, index),
  );
  // Without a title, what stands behind the codes stays where it is.
  const ownLast =
    children[content.title.length === 0 && own === section ? lastRunAt(runs, children) : lastSaid];
  const last = runs.find(({ blocks }) => ownLast !== undefined && blocks.includes(ownLast));
  if (last !== undefined) {
    const others = runs.filter((run) => run !== last).map((run) => removal(run));
    return [...others, replacement(last, lines, section)];
  }
  const inserted = insertion(own, end, lastSaid, lines);
  return inserted === undefined ? undefined : [...runs.map((run) => removal(run)), inserted];
}

/** The index of the last block that is one of those of the runs. */
function lastRunAt(runs: readonly Run[], children: readonly Block[]): number {
  const taken = new Set(runs.flatMap(({ blocks }) => blocks));
  return children.findLastIndex((block) => taken.has(block));
}

/** Neighbouring blocks of prose that list codes, all in one file. */
interface Run {
  readonly blocks: readonly Block[];
  /** Lines such as `Error response codes: and more`, for what belongs to no code. */
  readonly kept: readonly string[];
  /** From the start of the first line to the end of the last. */
  readonly start: number;
  readonly end: number;
  readonly file: SourceFile;
}

function proseRuns({ section, rows }: ProsePlace): Run[] | undefined {
  const origins = [...new Set(rows.map(({ origin }) => origin))];
  const prose = new Set(origins.flatMap(({ blocks }) => blocks));
  const order = new Map(origins.map((origin, index) => [origin, index]));
  const firstBlocks = groupedBy(origins, ({ blocks }) => blocks[0]);
  const holdsCode = holdsOneOf(rows.map(({ codeSpan }) => codeSpan));
  const runs: Run[] = [];
  let isConditional = false;
  const collect = (blocks: readonly Block[], only: boolean): void => {
    let open: Block[] = [];
    const close = (): void => {
      if (open.some((block) => prose.has(block))) {
        const within = open
          .flatMap((one) => firstBlocks.get(one) ?? [])
          .sort((a, b) => order.get(a)! - order.get(b)!);
        runs.push(runOf(open, within, holdsCode));
        isConditional ||= only;
      }
      open = [];
    };
    for (const [index, block] of blocks.entries()) {
      if (prose.has(block) || isEmptyLabel(blocks, index)) open.push(block);
      else {
        close();
        if (block.kind === "section") continue;
        for (const children of childrenOf(block)) collect(children, only || isDirective(block, "only"));
      }
    }
    close();
  };
  collect(section.children, false);
  // A section cannot stand in `only`, and the codes would be shown where they were not.
  if (isConditional) return undefined;
  const inOneFile = runs.every(({ blocks, file }) => blocks.every((block) => block.span.file === file));
  const ownLines = runs.every(
    ({ file, start, blocks }) => file.text.slice(start, blocks[0]!.span.start).trim() === "",
  );
  return inOneFile && ownLines ? runs : undefined;
}

/** @param origins what of the prose begins in the blocks */
function runOf(
  blocks: readonly Block[],
  origins: readonly ProseCodes[],
  holdsCode: (item: Span) => boolean,
): Run {
  const { file, start } = blocks[0]!.span;
  // `Normal response codes: 200 Error response codes:` above a list: the list is the last label's.
  const lastOf = new Map(origins.map((origin) => [origin.blocks, origin]));
  const kept = origins
    .map((origin) => remainder(origin, lastOf.get(origin.blocks) === origin, holdsCode))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
  return { blocks, kept, file, start: lineStart(file, start), end: lineEnd(file, blocks.at(-1)!.span.end) };
}

/** The lines of what prose says that belongs to no code: words behind the label, items without a code. */
function remainder(
  { label, leftover, blocks }: ProseCodes,
  holdsList: boolean,
  holdsCode: (item: Span) => boolean,
): string[] {
  const items = listItems(holdsList ? blocks : []).filter(({ span }) => !holdsCode(span));
  if (leftover === "" && items.length === 0) return [];
  const opening = leftover === "" ? `${label}:` : `${label}: ${leftover}`;
  return [opening, ...items.flatMap((item) => ["", ...linesOf(item)])];
}

/** The lines of an item, with the indentation of its bullet taken from all of them. */
function linesOf({ span: { file, start, end } }: ListItem): string[] {
  const { line, column } = file.positionAt(start);
  const last = file.positionAt(end).line;
  return Array.from({ length: last - line + 1 }, (_, index) =>
    file
      .lineText(line + index)
      .slice(column - 1)
      .trimEnd(),
  );
}

/** A paragraph such as `Error response codes:` with nothing behind it. */
function isEmptyLabel(siblings: readonly Block[], index: number): boolean {
  const block = siblings[index]!;
  if (block.kind !== "paragraph") return false;
  const reading = readProseCodes(siblings, index);
  if (reading === undefined || reading.rows.length > 0 || reading.blocks.length > 1) return false;
  return plainText(block.text).trimEnd().endsWith(":");
}

/** Takes a run out with the blank lines below it, or at the end of the file with those above. */
function removal({ file, start, end, kept }: Run): Edit {
  const { text } = file;
  const indent = indentAt(file, start);
  if (kept.length > 0) return { span: span(file, start, end), text: indented(kept, indent, file.lineBreak) };
  const below = /\S/.exec(text.slice(end));
  if (below !== null) return { span: span(file, start, lineStart(file, end + below.index)), text: "" };
  return { span: span(file, text.slice(0, start).trimEnd().length, end), text: "" };
}

function replacement(run: Run, lines: readonly string[], section: Section): Edit {
  const { file, start, end, kept } = run;
  const { lineBreak } = file;
  const remaining = kept.length === 0 ? "" : indented([...kept, "", ""], indentAt(file, start), lineBreak);
  return {
    span: span(file, start, end),
    text: remaining + indented(lines, sectionIndent(section), lineBreak),
  };
}

/** Puts lines behind what a section says itself, before its first subsection. */
function insertion(
  section: Section,
  end: number,
  lastSaid: number,
  lines: readonly string[],
): Edit | undefined {
  const { file } = section.title.span;
  const { lineBreak } = file;
  const text = indented(lines, sectionIndent(section), lineBreak);
  const { children } = section;
  if (end < children.length) {
    // Comments, link targets and inclusions above a subsection belong to it.
    const next = children.slice(lastSaid + 1, end + 1).find((block) => startOf(block).file === file);
    if (next === undefined) return undefined;
    const at = lineStart(file, startOf(next).start);
    const above = /(?:^|[\r\n])([ \t\r\n]*)$/.exec(file.text.slice(0, at))?.[1] ?? "";
    const blanks = Math.min(2, above.split(/\r\n|\n|\r/).length - 1);
    const opening = at > 0 && blanks === 0 ? lineBreak : "";
    return {
      span: span(file, at, at),
      text: `${opening}${text}${lineBreak}${lineBreak.repeat(Math.max(1, blanks))}`,
    };
  }
  const last = children.slice(0, lastSaid + 1).findLast((block) => block.span.file === file);
  const isLast = last !== undefined && (last === children[lastSaid] || isInclusion(last));
  const after = last === undefined && lastSaid < 0 ? section.underline : isLast ? last.span : undefined;
  if (after === undefined) return undefined;
  const at = lineEnd(file, after.end);
  const runsOn = /^(?:\r\n|\n|\r)[ \t]*\S/.test(file.text.slice(at));
  return { span: span(file, at, at), text: `${lineBreak}${lineBreak}${text}${runsOn ? lineBreak : ""}` };
}

/** The index of the first subsection, or the number of blocks. */
function ownContentEnd(children: readonly Block[]): number {
  const index = children.findIndex(({ kind }) => kind === "section");
  return index < 0 ? children.length : index;
}

/** A block that shows nothing, or speaks of what follows it. */
function isSilent(block: Block): boolean {
  if (["comment", "target", "substitution-definition"].includes(block.kind)) return true;
  return isInclusion(block) || isDirective(block, "class") || isDirective(block, "rst-class");
}

function isInclusion(block: Block): boolean {
  return isDirective(block, "include");
}

function startOf(block: Block): { readonly file: SourceFile; readonly start: number } {
  return block.kind === "section" ? (block.overline ?? block.title.span) : block.span;
}

function sectionIndent({ underline }: Section): string {
  return indentAt(underline.file, lineStart(underline.file, underline.start));
}

function indentAt(file: SourceFile, start: number): string {
  return /^[ \t]*/.exec(file.text.slice(start, start + 200))![0];
}

function indented(lines: readonly string[], indent: string, lineBreak: string): string {
  return lines.map((line) => (line === "" ? "" : indent + line)).join(lineBreak);
}

function lineStart(file: SourceFile, offset: number): number {
  return file.lineStarts[file.positionAt(offset).line - 1]!;
}

function lineEnd(file: SourceFile, offset: number): number {
  const line = file.positionAt(offset).line;
  return file.lineStarts[line - 1]! + file.lineText(line).length;
}
