import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** What is told to be unused in a tree whose page includes a file that is not there. */
function unused(included: string) {
  return checkTree({
    "index.rst": `
Lamps
=====

.. include:: ${included}

Show lamp
---------

.. rest_method:: GET /lamps/1

.. rest_parameters:: parameters.yaml

   - name: name

.. literalinclude:: samples/show.json
   :language: json
`,
    "parameters.yaml": ["name", "shade"]
      .map((key) => `${key}:\n  description: Its ${key}.\n  in: body\n  required: true\n  type: string\n`)
      .join(""),
    "samples/show.json": '{"name": "a"}\n',
    "samples/list.json": '[{"name": "a"}]\n',
  })
    .map(({ rule }) => rule)
    .filter((rule) => /-unused$|^include-/.test(rule));
}

test("what a part that is not there uses is unknown, so nothing is called unused", () => {
  expect(unused("shades.inc")).toEqual(["include-not-found"]);
});

test("a file outside of the tree that is not there uses nothing of it", () => {
  expect(unused("../../shades.rst")).toEqual(["definition-unused", "sample-unused"]);
});

test("what a text refers to may stand in a part that is not there", () => {
  const found = (included: string) =>
    checkTree({
      "index.rst": `Lamps\n=====\n\n.. include:: ${included}\n\nSee \`the shades\`_.\n`,
    }).filter(({ rule }) => rule === "rst-reference-unknown");
  expect(found("shades.inc")).toEqual([]);
  expect(found("../../shades.rst")).toHaveLength(1);
});
