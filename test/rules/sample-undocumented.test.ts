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

   - «teeth: teeth»

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
  const sample = '{\n  "widget": {\n    "colour": "red",\n    "teeth": 8,\n    "weight": 3\n  }\n}\n';
  expectFindingsAtMarks("sample-undocumented", tree("/widgets/{id}", sample));
});

test("another operation documents only itself", () => {
  const sample = '{\n  "widget": {\n    "colour": "red",\n    "teeth": 8\n  }\n}\n';
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

test("a name that goes on is meant for the row", () => {
  const findings = checkTree(withoutColour("colour_name", '"red"'));
  const said = findings.filter(({ rule }) => rule === "sample-undocumented").map(({ message }) => message);
  expect(said).toEqual(["`colour` is `colour_name` in the sample. Correct the row, or the sample."]);
});

test.each([
  ["colours", '["red"]', "Did you mean `colour`?"],
  ["is_colour", "true", "Add a row to this table, or take it out of the sample."],
  ["colour_links", '"/next"', "Add a row to this table, or take it out of the sample."],
])("whether %s: %s stands for the colour", (name, value, mend) => {
  const findings = checkTree(withoutColour(name, value));
  const said = findings.filter(({ rule }) => rule === "sample-undocumented").map(({ message }) => message);
  expect(said).toEqual([`No row names \`widget.${name}\`. ${mend}`]);
});

/** A widget's list with rows and a sample. */
function list(rows: string, sample: string) {
  return {
    "index.rst": `
Widgets
=======

«List widgets»
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~
${rows}
Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widgets.json
   :language: json
`,
    "parameters.yaml": `
colour:
  description: The colour.
  in: body
  required: true
  type: string
page:
  description: Which page.
  in: query
  required: false
  type: string
widgets:
  description: The widgets.
  in: body
  required: true
  type: array
`,
    "widgets.json": sample,
  };
}

const SAMPLE = '{"widgets": [{"colour": "red", "weight": 3, "page": "2", "make": "x"}]}';

/** The same without marks, or with others. */
function rowsOf(rows: string) {
  const tree = list(`\n.. rest_parameters:: parameters.yaml\n\n${rows}\n`, SAMPLE);
  return { ...tree, "index.rst": tree["index.rst"].replace("«List widgets»", "List widgets") };
}

test("what one table lacks is one finding; a row of another place has the name", () => {
  const [finding] = expectFindingsAtMarks(
    "sample-undocumented",
    rowsOf("   - widgets: widgets\n   - «colour: colour»\n   - page: page\n"),
  );
  expect(finding!.message).toBe(
    "No row names `widgets.weight` and `widgets.make`. Add rows to this table, or take them out of the sample.",
  );
});

test("nothing is said of a table whose definitions are missing", () => {
  const { "parameters.yaml": _, ...tree } = rowsOf("   - widgets: widgets\n");
  const found = checkTree(tree).map(({ rule }) => rule);
  expect(found).toContain("parameters-file-not-found");
  expect(found).not.toContain("sample-undocumented");
  expect(found).not.toContain("body-undocumented");
});

test.each([SAMPLE, '{"widgets": [}'])("a table that is not there is one finding: %s", (sample) => {
  expectFindingsAtMarks("body-undocumented", list("", sample));
  const rules = checkTree(list("", sample)).map(({ rule }) => rule);
  expect(rules).not.toContain("sample-undocumented");
});

test("a table that another section has for the same operation", () => {
  const documented = tree("/widgets/{id}", '{"widget": {"colour": "red"}}');
  const { "index.rst": index } = documented;
  const without = index.replace(/\.\. rest_parameters:: parameters\.yaml\n\n {3}- «teeth: teeth»\n/, "");
  expect(without).not.toBe(index);
  expectFindingsAtMarks("body-undocumented", { ...documented, "index.rst": without });
});

test("what a sample leaves out is one warning", () => {
  const elided = '{"widgets": [{"colour": ...}, ...]}';
  const found = checkTree(list("", elided)).filter(({ rule }) => rule === "sample-syntax");
  expect(found.map(({ severity, related }) => [severity, related?.length])).toEqual([["warning", 1]]);
});

/** Two operations that show one sample. */
function shared(show: string, create: string) {
  return {
    "index.rst": `Lamps\n=====\n\nShow lamp\n---------\n\n.. rest_method:: GET /lamps/1\n\n${show}\nCreate lamp\n-----------\n\n.. rest_method:: POST /lamps\n\n${create}`,
    "table.inc": RESPONSE_OF_LAMP,
    "parameters.yaml": "name:\n  description: Its name.\n  in: body\n  required: true\n  type: string\n",
    "lamp.json": '{"name": "Hall", "watts": 40}',
  };
}
const RESPONSE_OF_LAMP =
  "Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - «name: name»\n\n.. literalinclude:: lamp.json\n   :language: json\n";

test("a sample that two operations show is told of at the table of each", () => {
  expectFindingsAtMarks("sample-undocumented", {
    ...shared(RESPONSE_OF_LAMP, RESPONSE_OF_LAMP),
    "table.inc": "",
  });
});

test("a table in a part that two operations include lacks a row once", () => {
  const included = ".. include:: table.inc\n";
  expectFindingsAtMarks("sample-undocumented", shared(included, included));
});

/** Where it is told that nothing describes what the items of a list have, whose definition says this. */
function insideOf(key: string, description: string, item: string) {
  return checkTree({
    "index.rst": `
Lamps
=====

Show lamp
---------

.. rest_method:: GET /lamps/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamp: lamp
   - places: ${key}

.. literalinclude:: show.json
   :language: json
`,
    "parameters.yaml": `${key}:
  description: ${description}
  in: body
  required: true
  type: array
lamp:
  description: The lamp.
  in: body
  required: true
  type: object
`,
    "show.json": `{"lamp": {"places": [${item}]}}\n`,
  })
    .filter(({ rule }) => rule === "sample-undocumented")
    .map(({ message }) => message);
}

test.each([
  ["places", "Links to where it hangs.", '{"href": "/x", "rel": "self"}'],
  ["place_links", "Where it hangs.", '{"href": "/x", "rel": "self"}'],
  ["places", '"Places, as the :ref:`Schema of places <places>` has them."', '{"room": 1, "floor": 2}'],
])("the definition %s, `%s` tells of all that %s has", (key, description, item) => {
  expect(insideOf(key, description, item)).toEqual([]);
});

test.each([
  ["places", "Where it hangs.", '{"href": "/x", "rel": "self"}'],
  ["place_links", "Where it hangs.", '{"room": 1, "floor": 2}'],
])("the definition %s, `%s` tells nothing of what %s has", (key, description, item) => {
  expect(insideOf(key, description, item)).toHaveLength(1);
});

test("where the URL has the name that the sample shows, the row is wrong, be the sample alone", () => {
  const [finding] = checkTree({
    "index.rst": `
Lamps
=====

List lamps
----------

.. rest_method:: GET /lamps

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamp: lamp

.. literalinclude:: list.json
   :language: json
`,
    "parameters.yaml": "lamp:\n  description: The lamps.\n  in: body\n  required: true\n  type: array\n",
    "list.json": '{"lamps": []}\n',
  }).filter(({ rule }) => rule === "sample-undocumented");
  expect(finding!.message).toBe("`lamp` is `lamps` in the sample. Correct the row, or the sample.");
});

/** What is told of a table that lacks rows for a sample; the rows of another operation that shows the same one. */
function sharing(others: string) {
  const section = (title: string, method: string, rows: string) =>
    `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp: lamp\n${rows}\n.. literalinclude:: lamp.json\n   :language: json\n\n`;
  return checkTree({
    "index.rst": `Lamps\n=====\n\n${section("Hang lamp", "POST /hangers", "   - hue: name\n")}${section("Make lamp", "POST /lamps", others)}`,
    "parameters.yaml":
      "lamp:\n  description: The lamp.\n  in: body\n  required: true\n  type: object\nname:\n  description: Words.\n  in: body\n  required: true\n  type: string\n",
    "lamp.json": '{"lamp": {"hue": "a", "size": "b", "make": "c", "use": "d"}}\n',
  })
    .filter(({ rule }) => rule === "sample-undocumented")
    .map(({ message }) => message);
}

test("names of one object are told with the object, and the operation that shows the same sample and has the rows", () => {
  const all = "   - hue: name\n   - size: name\n   - make: name\n   - use: name\n";
  expect(sharing(all)).toEqual([
    "No row names `size`, `make` and `use` of `lamp`. Add rows to this table, or show a sample of its own: `Make lamp` shows the same one, and has the rows.",
  ]);
});

test("an operation that lacks the rows as well is no witness", () => {
  const messages = sharing("   - hue: name\n   - use: name\n");
  expect(messages).toHaveLength(2);
  for (const message of messages) expect(message).toContain("or take them out of the sample.");
});

test.each([
  ["Its hints. Alternatively, ``old:hints`` may be the key.", 0],
  ["Its hints. Not those of ``old:hints``.", 1],
])("a second name that the definition gives a row: %s", (description, count) => {
  const found = checkTree({
    "index.rst":
      "Lamps\n=====\n\nHang lamp\n---------\n\n.. rest_method:: POST /lamps\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - old_hints: old_hints\n\n.. literalinclude:: hang.json\n   :language: json\n",
    "parameters.yaml": `old_hints:\n  description: ${description}\n  in: body\n  required: false\n  type: object\n`,
    "hang.json": '{"old:hints": {}}\n',
  }).filter(({ rule }) => rule === "sample-undocumented");
  expect(found).toHaveLength(count);
});

test("names of the body itself are in no object, however alike they are", () => {
  const [finding] = checkTree({
    "index.rst":
      "Lamps\n=====\n\nShow lamp\n---------\n\n.. rest_method:: GET /lamps/1\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - name: name\n\n.. literalinclude:: lamp.json\n   :language: json\n",
    "parameters.yaml": "name:\n  description: Words.\n  in: body\n  required: true\n  type: string\n",
    "lamp.json": '{"name": "a", "hueA": 1, "hueB": 2, "hueC": 3}\n',
  }).filter(({ rule }) => rule === "sample-undocumented");
  expect(finding!.message).toContain("No row names `hueA`, `hueB` and `hueC`. Add rows");
});
