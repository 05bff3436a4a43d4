import { expect, test } from "vitest";
import { exampleTraffic } from "../../src/checks/example-traffic.ts";
import { answering, documentOf, verified } from "../support/verified.ts";

/** A tree that shows a widget, with a description of its size and prose above the table. */
function tree(description: string, prose = ""): Readonly<Record<string, string>> {
  return {
    "index.rst": `
.. |perhaps| replace:: The size. It might be \`\`null\`\`.

Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{id}

Response
~~~~~~~~

${prose}

.. rest_parameters:: parameters.yaml

   - size: size
   - colour: colour
`,
    "parameters.yaml": `
size:
  description: |
    ${description}
  in: body
  required: true
  type: string
colour:
  description: Its colour, a word.
  in: body
  required: true
  type: string
`,
  };
}

const shown = (size: unknown) =>
  exampleTraffic({
    method: "GET",
    url: "http://widgets.example/widgets/1",
    status: 200,
    body: JSON.stringify({ size, colour: "red" }),
  });

const rulesOf = async (texts: Readonly<Record<string, string>>, size: unknown) =>
  (await verified(texts, shown(size))).map((one) => /verify-(?:null|type)/.exec(one)?.[0]).filter(Boolean);

test("what a substitution says of null is said", async () => {
  expect(await rulesOf(tree("|perhaps|"), null)).toEqual([]);
  expect(await rulesOf(tree("|unknown|"), null)).toEqual(["verify-null"]);
});

test("prose above a table tells for all of its fields that they may be null", async () => {
  const reported = "A driver that does not know a field\nreports it: the field will be given as ``None``.";
  expect(await rulesOf(tree("The size.", reported), null)).toEqual([]);
  expect(await rulesOf(tree("The size.", "Fields may be long. None is short."), null)).toEqual([
    "verify-null",
  ]);
});

test("a description that names two types takes either", async () => {
  expect(await rulesOf(tree("A string, such as ``huge``, or a number."), 12.5)).toEqual([]);
  expect(await rulesOf(tree("A string, such as ``huge``, or a number."), 12)).toEqual([]);
  expect(await rulesOf(tree("A string, or a number of strings."), 12)).toEqual(["verify-type"]);
  expect(await rulesOf(tree("A string. There is a number, or none."), 12)).toEqual(["verify-type"]);
});

test("a body that prose denies is none where only a schema has it", async () => {
  const section = (prose: string) => ({
    "index.rst": `
Widgets
=======

Paint widget
------------

.. rest_method:: GET /widgets/{id}

Response
~~~~~~~~

${prose}
`,
  });
  const schema = { type: "object", properties: { size: { type: "string" } } };
  const document = documentOf({ "/widgets/{id}": { get: answering(schema) } });
  expect(await verified(section("No body is returned on success."), document)).toEqual([]);
  expect(await verified(section("The widget as it is now."), document)).toEqual([
    expect.stringMatching(/^warning .* It has `size`\. Add a row for it\.$/),
  ]);
});
