import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

/** The examples of a document, each with its label. */
function labelsOf(files: Record<string, string>): Record<string, unknown> {
  const { document } = specificationOf(treeOf(files).files, {}).specification;
  const { examples } = document.components as { examples: Record<string, JsonObject> };
  return Object.fromEntries(Object.entries(examples).map(([name, { summary }]) => [name, summary]));
}

const operation = (title: string, url: string, ...samples: string[]) => `${title}
${"-".repeat(title.length)}

.. rest_method:: ${url}

Request
~~~~~~~

${samples.map((sample) => `**Request Example**\n\n.. literalinclude:: ${sample}\n`).join("\n")}
`;

test("samples of merged operations are told apart by their operations", () => {
  const labels = labelsOf({
    "index.rst": `Lamps\n=====\n\n${operation("Dim a lamp", "POST /lamps/1/action", "lamp-dim.json")}${operation("Sell a lamp", "POST /lamps/1/action", "lamp-sell.json")}`,
    "lamp-dim.json": '{"dim": 1}',
    "lamp-sell.json": '{"sell": 1}',
  });
  expect(labels).toEqual({
    "lamp-dim": "Dim a lamp: Request Example",
    "lamp-sell": "Sell a lamp: Request Example",
  });
});

test("samples of one section are told apart by their files", () => {
  const labels = labelsOf({
    "index.rst": `Lamps\n=====\n\n${operation("Create a lamp", "POST /lamps", "lamp-create.json", "lamp-create-with-shade.json")}`,
    "lamp-create.json": '{"lamp": {"name": "a"}}',
    "lamp-create-with-shade.json": '{"lamp": {"name": "a", "shade": "b"}}',
  });
  expect(labels).toEqual({
    "lamp-create": "Request Example",
    "lamp-create-with-shade": "Request Example (with shade)",
  });
});

test("equal samples are called after their own files", () => {
  const labels = labelsOf({
    "index.rst": `Lamps\n=====\n\n${operation("Create a lamp", "POST /lamps", "lamp-create.json")}${operation("Create a shade", "POST /shades", "shade-create.json")}`,
    "lamp-create.json": '{"name": "a"}',
    "shade-create.json": '{"name": "a"}',
  });
  expect(labels).toEqual({ "lamp-create": "Request Example", "shade-create": "Request Example" });
});

test("a sample that several merged operations show keeps its name where it stands alone", () => {
  const labels = labelsOf({
    "index.rst": `Lamps\n=====\n\n${operation("Reset", "POST /lamps/1/action", "reset.json")}${operation("Sell", "POST /lamps/1/action", "sell.json")}${operation("Reset all", "POST /lamps/reset", "reset.json")}`,
    "reset.json": '{"reset": 1}',
    "sell.json": '{"sell": 1}',
  });
  expect(labels).toEqual({
    reset: "Request Example",
    "reset-reset": "Reset: Request Example",
    sell: "Sell: Request Example",
  });
});

test("samples of two versions of an API are called after those", () => {
  const action = (version: string, title: string) =>
    `${operation(title, `POST /${version}/lamps/1/action`, `${version}/dim.json`)}${operation("Sell", `POST /${version}/lamps/1/action`, `${version}/sell-${version}.json`)}`;
  const labels = labelsOf({
    "index.rst": `Lamps\n=====\n\n${action("v1", "Dim lamp")}${action("v2", "Dim a lamp")}`,
    "v1/dim.json": '{"dim": 1}',
    "v2/dim.json": '{"dim": 1}',
    "v1/sell-v1.json": '{"sell": 1}',
    "v2/sell-v2.json": '{"sell": 1}',
  });
  expect(labels).toMatchObject({
    "v1-dim": "Dim lamp: Request Example",
    "v2-dim": "Dim a lamp: Request Example",
  });
});

test("a sentence right above a sample is its label, and no prose", () => {
  const page = `Lamps
=====

Dim a lamp
----------

.. rest_method:: GET /lamps/{lamp_id}

Response
~~~~~~~~

The lamp answers at once, as
its \`manual <https://lamps.test>\`_ says:

.. literalinclude:: lamp.json

This is the answer for a broken lamp:

.. code-block:: json

   {"broken": true}

In the body:

.. code-block:: json

   {"dim": 1}

Some lamps take longer than the others do, in which case what they answer is no more than the time that it takes:

.. code-block:: json

   {"time": 1}
`;
  const files = { "index.rst": page, "lamp.json": '{"lamp": 1}' };
  expect(Object.values(labelsOf(files)).toSorted()).toEqual(
    ["Response", "This is the answer for a broken lamp", "Response (lamp)", "Response 2"].toSorted(),
  );
  const { document } = specificationOf(treeOf(files).files, {}).specification;
  const text = JSON.stringify(document.paths);
  expect(text).toContain("manual");
  expect(text).toContain("In the body");
  expect(text).toContain("Some lamps take longer");
  expect(text).not.toContain("answer for a broken lamp");
});
