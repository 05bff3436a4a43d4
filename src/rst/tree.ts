import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { DirectiveName } from "./directives.ts";

/**
 * A line of a document after inclusion and dedentation: its text without trailing white space, and where the
 * first character of `text` stands in the file that the line came from.
 */
export interface Line {
  readonly text: string;
  readonly file: SourceFile;
  /** Offset in `file` of the first character of `text`. */
  readonly offset: number;
  /** The `include` that brought the line in; undefined in the document itself. */
  readonly includedFrom?: Inclusion | undefined;
  /** For a line whose source has tabs: where the source line starts, and the column in it at which `text` begins. */
  readonly tabs?: { readonly lineStart: number; readonly column: number } | undefined;
}

/** An `include` directive that was followed, and the inclusion in which it stands itself. */
export interface Inclusion {
  /** The file that was included. */
  readonly file: SourceFile;
  readonly directive: Directive;
  readonly from: Inclusion | undefined;
}

/** Text of one leaf: its lines as they stand, joined by `\n` when read; inline markup is read on demand. */
export interface TextRun {
  readonly lines: readonly Line[];
  readonly span: Span;
  /** Its inline markup once somebody has asked for it; `parseInline` keeps it here. */
  inlines?: readonly Inline[];
}

/** The body elements of docutils as far as api-refs use them; each with the span it came from. */
export type Block =
  | Section
  | Paragraph
  | BulletList
  | EnumeratedList
  | DefinitionList
  | FieldList
  | BlockQuote
  | LiteralBlock
  | LineBlock
  | Table
  | Directive
  | Comment
  | Target
  | SubstitutionDefinition
  | Footnote
  | Transition
  | ProblemBlock;

/** A title and everything below it. `depth` counts from 1 over the whole document after inclusion. */
export interface Section {
  readonly kind: "section";
  readonly depth: number;
  readonly title: TextRun;
  readonly underline: Span;
  readonly overline?: Span;
  /** Character of the underline, and whether there is an overline. */
  readonly style: { readonly character: string; readonly overline: boolean };
  readonly children: readonly Block[];
  readonly span: Span;
}
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: TextRun;
  readonly span: Span;
}
export interface BulletList {
  readonly kind: "bullet-list";
  readonly items: readonly ListItem[];
  readonly span: Span;
}
export interface EnumeratedList {
  readonly kind: "enumerated-list";
  /** The number of the first item. */
  readonly start: number;
  readonly items: readonly ListItem[];
  readonly span: Span;
}
export interface ListItem {
  readonly children: readonly Block[];
  readonly span: Span;
}
export interface DefinitionList {
  readonly kind: "definition-list";
  readonly items: readonly {
    readonly term: TextRun;
    readonly children: readonly Block[];
    readonly span: Span;
  }[];
  readonly span: Span;
}
export interface FieldList {
  readonly kind: "field-list";
  readonly fields: readonly {
    readonly name: string;
    readonly children: readonly Block[];
    readonly span: Span;
  }[];
  readonly span: Span;
}
export interface BlockQuote {
  readonly kind: "block-quote";
  readonly children: readonly Block[];
  readonly span: Span;
}
/** An indented or quoted block after `::`, or a doctest block. */
export interface LiteralBlock {
  readonly kind: "literal-block";
  readonly lines: readonly Line[];
  readonly span: Span;
}
export interface LineBlock {
  readonly kind: "line-block";
  readonly lines: readonly TextRun[];
  readonly span: Span;
}
/** A grid or simple table; a cell that spans columns is followed by no cells for the columns it covers. */
export interface Table {
  readonly kind: "table";
  readonly header: readonly TableRow[];
  readonly rows: readonly TableRow[];
  readonly span: Span;
}
export type TableRow = readonly TableCell[];
export interface TableCell {
  readonly children: readonly Block[];
  /** The lines that the blocks were read from. */
  readonly lines: readonly Line[];
  readonly columns: number;
  readonly rows: number;
}
/** `.. name:: arguments`, options and content, as docutils splits them for directives that take all three. */
export interface Directive {
  readonly kind: "directive";
  /** In small letters; undefined where it is not known. */
  readonly name: DirectiveName | undefined;
  /** The name as written: `Rest_Method`. */
  readonly written: string;
  readonly nameSpan: Span;
  /** What stands behind `::` and on the lines below it before options or a blank line. */
  readonly argument: readonly Line[];
  readonly options: readonly DirectiveOption[];
  /** Lines below the blank line, dedented; for a directive without argument also those before it. */
  readonly content: readonly Line[];
  /** The content read as RST; only for directives that hold RST (notes, `only`, `versionadded` …). */
  readonly children: readonly Block[];
  /** The name that `.. |name| image::` gives a substitution is kept in SubstitutionDefinition, not here. */
  readonly span: Span;
}
export interface DirectiveOption {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}
export interface Comment {
  readonly kind: "comment";
  readonly lines: readonly Line[];
  readonly span: Span;
}
/** `.. _name: uri`; without a URI the name belongs to what follows. The name is empty for `.. __:` and `__`. */
export interface Target {
  readonly kind: "target";
  readonly name: string;
  readonly uri?: string;
  /** The other target that `.. _name: other_` stands for. */
  readonly alias?: string;
  readonly span: Span;
}
/** `.. |name| replace:: text`. */
export interface SubstitutionDefinition {
  readonly kind: "substitution-definition";
  readonly name: string;
  readonly directive: Directive;
  readonly span: Span;
}
/** A footnote or citation. */
export interface Footnote {
  readonly kind: "footnote";
  readonly label: string;
  readonly children: readonly Block[];
  readonly span: Span;
}
export interface Transition {
  readonly kind: "transition";
  readonly span: Span;
}
/** Markup that could not be read: the text that was skipped or taken as it is. */
export interface ProblemBlock {
  readonly kind: "problem";
  readonly lines: readonly Line[];
  readonly span: Span;
}

/** Inline markup of a text run. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "literal"; readonly text: string }
  /** `` `text <uri>`__ ``, `` `name`_ ``, `name_`, or a standalone URL; `name` where the target is elsewhere. */
  | {
      readonly kind: "reference";
      readonly text: string;
      readonly uri?: string;
      readonly name?: string;
      /** `` `text`__ ``: its target is the next one without a name. */
      readonly anonymous?: true;
    }
  /** ``:ref:`title <label>` ``; role "" for the default role. */
  | { readonly kind: "role"; readonly role: string; readonly text: string; readonly target?: string }
  | { readonly kind: "substitution"; readonly name: string }
  | { readonly kind: "footnote-reference"; readonly label: string };
