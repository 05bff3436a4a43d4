/** docutils' `Inliner.simplename`: letters and digits with single marks between them. With the `u` flag. */
export const SIMPLE_NAME = "[\\p{L}\\p{M}\\p{N}]+(?:[-._+:][\\p{L}\\p{M}\\p{N}]+)*";
