import { test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

/** An operation on a widget whose response documents four properties, with its sample. */
function section(title: string, method: string, sample: string): string {
  return `
${title}
${"-".repeat(title.length)}

.. rest_method:: ${method}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: object
   - age: property
   - colour: property
   - make: property
   - shape: property

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: ${sample}
   :language: json
`;
}

test("what other operations of the collection show says where a missing property would stand", () => {
  expectFindingsAtMarks("sample-required", {
    "index.rst": `
Widgets
=======
${section("Show widget", "GET /v2/{project_id}/widgets/{widget_id}", "show.json")}
${section("Paint widget", "POST /v2/{project_id}/widgets/{widget_id}/action", "paint.json")}
`,
    "parameters.yaml": `
object:
  description: The widget.
  in: body
  required: true
  type: object
property:
  description: One of its properties.
  in: body
  required: true
  type: string
`,
    "show.json": `{
  "widget": {
    "shape": "round",
    "make": "x",
    "colour": "red",
    "age": "new"
  }
}
`,
    "paint.json": `{
  "widget": {
    "shape": "round",
    "make": "x",
    «"age"»: "new"
  }
}
`,
  });
});

test("what is required in an object that a sample leaves out is not missing beside it", () => {
  expectFindingsAtMarks("sample-required", {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - name: word
   - shade: shade
   - hue: number
   - depth: number
   - tint: number
   - make: word

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: json
`,
    "parameters.yaml": `
word:
  description: A word.
  in: body
  required: true
  type: string
number:
  description: A number.
  in: body
  required: true
  type: integer
shade:
  description: Its colour, if it has one.
  in: body
  required: false
  type: object
`,
    "widget.json": `{ "name": "a", "make": "b" }\n`,
  });
});

/** A page with two operations whose samples show the given objects. */
function page(name: string, ...rows: readonly string[]): string {
  const part = (title: string, method: string, sample: string) => `
${title}
${"-".repeat(title.length)}

.. rest_method:: ${method}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

${rows.map((row) => `   - ${row}\n`).join("")}
.. literalinclude:: ${sample}
`;
  const title = `${name}\n${"=".repeat(name.length)}\n`;
  return `${title}${part(`Show ${name}`, `GET /${name}/1`, `${name}-show.json`)}${part(`Light ${name}`, `PUT /${name}/1`, `${name}-light.json`)}`;
}

const PARAMETERS = ["colour", "version"]
  .map((name) => `${name}:\n  description: |\n    A text.\n  in: body\n  required: true\n  type: string\n`)
  .join("");

test("what no sample of a page has, and others do, is told once at the row of that page", () => {
  expectFindingsAtMarks("sample-required", {
    "index.rst": "Lamps\n=====\n\n.. toctree::\n\n   lamps\n   halls\n",
    "lamps.rst": page("lamps", "colour: colour", "version: version").replace("version:", "«version»:"),
    "halls.rst": page("halls", "colour: colour", "version: version"),
    "parameters.yaml": PARAMETERS,
    "lamps-show.json": '{"colour": "red"}',
    "lamps-light.json": '{"colour": "blue"}',
    "halls-show.json": '{"colour": "red", "version": "1"}',
    "halls-light.json": '{"colour": "red", "version": "2"}',
  });
});
