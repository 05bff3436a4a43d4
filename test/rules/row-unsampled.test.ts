import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

/** A response with a table of labels and some more rows. */
function tree(rows: string, sample: string) {
  return {
    "index.rst": `
Widgets
=======

Show labels
-----------

.. rest_method:: GET /widgets/1/labels

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - labels: labels
${rows}

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: labels.json
   :language: json
`,
    "parameters.yaml": `
key:
  description: What a label is called.
  in: body
  required: true
  type: string
labels:
  description: The labels, pairs of key and value.
  in: body
  required: true
  type: object
value:
  description: What a label says.
  in: body
  required: true
  type: string
`,
    "labels.json": sample,
  };
}

const labels = '{\n  "labels": {\n    "shape": "round",\n    "use": "toy"\n  }\n}\n';

test("rows that say what keys and values of a map are", () => {
  expectFindingsAtMarks("row-unsampled", tree("   - key: key\n   - value: value", labels));
});

test("a row of a list whose items have the value", () => {
  const list = '{\n  "labels": {},\n  "others": [{ "value": "round" }]\n}\n';
  expectFindingsAtMarks("row-unsampled", tree("   - «key: key»\n   - value: value", list));
});

test("a row of a body whose keys are data stands for one of them", () => {
  const rows = tree("   - hue: value", '{ "key1": "round", "key2": "toy" }');
  const only = { ...rows, "index.rst": rows["index.rst"].replace("   - labels: labels\n", "") };
  expectFindingsAtMarks("row-unsampled", only);
});

/** Rows of an optional `range` that the sample leaves out, with all that they need. */
function ranges(rows: string) {
  const definition = (key: string, type: string, required: boolean) =>
    `${key}:\n  description: Words.\n  in: body\n  required: ${required}\n  type: ${type}\n`;
  return {
    ...tree(rows, '{"labels": {}, "size": 1}'),
    "parameters.yaml": [
      definition("edge", "object", true),
      definition("labels", "object", true),
      definition("most", "integer", true),
      definition("range", "object", false),
      definition("size", "integer", true),
    ].join(""),
  };
}

test.each([
  ["rows behind an absent object that is optional", "   - range: range\n   - most: most\n   - least: most"],
  ["rows of an absent object, by their path", "   - size: size\n   - range: range\n   - range.most: most"],
  [
    "rows behind a required object in an absent one that is optional",
    "   - range: range\n   - edge: edge\n   - most: most",
  ],
  ["a row behind one that the sample shows", "   - range: range\n   - size: size\n   - «most: most»"],
  ["a text that stands for keys", "   - kind: most\n   - kind.size: size"],
])("%s", (_, rows) => {
  expectFindingsAtMarks("row-unsampled", ranges(rows));
});

test("a definition that samples of other tables show is not to be made optional for one", () => {
  const told = (other: string) => {
    const texts = ranges("   - range: range\n   - size: size\n   - most: most");
    return checkTree({
      ...texts,
      "index.rst": `${texts["index.rst"]}\n${other}`,
      "most.json": '{"most": 1}\n',
    })
      .filter(({ rule }) => rule === "row-unsampled")
      .map(({ message }) => message.slice(message.indexOf("Add ")));
  };
  const other = `Measure toys
------------

.. rest_method:: GET /measures

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - most: most

.. literalinclude:: most.json
   :language: json
`;
  expect(told("")).toEqual(["Add it to a sample, or make it optional."]);
  expect(told(other)).toEqual(["Add it to a sample, take the row out, or look up an optional definition."]);
});

/** A list of toys whose rows stand in one table or in two, and a sample of it. */
const toys = (rows: readonly string[], sample: string) => ({
  "index.rst": `Toys
====

List toys
---------

.. rest_method:: GET /toys

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - toys: list
${rows
  .map((row) =>
    row === "" ? "\nToys that move have these.\n\n.. rest_parameters:: parameters.yaml\n\n" : `   - ${row}\n`,
  )
  .join("")}
.. literalinclude:: list.json
   :language: json
`,
  "parameters.yaml": ["name", "speed", "wheels", "list"]
    .map(
      (key) =>
        `${key}:\n  description: Words.\n  in: body\n  required: true\n  type: ${key === "list" ? "array" : "string"}\n`,
    )
    .join(""),
  "list.json": `${sample}\n`,
});

test.each([
  [
    "the table of a variant that no sample shows",
    ["toys.name: name", "", "toys.name: name", "toys.engine.speed: speed"],
    '{"toys": [{"name": "a"}]}',
  ],
  [
    "a table of which a sample shows something",
    ["toys.name: name", "", "toys.name: name", "toys.wheels: wheels", "«toys.engine.speed: speed»"],
    '{"toys": [{"name": "a", "wheels": "4"}]}',
  ],
  ["rows behind a list that is empty", ["parts: list", "speed: speed"], '{"toys": [{"parts": []}]}'],
  [
    "rows behind a list that holds something",
    ["parts: list", "«speed: speed»"],
    '{"toys": [{"parts": [{}]}]}',
  ],
])("%s", (_, rows, sample) => {
  expectFindingsAtMarks("row-unsampled", toys(rows, sample));
});
