import fc from "fast-check";
import { expect, test } from "vitest";
import { noticesFor } from "../../src/apiref/notice.ts";
import { readRowList } from "../../src/apiref/row-list.ts";
import { readYaml } from "../../src/data/yaml.ts";
import type { YamlNode } from "../../src/data/yaml-node.ts";
import type { Line } from "../../src/rst/tree.ts";
import { SourceFile } from "../../src/text/source-file.ts";

/** The lines of a directive's content, which stand in a file behind other text and indented. */
function linesOf(content: string): Line[] {
  const texts = content.split("\n");
  const file = new SourceFile(
    "/source/some.inc",
    `.. rest_parameters:: p.yaml\n\n${texts.map((text) => `   ${text}`).join("\n")}\n`,
  );
  return texts.map((text, index) => ({ text, file, offset: file.offsetAt({ line: index + 3, column: 4 }) }));
}

/** `name=value` of each item, with the notices as `line:column text (problem)`. */
function read(content: string) {
  const { items, notices } = readRowList(linesOf(content));
  return {
    items: items.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`)),
    notices: noticesFor(notices, "parameter-row-invalid").map(({ span, detail }) => {
      const { line, column } = span.file.positionAt(span.start);
      return `${line}:${column} ${detail.kind === "no-rows" ? "" : detail.text}`;
    }),
  };
}

test.each<[string, string, string[]]>([
  ["rows", "- a: b\n- c: d", ["a=b", "c=d"]],
  ["names with colons", "- ns:name: ns:name\n- A-B:c_d: e", ["ns:name=ns:name", "A-B:c_d=e"]],
  ["odd names", "- widgets.{key}: x\n- <any>: y\n- my name: z", ["widgets.{key}=x", "<any>=y", "my name=z"]],
  ["quotes", "- \"a: b\": 'c'\n- '@x': y", ["a: b=c", "@x=y"]],
  ["comments and blank lines", "- a: b # why\n\n# - c: d\n- e: f", ["a=b", "e=f"]],
  ["codes", '- 200\n- 409: taken\n- "404"', ["200", "409=taken", "404"]],
  ["a name without key", "- a:\n- b", ["a", "b"]],
  ["several keys in one item", "- a: b\n  c: d\n- e: f", ["a=b", "c=d", "e=f"]],
  ["wide blanks", "-   a:    b", ["a=b"]],
  ["an item over two lines", "- a:\n    b\n-\n  c: d", ["a=b", "c=d"]],
  ["a row twice", "- a: b\n- a: b", ["a=b", "a=b"]],
  ["words that YAML knows", "- yes: no\n- null: 2.20\n- 010: 0x1", ["yes=no", "null=2.20", "010=0x1"]],
  ["a list in brackets", "[a: b, {c: d}]", ["a=b", "c=d"]],
  ["nothing", "", []],
])("reads %s", (_, content, want) => {
  expect(read(content)).toEqual({ items: want, notices: [] });
});

test.each<[string, string, string[], string[]]>([
  ["no blank behind the colon", "- a: b\n- c:d\n- e: f", ["a=b", "c:d", "e=f"], []],
  ["no blank behind the dash", "- a: b\n-c: d\n- e: f", ["a=b", "c=d", "e=f"], ["4:4 -c: d"]],
  [
    "characters that nobody sees",
    "- co\u200blour: b\n-\u00a0c: d\u2060\n- e: f",
    ["colour=b", "c=d", "e=f"],
    ["3:8 - colour: b", "4:5 -\u00a0c: d"],
  ],
  ["no dash", "a: b\n- c: d", ["a=b", "c=d"], ["3:4 a: b"]],
  ["a text without dash", "- a: b\nwhatever\n- c: d", ["a=b", "c=d"], ["4:4 whatever"]],
  ["a second colon", "- a: b: c\n- d: e", ["d=e"], ["3:4 - a: b: c"]],
  ["a row that is indented too far", "- a: b\n - c: d\n- e: f", ["a=b", "c=d", "e=f"], ["4:5 - c: d"]],
  ["a quote that is not closed", "- a: 'b\n- c: d", ["c=d"], ["3:4 - a: 'b"]],
  ["a list for a key", "- a: [b]\n- - c: d\n- e: f", ["e=f"], ["3:4 - a: [b]", "4:4 - - c: d"]],
  ["an alias", "- a: *b\n- c: d", ["c=d"], ["3:4 - a: *b"]],
])("keeps the rows beside %s", (_, content, items, notices) => {
  expect(read(content)).toEqual({ items, notices });
});

test("gives the places in the file", () => {
  for (const content of ["- a: b", "- 'a': \"b\" # c", "- a: b\n  c: d", "-a: b"]) {
    for (const { nameSpan, valueSpan, span, name, value } of readRowList(linesOf(content)).items) {
      const at = (start: number, end: number) => span.file.text.slice(start, end).replace(/['"]/g, "");
      expect(at(nameSpan.start, nameSpan.end)).toBe(name);
      expect(at(valueSpan!.start, valueSpan!.end)).toBe(value);
      expect([span.start, span.end]).toEqual([nameSpan.start, valueSpan!.end]);
    }
  }
});

test("the quick way through plain items and the YAML parser agree", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_.{}<>:#,&*!|'"%@~[\]-]{1,6}$/);
  const item = fc.tuple(
    word,
    fc.constantFrom(": ", ":  ", ":", " "),
    fc.option(word),
    fc.constantFrom("", " # c", "#", "  "),
  );
  fc.assert(
    fc.property(item, ([name, colon, value, end]) => {
      const row = `- ${name}${value === null ? "" : colon + value}${end}`.trimEnd();
      const { items, notices } = readRowList(linesOf(row));
      const { root, problems } = readYaml(new SourceFile("/source/row.yaml", row));
      expect(notices.length > 0).toBe(problems.length > 0 || !isRow(root));
      if (notices.length === 0) expect(items.map((one) => [one.name, one.value ?? ""])).toEqual(rowsIn(root));
    }),
    { numRuns: 2000 },
  );
});

const itemsOf = (root: YamlNode | undefined) => (root?.kind === "sequence" ? root.items : []);

function isRow(root: YamlNode | undefined): boolean {
  return itemsOf(root).every(
    (item) =>
      item.kind === "scalar" ||
      (item.kind === "mapping" && item.entries.every(({ value }) => value.kind === "scalar")),
  );
}

function rowsIn(root: YamlNode | undefined): string[][] {
  const text = (node: YamlNode) => (node.kind === "scalar" ? node.text : "");
  return itemsOf(root).flatMap((item) =>
    item.kind === "mapping"
      ? item.entries.map(({ key, value }) => [key.text, text(value)])
      : [[text(item), ""]],
  );
}

test("never throws", () => {
  const pieces = fc.constantFrom(
    "- ",
    "a",
    ": ",
    ":",
    "\n",
    "  ",
    "#",
    "'",
    '"',
    "[",
    "{",
    "*x",
    "&x",
    "|",
    "\t",
    "---",
    "?",
    "!",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => void readRowList(linesOf(parts.join("")))),
  );
});
