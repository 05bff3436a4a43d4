import { expect, test } from "vitest";
import { exampleTraffic } from "../../src/checks/example-traffic.ts";
import { answering, documentOf, verified } from "../support/verified.ts";

const table = (...names: readonly string[]) => `
.. rest_parameters:: parameters.yaml

${names.map((name) => `   - ${name}: ${name}`).join("\n")}
`;

const SHOW = `
Show widget
-----------

.. rest_method:: GET /v2/widgets/{id}

Request
~~~~~~~
${table("sort_key", "limit")}
Response
~~~~~~~~
${table("size", "transfered_at", "weight")}`;

const definition = (name: string, type: string, place = "body", description = `The ${name}.`) => `
${name}:
  description: ${description}
  in: ${place}
  required: true
  type: ${type}
`;

const TREE = {
  "index.rst": `Widgets\n=======\n${SHOW}`,
  "parameters.yaml": [
    definition("limit", "integer", "query"),
    definition("size", "integer"),
    definition("sort_key", "string", "query"),
    definition("transfered_at", "string", "body", "When it went to another project."),
    definition("weight", "integer"),
  ].join(""),
};

const object = (names: readonly string[], more: object = {}) => ({
  type: "object",
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(names.map((name) => [name, { type: "integer" }])),
    ...more,
  },
});

const get = (schema: object) => documentOf({ "/v2/widgets/{id}": { get: answering(schema) } });

test("a property with a slip in its name and the row that is meant are one finding, at the row", async () => {
  expect(
    await verified(TREE, get(object(["size", "weight"], { transferred_at: { type: "string" } }))),
  ).toEqual([
    "warning index.rst:23 verify-property-undocumented No row names `transferred_at`, which the response has, and it has no `transfered_at`, which may be the same. Seen in the OpenAPI document. Correct the name, or add a row.",
  ]);
});

test("so are a property and a row of the same description", async () => {
  const description = "When it went to *another project*.";
  const said = { moved: { type: "string", description } };
  const others = {
    type: "object",
    properties: { ...object(["size", "weight", "owner"]).properties, ...said },
  };
  expect(await verified(TREE, get(others))).toEqual([
    expect.stringMatching(/^warning index.rst:23 .*No row names `moved`, .*no `transfered_at`/),
    expect.stringMatching(/^warning index.rst:\d+ .*No row names `owner`, which the response has\./),
  ]);
});

test("a property of another type, or beside that of the row, is one of its own", async () => {
  const other = await verified(TREE, get(object(["size", "weight"], { transferred_at: { type: "array" } })));
  expect(other).toEqual([
    expect.stringMatching(/No row names `transferred_at`, which the response has\. Seen/),
  ]);
  const widget = (body: object) => ({
    method: "GET",
    url: "http://widgets.example/v2/widgets/1",
    status: 200,
    body: JSON.stringify({ size: 1, weight: 2, ...body }),
  });
  const both = exampleTraffic(
    widget({ transferred_at: "2024-01-01" }),
    widget({ transferred_at: "2024-01-01", transfered_at: "2024-01-01" }),
  );
  const told = await verified(TREE, both);
  expect(told.filter((one) => one.includes("verify-property"))).toEqual([
    expect.stringMatching(
      /No row names `transferred_at`, which the response has\. Seen in 2 exchanges\. Add a row/,
    ),
  ]);
});

test("a parameter with a slip in its name is told at the row that is meant", async () => {
  const asked = exampleTraffic({
    method: "GET",
    url: "http://widgets.example/v2/widgets/1?sort_keys=size",
    status: 200,
  });
  const found = await verified(TREE, asked);
  expect(found.filter((one) => one.includes("verify-parameter"))).toEqual([
    expect.stringMatching(
      /^warning index.rst:14 verify-parameter-undocumented No row names the query parameter `sort_keys` of the request, which has no `sort_key`/,
    ),
  ]);
});

test("an operation by another method, or with a slip in its path, is told at the documented one", async () => {
  const ok = { summary: "Changes it", responses: { "200": { description: "OK" } } };
  const tree = {
    ...TREE,
    "index.rst": `${TREE["index.rst"]}\nUpdate widget\n-------------\n\n.. rest_method:: PUT /v2/widgets/{id}\n`,
  };
  expect(await verified(tree, documentOf({ "/v2/widgets/{id}": { get: ok, patch: ok } }))).toEqual([
    expect.stringMatching(
      /^warning index.rst:29 verify-operation-undocumented No section documents `PATCH \/v2\/widgets\/\{id\}`, and the code does not have `PUT \/v2\/widgets\/\{id\}`/,
    ),
  ]);
  const slip = {
    ...TREE,
    "index.rst": `${TREE["index.rst"]}\nPaint widget\n------------\n\n.. rest_method:: PUT /v2/widgets/{id}/colour\n`,
  };
  const paths = { "/v2/widgets/{id}": { get: ok }, "/v2/widgets/{id}/color": { put: ok } };
  expect(await verified(slip, documentOf(paths))).toEqual([
    expect.stringMatching(
      /^warning index.rst:29 verify-operation-undocumented .*`PUT .*\/color`, and the code/,
    ),
  ]);
});

test("null of several properties of one object is one finding", async () => {
  const nullable = { type: ["integer", "null"] };
  const schema = {
    type: "object",
    properties: { size: nullable, transfered_at: { type: "string" }, weight: nullable },
  };
  expect(await verified(TREE, get(schema))).toEqual([
    "warning parameters.yaml:12 verify-null `size` and `weight` may be null, and their definitions do not say so. Seen in the OpenAPI document. Say so in the descriptions.",
  ]);
});

test("listed values that the schema of the code excludes are one finding of the definition", async () => {
  const listed = "Its state. Valid values are ``a``, ``b`` and ``c``.";
  const parameters = TREE["parameters.yaml"].replace("When it went to another project.", listed);
  const schema = object(["size", "weight"], { transfered_at: { type: "string", enum: ["a"] } });
  expect(await verified({ ...TREE, "parameters.yaml": parameters }, get(schema))).toEqual([
    expect.stringMatching(
      /^warning parameters.yaml:\d+ verify-enum `b` and `c` are listed as values of `transfered_at`, and the schema of the response does not allow them\./,
    ),
  ]);
});

test("what the schema of one object does not require is one finding", async () => {
  const create = `\nCreate widget\n-------------\n\n.. rest_method:: POST /v2/widgets\n\nRequest\n~~~~~~~\n${table("size", "transfered_at", "weight")}`;
  const schema = {
    ...object(["size", "weight"], { transfered_at: { type: "string" } }),
    required: ["transfered_at"],
  };
  const post = { requestBody: { content: { "application/json": { schema } } }, responses: {} };
  const tree = { ...TREE, "index.rst": `Widgets\n=======\n${create}` };
  expect(await verified(tree, documentOf({ "/v2/widgets": { post } }))).toEqual([
    expect.stringMatching(
      /^info parameters.yaml:\d+ verify-required The schema of the request does not require `size` and `weight`, and their definitions say that they are required\./,
    ),
  ]);
});
