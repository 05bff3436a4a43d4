import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

/** Two sections for one operation: the second tells what an extension adds, and shows the whole. */
function tree(extension: string, sample: string) {
  return {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour

Show widget with teeth
----------------------

.. rest_method:: GET ${extension}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - teeth: teeth

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: json
`,
    "parameters.yaml": `
colour:
  description: The colour.
  in: body
  required: true
  type: string
teeth:
  description: How many teeth it has.
  in: body
  required: true
  type: integer
widget:
  description: The widget.
  in: body
  required: true
  type: object
`,
    "widget.json": sample,
  };
}

test("what another section documents of the same operation", () => {
  const sample = '{\n  "widget": {\n    "colour": "red",\n    "teeth": 8,\n    «"weight"»: 3\n  }\n}\n';
  expectFindingsAtMarks("sample-undocumented", tree("/widgets/{id}", sample));
});

test("another operation documents only itself", () => {
  const sample = '{\n  "widget": {\n    «"colour"»: "red",\n    "teeth": 8\n  }\n}\n';
  expectFindingsAtMarks("sample-undocumented", tree("/gadgets/{id}", sample));
});

/** The table documents the widget's colour, a string, and its teeth; the sample lacks the colour. */
function withoutColour(name: string, value: string) {
  return {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - teeth: teeth
   - colour: colour

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: json
`,
    "parameters.yaml": tree("", "")["parameters.yaml"],
    "widget.json": `{\n  "widget": {\n    "teeth": 8,\n    "${name}": ${value}\n  }\n}\n`,
  };
}

test.each([
  ["colour_name", '"red"', "Did you mean `colour`?"],
  ["colours", '["red"]', "Did you mean `colour`?"],
  ["is_colour", "true", "Document it, or take it out of the sample."],
  ["colour_links", '"/next"', "Document it, or take it out of the sample."],
])("whether %s: %s stands for the colour", (name, value, mend) => {
  const findings = checkTree(withoutColour(name, value));
  const said = findings.filter(({ rule }) => rule === "sample-undocumented").map(({ message }) => message);
  expect(said).toEqual([`No row names \`widget.${name}\`. ${mend}`]);
});
