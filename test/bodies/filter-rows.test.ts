import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

const definitions = `
lamp_id: {in: path, type: string, required: true, description: A lamp.}
number: {in: query, type: string, required: true, description: The number of a lamp.}
room: {in: query, type: string, required: false, description: A room.}
shape: {in: path, type: string, required: false, description: Only lamps of this shape.}
colour: {in: body, type: string, required: true, description: The colour of the lamp.}
tags: {in: body, type: object, required: false, description: Its tags.}
dotted: {in: body, type: string, required: false, description: A name in its tags.}
`;

function operationOf(method: string, rows: readonly string[], more = ""): JsonObject {
  const table = rows.map((row) => `   - ${row}\n`).join("");
  const tree = treeOf({
    "index.rst": `Lamps\n=====\n\nLamp\n----\n\n.. rest_method:: ${method}\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${table}${more}`,
    "parameters.yaml": definitions,
    "lamp.json": '{"colour": "red"}',
  });
  const { paths } = specificationOf(tree.files).specification.document;
  return structuredClone(Object.values(Object.values(paths as JsonObject)[0] as JsonObject)[0]) as JsonObject;
}

test.each(["GET", "HEAD"])(
  "rows of a body in the request of %s are optional parameters of the query",
  (method) => {
    const { parameters, requestBody } = operationOf(`${method} /lamps`, [
      "room: room",
      "tags: tags",
      "colour: colour",
    ]);
    expect(requestBody).toBeUndefined();
    expect(parameters).toMatchObject([
      { name: "room", in: "query" },
      { name: "tags", in: "query" },
      { name: "colour", in: "query", schema: { type: "string" } },
    ]);
    expect((parameters as JsonObject[])[2]).not.toHaveProperty("required");
  },
);

test("rows inside others and rows that a sample shows in a body stay there", () => {
  expect(operationOf("GET /lamps", ["tags: tags", "tags.name: dotted"])).toHaveProperty("requestBody");
  const sample = "\nRequest Example\n~~~~~~~~~~~~~~~\n\n.. literalinclude:: lamp.json\n   :language: json\n";
  expect(operationOf("GET /lamps", ["colour: colour"], sample)).toHaveProperty("requestBody");
  expect(operationOf("DELETE /lamps", ["colour: colour"])).toHaveProperty("requestBody");
});

test("the row of a variable of the path documents that", () => {
  const { parameters } = operationOf("GET /lamps/{colour}", ["colour: colour"]);
  expect(parameters).toMatchObject([{ name: "colour", in: "path" }]);
});

test.each(["GET", "DELETE"])(
  "a row in: path that %s may leave out, and that is not in the URL, is one of the query",
  (method) => {
    const { parameters } = operationOf(`${method} /lamps`, ["shape: shape"]);
    expect(parameters).toMatchObject([{ name: "shape", in: "query" }]);
    expect((parameters as JsonObject[])[0]).not.toHaveProperty("required");
  },
);

test("not so where the URL has it, or where a body may be sent", () => {
  const { parameters } = operationOf("GET /lamps/{shape}", ["shape: shape"]);
  expect(parameters).toMatchObject([{ name: "shape", in: "path" }]);
  expect(operationOf("PUT /lamps", ["shape: shape"])).not.toHaveProperty("parameters");
});

test("the row of a variable of the path requires nothing of the query, where its definition says that it is", () => {
  const { parameters } = operationOf("GET /lamps/{number}", ["number: number"]);
  expect(parameters).toMatchObject([
    { name: "number", in: "path", required: true },
    { name: "number", in: "query" },
  ]);
  expect((parameters as JsonObject[])[1]).not.toHaveProperty("required");
});

test.each([
  ["GET /lamps/{id}", "id: number"],
  ["DELETE /lamps/{number}", "number: number"],
])("nor is it a parameter of the query in %s with the row %s", (url, row) => {
  const { parameters } = operationOf(url, [row]);
  expect(parameters).toHaveLength(1);
  expect(parameters).toMatchObject([{ in: "path", required: true, description: "The number of a lamp." }]);
});
