import { describe, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

function expectAtMarks(_: string, text: string, rule = "directive-misused"): void {
  expectFindingsAtMarks(rule, {
    "index.rst": `Widgets\n=======\n\n${text}\n`,
    "widgets.json": "{}\n",
  });
}

describe("options of a directive", () => {
  test.each([
    [
      "indented deeper than the one above",
      ".. literalinclude:: widgets.json\n   :language: json\n      «:linenos:»\n",
    ],
    [
      "indented deeper than the one below",
      ".. csv-table::\n      «:header: Name, Size»\n   :widths: 1, 1\n\n   a, b\n",
    ],
  ])("%s", expectAtMarks);

  test("without their directive", () => {
    expectAtMarks("", "Example:\n\n   «:language:» json\n", "rst-markup-mistaken");
  });

  test.each([
    ["all deeper", ".. literalinclude:: widgets.json\n        :language: json\n        :linenos:\n"],
    ["a value of two lines", ".. figure:: widget.png\n   :alt: A widget\n     with a caption: green\n"],
    ["a field of a document", ":tocdepth: 2\n"],
  ])("not %s", (name, text) => {
    expectAtMarks(name, text.replace("widget.png", "widgets.json"));
  });
});

describe("versions", () => {
  test.each([
    ["two full stops", ".. versionadded:: «2..11»\n"],
    ["a comma", ".. versionchanged:: «2,11»\n\n   Widgets have colours.\n"],
  ])("%s", expectAtMarks);

  test.each([
    ["a microversion", ".. versionadded:: 2.11\n"],
    ["a release", ".. versionadded:: Rocky\n"],
    ["a version and text", ".. deprecated:: 2.11 Use gadgets.\n"],
    ["a full stop behind it", ".. versionadded:: 2.11.\n"],
  ])("not %s", expectAtMarks);
});
