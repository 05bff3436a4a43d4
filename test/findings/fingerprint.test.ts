import { expect, test } from "vitest";
import { fingerprints, type Identity, identifyingText } from "../../src/findings/fingerprint.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const finding: Identity = { rule: "r", file: "a.rst", operation: "GET /a", message: "M.", text: "- a: b" };
const one = (identity: Identity) => fingerprints([identity])[0];

test.each<[string, Partial<Identity>]>([
  ["rule", { rule: "s" }],
  ["file", { file: "b.rst" }],
  ["operation", { operation: "PUT /a" }],
  ["message", { message: "N." }],
  ["text", { text: "- a: c" }],
])("another %s is another finding", (_, other) => {
  expect(one({ ...finding, ...other })).not.toBe(one(finding));
});

test("parts that only together make the same text are other findings", () => {
  expect(one({ ...finding, rule: "ra", file: ".rst" })).not.toBe(
    one({ ...finding, rule: "r", file: "a.rst" }),
  );
});

test("a line that a message names may have moved as well", () => {
  const missing = (line: number) =>
    one({ ...finding, message: `\`}\` is missing for the one in line ${line}.` });
  expect(missing(12)).toBe(missing(5));
});

test("equal findings are told apart, the first as if it were alone", () => {
  const three = fingerprints([finding, finding, finding]);
  expect(three[0]).toBe(one(finding));
  expect(new Set(three).size).toBe(3);
});

test.each([
  ["the line", "a\n  b c \nd", 6, "b c"],
  ["the end of a file", "a\nb", 3, "b"],
  ["an empty file", "", 0, ""],
  ["a long line", `x\n${"y".repeat(2000)}`, 1500, "y".repeat(500)],
])("%s", (_, text, at, want) => {
  expect(identifyingText(span(new SourceFile("/a", text), at, at))).toBe(want);
});
