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

const line = (one: Partial<Known>): Known => ({ ...finding, ...one });
const since = (gone: boolean, fresh: boolean, without: boolean): SinceThen => ({
  isLineGone: () => gone,
  isLineNew: () => fresh,
  isOperationGone: () => without,
});

test.each<[string, Partial<Known>, SinceThen, boolean]>([
  [
    "in another file, where its line is still in the first",
    { file: "b.rst" },
    since(false, true, true),
    true,
  ],
  ["in another file, where its line was there before", { file: "b.rst" }, since(true, false, true), true],
  ["in another file", { file: "b.rst" }, since(true, true, false), false],
  ["in another file and operation", { file: "b.rst", operation: "GET /b" }, since(true, true, true), false],
  [
    "in another file and operation, where the first is still there",
    { file: "b.rst", operation: "GET /b" },
    since(true, true, false),
    true,
  ],
  ["of another rule in another file", { file: "b.rst", rule: "s" }, since(true, true, true), true],
  [
    "of another text in another file",
    { file: "b.rst", text: "- other: other" },
    since(true, true, true),
    true,
  ],
  ["at a corrected line", { text: "- colour: sizes" }, since(true, true, false), false],
  ["at a like line that was there before", { text: "- colour: sizes" }, since(true, false, true), true],
  ["at a like line beside its own", { text: "- colour: sizes" }, since(false, true, true), true],
  ["at a line that is unlike", { text: "Words." }, since(true, true, true), true],
  [
    "at a corrected line, for an operation that is called otherwise now",
    { text: "- colour: sizes", operation: "GET /b" },
    since(true, true, true),
    false,
  ],
  [
    "at a corrected line, for another operation",
    { text: "- colour: sizes", operation: "GET /b" },
    since(true, true, false),
    true,
  ],
  [
    "at a corrected line, with another message",
    { text: "- colour: sizes", message: "N." },
    since(true, true, true),
    true,
  ],
])("a finding %s", (_, now, then, wanted) => {
  expect(isNew({}, now, then)).toBe(wanted);
});

test("a finding of no operation has none that is gone", () => {
  const { operation: _, ...without } = finding;
  const { fresh } = compareFindings([without], [line({ file: "b.rst" })], changed);
  expect(fresh.size).toBe(1);
  expect(compareFindings([without], [line({ text: "- colour: sizes" })], changed).fresh.size).toBe(1);
});

test("the surest resemblance is found first: file and operation, the file, the operation", () => {
  const before = [line({})];
  const now = [line({ message: "N." }), line({ file: "b.rst" }), line({ operation: "GET /b" }), line({})];
  const fresh = (...indices: number[]) => {
    const found = compareFindings(
      before,
      indices.map((index) => now[index]!),
      changed,
    );
    return [...found.fresh];
  };
  expect(fresh(0, 1, 2, 3)).toEqual([0, 1, 2]);
  expect(fresh(0, 1, 2)).toEqual([0, 1]);
  expect(fresh(0, 1)).toEqual([0]);
});

test("a line as it is now makes a finding the same whatever its text", () => {
  const { fresh, gone } = compareFindings([line({ line: 3 })], [line({ line: 3, text: "x" })], still);
  expect([fresh.size, gone.size]).toEqual([0, 0]);
  expect(isNew({ line: 3 }, { line: 4, text: "x" })).toBe(true);
});

test.each([
  ["another rule", { rule: "s" }],
  ["another file", { file: "b.rst" }],
  ["another operation", { operation: "GET /b" }],
])("lists of %s are told apart", (_, other) => {
  const names = { message: "No rows: `a`, `b` and `c`.", text: "y" };
  const fewer = { message: "No rows: `b` and `c`.", text: "x" };
  expect(isNew(names, fewer)).toBe(false);
  expect(isNew(names, { ...fewer, ...other })).toBe(true);
});

test("lists in other words are told apart, and a single name is no list", () => {
  expect(isNew({ message: "No rows: `a`, `b`." }, { message: "No words: `a`, `b`.", text: "x" })).toBe(true);
  expect(isNew({ message: "No row: `a`." }, { message: "No row: `b`.", text: "x" })).toBe(true);
  expect(isNew({ message: "`a`, and `b` lack." }, { message: "`b` and `a` lack.", text: "x" })).toBe(false);
});

test.each([
  ["Is it `a`? Yes.", "Is it `a`"],
  ["It is! So.", "It is"],
  ["It is", "It is"],
  ["Version 2.1 is there.", "Version 2.# is there"],
  ["At line 12 and line 7 there are 3 lamps", "At # and # there are # lamps"],
  ["12A `z` 3", "12A `z` 3"],
  ["`/a` lacks `b` (`c` in the document) here", "<operation> lacks `b` (`c` in the document) here"],
  ["No summary (`/paths/a` in the document)", "No summary"],
  ["`GET /a`, but not `/a`", "<operation>"],
])("%s: what is found is %s", (message, wanted) => {
  expect(identifyingMessage(message, "GET /a", "x")).toBe(wanted);
});
