import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

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

const widgetPage = (rows: string, update: string) => `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{id}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
   - size: size

.. literalinclude:: show.json
   :language: json

Change widget
-------------

.. rest_method:: ${update}

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

${rows}

.. literalinclude:: change.json
   :language: json
`;

const widgetFiles = {
  "parameters.yaml": `
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: true
  type: integer
size_optional:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
  "show.json": `{"colour": "green", "size": 3}
`,
};

test("an update that leaves out what its row requires is told of at the row, once for all rows", () => {
  expectFindingsAtMarks("sample-required", {
    ...widgetFiles,
    "index.rst": widgetPage("   - colour: «colour»\n   - make: make\n   - size: size", "PATCH /widgets/{id}"),
    "parameters.yaml": `${widgetFiles["parameters.yaml"]}make:
  description: Who made it.
  in: body
  required: false
  type: string
`,
    "change.json": `{"make": "x"}
`,
  });
});

test("a row whose definition has an optional twin is told of where the sample of its request lacks it", () => {
  expectFindingsAtMarks("sample-required", {
    ...widgetFiles,
    "index.rst": widgetPage("   - colour: colour\n   - size: «size»", "POST /widgets"),
    "change.json": `{"colour": "red"}
`,
  });
});

test("samples that lack the same have one cause", () => {
  const lacking = section("Show widget", "GET /widgets/1", "show.json");
  const findings = checkTree({
    "index.rst": `
Widgets
=======
${lacking}
${section("Find widget", "GET /widgets/2", "find.json")}
${section("Draw widget", "GET /widgets/3", "whole.json")}
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
    "show.json": `{"widget": {"age": "1", "colour": "red", "make": "x"}}
`,
    "find.json": `{"widget": {"age": "2", "colour": "red", "make": "y"}}
`,
    "whole.json": `{"widget": {"age": "2", "colour": "red", "make": "y", "shape": "round"}}
`,
  }).filter(({ rule }) => rule === "sample-required");
  expect(findings.map(({ cause }) => cause)).toEqual([findings[0]?.cause, findings[0]?.cause]);
  expect(findings[0]?.cause).toBeDefined();
});

test("a definition that other rows share is not to be made optional for one sample", () => {
  const page = (rows: string) =>
    section("Show widget", "GET /v2/widgets/{widget_id}", "show.json").replace(
      / {3}- age[\s\S]*shape: property\n/,
      rows,
    );
  const told = (...pages: readonly string[]) =>
    checkTree({
      "index.rst": `Widgets\n=======\n${pages.join("\n")}`,
      "parameters.yaml": ["age", "colour", "object"]
        .map(
          (key) =>
            `${key}:\n  description: Its ${key}.\n  in: body\n  required: true\n  type: ${key === "object" ? "object" : "string"}\n`,
        )
        .join(""),
      "show.json": `{ "widget": { "make": "x" } }\n`,
      "list.json": `{ "widget": { "age": "new", "colour": "red" } }\n`,
    })
      .filter(({ rule }) => rule === "sample-required")
      .map(({ message }) => message.slice(message.indexOf(" Add ") + 1));
  const list = page("   - age: age\n")
    .replace("Show widget\n-", "Add widget\n")
    .replace("GET /v2/widgets/{widget_id}", "POST /v2/widgets")
    .replace("show.json", "list.json");
  expect(told(page("   - age: age\n"))).toEqual(["Add it to the sample, or make it optional."]);
  expect(told(page("   - age: age\n"), list)).toEqual([
    "Add it to the sample, take its row out, or look up an optional definition if the response may lack it: other rows share `age`.",
  ]);
  expect(told(page("   - age: age\n   - colour: colour\n"), list)).toEqual([
    "Add them to the sample, take their rows out, or make them optional if the response may lack them, by definitions of their own where other rows share them (`age`).",
  ]);
  expect(told(page("   - colour: age\n   - make: age\n"))).toEqual([
    "Add it to the sample, or take its row out: that of `make`, which the sample has, looks up the same definition.",
  ]);
  const both = list.replace("   - age: age\n", "   - age: age\n   - colour: colour\n");
  expect(told(page("   - age: age\n   - colour: colour\n"), both)).toEqual([
    "Add them to the sample, take their rows out, or look up optional definitions if the response may lack them: other rows share `age` and `colour`.",
  ]);
});

/** The definitions of one list and of what its items have; `more` stands behind them. */
const listDefinitions = (more = "") => `
hue_optional:
  description: Its hue, if it has one.
  in: body
  required: false
  type: string
hue:
  description: Its hue.
  in: body
  required: true
  type: string
lamps:
  description: The lamps.
  in: body
  required: true
  type: array
name:
  description: Its name.
  in: body
  required: true
  type: string
${more}`;

/** A page that lists lamps, with samples of that and rows of other operations. */
const lamps = (rows: string, samples: readonly string[], others = "") => `
Lamps
=====

List lamps
----------

.. rest_method:: GET /lamps

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamps: lamps
${rows}
${samples.map((sample) => `.. literalinclude:: ${sample}\n   :language: json\n`).join("\n")}
${others}`;

const SHOW = `
Show lamp
---------

.. rest_method:: GET /lamps/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - name: name
   - hue: hue

.. literalinclude:: lamp.json
   :language: json
`;

test("where only some samples of an operation have a property, its row is to blame, and its optional twin is named", () => {
  const [finding] = expectFindingsAtMarks("sample-required", {
    "index.rst": lamps("   - name: name\n   - hue: «hue»\n", ["brief.json", "whole.json"], SHOW),
    "parameters.yaml": listDefinitions(),
    "brief.json": '{"lamps": [{"name": "a"}, {"name": "b"}]}\n',
    "whole.json": '{"lamps": [{"name": "a", "hue": "red"}]}\n',
    "lamp.json": '{"name": "a", "hue": "red"}\n',
  });
  expect(finding!.message).toBe(
    "`lamps.hue` is required, but only some of the objects in the samples here have it. Let its row look up `hue_optional`, or add it where it is missing.",
  );
  expect(finding!.severity).toBe("warning");
});

test("a definition that YAML makes of the other is its twin, too, whatever its key is", () => {
  const [finding] = expectFindingsAtMarks("sample-required", {
    "index.rst": lamps("   - name: name\n   - hue: «hue»\n", ["brief.json", "whole.json"], SHOW),
    "parameters.yaml": listDefinitions("shade_of_list:\n  <<: *hue\n  required: false\n")
      .replace("\nhue:", "\nhue: &hue")
      .replace("hue_optional:", "other:"),
    "brief.json": '{"lamps": [{"name": "a"}, {"name": "b"}]}\n',
    "whole.json": '{"lamps": [{"name": "a", "hue": "red"}]}\n',
    "lamp.json": '{"name": "a", "hue": "red"}\n',
  });
  expect(finding!.message).toContain("Let its row look up `shade_of_list`");
});

test("items of one list that differ speak against the definition, where no other row looks it up", () => {
  const [finding] = expectFindingsAtMarks("sample-required", {
    "index.rst": lamps("   - name: name\n   - hue: hue\n", ["whole.json"]),
    "parameters.yaml": listDefinitions().replace(
      "  description: Its hue.\n  in: body\n  required: true",
      "  description: Its hue.\n  in: body\n  «required: true»",
    ),
    "whole.json": '{"lamps": [{"name": "a", "hue": "red"}, {"name": "b"}]}\n',
  });
  expect(finding!.message).toContain("Write `required: false`");
});

test("where no sample of the operation has the property, the one sample is incomplete", () => {
  expectFindingsAtMarks("sample-required", {
    "index.rst": lamps("   - name: name\n   - hue: hue\n", ["brief.json"], SHOW),
    "parameters.yaml": listDefinitions(),
    "brief.json": '{"lamps": [{"name": "a«"»}]}\n',
    "lamp.json": '{"name": "a", "hue": "red"}\n',
  });
});

test.each([
  ["an empty object inside of a resource stands for none", '{"lamps": [{"name": "a", "hue": {}}]}'],
  ["null stands for none", '{"lamps": [{"name": "a", "hue": null}]}'],
])("%s", (_, sample) => {
  expectFindingsAtMarks("sample-required", {
    "index.rst": lamps("   - name: name\n   - hue: shade\n   - hue.depth: depth\n", ["brief.json"]),
    "parameters.yaml": listDefinitions(
      ["shade", "depth"]
        .map(
          (key) =>
            `${key}:\n  description: Its ${key}.\n  in: body\n  required: true\n  type: ${key === "shade" ? "object" : "integer"}\n`,
        )
        .join(""),
    ),
    "brief.json": `${sample}\n`,
  });
});

test("what an update leaves out is to be optional in the definition that no other row looks up", () => {
  const [finding] = expectFindingsAtMarks("sample-required", {
    "index.rst": `
Lamps
=====

Change lamp
-----------

.. rest_method:: PUT /lamps/{lamp_id}

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamp_id: lamp_id
   - name: name
   - hue: hue

.. literalinclude:: change.json
   :language: json
`,
    "parameters.yaml": `
lamp_id:
  description: The lamp.
  in: path
  required: true
  type: string
hue:
  description: Its hue.
  in: body
  «required: true»
  type: string
name:
  description: Its name.
  in: body
  required: true
  type: string
`,
    "change.json": '{"name": "a"}\n',
  });
  expect(finding!.message).toBe(
    "`hue` is required in this request, but its sample leaves it out. Write `required: false`, or add it to the sample.",
  );
});

test("what another object has by a name of its own is no twin of what is missing", () => {
  const [finding] = checkTree({
    "index.rst": lamps("   - lamps.name: name\n   - lamps.maker.title: name\n   - lamps.maker.id: hue\n", [
      "list.json",
    ]),
    "parameters.yaml": listDefinitions(),
    "list.json": '{"lamps": [{"name": "a", "maker": {"id": "1"}}]}\n',
  }).filter(({ rule }) => rule === "sample-required");
  expect(finding!.message).toContain("`lamps.maker.title` is missing");
  expect(finding!.message).not.toContain("that of `");
});
