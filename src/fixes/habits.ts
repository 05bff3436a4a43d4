import { isCodesTitle } from "../apiref/code-labels.ts";
import { CUTTING } from "../apiref/cut-lines.ts";
import { isDirective } from "../apiref/documents.ts";
import { fileArgument } from "../apiref/literalinclude.ts";
import type { ApiRef, Document } from "../apiref/model.ts";
import { resolveFromDocument } from "../apiref/sources.ts";
import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, DirectiveOption, Section } from "../rst/tree.ts";
import { childrenOf } from "../rst/walk.ts";
import { addTo } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { mostCommon } from "./status-entries.ts";

/** What the authors of a tree do where RST leaves the choice to them. */
export interface Habits {
  /** The blanks or tab by which the content of `rest_*` directives is indented in a file. */
  contentIndent(file: SourceFile): string;
  /** The title of sections that hold `rest_status_code`. */
  codesTitle(file: SourceFile): string;
  /** The titles of a document: for each depth the style that means it. */
  titleStyles(document: Document): ReadonlyMap<number, Section["style"]>;
  /** The title style that most documents have at a depth. */
  styleAtDepth(depth: number): Section["style"] | undefined;
  /** The options of each `include` that brings in some lines of a file alone, by the path of the file. */
  readonly cuts: ReadonlyMap<string, readonly (readonly DirectiveOption[])[]>;
}

const DEFAULT_INDENT = "   ";
const DEFAULT_TITLE = "Response codes";

/** Looks through the documents of a tree once. */
export function habitsOf({ documents, root }: ApiRef): Habits {
  const indents = new Map<SourceFile, string[]>();
  const titles = new Map<SourceFile, string[]>();
  const styles = new Map<Document, Map<number, Section["style"]>>();
  const cuts = new Map<string, (readonly DirectiveOption[])[]>();

  for (const document of documents) {
    const ofDocument = new Map<number, Section["style"]>();
    styles.set(document, ofDocument);
    for (const one of traitsOf(document.blocks, undefined, false))
      if (one.kind === "style") ofDocument.set(one.depth, ofDocument.get(one.depth) ?? one.style);
      else if (one.kind === "indent") addTo(indents, one.file, one.blanks);
      else if (one.kind === "cut")
        addTo(cuts, resolveFromDocument(root, document.file.path, one.path), one.options);
      else addTo(titles, one.file, one.text);
  }

  return {
    contentIndent: remembered(
      (file) =>
        mostCommon(indents.get(file) ?? []) ?? mostCommon([...indents.values()].flat()) ?? DEFAULT_INDENT,
    ),
    codesTitle: remembered(
      (file) =>
        mostCommon(titles.get(file) ?? []) ?? mostCommon([...titles.values()].flat()) ?? DEFAULT_TITLE,
    ),
    titleStyles: (document) => styles.get(document) ?? new Map(),
    styleAtDepth: (depth) => {
      const found = [...styles.values()].flatMap((ofDocument) => ofDocument.get(depth) ?? []);
      const name = mostCommon(found.map(styleName));
      return found.find((style) => styleName(style) === name);
    },
    cuts,
  };
}

/** One thing that authors have chosen. */
type Trait =
  | { readonly kind: "style"; readonly depth: number; readonly style: Section["style"] }
  | { readonly kind: "indent"; readonly file: SourceFile; readonly blanks: string }
  | { readonly kind: "cut"; readonly path: string; readonly options: readonly DirectiveOption[] }
  | { readonly kind: "title"; readonly file: SourceFile; readonly text: string };

/** What is chosen in a section, kept with it: outside of operations, and inside of one. */
const traitsOutside = remembered((section: Section) => traitsOf(section.children, section, false));
const traitsInside = remembered((section: Section) => traitsOf(section.children, section, true));

function traitsOf(blocks: readonly Block[], section: Section | undefined, inOperation: boolean): Trait[] {
  const traits: Trait[] = [];
  // A chapter that says what all codes mean has a title of its own.
  const isOperation = inOperation || blocks.some((block) => isDirective(block, "rest_method"));
  for (const block of blocks) {
    if (block.kind === "section") {
      traits.push({ kind: "style", depth: block.depth, style: block.style });
      for (const one of (isOperation ? traitsInside : traitsOutside)(block)) traits.push(one);
      continue;
    }
    if (block.kind === "directive" && /^rest_/i.test(block.written)) {
      const blanks = indentOfContent(block);
      if (blanks !== undefined) traits.push({ kind: "indent", file: block.span.file, blanks });
      if (block.name === "rest_status_code" && section !== undefined && isOperation) {
        const text = plainText(section.title);
        if (isCodesTitle(text))
          traits.push({ kind: "title", file: section.title.span.file, text: text.trim() });
      }
    }
    if (isDirective(block, "include") && block.options.some(({ name }) => CUTTING.has(name)))
      traits.push({ kind: "cut", path: fileArgument(block).path, options: block.options });
    for (const children of childrenOf(block))
      for (const one of traitsOf(children, section, isOperation)) traits.push(one);
  }
  return traits;
}

/** A style as docutils tells them apart: the character, twice where there is a line above the title. */
export function styleName({ character, overline }: Section["style"]): string {
  return overline ? character + character : character;
}

function indentOfContent({ content, span }: Directive): string | undefined {
  const line = content.find(({ text }) => text !== "");
  if (line === undefined || line.file !== span.file) return undefined;
  const { file } = span;
  const blanksAt = (offset: number): string =>
    /^[ \t]*/.exec(file.lineText(file.positionAt(offset).line))![0];
  const outer = blanksAt(span.start);
  const inner = blanksAt(line.offset);
  if (file.positionAt(span.start).column - 1 !== outer.length) return undefined;
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : undefined;
}
