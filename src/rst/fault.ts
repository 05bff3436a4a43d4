import type { Span } from "../text/span.ts";

/** What ends where a line follows that is not blank. */
export type UnendedElement =
  | "bullet list"
  | "enumerated list"
  | "field list"
  | "option list"
  | "definition list"
  | "block quote"
  | "explicit markup"
  | "literal block"
  | "line block";

/** Inline markup that has a start and an end. */
export type PairedMarkup =
  | "literal"
  | "interpreted text or phrase reference"
  | "target"
  | "strong"
  | "emphasis"
  | "substitution_reference";

/** What is wrong with a table, of which nothing is read then. */
export type TableFault =
  | { readonly kind: "table-uneven" }
  | { readonly kind: "table-incomplete" }
  | { readonly kind: "table-separators" }
  | { readonly kind: "table-separator-outermost" }
  | { readonly kind: "table-borders-differ" }
  | { readonly kind: "table-unended" }
  | { readonly kind: "table-bottom-missing" }
  | { readonly kind: "table-span-incomplete"; readonly line: number }
  | { readonly kind: "table-span-alignment" }
  | { readonly kind: "table-text-in-margin" };

/** How a directive is written wrongly, whichever it is. */
export type DirectiveFault =
  | { readonly kind: "directive-options"; readonly directive: string }
  | { readonly kind: "directive-content"; readonly directive: string };

/** What is wrong with markup; docutils tells of the same. */
export type MarkupFault =
  | { readonly kind: "unended"; readonly element: UnendedElement }
  | { readonly kind: "indentation" }
  | { readonly kind: "literal-block-missing" }
  | { readonly kind: "literal-block-quotes" }
  | { readonly kind: "title-level" }
  | { readonly kind: "title-unexpected" }
  | { readonly kind: "title-incomplete" }
  | { readonly kind: "title-or-transition-unexpected" }
  | { readonly kind: "title-or-transition-invalid" }
  | { readonly kind: "overlines-differ" }
  | { readonly kind: "underline-missing" }
  | { readonly kind: "inline-unended"; readonly markup: PairedMarkup }
  | { readonly kind: "target" }
  | { readonly kind: "substitution" }
  | { readonly kind: "substitution-empty"; readonly name: string }
  | { readonly kind: "blank-below-table" }
  | { readonly kind: "too-deep"; readonly most: number }
  | { readonly kind: "inclusion-too-deep"; readonly most: number }
  | { readonly kind: "inclusion-too-long"; readonly most: number }
  | TableFault;

/** Markup that is not as it should be; the text is in the tree all the same. */
export interface Problem {
  readonly fault: MarkupFault | DirectiveFault;
  readonly span: Span;
}

/** Whether it is about a directive; anything else is about markup. */
export function isDirectiveFault(fault: Problem["fault"]): fault is DirectiveFault {
  return fault.kind === "directive-options" || fault.kind === "directive-content";
}
