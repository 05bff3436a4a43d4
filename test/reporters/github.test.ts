import { expect, test } from "vitest";
import { findingWith, textOf } from "../support/fixed-report.ts";

test("the whole report", async () => {
  await expect(textOf("github")).toMatchFileSnapshot("__snapshots__/report.github.txt");
});

test("no findings, no commands", () => {
  expect(textOf("github", [])).toBe("");
});

test.each([
  ["the sign of escapes, which must not be taken for one", "100%0A", "a.rst", "file=a.rst,", "::100%250A"],
  ["line breaks, which would end the command", "one\r\ntwo", "a.rst", "file=a.rst,", "::one\\u000d%0Atwo"],
  ["what separates properties", "a,b:c", "a,b:c%.rst", "file=a%2Cb%3Ac%25.rst,", "::a,b:c"],
  ["a command within", "x\n::error::y", "a.rst", "file=a.rst,", "::x%0A::error::y"],
])("%s", (_, message, file, property, end) => {
  const text = textOf("github", [findingWith(message, `/work/${file}`)]);
  expect(text).toBe(`::error ${property}line=1,endLine=1,col=1,endColumn=5,title=some-rule${end}\n`);
});

test("no more than GitHub shows, errors first; the others are lines of the log", () => {
  const found = Array.from({ length: 12 }, (_, index) => findingWith(`M${index}.`, `/work/${index}.rst`));
  const lines = textOf("github", [{ ...found[0]!, severity: "warning" }, ...found.slice(1)]).split("\n");
  expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(10);
  expect(lines.findIndex((line) => line.startsWith("::warning"))).toBe(10);
  expect(lines.slice(11)).toEqual(["11.rst:1:1 error M11. some-rule", ""]);
});
