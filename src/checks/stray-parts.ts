import { directivesIn, isDirective } from "../apiref/documents.ts";
import type { Document, Side } from "../apiref/model.ts";
import { isPartTitle, meantPartTitle } from "../apiref/part-titles.ts";
import type { Draft } from "../findings/finding.ts";
import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, Section, TextRun } from "../rst/tree.ts";
import { remembered } from "../text/remembered.ts";

/**
 * Parts of operations that the page shows as something else, because the line is missing that says what they are: a title
 * without its underline, sections without their `rest_method`.
 */
export function* strayParts(document: Document): Iterable<Draft> {
  yield* straySections(document.blocks, undefined);
  yield* misnamedParts(document);
}

/** The parts of operations whose titles nearly say what they are. */
export function* misnamedParts({ operations }: Document): Iterable<Draft> {
  for (const { section } of operations) if (section !== undefined) yield* mistakenTitlesBelow(section);
}

const straySectionsBelow = remembered((section: Section) => [...straySections(section.children, section)]);
const mistakenTitlesBelow = remembered((section: Section) => [...mistakenTitles(section.children)]);

/** Sections that are parts of an operation by their titles, and belong to none. */
function* straySections(blocks: readonly Block[], around: Section | undefined): Iterable<Draft> {
  if (around !== undefined && holds(blocks, isMethod, false)) return;
  let operation: Section | undefined;
  let isLikeOperation = false;
  for (const block of blocks) {
    if (block.kind !== "section") continue;
    const hasMethod = holds(block.children, isMethod);
    if (hasMethod || !isPartTitle(titleOf(block))) {
      yield* straySectionsBelow(block);
      if (hasMethod) operation = block;
    } else if (operation !== undefined)
      yield {
        message: `\`${titleOf(block)}\` stands beside \`${titleOf(operation)}\`, so it belongs to no operation. Underline it as the titles below an operation are underlined.`,
        span: block.title.span,
      };
    else if (holds(block.children, ({ written }) => /^rest_/i.test(written))) isLikeOperation = true;
  }
  if (around !== undefined && isLikeOperation)
    yield {
      message: `\`${titleOf(around)}\` has tables as an operation has, but no \`rest_method\`. Add \`.. rest_method:: VERB /path\` below the title.`,
      span: around.title.span,
    };
}

function titleOf({ title }: Section): string {
  return plainText(title).trim();
}

function isMethod({ name }: Directive): boolean {
  return name === "rest_method";
}

/** Whether there is a directive of a name among blocks, in the sections below them only where these count. */
function holds(
  blocks: readonly Block[],
  isWanted: (directive: Directive) => boolean,
  inSections = true,
): boolean {
  const own = inSections ? blocks : blocks.filter(({ kind }) => kind !== "section");
  for (const directive of directivesIn(own)) if (isWanted(directive)) return true;
  return false;
}

/** The titles in an operation that are none, or have a slip in the word that tells request from response. */
function* mistakenTitles(blocks: readonly Block[], around?: Side): Iterable<Draft> {
  const first = blocks.findIndex((block) => isDirective(block, "rest_method"));
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    // What stands above a second `rest_method` of one section was to begin another.
    const isOfNext = first >= 0 && index > first && next !== undefined && isDirective(next, "rest_method");
    if (block.kind === "paragraph" && isTitleWithoutUnderline(block.text, isOfNext))
      yield {
        message: `\`${block.text.lines[0]!.text}\` reads like a title, but nothing underlines it. Repeat one character right below it.`,
        span: block.span,
      };
    if (block.kind !== "section" || holds(block.children, isMethod, false)) continue;
    const side = sideOf(titleOf(block));
    if (side !== undefined && around !== undefined && side !== around)
      yield {
        message: `\`${titleOf(block)}\` stands below a title of the ${around}. Underline it as that title is underlined.`,
        span: block.title.span,
      };
    const follows = blocks[index + 1];
    if (
      isEmpty(block) &&
      isPartTitle(titleOf(block)) &&
      (follows === undefined || follows.kind === "section")
    )
      yield {
        message: `Nothing stands below \`${titleOf(block)}\`. Say what is ${side === "request" ? "sent" : "answered"}, or take the title out.`,
        span: block.title.span,
        severity: "info",
        cause: "empty",
      };
    const meant = meantPartTitle(titleOf(block));
    if (meant !== undefined)
      yield {
        message: `\`${titleOf(block)}\` is not the title of any part of an operation. Did you mean \`${meant}\`?`,
        span: block.title.span,
      };
    yield* mistakenTitles(block.children, side ?? around);
  }
}

/** Whether a section has nothing that is shown. */
function isEmpty({ children }: Section): boolean {
  return children.every(({ kind }) => kind === "comment" || kind === "target");
}

/** What a title that names nothing but a part of an operation says. */
function sideOf(title: string): Side | undefined {
  if (!isPartTitle(title)) return undefined;
  return /^request/i.test(title) ? "request" : "response";
}

function isTitleWithoutUnderline({ lines }: TextRun, isOfNext: boolean): boolean {
  const { text } = lines[0]!;
  if (lines.length > 1 || !/^[A-Z]/.test(text)) return false;
  return isPartTitle(text) || (isOfNext && text.length < 80 && !/[.:;,!?*]$/.test(text));
}
