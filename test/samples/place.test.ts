import { expect, test } from "vitest";
import { sampleSpan, sourceOffset } from "../../src/samples/place.ts";
import { sampleOf } from "../support/sample.ts";

const pieces = [
  { at: 0, offset: 10 },
  { at: 3, offset: 20 },
  { at: 6, offset: 30 },
];

test.each([
  [0, 10],
  [2, 12],
  [3, 20],
  [5, 22],
  [6, 30],
  [9, 33],
])("what is at %s of a text made of pieces stands at %s", (at, wanted) => {
  expect(sourceOffset(pieces, at)).toBe(wanted);
});

test("a text without pieces stands where it is, and what is before its first piece at that", () => {
  expect(sourceOffset([], 4)).toBe(4);
  expect(sourceOffset([{ at: 2, offset: 7 }], 0)).toBe(7);
});

test("a place in a sample ends with its last character, and within the file", () => {
  const sample = { ...sampleOf("x".repeat(25)), pieces };
  const at = (start: number, end: number) => {
    const span = sampleSpan(sample, start, end);
    return [span.start, span.end];
  };
  expect(at(1, 3)).toEqual([11, 13]);
  expect(at(1, 4)).toEqual([11, 21]);
  expect(at(2, 2)).toEqual([12, 12]);
  expect(at(5, 8)).toEqual([22, 25]);
  expect(at(7, 9)).toEqual([25, 25]);
});

test("of a sample whose file is missing, the directive is the place", () => {
  const { file: _, ...sample } = sampleOf("x");
  expect(sampleSpan({ ...sample, file: undefined }, 0, 1)).toBe(sample.block.span);
});
