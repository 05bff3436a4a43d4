import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

const index = `
Widgets
=======

.. rest_method:: GET /widgets

.. include:: parts/note.inc

Response Example
----------------

.. literalinclude:: ../source/samples/widgets.json
`;

test("stands at the byte, in the file that has it", () => {
  const texts = {
    "index.rst": index,
    "parts/note.inc": "One line.\n\nA caf«»\udce9.\n",
    "samples/widgets.json": '{"name": "«»\udcff"}\n',
  };
  expectFindingsAtMarks("not-utf8", texts);
});

test("names the place that reads the file", () => {
  const found = checkTree({
    "index.rst": index,
    "parts/note.inc": "A caf\udce9.\n",
    "samples/widgets.json": "{}\n",
  }).filter(({ rule }) => rule === "not-utf8");
  expect(
    found.map(({ related }) => related!.map(({ span }) => span.file.text.slice(span.start, span.end))),
  ).toEqual([["parts/note.inc"]]);
});
