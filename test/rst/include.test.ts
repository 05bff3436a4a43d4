import { expect, test } from "vitest";
import { type Include, linesOf, type ParsedDocument, parseDocument } from "../../src/rst/parse.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { problemTexts, treeText } from "./outline.ts";

/** Parses `index` with the other files at hand; without `cycles` a file is not given within itself. */
function parse(texts: Readonly<Record<string, string>>, cycles = false): ParsedDocument {
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, new SourceFile(name, text)]));
  const include: Include = (directive, chain) => {
    const file = files.get(directive.argument.map((line) => line.text).join(""));
    for (let at = chain; at !== undefined; at = at.from) if (!cycles && at.file === file) return undefined;
    return file && linesOf(file);
  };
  return parseDocument(files.get("index")!, { include });
}

test("titles of a part join the sections of the document", () => {
  const document = parse({
    index: "Widgets\n=======\n\n.. include:: part\n.. include:: other\n\nEnd\n===\n",
    part: "List\n----\n\ntext",
    other: "Show\n----\n\nDetails\n~~~~~~~\n",
  });
  expect(treeText(document.blocks)).toBe(`section 1 Widgets
  include(part) {}
  section 2 List
    text
    include(other) {}
  section 2 Show
    section 3 Details
section 1 End
`);
  expect(document.problems).toEqual([]);
});

test("blocks of a part have their places in it, and the section round them ends in its own file", () => {
  const document = parse({ index: "Widgets\n=======\n\n.. include:: part\n\nend", part: "\ntext" });
  const [section] = document.blocks;
  if (section?.kind !== "section") throw new Error("No section.");
  const [, text, end] = section.children;
  expect([text!.span.file.path, text!.span.start, text!.span.end]).toEqual(["part", 1, 5]);
  expect([section.span.file.path, section.span.end]).toEqual(["index", end!.span.end]);
});

test("a part in a list item stays in it", () => {
  expect(treeText(parse({ index: "- .. include:: part\n- two\n", part: "one\n\n- inner\n" }).blocks)).toBe(
    "bullets\n  -\n    include(part) {}\n    one\n    bullets\n      -\n        inner\n  -\n    two\n",
  );
});

test("text of a part does not run on into the document", () => {
  expect(treeText(parse({ index: ".. include:: part\n.. include:: part\n", part: "one" }).blocks)).toBe(
    "include(part) {}\none\ninclude(part) {}\none\n",
  );
});

test("the chain of inclusions tells of cycles", () => {
  const document = parse({
    index: ".. include:: a\n",
    a: "one\n\n.. include:: b\n",
    b: "two\n\n.. include:: a\n",
  });
  expect(treeText(document.blocks)).toBe("include(a) {}\none\ninclude(b) {}\ntwo\ninclude(a) {}\n");
});

test("a caller that gives a file within itself comes to an end", () => {
  const once = parse({ index: ".. include:: a\n", a: "one\n\n.. include:: a\n" }, true);
  expect(problemTexts(once)).toEqual(["3:1 Files included more than 50 levels deep."]);
  const twice = parse(
    { index: ".. include:: a\n", a: `${"one\n\n".repeat(2000)}.. include:: a\n\n.. include:: a\n` },
    true,
  );
  expect(twice.problems.map(({ fault }) => fault)).toContainEqual({
    kind: "inclusion-too-long",
    most: 1_000_000,
  });
});

test("a part that is shown as it is", () => {
  const document = parse({
    index: ".. include:: part\n   :literal:\n\n.. include:: part\n   :code: json\n",
    part: "- {\n",
  });
  expect(treeText(document.blocks)).toBe(
    "include(part) :literal: {}\nliteral [- {]\ninclude(part) :code:json {}\ncode(json) {- {}\n",
  );
});

test("without a caller to read files the directive stays", () => {
  expect(treeText(parseDocument(new SourceFile("index", ".. include:: part\n")).blocks)).toBe(
    "include(part) {}\n",
  );
});
