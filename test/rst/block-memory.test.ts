import { expect, test } from "vitest";
import { BlockMemory } from "../../src/rst/block-memory.ts";
import { parseDocument } from "../../src/rst/parse.ts";
import type { Block, Section } from "../../src/rst/tree.ts";
import { gathered } from "../../src/rst/walk.ts";
import { SourceFile } from "../../src/text/source-file.ts";

const text = `
Lamps
=====

Old lamps
---------

They *glow*.

- red
- blue

New lamps
---------

They shine.
`;
const sectionsOf = gathered((block) => (block.kind === "section" ? [block] : []));
const titled = (blocks: readonly Block[], title: string): Section =>
  sectionsOf(blocks).find((section) => section.title.lines[0]!.text === title)!;

test("a file that is the same gives the same sections", () => {
  const memory = new BlockMemory();
  const file = new SourceFile("/lamps.rst", text);
  const first = parseDocument(file, { memory }).blocks;
  const again = parseDocument(file, { memory }).blocks;
  expect(again).toHaveLength(1);
  expect(again[0]).toBe(first[0]);
});

test("a section that holds something else is another, and so are those round it", () => {
  const memory = new BlockMemory();
  const part = new SourceFile("/part.inc", "Lit lamps\n---------\n\nThey *glow*.\n");
  const other = new SourceFile("/part.inc", "Lit lamps\n---------\n\nThey *blind*.\n");
  const file = new SourceFile("/lamps.rst", `${text}\n.. include:: part.inc\n`);
  const parse = (included: SourceFile) =>
    parseDocument(file, {
      memory,
      include: () =>
        included.text.split("\n").map((line, index, all) => ({
          text: line,
          file: included,
          offset: all.slice(0, index).join("\n").length + (index === 0 ? 0 : 1),
          includedFrom: undefined,
          tabs: undefined,
        })),
    }).blocks;
  const first = parse(part);
  const again = parse(other);
  expect(titled(again, "Old lamps")).toBe(titled(first, "Old lamps"));
  expect(titled(again, "Lit lamps")).not.toBe(titled(first, "Lit lamps"));
  expect(titled(again, "Lamps")).not.toBe(titled(first, "Lamps"));
  expect(titled(parse(other), "Lamps")).toBe(titled(again, "Lamps"));
});

test("what is gathered comes in reading order, and a section is looked at once", () => {
  const { blocks } = parseDocument(new SourceFile("/lamps.rst", text));
  const looked: string[] = [];
  const kinds = gathered((block) => {
    looked.push(block.kind);
    return [block.kind];
  });
  const wanted = [
    "section",
    "section",
    "paragraph",
    "bullet-list",
    "paragraph",
    "paragraph",
    "section",
    "paragraph",
  ];
  expect(kinds(blocks)).toEqual(wanted);
  expect(kinds(blocks)).toEqual(wanted);
  expect(looked).toEqual(wanted);
});
