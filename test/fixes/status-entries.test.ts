import { expect, test } from "vitest";
import { readStatusFile } from "../../src/apiref/status-file.ts";
import { statusEntryEdits, type WantedReason } from "../../src/fixes/status-entries.ts";
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
