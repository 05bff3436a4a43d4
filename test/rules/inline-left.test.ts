import { describe, expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { fixedTexts } from "../support/fixed.ts";
import { checkTree } from "../support/project.ts";

function page(text: string): string {
  return `Widgets\n=======\n\n${text}\n\nList\n----\n\n.. rest_method:: GET /widgets\n`;
}

function inDescription(text: string): Record<string, string> {
  return {
    "index.rst": `${page("All widgets.")}\n.. rest_parameters:: parameters.yaml\n\n   - size: size\n`,
    "parameters.yaml": `size:\n  description: |\n${text.replace(/^/gm, "    ")}\n  in: query\n  required: false\n  type: string\n`,
  };
}

describe("rst-role-missing", () => {
  test.each([
    ["a name", "Give «`max_size`» or ``size``."],
    ["once in a text", "Give «`max_size`» or `size`, and\nnot `both_of_them`."],
    ["words", "Some are «`very large`»."],
    ["words beside a name", "Some are «`very large`» by their «`size`»."],
  ])("%s", (_, text) => {
    expectFindingsAtMarks("rst-role-missing", { "index.rst": page(text) });
  });

  test.each([
    ["roles", "See :ref:`colours`, `more`:code: and :doc:`index`."],
    ["links", "See `the list <https://example.org/list>`_, `more <https://example.org/more>`__."],
    ["what was meant to be a link or a literal", "See `the list <https://example.org/list>`, `size``."],
  ])("not %s", (_, text) => {
    expectFindingsAtMarks("rst-role-missing", { "index.rst": page(text) });
  });

  test("its fix changes names only, and leaves none", async () => {
    const texts = inDescription("Give `max_size`, `GET` or `None`,\nwhich is `very large`, `a\\b`.");
    const fixed = await fixedTexts(texts);
    expect(fixed["parameters.yaml"]).toBe(
      texts["parameters.yaml"]!.replace("`max_size`, `GET` or `None`", "``max_size``, ``GET`` or ``None``"),
    );
  });
});

describe("places in descriptions", () => {
  const told = "In `red`, or `blue`.\n\nNot in ``green``, as `red light` is.\n\nOr `red`, and `red light`.";
  test.each([
    ["a block", `|\n${told.replace(/^/gm, "    ")}`],
    ["a folded block", `>\n${told.replace(/^|(?<=,) /gm, "\n    ")}`],
    ["a plain value", told.replace(/\n/g, "\n    ")],
    ["a value in single quotes", `'${told.replace(/\n/g, "\n    ")}'`],
    ["a value in double quotes", `"${told.replaceAll("\n\n", "\\n\\n")}"`],
  ])("%s: each is where its text stands", (_, value) => {
    const yaml = `first:\n  type: string\n\nsize:\n  description: ${value}\n  in: query\n  type: string\n`;
    const found = checkTree({ ...inDescription(""), "parameters.yaml": yaml }).filter(
      ({ rule }) => rule === "rst-role-missing",
    );
    const places = found.flatMap(({ span, related = [] }) => [span, ...related.map((other) => other.span)]);
    expect(places.map(({ file, start, end }) => file.text.slice(start, end)).toSorted()).toEqual(
      ["`red`", "`blue`", "`red light`", "`red`", "`red light`"].toSorted(),
    );
    expect(new Set(places.map(({ start }) => start)).size).toBe(5);
    expect(places.every(({ file }) => file.text === yaml)).toBe(true);
  });
});

describe("rst-markup-leftover", () => {
  test.each([
    ["a literal inside emphasis", "Give «*the ``size`` of it*»."],
    ["a literal inside strong text", "«**the ``size`` of it**»"],
    ["a literal right behind a letter", "Each«``size``» counts."],
    ["a third backquote", "Give «```size```» or ``colour``."],
    ["a literal without its start", "Publish«``» will ``enable`` it."],
    ["a link with a blank at its start", "See «` the list https://example.org/list>`_» of it."],
    ["strong text with blanks at both ends", "«** The size. **»\nIt counts."],
  ])("%s", (_, text) => {
    expectFindingsAtMarks("rst-markup-leftover", { "index.rst": page(text) });
    expectFindingsAtMarks("rst-markup-leftover", inDescription(text));
  });

  test.each([
    ["sums and stars", "2 ** 3 is 8; **** is no password."],
    ["what is escaped", "A \\` and \\*\\* and x\\``\\."],
    ["a mark that is told of", "Write '`' or \"`\" round it, or (`)."],
    ["a backquote in a literal", "The shell takes ``echo `date``` and ``x``."],
    ["a plural beside a literal", "Give ``size``\\ s and ``colour``/``shape``."],
    ["what docutils warns of", "Give ``size of it."],
    ["what was taken for something else", "Give ``colour` to filter and ``size`` to sort."],
  ])("not %s", (_, text) => {
    expectFindingsAtMarks("rst-markup-leftover", { "index.rst": page(text) });
  });
});

describe("rst-list-glued", () => {
  test.each([
    ["behind a colon", "Sizes are:\n«- small»"],
    ["two items below a title in stars", "**Sizes**\n«* small»\n* large"],
    ["numbers", "In this order:\n«1. small»\n2. large"],
  ])("%s", (_, text) => {
    expectFindingsAtMarks("rst-list-glued", { "index.rst": page(text) });
    expectFindingsAtMarks("rst-list-glued", inDescription(text));
  });

  test.each([
    ["a dash of a sentence", "Widgets are of two sizes\n- small and large."],
    ["a sum", "The size is that of the part\n+ that of the base."],
    ["a year at the start of a line", "They were made in the year\n19. of the reign."],
  ])("not %s", (_, text) => {
    expectFindingsAtMarks("rst-list-glued", { "index.rst": page(text) });
  });

  test("its fix gives a list", async () => {
    const texts = inDescription("Sizes are:\n- small,\n  for shelves\n- large");
    const fixed = await fixedTexts(texts);
    expect(fixed["parameters.yaml"]).toBe(texts["parameters.yaml"]!.replace("are:\n", "are:\n\n"));
  });

  test("no fix where more than a list would come of it", () => {
    const [found] = expectFindingsAtMarks("rst-list-glued", {
      "index.rst": page("Sizes are:\n«- small,»\nfor shelves\n- large"),
    });
    expect(found?.edits).toBeUndefined();
  });
});

test("rst-quoted-list", () => {
  expectFindingsAtMarks("rst-quoted-list", {
    "index.rst": page(
      "Sizes:\n\n  «- small\n  - large»\n\n- Colours\n\n  - red\n\n  Quoted\n\n    said\n\n    - so",
    ),
  });
});

test("a sentence whose second line is indented", () => {
  expectFindingsAtMarks("rst-markup-mistaken", {
    "index.rst": page(
      "«Widgets stand in rooms, and the room of one»\n is found by the service, which\n  knows it.\n\nsize\n  what it takes\n\nThe room that the widget stands in now:\n  set by the service",
    ),
  });
});
