import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, collide, doCollide, type Edit } from "../../src/text/edit.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const file = new SourceFile("/a.txt", "0123456789");
const edit = (start: number, end: number, text: string): Edit => ({ span: span(file, start, end), text });

test.each<[string, Edit[], string]>([
  ["nothing", [], "0123456789"],
  ["a replacement", [edit(2, 4, "x")], "01x456789"],
  ["an insertion at the start", [edit(0, 0, "x")], "x0123456789"],
  ["an insertion at the end", [edit(10, 10, "x")], "0123456789x"],
  ["edits in any order", [edit(8, 9, ""), edit(1, 2, "y")], "0y2345679"],
  ["an insertion in front of what is replaced", [edit(3, 5, "b"), edit(3, 3, "a")], "012ab56789"],
  ["an insertion behind what is replaced", [edit(5, 5, "b"), edit(3, 5, "a")], "012ab56789"],
  ["neighbours", [edit(3, 5, "a"), edit(5, 6, "b")], "012ab6789"],
])("applies %s", (_, edits, wanted) => {
  expect(applyEdits(file.text, edits)).toBe(wanted);
});

test("refuses edits of the same characters, and edits outside", () => {
  expect(() => applyEdits(file.text, [edit(1, 4, ""), edit(3, 5, "")])).toThrow("collide at 3");
  expect(() => applyEdits(file.text, [edit(9, 11, "")])).toThrow();
});

test.each<[string, Edit, Edit, boolean]>([
  ["apart", edit(1, 2, ""), edit(4, 5, ""), false],
  ["touching", edit(1, 2, ""), edit(2, 5, ""), false],
  ["overlapping", edit(1, 3, ""), edit(2, 5, ""), true],
  ["one in the other", edit(1, 9, ""), edit(2, 5, ""), true],
  ["two texts for one place", edit(4, 4, "a"), edit(4, 4, "b"), true],
  ["an insertion inside", edit(4, 4, "a"), edit(3, 5, ""), true],
  ["an insertion at the edge", edit(3, 3, "a"), edit(3, 5, ""), false],
])("%s", (_, a, b, wanted) => {
  expect([collide(a, b), collide(b, a)]).toEqual([wanted, wanted]);
});

test("what stands outside of the edits stays", () => {
  const pieces = fc.array(fc.tuple(fc.string(), fc.string(), fc.string()), { maxLength: 6 });
  fc.assert(
    fc.property(pieces, fc.string(), (parts, rest) => {
      const source = new SourceFile("/a.txt", `${parts.map(([kept, old]) => kept + old).join("")}${rest}`);
      const edits: Edit[] = [];
      let at = 0;
      for (const [kept, old, text] of parts) {
        at += kept.length;
        // Where nothing stands between two insertions, they would collide.
        if (kept !== "" || old !== "") edits.push({ span: span(source, at, at + old.length), text });
        at += old.length;
      }
      fc.pre(edits.every((a, index) => edits.slice(0, index).every((b) => !collide(a, b))));
      const wanted = parts
        .map(([kept, old, text]) => kept + (kept !== "" || old !== "" ? text : old))
        .join("");
      expect(applyEdits(source.text, edits.toReversed())).toBe(wanted + rest);
    }),
  );
});

test("of many edits two collide as any pair of them does", () => {
  const some = fc.uniqueArray(
    fc.tuple(fc.nat(9), fc.nat(3)).map(([start, length]) => edit(start, Math.min(10, start + length), "")),
    { selector: ({ span }) => `${span.start} ${span.end}`, maxLength: 5 },
  );
  fc.assert(
    fc.property(some, (edits) => {
      const pairs = edits.flatMap((a, index) => edits.slice(index + 1).map((b) => collide(a, b)));
      expect(doCollide(edits)).toBe(pairs.includes(true));
    }),
  );
  expect(doCollide([edit(4, 4, "a"), edit(1, 2, ""), edit(4, 4, "b")])).toBe(true);
});
