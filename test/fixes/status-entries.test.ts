import { expect, test } from "vitest";
import { readStatusFile } from "../../src/apiref/status-file.ts";
import { mostCommon, statusEntryEdits, type WantedReason } from "../../src/fixes/status-entries.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { SourceFile } from "../../src/text/source-file.ts";

/** The text of a status.yaml with reasons brought in; `404`, `404 gone`. Undefined where none can be. */
function withReasons(text: string, ...wanted: string[]): string | undefined {
  const { status } = readStatusFile(new SourceFile("/status.yaml", text));
  const reasons = wanted.map((one): WantedReason => {
    const [code, name = "default"] = one.split(" ");
    return { code: code!, name, text: "New." };
  });
  const edits = statusEntryEdits(status, reasons);
  return edits && applyEdits(text, [...new Set(edits.values())]);
}

test.each<[string, string, string[], string | undefined]>([
  ["a new file", "", ["200", "404"], "200:\n  default: |\n    New.\n404:\n  default: |\n    New.\n"],
  [
    "codes in their order",
    "",
    ["404", "200"],
    "200:\n  default: |\n    New.\n404:\n  default: |\n    New.\n",
  ],
  [
    "between two codes, indented as the file is",
    "    200:\n      default: |\n        Fine.\n    404:\n     default: |\n        Gone.\n",
    ["300"],
    "    200:\n      default: |\n        Fine.\n    300:\n      default: |\n        New.\n    404:\n     default: |\n        Gone.\n",
  ],
  [
    "before the first",
    "404:\n  default: Gone\n",
    ["200"],
    "200:\n  default: |\n    New.\n404:\n  default: Gone\n",
  ],
  [
    "behind the last, where the file ends without a line break",
    "200:\n    default: |\n            Fine.",
    ["404"],
    "200:\n    default: |\n            Fine.\n404:\n    default: |\n            New.\n",
  ],
  [
    "a reason of a code that is there, and a code behind it",
    "# Codes\n\n404:\n  default: |\n    Gone.\n\n# End\n",
    ["404 lost", "409"],
    "# Codes\n\n404:\n  default: |\n    Gone.\n  lost: |\n    New.\n409:\n  default: |\n    New.\n\n# End\n",
  ],
  [
    "with blank lines as the file has them",
    "200:\n  default: |\n    Fine.\n\n404:\n  default: |\n    Gone.\n",
    ["204", "503"],
    "200:\n  default: |\n    Fine.\n\n204:\n  default: |\n    New.\n\n404:\n  default: |\n    Gone.\n\n503:\n  default: |\n    New.\n",
  ],
  [
    "below the heading of its class",
    "# Success\n200:\n  default: |\n    Fine.\n# Errors\n404:\n  default: |\n    Gone.\n",
    ["204", "400"],
    "# Success\n200:\n  default: |\n    Fine.\n204:\n  default: |\n    New.\n# Errors\n400:\n  default: |\n    New.\n404:\n  default: |\n    Gone.\n",
  ],
  [
    "CRLF",
    "200:\r\n  default: Fine\r\n",
    ["404"],
    "200:\r\n  default: Fine\r\n404:\r\n  default: |\r\n    New.\r\n",
  ],
  ["before the first entry that stands in a file of one line", "404: {default: Gone}\n", ["200"], undefined],
  [
    "between codes that stand in no order, behind the greatest of the lower ones",
    "404:\n  default: Gone\n200:\n  default: Fine\n300:\n  default: More\n",
    ["302"],
    "404:\n  default: Gone\n200:\n  default: Fine\n300:\n  default: More\n302:\n  default: |\n    New.\n",
  ],
  [
    "several reasons of one code",
    "200:\n  default: Fine\n",
    ["404 lost", "404 gone", "200 lit"],
    "200:\n  default: Fine\n  lit: |\n    New.\n404:\n  lost: |\n    New.\n  gone: |\n    New.\n",
  ],
  [
    "an entry before the first, with blank lines as the file has them",
    "# Codes\n\n300:\n  default: More\n\n404:\n  default: Gone\n",
    ["200", "202"],
    "# Codes\n\n200:\n  default: |\n    New.\n\n202:\n  default: |\n    New.\n\n300:\n  default: More\n\n404:\n  default: Gone\n",
  ],
  [
    "without blank lines, where half of the entries have none above them",
    "200:\n  default: Fine\n\n300:\n  default: More\n404:\n  default: Gone\n",
    ["500"],
    "200:\n  default: Fine\n\n300:\n  default: More\n404:\n  default: Gone\n500:\n  default: |\n    New.\n",
  ],
  [
    "below the last line of an entry with blank lines and comments in it",
    "200:\n  default: |\n    Fine.\n\n    Very.\n  # more\n\n# errors\n404:\n  default: Gone\n",
    ["202"],
    "200:\n  default: |\n    Fine.\n\n    Very.\n  # more\n202:\n  default: |\n    New.\n\n# errors\n404:\n  default: Gone\n",
  ],
  [
    "an error above the heading of other errors, where no success stands before it",
    "# Errors\n400:\n  default: Bad\n# More\n404:\n  default: Gone\n",
    ["401"],
    "# Errors\n400:\n  default: Bad\n401:\n  default: |\n    New.\n# More\n404:\n  default: Gone\n",
  ],
  [
    "an error behind a success without a heading between",
    "200:\n  default: Fine\n404:\n  default: Gone\n",
    ["400"],
    "200:\n  default: Fine\n400:\n  default: |\n    New.\n404:\n  default: Gone\n",
  ],
  [
    "texts as far in as most of them, folded ones too",
    "200:\n default: >-\n    Fine.\n 300: |\n\n404:\n default: |2\n    Gone.\n409:\n default: Busy: no\n"
      .replace(" 300: |\n\n", "")
      .replace("|2", "|")
      .replace("Busy: no", "Busy"),
    ["500"],
    "200:\n default: >-\n    Fine.\n404:\n default: |\n    Gone.\n409:\n default: Busy\n500:\n default: |\n    New.\n",
  ],
  [
    "nothing where entries are not all as far in",
    "200:\n  default: Fine\n 404:\n  default: Gone\n",
    ["500"],
    undefined,
  ],
  [
    "nothing where an entry shares its line",
    "{\n200: {default: Fine}, 404: {default: Gone}}\n",
    ["500"],
    undefined,
  ],
  ["nothing behind a reason in the line of its code", "200: {default: Fine}\n", ["200 lit"], undefined],
  ["nothing into a file with a list at its top", "- 200\n", ["500"], undefined],
  ["nothing that is there", "200:\n  default: Fine\n", ["200"], "200:\n  default: Fine\n"],
  ["nothing where a wanted reason is without a text", "404:\n  default:\n", ["404", "409"], undefined],
  ["nothing into a file in one line", "{200: {default: Fine}}\n", ["404"], undefined],
])("adds %s", (_, text, wanted, result) => {
  expect(withReasons(text, ...wanted)).toBe(result);
});

test("wraps long texts, and keeps the lines of those that have several", () => {
  const { status } = readStatusFile(new SourceFile("/status.yaml", ""));
  const text = "word ".repeat(30).trim();
  const edits = statusEntryEdits(status, [
    { code: "400", name: "default", text },
    { code: "409", name: "default", text: "One of:\n\n- this\n- that" },
  ]);
  const lines = applyEdits("", [...new Set(edits?.values())]).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(80);
  expect(lines.slice(-6)).toEqual(["  default: |", "    One of:", "", "    - this", "    - that", ""]);
});

test("a line of a text is as long as may be", () => {
  const { status } = readStatusFile(new SourceFile("/status.yaml", ""));
  const lines = (first: number, second: number) => {
    const text = `${"a".repeat(first)} ${"b".repeat(second)}`;
    const edits = statusEntryEdits(status, [{ code: "400", name: "default", text }]);
    return [...edits!.values()][0]!.text.split("\n").slice(2, -1);
  };
  expect(lines(40, 34)).toEqual([`    ${"a".repeat(40)} ${"b".repeat(34)}`]);
  expect(lines(40, 35)).toEqual([`    ${"a".repeat(40)}`, `    ${"b".repeat(35)}`]);
  expect(lines(90, 2)).toEqual([`    ${"a".repeat(90)}`, "    bb"]);
});

test("what goes to one place is one edit, which each of the reasons has", () => {
  const { status } = readStatusFile(new SourceFile("/status.yaml", "200:\n  default: Fine\n"));
  const reason = (code: string): WantedReason => ({ code, name: "default", text: "New." });
  const wanted = ["404", "100", "409", "200"].map(reason);
  const edits = statusEntryEdits(status, wanted)!;
  expect(edits.get(wanted[0]!)).toBe(edits.get(wanted[2]!));
  expect(edits.get(wanted[0]!)).not.toBe(edits.get(wanted[1]!));
  expect(edits.has(wanted[3]!)).toBe(false);
});

test.each([
  [[], undefined],
  [["a"], "a"],
  [["a", "b", "b"], "b"],
  [["a", "b", "b", "a"], "a"],
  [["b", "a", "c"], "b"],
])("of %j the most common is %s", (values, wanted) => {
  expect(mostCommon(values)).toBe(wanted);
});
