import type { OptionName } from "./directive-options.ts";

/** How the block of a directive is split. */
export interface DirectiveShape {
  /**
   * Nothing; the paragraph at `::`; the first paragraph wherever it begins; one line; or one word before the text, as
   * `versionadded` has it.
   */
  readonly argument: "none" | "paragraph" | "first paragraph" | "line" | "word";
  readonly options: boolean;
  /** Blocks of RST, with sections or without, or lines that mean something else. */
  readonly content: "sections" | "blocks" | "lines";
}

/** What docutils and Sphinx refuse to do without or with (`Directive.required_arguments`, `option_spec`, `has_content`). */
export interface DirectiveUse {
  readonly needsArgument?: true;
  /** The argument is a version. */
  readonly ofVersion?: true;
  readonly content: "none" | "may be" | "must be";
  readonly options: readonly OptionName[];
}

/** How a directive reads as Markdown. */
export type DirectiveReading =
  /** A quotation that begins with a word. */
  | { readonly as: "admonition"; readonly label: string }
  /** Words before the version, then what it says. */
  | { readonly as: "version"; readonly label: string }
  /** It belongs to the pages of an api-ref or of Sphinx, or says something that CommonMark has no word for. */
  | { readonly as: "nothing" }
  /** What it holds; of `only`, unless that is for another kind of output. */
  | { readonly as: "content" | "only" }
  | { readonly as: "code" | "literal" | "math" | "verses" }
  | { readonly as: "quote" | "titled quote" | "title" | "image" | "figure" }
  | { readonly as: "table" | "list-table" | "csv-table" };

/** All that is known of a directive; see `directives` for those that are. */
export interface DirectiveInfo {
  readonly shape?: DirectiveShape;
  /** Undefined where nothing is checked. */
  readonly use?: DirectiveUse;
  /** Undefined for one of which nobody knows what it would show; what is written in it stays. */
  readonly markdown?: DirectiveReading;
  /**
   * It is a part of an operation: what is wrapped round it is taken off, and above the `rest_method` of its section it is reported. Of
   * one outside of operations other checks tell.
   */
  readonly ofOperation?: true;
  /** It shows a sample wherever it is one of an operation. */
  readonly showsSample?: true;
  /** What it holds stands on the page as if it stood there without it. */
  readonly wraps?: true;
  /** A label above it needs no title (Sphinx, `StandardDomain.process_doc`). */
  readonly captioned?: true;
  /**
   * What stands behind the `::` of a directive that is no word of English: a line that names it and goes on like that was
   * meant to be one. `note` for notes to the reader, which are words of English.
   */
  readonly meant?: RegExp | "note";
  /** Sphinx has it no more. */
  readonly gone?: true;
}
