/** A slip in a text: `start` and `end` are offsets in it. */
export interface SpellingSlip {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}
