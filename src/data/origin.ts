import type { Span } from "../text/span.ts";

const ORIGIN: unique symbol = Symbol("origin");

/** An object of a document with the place in the sources that it came from. */
interface WithOrigin {
  [ORIGIN]?: Span;
}

/**
 * Notes where an object of a document came from, and gives the object. The place is a property of the object that no
 * JSON shows: a copy (`{ ...object }`, `Object.assign`) has it too, so that nobody who makes one can lose it.
 */
export function setOrigin<T extends object>(object: T, span: Span): T {
  (object as WithOrigin)[ORIGIN] = span;
  return object;
}

/** Where an object came from; undefined where nobody said. */
export function originOf(object: object): Span | undefined {
  return (object as WithOrigin)[ORIGIN];
}
