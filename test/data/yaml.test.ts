import fc from "fast-check";
import { expect, test } from "vitest";
import { yamlFaultText } from "../../src/checks/yaml-faults.ts";
import { readYaml } from "../../src/data/yaml.ts";
import { yamlValue } from "../../src/data/yaml-node.ts";
import { SourceFile } from "../../src/text/source-file.ts";

/** What a text holds, and what is wrong with it: `line:column message`. */
function read(text: string): { value: unknown; problems: string[] } {
  const { root, problems } = readYaml(new SourceFile("/source/some.yaml", text));
  return {
    value: root && yamlValue(root),
    problems: problems.map(({ fault, span }) => {
      const { line, column } = span.file.positionAt(span.start);
      return `${line}:${column} ${yamlFaultText(fault)}`;
    }),
  };
}

test.each<[string, unknown]>([
  ["2.20", "2.20"],
  ["1e3", "1e3"],
  [".inf", ".inf"],
  ["2024-01-31", "2024-01-31"],
  ["12", 12],
  ["-7", -7],
  ["+7", 7],
  ["1_000", 1000],
  ["010", 8],
  ["08", "08"],
  ["0x1F", 31],
  ["0b101", 5],
  ["1:30", 90],
  ["yes", true],
  ["Off", false],
  ["TRUE", true],
  ["y", "y"],
  ["tRUE", "tRUE"],
  ["~", null],
  ["null", null],
  ["", null],
  ["none", "none"],
  ["'yes'", "yes"],
  ['"2.20"', "2.20"],
  ["!!str yes", "yes"],
  ["!!int '12'", 12],
  ["! 12", "12"],
  ["[a, 2, no]", ["a", 2, false]],
  ["{a: 1, __proto__: 2}", JSON.parse('{"a":1,"__proto__":2}')],
])("reads the scalar %s as PyYAML does, but floats and dates as text", (text, want) => {
  expect(read(`key: ${text}\n`)).toEqual({ value: { key: want }, problems: [] });
});

test.each<[string, string, unknown]>([
  ["a byte order mark", "\uFEFFa: 1\n", { a: 1 }],
  ["a document marker", "---\na: 1\n...\n", { a: 1 }],
  ["a version line", "%YAML 1.2\n---\na: no\n", { a: false }],
  ["an indented file", "    a:\n     b: 1\n    c: 2\n", { a: { b: 1 }, c: 2 }],
  ["other line ends", "a: |\r\n  x\r\n  y\r\nb: 1\r\n", { a: "x\ny\n", b: 1 }],
  ["block scalars", "a: |-\n  x\n   y\n\nb: >\n  x\n  y\n", { a: "x\n y", b: "x y\n" }],
  ["several lines of plain text", "a: x\n  y\n\n  z\n", { a: "x y\nz" }],
  ["an alias", "a: &x [1, 2]\nb: *x\n", { a: [1, 2], b: [1, 2] }],
  ["a merge key", "a: &x {p: 1, q: 2}\nb:\n  q: 3\n  <<: *x\n", { a: { p: 1, q: 2 }, b: { p: 1, q: 3 } }],
  ["merge keys of a list", "a: {<<: [{p: 1}, {p: 2, q: 2}]}\n", { a: { p: 1, q: 2 } }],
  ["a key twice", "a: 1\na: 2\n", { a: 2 }],
  ["a list", "- a\n- b: c\n", ["a", { b: "c" }]],
  ["nothing", "", undefined],
  ["comments only", "# nothing\n\n", undefined],
])("reads %s", (_, text, want) => {
  expect(read(text)).toEqual({ value: want, problems: [] });
});

test.each<[string, string, unknown, string[]]>([
  [
    "a colon in a value",
    "a: 1\nb: x: y\nc: 3\n",
    { a: 1, b: { x: "y" }, c: 3 },
    ["2:4 a second `: ` in one line; a value that holds `: ` needs quotes"],
  ],
  [
    "a quote that is not closed",
    "a:\n  t: 'x\nb:\n  t: y\n",
    { a: { t: "x" }, b: { t: "y" } },
    ["2:6 Missing closing 'quote"],
  ],
  [
    "a tab",
    "a:\n\tb: 1\nc: 2\n",
    { a: null, c: 2 },
    ["2:1 a tab in the indentation, where YAML allows only spaces"],
  ],
  ["a line without colon", "a: 1\nb\nc: 3\n", { a: 1, c: 3 }, ["2:1 a line that is not `key: value`"]],
  [
    "an undefined alias",
    "a: *x\nb: 1\n",
    { a: null, b: 1 },
    ["1:4 the alias `*x` without an anchor `&x` above"],
  ],
  [
    "an alias of itself",
    "a: &x [*x]\nb: 1\n",
    { a: [null], b: 1 },
    ["1:8 the alias `*x` inside of what it stands for"],
  ],
  [
    "a tag",
    "a: !python/object 1\nb: 1\n",
    { a: "1", b: 1 },
    ["1:19 the tag `!python/object`, which is not read"],
  ],
  ["a list as key", "? [a]\n: 1\nb: 1\n", { b: 1 }, ["1:3 a list or mapping as key"]],
  [
    "a second document",
    "a: 1\n---\nb: 2\n",
    { a: 1, b: 2 },
    ["3:1 a second YAML document where only one is read"],
  ],
  [
    "a merge with no mapping",
    "a: {<<: 3, b: 1}\n",
    { a: { b: 1 } },
    ["1:9 `<<` with something that is not a mapping"],
  ],
])("tells where %s is, and reads the rest", (_, text, value, problems) => {
  expect(read(text)).toEqual({ value, problems });
});

test("a line that is indented wrongly is told of, not the comment above it", () => {
  const { problems } = read("lamp:\n  size: 1\n\n# Others\n\n widget:\n  size: 2\n");
  expect(problems).toEqual(["6:1 All mapping items must start at the same column"]);
});

test("never expands an alias bomb", () => {
  const levels = [..."bcdefghi"].map((name, index) => {
    const before = String.fromCharCode(97 + index);
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]\n`;
  });
  const { value, problems } = read(`a: &a [x, x, x, x, x, x, x, x, x]\n${levels.join("")}z: 1\n`);
  expect(problems[0]).toMatch(/the alias `\*.`, which stands for too much/);
  expect(JSON.stringify(value).length).toBeLessThan(200_000);
  expect(value).toHaveProperty("z", 1);
});

test.each([
  ["lists", "[".repeat(50_000)],
  ["lists in lines", "- ".repeat(50_000)],
  ["mappings", "{a: ".repeat(50_000)],
  ["keys", "? ".repeat(50_000)],
  ["indentation", Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
])("refuses %s that are nested without end", (_, text) => {
  const { problems } = read(`a: 1\nb: 2\nc:\n  ${text}`);
  expect(problems.length).toBeGreaterThan(0);
});

test("a mapping may have any number of keys", () => {
  const { value, problems } = read(
    `{${Array.from({ length: 200_000 }, (_, index) => `k${index}: 1`).join(", ")}}`,
  );
  expect(problems).toEqual([]);
  expect(Object.keys(value as object)).toHaveLength(200_000);
});

test("gives spans that hold the text of keys and plain values", () => {
  const text = 'first: one # said\n"second" : 2.20\nthird:\n  - x\n  - y: z\n';
  const { root } = readYaml(new SourceFile("/source/some.yaml", text));
  const found: string[] = [];
  const visit = (node: typeof root): void => {
    if (node === undefined) return;
    found.push(text.slice(node.span.start, node.span.end));
    if (node.kind === "sequence") for (const item of node.items) visit(item);
    if (node.kind === "mapping")
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
  };
  if (root?.kind === "mapping") for (const { key, value } of root.entries) [key, value].forEach(visit);
  expect(found.map((one) => one.trim())).toEqual([
    "first",
    "one",
    '"second"',
    "2.20",
    "third",
    "- x\n  - y: z",
    "x",
    "y: z",
    "y",
    "z",
  ]);
});

test("never throws, and keeps every place inside of the file", () => {
  const pieces = fc.constantFrom(
    "a",
    "b",
    ": ",
    ":",
    "\n",
    "\n  ",
    "\n    ",
    "- ",
    "|",
    ">",
    "'",
    '"',
    "#",
    " # ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&x",
    "*x",
    "<<",
    "!t",
    "%",
    "@",
    "`",
    "\t",
    "---",
    "...",
    "?",
    "\r\n",
    "\u2028",
    "\uFEFF",
    "\\",
    "0",
    "~",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const { root, problems } = readYaml(new SourceFile("/source/some.yaml", text));
      for (const { span } of [...problems, ...(root === undefined ? [] : [root])]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
      if (root !== undefined) yamlValue(root);
    }),
    { numRuns: 2000 },
  );
});

test("a carriage return alone ends a line", () => {
  const text = "a:\n  type: string # no\n  description: |\n    one\n    two\nb: [1,\n 2]\n";
  expect(read(text.replaceAll("\n", "\r"))).toEqual(read(text));
  expect(read("a: 1\rb: [\rc: 2\r").problems).toEqual(read("a: 1\nb: [\nc: 2\n").problems);
});
