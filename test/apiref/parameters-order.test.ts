import fc from "fast-check";
import { expect, test } from "vitest";
import { readParametersFile } from "../../src/apiref/parameters-file.ts";
import { misplacedDefinitions } from "../../src/apiref/parameters-order.ts";
import { SourceFile } from "../../src/text/source-file.ts";

function misplaced(text: string) {
  return misplacedDefinitions(readParametersFile(new SourceFile("/source/parameters.yaml", text)).parameters);
}

/** The text after all moves; definitions that go to the same place share their edits. */
function sorted(text: string): string {
  const edits = [...new Set(misplaced(text).map((one) => one.edits))].flatMap((one) => one ?? []);
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let at = 0;
  for (const { span, text: inserted } of inOrder) {
    expect(span.start, "edits do not overlap").toBeGreaterThanOrEqual(at);
    result += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return result + text.slice(at);
}

const entry = (key: string, place: string) => `${key}:\n  in: ${place}\n`;

test.each([
  ["in order", entry("A", "header") + entry("z", "path") + entry("a", "query") + entry("B", "query"), []],
  ["one too late", entry("b", "body") + entry("c", "body") + entry("a", "body"), ["a behind nothing"]],
  ["one too early", entry("z", "body") + entry("b", "body") + entry("c", "body"), ["z behind c"]],
  ["a place too late", entry("b", "body") + entry("c", "body") + entry("q", "query"), ["q behind nothing"]],
  ["lower case", entry("a", "body") + entry("B", "body") + entry("c", "body"), []],
  ["an invalid place", entry("b", "body") + entry("a", "boddy") + entry("c", "body"), []],
])("finds what is out of order: %s", (_, text, want) => {
  expect(
    misplaced(text).map(({ definition, after }) => `${definition.key} behind ${after?.key ?? "nothing"}`),
  ).toEqual(want);
});

test.each([
  [
    "comments above go along, headings stay",
    "# variables in query\n\nb:\n  in: query\n# why a\na:\n  in: query\n\n# variables in body\nc:\n  in: body\n",
    "# variables in query\n\n# why a\na:\n  in: query\nb:\n  in: query\n\n# variables in body\nc:\n  in: body\n",
  ],
  [
    "to the end of its place, before the next heading",
    "# variables in query\na:\n  in: query\n\n# variables in body\nc:\n  in: body\nd:\n  in: body\nb:\n  in: query\n",
    "# variables in query\na:\n  in: query\nb:\n  in: query\n\n# variables in body\nc:\n  in: body\nd:\n  in: body\n",
  ],
  [
    "nothing of its place is there yet",
    "# variables in path\na:\n  in: path\n\n# variables in body\nc:\n  in: body\nd:\n  in: body\nb:\n  in: query\n",
    "# variables in path\na:\n  in: path\nb:\n  in: query\n\n# variables in body\nc:\n  in: body\nd:\n  in: body\n",
  ],
  [
    "the last line has no end",
    "b:\n  in: body\nc:\n  in: body\na:\n  in: body",
    "a:\n  in: body\nb:\n  in: body\nc:\n  in: body\n",
  ],
  [
    "behind a last line without end",
    "z:\n  in: body\nb:\n  in: body\nc:\n  in: body",
    "b:\n  in: body\nc:\n  in: body\nz:\n  in: body\n",
  ],
  [
    "blank lines between",
    "b:\n  in: body\n\nc:\n  in: body\n\na:\n  in: body\n",
    "a:\n  in: body\n\nb:\n  in: body\n\nc:\n  in: body\n",
  ],
  [
    "blank lines, from the top to the end",
    "z:\n  in: body\n\nb:\n  in: body\n\nc:\n  in: body\n",
    "b:\n  in: body\n\nc:\n  in: body\n\nz:\n  in: body\n",
  ],
  [
    "other line ends",
    "b:\r\n  in: body\r\nc:\r\n  in: body\r\na:\r\n  in: body",
    "a:\r\n  in: body\r\nb:\r\n  in: body\r\nc:\r\n  in: body\r\n",
  ],
  [
    "several to one place",
    "y:\n  in: body\nz:\n  in: body\na:\n  in: body\nb:\n  in: body\nc:\n  in: body\n",
    "a:\n  in: body\nb:\n  in: body\nc:\n  in: body\ny:\n  in: body\nz:\n  in: body\n",
  ],
  [
    "a marker and a comment inside",
    "---\nb:\n  in: body\n# inside\n  type: x\nc:\n  in: body\na:\n  in: body\n",
    "---\na:\n  in: body\nb:\n  in: body\n# inside\n  type: x\nc:\n  in: body\n",
  ],
  [
    "between the marks of a document",
    "%YAML 1.1\n--- # all of them\nb:\n  in: body\nc:\n  in: body\na:\n  in: body\n...\n# the end\n",
    "%YAML 1.1\n--- # all of them\na:\n  in: body\nb:\n  in: body\nc:\n  in: body\n...\n# the end\n",
  ],
  [
    "to the end of a document",
    "c:\n  in: body\na:\n  in: body\nb:\n  in: body\n...\n",
    "a:\n  in: body\nb:\n  in: body\nc:\n  in: body\n...\n",
  ],
])("moves lines: %s", (_, text, want) => {
  expect(sorted(text)).toBe(want);
});

test.each([
  ["an anchor and its alias", "b: &b\n  in: body\na: *b\n"],
  ["an alias in a field", "b:\n  in: body\n  type: &t string\na:\n  in: body\n  type: *t\n"],
  ["a merged definition", "b: &b\n  in: body\na:\n  <<: *b\n"],
  ["a key twice", "b:\n  in: body\nb:\n  in: body\nc:\n  in: body\na:\n  in: body\n"],
  ["a text that keeps its blank lines", "b:\n  in: body\n  description: |+\n    x\n\na:\n  in: body\n"],
  ["a line that cannot be read", "b:\n  in: body\n  description: |\n    x\nand more\na:\n  in: body\n"],
  ["two documents", "b:\n  in: body\na:\n  in: body\n...\n---\nc:\n  in: body\n"],
  ["an indented file", "  b:\n    in: body\n  a:\n    in: body\n"],
])("moves nothing in a file with %s", (_, text) => {
  expect(misplaced(text).map(({ edits }) => edits)).toEqual([undefined]);
});

const keys = fc.uniqueArray(fc.stringMatching(/^[a-dA-D]{1,3}$/), { maxLength: 12 });
const layouts = fc.record({
  comment: fc.constantFrom(
    "",
    "",
    "# about this\n",
    "# variables in path\n",
    "# variables in body\n\n",
    "# alone\n\n",
  ),
  place: fc.constantFrom("header", "path", "query", "body", "body", "odd"),
  blank: fc.constantFrom("", "", "\n", "\n\n"),
  description: fc.constantFrom(
    "",
    "  description: |\n    Some text.\n\n    # more\n",
    "# inside\n  description: short\n",
  ),
});

test("sorting loses nothing, gives the order, and is done after one go", () => {
  fc.assert(
    fc.property(
      keys,
      fc.array(layouts, { minLength: 12, maxLength: 12 }),
      fc.boolean(),
      (names, parts, ended) => {
        const whole = names
          .map((key, index) => {
            const { comment, place, blank, description } = parts[index]!;
            return `${comment}${key}:\n  in: ${place}\n${description}${blank}`;
          })
          .join("");
        const text = ended ? whole : whole.replace(/\n+$/, "");
        const result = sorted(text);
        const contents = (of: string) => {
          const { parameters } = readParametersFile(new SourceFile("/source/parameters.yaml", of));
          return new Map(
            [...parameters.definitions].map(([key, one]) => [
              key,
              [...one.fields.values()].map((f) => f.text),
            ]),
          );
        };
        const lines = (of: string) =>
          of
            .split("\n")
            .filter((line) => line !== "")
            .sort();
        expect(contents(result)).toEqual(contents(text));
        expect(lines(result)).toEqual(lines(text));
        expect(misplaced(result)).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});
