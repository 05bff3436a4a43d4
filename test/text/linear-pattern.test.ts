import { expect, test } from "vitest";
import { linearPattern } from "../../src/text/linear-pattern.ts";

test.each([
  ["^[a-z]+$", "lamp", true],
  ["^[a-z]+$", "Lamp", false],
  ["\\d{3}", "no 404", true],
  ["^\\u0041$", "A", true],
  ["^(a+)+$", `${"a".repeat(5000)}!`, false],
  ["^(a|a)*b$", "a".repeat(5000), false],
  ["(?:x+x+)+y", "x".repeat(5000), false],
])("%s", (pattern, text, expected) => {
  expect(linearPattern(pattern)?.test(text)).toBe(expected);
});

test.each(["(?=a)b", "(a)\\1", "(", "a{5000}"])("%s is not run", (pattern) => {
  expect(linearPattern(pattern)).toBeUndefined();
});
