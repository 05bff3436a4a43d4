import { expect, test } from "vitest";
import { answering, documentOf, verified } from "../support/verified.ts";

const TREE = {
  "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour_query

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widgets: widgets
   - colour: colour
   - lamps: lamps

List lamps
----------

.. rest_method:: GET /lamps

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - maker: maker_query
`,
  "parameters.yaml": ["widgets", "lamps", "colour", "colour_query", "maker_query"]
    .map(
      (key) => `
${key}:
  description: As it is.
  in: ${key.endsWith("query") ? "query" : "body"}
  required: ${!key.endsWith("query")}
  type: ${key.endsWith("s") ? "array" : "string"}
`,
    )
    .join(""),
};

/** The severities of what is told of query parameters of the list. */
async function told(...names: readonly string[]): Promise<readonly string[]> {
  const object = {
    type: "object",
    properties: {
      colour: { type: "string" },
      weight: { type: "integer" },
      lamps: { type: "array", items: { type: "object", properties: { id: { type: "string" } } } },
    },
  };
  const answer = answering({
    type: "object",
    properties: { widgets: { type: "array", items: object } },
  });
  const parameters = names.map((name) => ({ name, in: "query", schema: { type: "string" } }));
  const found = await verified(TREE, documentOf({ "/widgets": { get: { ...answer, parameters } } }));
  return found
    .filter((one) => one.includes("verify-parameter-undocumented"))
    .map((one) => one.replace(/:\d+ .*?(?=`)/, " ").replace(/(?: of|, which) .*?\. Seen in [^.]*\./, ""));
}

test("a filter by what no object of the list has is to be looked at", async () => {
  expect(await told("inner_cache")).toEqual([
    "info index.rst `inner_cache` Nothing that is listed has such an attribute to filter by: look whether the service takes it, and document it only then.",
  ]);
  // nor can one filter by a list of objects
  expect(await told("lamps")).toEqual([expect.stringMatching(/^info/)]);
  expect(await told("inner_cache", "inner_state")).toEqual([
    expect.stringMatching(/^info .*`inner_cache` and `inner_state`.* takes them, and document them only/),
  ]);
});

test("attributes, ids of what an object names, pages and what other tables ask for are missing", async () => {
  for (const name of ["weight", "lamp_id", "page_size", "marker", "maker"])
    expect(await told(name)).toEqual([expect.stringMatching(/^warning .* Add a row/)]);
});

test("of many filters by what no object has, none is told", async () => {
  expect(await told("inner_cache", "inner_state", "inner_rows")).toEqual([]);
});
