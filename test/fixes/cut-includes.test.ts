import { expect, test } from "vitest";
import { isCutAlike } from "../../src/fixes/cut-includes.ts";
import type { DirectiveOption } from "../../src/rst/tree.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const file = new SourceFile("/part.inc", "one\ntwo\nthree\nfour\n");

/** Whether lines that options choose are the same after a text is put in for another. */
function alike(options: Record<string, string>, from: number, to: number, text: string): boolean {
  const listed = Object.entries(options).map(
    ([name, value]) => ({ name, value }) as unknown as DirectiveOption,
  );
  return isCutAlike(file, listed, [{ span: span(file, from, to), text }]);
}

test.each<[string, Record<string, string>, number, number, string, boolean]>([
  ["a change inside the lines", { "start-line": "1", "end-line": "3" }, 4, 7, "TWO", true],
  ["a change before them of as many lines", { "start-line": "1", "end-line": "3" }, 0, 3, "ONE", true],
  ["a line more before them", { "start-line": "1", "end-line": "3" }, 0, 0, "zero\n", false],
  ["a line more inside them", { "start-line": "1", "end-line": "3" }, 4, 4, "new\n", false],
  ["a line more behind them", { "start-line": "1", "end-line": "3" }, 19, 19, "new\n", true],
  ["a change across their beginning", { "start-line": "1", "end-line": "3" }, 2, 5, "E\nT", false],
  ["a change across their end", { "start-line": "1", "end-line": "3" }, 12, 16, "E\nF", false],
  ["the text that ends them, once more inside", { "end-before": "three" }, 4, 7, "three", false],
  ["a change where none are brought in", { "start-after": "five" }, 4, 7, "TWO", true],
  ["the text that begins them", { "start-after": "five" }, 4, 7, "five", false],
])("%s: %j", (_, options, from, to, text, wanted) => {
  expect(alike(options, from, to, text)).toBe(wanted);
});
