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

test.each<[string, Edit[], boolean]>([
  ["one that begins where it ends", [edit(5, 7, "y")], true],
  ["one that ends where it begins", [edit(1, 3, "y")], true],
  ["one that covers it", [edit(2, 6, "y")], false],
  ["one inside it", [edit(4, 5, "y")], false],
  ["an insertion in it", [edit(4, 4, "y")], false],
  ["the same with another text", [edit(3, 5, "y")], false],
  ["one far behind it, beside one in its way", [edit(8, 9, "y"), edit(4, 6, "y")], false],
])("beside a chosen edit at 3–5: %s", (_, edits, isFixed) => {
  const chosen = [finding("a", edit(0, 1, "x"), edit(3, 5, "x"), edit(9, 10, "x"))];
  const { fixed, deferred } = selectFixes([...chosen, finding("b", ...edits)]);
  expect(names(isFixed ? fixed : deferred)).toContain("b");
});

test("edits are given in the order of the text, an insertion before what it stands in front of", () => {
  const edits = [edit(6, 8, "a"), edit(2, 3, "b"), edit(4, 4, "c"), edit(0, 1, "d"), edit(8, 9, "e")];
  const { edits: chosen } = selectFixes(edits.map((one, at) => finding(`${at}`, one)));
  expect(chosen.get("/a.inc")).toEqual([edits[3], edits[1], edits[2], edits[0], edits[4]]);
});

test("a file of which no edit is chosen is not among the edits", () => {
  const { edits } = selectFixes([
    finding("a", edit(0, 2, "x")),
    finding("b", edit(1, 3, "y"), edit(0, 1, "y", other)),
  ]);
  expect([...edits.keys()]).toEqual(["/a.inc"]);
});

test("links to one file are that file", () => {
  const link = new SourceFile("/link.inc", "0123456789");
  const findings = [finding("a", edit(0, 2, "x")), finding("b", edit(1, 3, "y", link))];
  expect(names(selectFixes(findings).deferred)).toEqual([]);
  expect(names(selectFixes(findings, () => "/a.inc").deferred)).toEqual(["b"]);
});
