import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import { selectFixes } from "../../src/fixes/select.ts";
import { applyEdits, type Edit } from "../../src/text/edit.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const file = new SourceFile("/a.inc", "0123456789");
const other = new SourceFile("/b.inc", "0123456789");
const edit = (start: number, end: number, text: string, of = file): Edit => ({
  span: span(of, start, end),
  text,
});
const finding = (message: string, ...edits: Edit[]): Finding => ({
  rule: "some-rule",
  severity: "warning",
  message,
  span: span(file, 0, 1),
  ...(edits.length === 0 ? {} : { edits }),
});
const names = (findings: readonly Finding[]) => findings.map(({ message }) => message);

test.each<[string, Finding[], string[], string[]]>([
  ["findings without edits are left out", [finding("a")], [], []],
  ["edits apart", [finding("a", edit(0, 1, "x")), finding("b", edit(5, 6, "y"))], ["a", "b"], []],
  [
    "the first of two that collide",
    [finding("a", edit(0, 3, "x")), finding("b", edit(2, 6, "y"))],
    ["a"],
    ["b"],
  ],
  ["the same edit twice", [finding("a", edit(4, 4, "x")), finding("b", edit(4, 4, "x"))], ["a", "b"], []],
  [
    "all edits of a finding or none",
    [
      finding("a", edit(0, 1, "x")),
      finding("b", edit(0, 1, "y"), edit(8, 9, "y")),
      finding("c", edit(8, 9, "z")),
    ],
    ["a", "c"],
    ["b"],
  ],
  [
    "the same place of other files",
    [finding("a", edit(0, 1, "x")), finding("b", edit(0, 1, "y", other))],
    ["a", "b"],
    [],
  ],
])("%s", (_, findings, fixed, deferred) => {
  const selection = selectFixes(findings);
  expect([names(selection.fixed), names(selection.deferred)]).toEqual([fixed, deferred]);
});

test("two paths of one file count as one", () => {
  const findings = [finding("a", edit(0, 1, "x")), finding("b", edit(0, 1, "y", other))];
  const { edits, deferred } = selectFixes(findings, () => "/real.inc");
  expect([[...edits.keys()], names(deferred)]).toEqual([["/real.inc"], ["b"]]);
});

test("what is chosen can be applied, and nothing is forgotten", () => {
  const anyEdit = fc
    .tuple(fc.nat(10), fc.nat(3), fc.constantFrom("", "x", "y"))
    .map(([start, length, text]) => edit(start, Math.min(10, start + length), text));
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 12 }), (all) => {
      const findings = all.map((one, index) => finding(String(index), one));
      const { edits, fixed, deferred } = selectFixes(findings);
      applyEdits(file.text, edits.get("/a.inc") ?? []);
      expect(fixed.length + deferred.length).toBe(all.length);
    }),
  );
});
