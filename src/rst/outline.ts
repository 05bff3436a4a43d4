import { spanOfLine } from "./lines.ts";
import type { Block, Line, Section, TextRun } from "./tree.ts";

/** A title as it was read, with the lines of punctuation below and above it. */
export interface Title {
  readonly text: TextRun;
  readonly underline: Line;
  readonly overline: Line | undefined;
}

/** A section that can still grow. `styleKey` tells its title's style from others. */
interface OpenSection {
  readonly section: Section & { readonly children: Block[]; readonly span: { end: number } };
  readonly styleKey: string;
}

/**
 * The sections of a document while they are read. The depth of a title follows from the order in which styles appear
 * in the whole document (docutils' `RSTState.check_subsection`).
 */
export class Outline {
  /** What stands outside any section, and the outermost sections. */
  readonly blocks: Block[] = [];
  readonly #base: number;
  readonly #styles: string[] = [];
  readonly #open: OpenSection[] = [];

  /** `base` is the depth of the section in which the whole outline stands. */
  constructor(base = 0) {
    this.#base = base;
  }

  /** The depth of the innermost section that is open. */
  get depth(): number {
    return this.#base + this.#open.length;
  }

  add(block: Block): void {
    this.#extend(block);
    (this.#open.at(-1)?.section.children ?? this.blocks).push(block);
  }

  /**
   * Opens the section of a title. Gives false where the style has no place here, as when a title is two levels
   * deeper than the one before it: docutils then drops the title, here it opens a section one level deeper.
   */
  open(title: Title): boolean {
    const character = title.underline.text[0]!;
    const styleKey = title.overline === undefined ? character : character + character;
    const { depth, consistent } = this.#depthOf(styleKey);
    while (this.#open.length >= depth) this.#open.pop();
    const first = title.overline === undefined ? title.text.span : spanOfLine(title.overline);
    const underline = spanOfLine(title.underline);
    const section: OpenSection["section"] = {
      kind: "section",
      depth: this.#base + depth,
      title: title.text,
      underline,
      ...(title.overline === undefined ? {} : { overline: spanOfLine(title.overline) }),
      style: { character, overline: title.overline !== undefined },
      children: [],
      // An inclusion can end between a title and its underline.
      span: { ...first, end: underline.file === first.file ? underline.end : first.end },
    };
    this.add(section);
    this.#open.push({ section, styleKey });
    return consistent;
  }

  #depthOf(styleKey: string): { depth: number; consistent: boolean } {
    const open = this.#open.findIndex((entry) => entry.styleKey === styleKey);
    if (open >= 0) return { depth: open + 1, consistent: true };
    const level = this.#styles.indexOf(styleKey) + 1;
    if (level === 0 && this.#styles.length === this.#open.length) this.#styles.push(styleKey);
    else if (level === 0 || level > this.#open.length + 1)
      return { depth: this.#open.length + 1, consistent: false };
    return { depth: level === 0 ? this.#styles.length : level, consistent: true };
  }

  /** Makes the open sections of the same file reach to the end of a block. */
  #extend({ span }: Block): void {
    for (const { section } of this.#open)
      if (section.span.file === span.file && span.end > section.span.end) section.span.end = span.end;
  }
}
