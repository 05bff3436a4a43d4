import fc from "fast-check";
import { expect, test } from "vitest";
import { readYaml } from "../../src/data/yaml.ts";
import { composeYaml } from "../../src/data/yaml-compose.ts";
import type { YamlNode } from "../../src/data/yaml-node.ts";
import { readPlainEntry } from "../../src/data/yaml-plain.ts";
import { SourceFile } from "../../src/text/source-file.ts";

/** A node with its places as offsets, so that two readings can be compared. */
function shown(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  const at = `${node.span.start}-${node.span.end}`;
  if (node.kind === "scalar") return [at, node.text, node.value];
  if (node.kind === "sequence") return [at, node.items.map(shown)];
  return [at, node.entries.map(({ key, value }) => [shown(key), shown(value)])];
}

function expectSame(text: string): void {
  const file = new SourceFile("/source/some.yaml", text);
  const parsed = composeYaml(file, 0, text.length);
  const read = readYaml(file);
  if (parsed.problems.length === 0)
    expect(shown(read.root), JSON.stringify(text)).toEqual(shown(parsed.root));
  expect(read.problems.length > 0).toBe(parsed.problems.length > 0);
}

test.each([
  ["fields", "limit:\n  in: query\n  required: no\n  min_version: 2.20\n", true],
  ["a literal block", "a:\n  d: |\n    x\n     y\n\n    # z\n  in: body\n", true],
  ["a stripped block", "a:\n  d: |-\n    x\n\n\nb", false],
  ["blank lines and comments", "a:\n\n  # why\n  in: body\n# at the margin\n  t: x\n\n\n", true],
  ["a number for a key", "200:\n  default: |\n    Fine.\n", true],
  ["a colon in a name", "A-B:c:\n  in: body\n", true],
  ["an empty field", "a:\n  in:\n  t: x\n", true],
  ["no fields", "a:\n", false],
  ["a comment behind a value", "a:\n  in: body # or not\n", false],
  ["a value over two lines", "a:\n  in: body\n    more\n", false],
  ["a second colon", "a:\n  in: b: c\n", false],
  ["a quoted value", "a:\n  in: 'body'\n", false],
  ["a folded block", "a:\n  in: >\n    x\n", false],
  ["a block with more blanks than text", "a:\n  d: |\n    x\n      \n  in: y\n", false],
  ["a list", "a:\n  t:\n  - x\n", false],
  ["a mapping below a field", "a:\n  t:\n    u: x\n", false],
  ["other indentation", "a:\n  t: x\n   u: y\n", false],
  ["a tab", "a:\n  t: x\ty\n", false],
])("%s", (_, text, plain) => {
  const file = new SourceFile("/source/some.yaml", text);
  expect(readPlainEntry(file, 0, text.length) !== undefined).toBe(plain);
  expectSame(text);
});

const name = fc.stringMatching(/^[a-c0-2_.:-]{1,4}$/);
const words = fc.stringMatching(/^[ -~]{0,8}$/);
const value = fc.oneof(
  fc.constantFrom(
    "body",
    "yes",
    "2.20",
    "12",
    "",
    "|",
    "|-",
    "|+",
    ">",
    "|2",
    "'q'",
    '"q"',
    "[a]",
    "{a: b}",
    "a # b",
    "a: b",
    "a:",
    "- a",
    "&x y",
    "*x",
    "!!str 1",
    "null",
    "0x1",
    "(a)",
    "/a",
    "...",
  ),
  words,
);
const line = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom("  ", "  ", "  ", " ", "    "),
        name,
        fc.constantFrom(": ", ": ", ": ", ":"),
        value,
      )
      .map((parts) => parts.join("")),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom("    ", "    ", "     ", "   ", "  "), words)
      .map((parts) => parts.join("")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "",
      "  ",
      "     ",
      "# c",
      "  # c",
      "    # c",
      "\t",
      "- x",
      "  - x",
      "---",
      "...",
      "? x",
      "\u2028",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(name, fc.constantFrom(":", ":", ": x", ": |")).map((parts) => parts.join("")),
  },
);
const texts = fc
  .tuple(
    fc.constantFrom("", "---\n", "# head\n", "\uFEFF"),
    fc.array(line, { maxLength: 12 }),
    fc.constantFrom("\n", "", "\n\n"),
    fc.constantFrom("\n", "\n", "\n", "\r\n"),
  )
  .map(([head, lines, end, lineEnd]) => `${head}${["k:", "  in: x", ...lines].join(lineEnd)}${end}`);

test("reads whatever it reads as the YAML parser does", () => {
  fc.assert(fc.property(texts, expectSame), { numRuns: 4000 });
});
