import { FIELD_MARKER } from "./directive.ts";
import { readEnumerator } from "./enumerator.ts";

/** The marker of a bullet list item. */
export const BULLET = /^[-+*\u2022\u2023\u2043](?: +|$)/;
const OPTION_ARGUMENT = "(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)";
const OPTION = `(?:[-+][a-zA-Z0-9](?: ?${OPTION_ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${OPTION_ARGUMENT})?)`;
/** Options at the start of an option list item: `-a FILE, --all`. */
export const OPTION_MARKER = new RegExp(`^${OPTION}(?:, ${OPTION})*(?:  +| ?$)`);
const GRID_TABLE_TOP = /^\+-[-+]+-\+ *$/;
const SIMPLE_TABLE_TOP = /^=+(?: +=+)+ *$/;
/** A transition, or a line above or below a title. */
export const PUNCTUATION_LINE = /^([!-/:-@[-`{-~])\1*$/;

/** What a line can begin. */
export type Kind =
  | "block-quote"
  | "bullet"
  | "enumerator"
  | "field"
  | "option"
  | "doctest"
  | "line-block"
  | "grid-table"
  | "simple-table"
  | "explicit"
  | "anonymous"
  | "line"
  | "text";

/** What starts at a line, by the line alone (docutils' `Body.patterns`, in the order of its `initial_transitions`). */
export function kindOf(text: string): Kind {
  const first = text[0]!;
  if (first === " ") return "block-quote";
  if (/^[a-zA-Z0-9(#]/.test(first) && readEnumerator(text) !== undefined) return "enumerator";
  if (/^[a-zA-Z0-9]/.test(first)) return "text";
  if (BULLET.test(text)) return "bullet";
  if (first === ":" && FIELD_MARKER.test(text)) return "field";
  if (OPTION_MARKER.test(text)) return "option";
  if (/^>>>(?: |$)/.test(text)) return "doctest";
  if (/^\|(?: |$)/.test(text)) return "line-block";
  if (GRID_TABLE_TOP.test(text)) return "grid-table";
  if (SIMPLE_TABLE_TOP.test(text)) return "simple-table";
  if (/^\.\.(?: |$)/.test(text)) return "explicit";
  if (/^__(?: |$)/.test(text)) return "anonymous";
  return PUNCTUATION_LINE.test(text) ? "line" : "text";
}
