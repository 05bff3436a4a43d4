import type { Span } from "../text/span.ts";
import type { Block, Directive, Inclusion, Line } from "./tree.ts";

/** Markup that is not as it should be, in the words of docutils; the text is in the tree all the same. */
export interface Problem {
  readonly what: string;
  readonly span: Span;
}

/**
 * Gives the lines that an `include` directive puts in its place, or undefined where it puts none. `chain` is the
 * inclusion in which the directive stands itself: a file that is in it, or is the document, must not be given again.
 */
export type Include = (directive: Directive, chain: Inclusion | undefined) => readonly Line[] | undefined;

/** What the readers of single kinds of blocks need from the one that calls them. */
export interface Reading {
  problem(what: string, span: Span): void;
  /** Reads lines as blocks of their own, one level deeper; with titles they open sections below the current one. */
  nested(lines: readonly Line[], hasTitles?: boolean): Block[];
}
