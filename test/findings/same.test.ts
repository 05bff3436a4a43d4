import { expect, test } from "vitest";
import {
  compareFindings,
  identifyingMessage,
  identifyingText,
  type Known,
  type SinceThen,
} from "../../src/findings/same.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const finding: Known = {
  rule: "r",
  file: "a.rst",
  operation: "GET /a",
  message: "M.",
  text: "- colour: size",
};
const still: SinceThen = { isLineGone: () => false, isLineNew: () => false, isOperationGone: () => false };
const changed: SinceThen = { isLineGone: () => true, isLineNew: () => true, isOperationGone: () => true };
const isNew = (before: Partial<Known>, now: Partial<Known>, since = still) =>
  compareFindings([{ ...finding, ...before }], [{ ...finding, ...now }], since).fresh.size === 1;

test.each<[string, Partial<Known>]>([
  ["rule", { rule: "s" }],
  ["message", { message: "N." }],
  ["file", { file: "b.rst" }],
  ["text", { text: "- length: length" }],
])("another %s is another finding", (_, other) => {
  expect(isNew({}, other)).toBe(true);
});

test("a part that several operations use may belong to another one now", () => {
  expect(isNew({}, { operation: "GET /b" })).toBe(false);
});

test.each<[string, Partial<Known>]>([
  ["its file has another name", { file: "b.rst" }],
  ["its operation as well", { file: "b.rst", operation: "GET /b" }],
  ["its line was corrected", { text: "- colour: sizes" }],
])("it is the same where %s, and only there", (_, other) => {
  expect(isNew({}, other, changed)).toBe(false);
  expect(isNew({}, other, still)).toBe(true);
});

test("the line decides which of two is new", () => {
  const { fresh, gone } = compareFindings(
    [{ ...finding, line: 5 }],
    [
      { ...finding, line: 2 },
      { ...finding, line: 5 },
    ],
    still,
  );
  expect([...fresh]).toEqual([0]);
  expect(gone.size).toBe(0);
});

test("of a list, names may go and none may come", () => {
  const listing = (...names: string[]) => ({
    message: `No rows: ${names.map((name) => `\`${name}\``).join(", ")}.`,
  });
  expect(isNew(listing("a", "b", "c"), { ...listing("b", "c"), text: "x" })).toBe(false);
  expect(isNew(listing("b", "c"), { ...listing("a", "b"), text: "x" })).toBe(true);
});

test.each([
  ["`}` for the one in line 12", "`}` for the one in line 5", true],
  ["12 samples say so", "13 samples say so", true],
  ["`12 samples` is wrong", "`13 samples` is wrong", false],
  ["`GET /a` has no code", "`/a` has no code", true],
  ["`List` has no code", "`Lists` has no code", false],
  ["No row for `a`. Add one.", "No row for `a`, but one for `b`. Correct it.", true],
  ["No row for `a.b`. Add one.", "No row for `a.c`. Add one.", false],
  ["No summary. (`/paths/a` in the document)", "No summary. (`/paths/b` in the document)", true],
])("%s, %s: the same is %s", (one, other, want) => {
  expect(identifyingMessage(one, "GET /a", "x") === identifyingMessage(other, "GET /a", "x")).toBe(want);
});

test("a message that names its own line", () => {
  expect(identifyingMessage("`List` has no code", undefined, "List")).toBe("<line> has no code");
});

test.each([
  ["the line", "a\n  b c \nd", 6, "b c"],
  ["the end of a file", "a\nb", 3, "b"],
  ["an empty file", "", 0, ""],
  ["a long line", `x\n${"y".repeat(2000)}`, 1500, "y".repeat(500)],
])("%s", (_, text, at, want) => {
  expect(identifyingText(span(new SourceFile("/a", text), at, at))).toBe(want);
});
