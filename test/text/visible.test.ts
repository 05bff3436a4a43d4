import fc from "fast-check";
import { expect, test } from "vitest";
import { visible, visibleJson, visibleLines } from "../../src/text/visible.ts";

test.each([
  ["plain — ünïcode \u{1f600}", "plain — ünïcode \u{1f600}"],
  ["a\u001b[2Jb\u009bc", "a\\u001b[2Jb\\u009bc"],
  ["a\r\n::error::b\tc", "a\\u000d\\u000a::error::b\\u0009c"],
  ["\u202eab\u2066\u200f\u061c", "\\u202eab\\u2066\\u200f\\u061c"],
  ["a\u2028b\u2029c", "a\\u2028b\\u2029c"],
  ["half \ud83d", "half \\ud83d"],
  ["##[error]x ##vso[task.x]", "##\\u005berror]x ##vso\\u005btask.x]"],
])("%j is shown as %j", (text, want) => {
  expect(visible(text)).toBe(want);
});

test("line breaks and tabs stay where there may be several lines", () => {
  expect(visibleLines("a\n\tb\r")).toBe("a\n\tb\\u000d");
});

test("JSON holds the same value, and nothing that is obeyed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const json = visibleJson({ text });
      expect(JSON.parse(json)).toEqual({ text });
      expect(json).not.toMatch(/(?!\n)\p{Cc}|[\u2028-\u202e\u2066-\u2069]|##\[/u);
    }),
  );
});
