import fc from "fast-check";
import { expect, test } from "vitest";
import { overlapWith } from "../../src/text/overlap.ts";

const range = fc.tuple(fc.nat(20), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));

test("says what looking at each range says", () => {
  fc.assert(
    fc.property(fc.array(range), range, (ranges, wanted) => {
      const expected = ranges.some(({ start, end }) => start < wanted.end && wanted.start < end);
      expect(overlapWith(ranges)(wanted)).toBe(expected);
    }),
  );
});
