import type { Problem } from "../rst/fault.ts";

type Fault = Problem["fault"];

/** What docutils says of a fault, with a full stop, and what to do about it where there is something to say. */
interface Words {
  readonly what: string;
  readonly mend?: string;
}

const AS_NEIGHBOURS = "Underline the title as its neighbours are underlined; the title is left out.";
const ALONE = "Leave blank lines round it, or underline the title with a line as long as the title.";
const OUT = "Take some levels out.";
const REDRAW =
  "Line the borders and columns of the table up, and leave a blank line below it; docutils leaves it out.";
const SUBSTITUTION = "Expected `.. |name| replace:: text`.";

/** The words for each kind of fault. */
const WORDS: {
  readonly [Kind in Fault["kind"]]: Words | ((fault: Extract<Fault, { readonly kind: Kind }>) => Words);
} = {
  unended: ({ element }) => ({
    what: `${element[0]!.toUpperCase()}${element.slice(1)} ends without a blank line${element === "line block" ? "." : "; unexpected unindent."}`,
    mend: "Leave a blank line above this one, or indent it as far as the text that it belongs to.",
  }),
  indentation: {
    what: "Unexpected indentation.",
    mend: "Leave a blank line above this one, or indent it as far as the line above.",
  },
  "literal-block-missing": {
    what: "Literal block expected; none found.",
    mend: "Indent the block below the `::`, or end the line above with a single colon.",
  },
  "literal-block-quotes": {
    what: "Inconsistent literal block quoting.",
    mend: "Begin each of its lines with the same character, or leave a blank line below it.",
  },
  "title-level": { what: "Title level inconsistent.", mend: AS_NEIGHBOURS },
  "title-unexpected": { what: "Unexpected section title.", mend: ALONE },
  "title-incomplete": { what: "Incomplete section title.", mend: ALONE },
  "title-or-transition-unexpected": { what: "Unexpected section title or transition.", mend: ALONE },
  "title-or-transition-invalid": { what: "Invalid section title or transition marker.", mend: ALONE },
  "overlines-differ": { what: "Title overline & underline mismatch." },
  "underline-missing": { what: "Missing matching underline for section title overline.", mend: ALONE },
  "inline-unended": ({ markup }) => ({
    what: `Inline ${markup} start-string without end-string.`,
    mend: "Close it where it ends, with no blank inside, or write a backslash in front of the character.",
  }),
  target: {
    what: "malformed hyperlink target.",
    mend: "Expected `.. _name: address`, or `.. _name:` above what it names.",
  },
  substitution: { what: "malformed substitution definition.", mend: SUBSTITUTION },
  "substitution-empty": ({ name }) => ({
    what: `Substitution definition "${name}" empty or invalid.`,
    mend: SUBSTITUTION,
  }),
  "blank-below-table": {
    what: "Blank line required after table.",
    mend: "Leave a blank line below the table.",
  },
  "too-deep": ({ most }) => ({ what: `Markup nested more than ${most} levels deep.`, mend: OUT }),
  "inclusion-too-deep": ({ most }) => ({ what: `Files included more than ${most} levels deep.`, mend: OUT }),
  "inclusion-too-long": ({ most }) => ({
    what: `More than ${most} lines included in one document.`,
    mend: "Include less.",
  }),
  "table-uneven": { what: "Malformed table.", mend: REDRAW },
  "table-incomplete": { what: "Malformed table; parse incomplete.", mend: REDRAW },
  "table-separators": { what: "Multiple head/body row separators; only one allowed.", mend: REDRAW },
  "table-separator-outermost": {
    what: "The head/body row separator may not be the first or last line of the table.",
    mend: REDRAW,
  },
  "table-borders-differ": { what: "Bottom/header table border does not match top border.", mend: REDRAW },
  "table-unended": {
    what: "No bottom table border found or no blank line after table bottom.",
    mend: REDRAW,
  },
  "table-bottom-missing": { what: "No bottom table border found.", mend: REDRAW },
  "table-span-incomplete": ({ line }) => ({
    what: `Column span incomplete in table line ${line}.`,
    mend: REDRAW,
  }),
  "table-span-alignment": { what: "Column span alignment problem.", mend: REDRAW },
  "table-text-in-margin": { what: "Text in column margin.", mend: REDRAW },
  "directive-options": ({ directive }) => ({
    what: `Error in "${directive}" directive: invalid option block.`,
    mend: "Leave a blank line below the options.",
  }),
  "directive-content": ({ directive }) => ({
    what: `Error in "${directive}" directive: a blank line is missing before the content.`,
    mend: "Leave one above this line.",
  }),
};

/** A fault in the words of docutils. */
export function docutilsWords(fault: Fault): string {
  return wordsOf(fault).what;
}

/** What is wrong, in the words of docutils, and what to do about it. */
export function faultMessage(fault: Fault): string {
  const { what, mend } = wordsOf(fault);
  return mend === undefined ? what : `${what} ${mend}`;
}

function wordsOf<Kind extends Fault["kind"]>(fault: Extract<Fault, { readonly kind: Kind }>): Words {
  const words = WORDS[fault.kind as Kind];
  return typeof words === "function" ? words(fault) : words;
}
