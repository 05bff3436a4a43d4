import { expect, test } from "vitest";
import { rowRemoval } from "../../src/fixes/row-removal.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

/** A text without the row that begins at `*`; undefined where it is left to a person. */
function without(marked: string): string | undefined {
  const at = marked.indexOf("*");
  const text = marked.replace("*", "");
  const edit = rowRemoval(span(new SourceFile("/a.inc", text), at, at + 1));
  return edit && applyEdits(text, [edit]);
}

test.each<[string, string | undefined]>([
  ["- a: a\n- *b: b\n- c: c\n", "- a: a\n- c: c\n"],
  ["   - *b: b\n\nText.\n", "\nText.\n"],
  ["   - *404\n   - 409\n", "   - 409\n"],
  ["- *a :  b \n", ""],
  ["- *a: b\n  \n    c\n", "  \n    c\n"],
  ["  - *a: b\n  c\n", "  c\n"],
  ["  - *a: b\n   c\n", undefined],
  ["- *a: b", undefined],
  ["- *a: b c\n", undefined],
  ["- *a b\n", undefined],
  ["* *a: b\n".replace("* ", "+ "), undefined],
  ["x - *a: b\n", undefined],
  ["-*a: b\n", undefined],
])("%j", (marked, wanted) => {
  expect(without(marked)).toBe(wanted);
});
