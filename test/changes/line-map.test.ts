import fc from "fast-check";
import { expect, test } from "vitest";
import { lineMap } from "../../src/changes/line-map.ts";
import { SourceFile } from "../../src/text/source-file.ts";

const mapOf = (before: string, now: string) =>
  lineMap(new SourceFile("/a", before), new SourceFile("/a", now));
const linesNow = (before: string, now: string) =>
  before.split("\n").map((_, index) => mapOf(before, now).lineNow(index + 1));

test.each<[string, string, string, (number | undefined)[]]>([
  ["lines above", "a\nb", "x\ny\na\nb", [3, 4]],
  ["a line taken out", "a\nb\nc", "a\nc", [1, undefined, 2]],
  ["a line replaced", "a\nb\nc", "a\nx\nc", [1, 2, 3]],
  ["two lines corrected", "a\nfirst line\nsecond line\nb", "a\nfirst lines\nsecond lines\nb", [1, 2, 3, 4]],
  ["two lines replaced", "a\none thing\nor two\nb", "a\nquite\nanother\nb", [1, undefined, undefined, 4]],
  ["other indentation", "a\n  b", "a\n    b", [1, 2]],
])("%s", (_, before, now, want) => {
  expect(linesNow(before, now)).toEqual(want);
});

test("a replaced line is new, one that only moved is not", () => {
  const map = mapOf("a\nb", "x\na\nc");
  expect([1, 2, 3].map((line) => map.isNew(line))).toEqual([true, false, true]);
});

test("lines that are not new come from lines with the same text", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, now) => {
      const map = mapOf(before, now);
      const [old, present] = [before.split("\n"), now.split("\n")];
      old.forEach((line, index) => {
        const lineNow = map.lineNow(index + 1);
        if (lineNow !== undefined && !map.isNew(lineNow)) expect(present[lineNow - 1]).toBe(line);
      });
      const kept = present.filter((_, index) => !map.isNew(index + 1));
      expect(
        old.map((_, index) => map.lineNow(index + 1)).filter((line) => line !== undefined).length,
      ).toBeGreaterThanOrEqual(kept.length);
    }),
  );
});
