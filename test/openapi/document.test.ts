import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import type { SpecificationOptions } from "../../src/openapi/options.ts";
import { documentOf, treeOf } from "../support/project.ts";

const parameters = `
id_path: {in: path, type: string, required: true, description: Which.}
limit: {in: query, type: integer, required: false, description: How many.}
limit_text: {in: query, type: string, required: false, description: "How many, in words.", min_version: 2.5}
token: {in: header, type: string, required: true, description: A token.}
trace: {in: header, type: string, required: true, description: What to log.}
key: {in: query, type: "key-only, no value expected", required: false, description: A bare key.}
name: {in: body, type: string, required: true, description: A name.}
states: {in: query, type: string, required: false, description: "A state. This can be specified more than once."}
order: {in: query, type: string, required: false, description: "You can specify multiple\n  pairs of order and direction."}
ids: {in: query, type: array, required: false, description: "Ids, separated by commas."}
`;
const status = "200: {default: Good.}\n404: {default: Gone., no_lamp: No lamp.}\n";

function document(index: string, options: SpecificationOptions = {}): JsonObject {
  const { files } = treeOf({ "index.rst": index, "parameters.yaml": parameters, "status.yaml": status });
  return documentOf(files, options);
}

/** A page with one operation, or several under one another. */
function page(...operations: string[]): string {
  const sections = operations.map(
    (operation, index) => `Operation ${index + 1}\n-----------\n\n${operation}\n`,
  );
  return `=====\nLamps\n=====\n\nAll lamps\n=========\n\n${sections.join("\n")}`;
}

const rows = (...lines: string[]) =>
  `.. rest_parameters:: parameters.yaml\n\n${lines.map((line) => `   - ${line}`).join("\n")}\n`;
const at = (value: unknown, ...steps: string[]): unknown =>
  steps.reduce((node, step) => (node as JsonObject | undefined)?.[step], value);

test("headers that OpenAPI describes elsewhere are no parameters; the token is the security scheme", () => {
  const made = document(
    page(
      `.. rest_method:: GET /lamps\n\n${rows("X-Auth-Token: token", "Accept: trace", "X-Trace: trace", "all: key")}`,
    ),
  );
  expect(at(made, "paths", "/lamps", "get", "parameters")).toEqual([
    {
      name: "X-Trace",
      in: "header",
      description: "What to log.",
      required: true,
      schema: { type: "string" },
    },
    {
      name: "all",
      in: "query",
      description: "A bare key.",
      allowEmptyValue: true,
      schema: { type: "string" },
    },
  ]);
  expect(made.security).toEqual([{ token: [] }]);
});

test("two rows of one name say what a parameter is at which microversions", () => {
  const made = document(page(`.. rest_method:: GET /lamps\n\n${rows("limit: limit", "limit: limit_text")}`));
  expect(at(made, "paths", "/lamps", "get", "parameters", "0")).toEqual({
    name: "limit",
    in: "query",
    description: "How many.\n\nHow many, in words.\n\n*New in version 2.5.*",
    schema: {
      anyOf: [
        { type: "integer" },
        { type: "string", description: "*New in version 2.5.*", "x-openstack": { "min-ver": "2.5" } },
      ],
    },
  });
});

test("what may be given several times may be a list, and a list between commas stands there once", () => {
  const made = document(
    page(`.. rest_method:: GET /lamps\n\n${rows("state: states", "order: order", "ids: ids")}`),
  );
  expect(at(made, "paths", "/lamps", "get", "parameters")).toMatchObject([
    { name: "state", schema: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] } },
    { name: "order", schema: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] } },
    { name: "ids", explode: false, schema: { type: "array" } },
  ]);
});

test("a variable of the URL's query takes its row from the path rows", () => {
  const made = document(page(`.. rest_method:: GET /lamps?lamp={lamp_id}\n\n${rows("lamp_id: id_path")}`));
  expect(at(made, "paths", "/lamps", "get", "parameters")).toEqual([
    { name: "lamp", in: "query", description: "Which.", schema: { type: "string" } },
  ]);
});

test("a variable of the URL's query is there at the microversions of its row", () => {
  const index = page(`.. rest_method:: GET /lamps?page={limit}\n\n${rows("limit: limit_text")}`);
  const parameterNames = (microversion: string) =>
    (
      (at(document(index, { microversion }), "paths", "/lamps", "get", "parameters") ?? []) as JsonObject[]
    ).map(({ name }) => name);
  expect([parameterNames("2.4"), parameterNames("2.5")]).toEqual([[], ["limit"]]);
});

test("a place that is misspelt, or named by another word, is the one that was meant", () => {
  const { files } = treeOf({
    "index.rst": page(
      `.. rest_method:: POST /lamps\n\n${rows("size: size", "page: page", "all: all", "odd: odd")}`,
    ),
    "parameters.yaml": ["size: bdoy", "page: Query", "all: params", "odd: cookie"]
      .map((one) =>
        one.replace(/^(\w+): (\w+)$/, "$1: {in: $2, type: string, required: false, description: It.}\n"),
      )
      .join(""),
  });
  const made = documentOf(files);
  const operation = at(made, "paths", "/lamps", "post") as JsonObject;
  expect((operation.parameters as JsonObject[]).map((one) => [one.in, one.name])).toEqual([
    ["query", "page"],
    ["query", "all"],
    // what its `in` means nobody knows, and the nearest row is of the query
    ["query", "odd"],
  ]);
  expect(at(made, "components", "schemas", "Operation1Request", "properties", "size")).toBeDefined();
});

test("what is no microversion is published as none", () => {
  const { files } = treeOf({
    "index.rst": page(
      `.. rest_method:: POST /lamps\n   :min_version: lattest\n\n${rows("page: page", "size: size", "depth: depth")}`,
    ),
    "parameters.yaml": `
page: {in: query, type: integer, required: false, min_version: lattest, description: It.}
size: {in: body, type: string, required: true, min_version: lattest, max_version: 2.4, description: It.}
depth: {in: body, type: string, required: true, max_version: lattest, description: It.}
`,
  });
  const written = JSON.stringify(documentOf(files));
  expect(written).not.toMatch(/lattest|min-ver/);
  expect(written).toContain('"max-ver":"2.4"');
});

test("a title with a slip says which side its table is of", () => {
  const made = document(page(`.. rest_method:: POST /lamps\n\nReponse\n~~~~~~~\n\n${rows("name: name")}`));
  const operation = at(made, "paths", "/lamps", "post") as JsonObject;
  expect(operation.requestBody).toBeUndefined();
  expect(at(operation, "responses", "2XX", "content")).toBeDefined();
});

test("a value in the URL is the example of a parameter without a row", () => {
  const made = document(page(".. rest_method:: GET /lamps?as=a%2Fb&deep={deep}&bare\n"));
  expect(at(made, "paths", "/lamps", "get", "parameters")).toEqual([
    { name: "as", in: "query", schema: { type: "string" }, example: "a/b" },
    { name: "deep", in: "query", schema: { type: "string" } },
    { name: "bare", in: "query", schema: { type: "string" } },
  ]);
});

test("a label at the end of a section names the next one, also of an outer level", () => {
  const inner = "Request\n~~~~~~~\n\nNone.\n\nMore\n^^^^\n\nNone.\n\n.. _dim-a-lamp:\n\n.. a comment\n";
  const made = document(
    page(
      `.. rest_method:: GET /lamps\n\nSee :ref:\`dim-a-lamp\`.\n\n${inner}`,
      ".. rest_method:: PUT /lamps\n",
    ),
  );
  expect(at(made, "paths", "/lamps", "get", "description")).toMatch(/^See Operation 2\./);
});

test("a row of another place says what a variable of the URL is, and is no component for it", () => {
  const made = document(page(`.. rest_method:: DELETE /lamps/{name}\n\n${rows("name: name")}`));
  expect(at(made, "paths", "/lamps/{name}", "delete", "parameters")).toEqual([
    { name: "name", in: "path", description: "A name.", required: true, schema: { type: "string" } },
  ]);
});

test("a path row documents the variable that it spells otherwise, unless it is that of another", () => {
  const made = document(page(`.. rest_method:: DELETE /lamps/{lamp-id}\n\n${rows("lamp_id: id_path")}`));
  const [own] = at(made, "paths", "/lamps/{lamp-id}", "delete", "parameters") as JsonObject[];
  const { $ref } = own!;
  const object = $ref === undefined ? own! : at(made, ...String($ref).slice(2).split("/"));
  expect(object).toMatchObject({ name: "lamp-id", in: "path", description: "Which.", required: true });
  const two = document(page(`.. rest_method:: DELETE /halls/{Id}/lamps/{id}\n\n${rows("id: id_path")}`));
  expect(at(two, "paths", "/halls/{Id}/lamps/{id}", "delete", "parameters", "0")).toEqual({
    name: "Id",
    in: "path",
    required: true,
    schema: { type: "string" },
  });
});

test("two spellings of a path are one path item, with the first one's variables", () => {
  const made = document(
    page(
      `.. rest_method:: GET /lamps/{id}\n\n${rows("id: id_path")}`,
      `.. rest_method:: DELETE /lamps/{lamp_id}\n\n${rows("lamp_id: id_path")}`,
    ),
  );
  expect(Object.keys(made.paths as JsonObject)).toEqual(["/lamps/{id}"]);
  expect(at(made, "paths", "/lamps/{id}", "delete", "parameters", "0", "$ref")).toBe(
    "#/components/parameters/id_path",
  );
});

test("an operation without a success code has the range of them, and its body", () => {
  const made = document(page(`.. rest_method:: GET /lamps\n\nResponse\n~~~~~~~~\n\n${rows("name: name")}`));
  expect(
    at(made, "paths", "/lamps", "get", "responses", "2XX", "content", "application/json", "schema"),
  ).toEqual({
    $ref: "#/components/schemas/Operation1Response",
  });
});

test("codes without content have none, unless nothing else could carry what the tables say", () => {
  const codes = (...list: string[]) =>
    `.. rest_status_code:: success status.yaml\n\n${list.map((code) => `   - ${code}`).join("\n")}\n\n`;
  const body = `Response\n~~~~~~~~\n\n${rows("name: name")}`;
  const both = document(page(`.. rest_method:: GET /lamps\n\n${codes("200", "204")}${body}`));
  expect(at(both, "paths", "/lamps", "get", "responses", "200", "content")).toBeDefined();
  expect(at(both, "paths", "/lamps", "get", "responses", "204", "content")).toBeUndefined();
  const contradiction = document(page(`.. rest_method:: GET /lamps\n\n${codes("204")}${body}`));
  expect(at(contradiction, "paths", "/lamps", "get", "responses", "204", "content")).toBeDefined();
});

test("a named reason describes its code", () => {
  const made = document(
    page(".. rest_method:: GET /lamps\n\n.. rest_status_code:: error status.yaml\n\n   - 404: no_lamp\n"),
  );
  expect(at(made, "paths", "/lamps", "get", "responses", "404", "description")).toBe("No lamp.");
});

test("what the configuration says comes before what the pages say", () => {
  const made = document(page(".. rest_method:: GET /lamps"), {
    title: "Lights",
    version: "7",
    servers: [{ url: "https://lamps.example.org" }],
    security: {},
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  });
  expect(made.info).toEqual({
    title: "Lights",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    version: "7",
  });
  expect(made.servers).toEqual([{ url: "https://lamps.example.org" }]);
  expect(made.security).toBeUndefined();
  expect(made.components).toEqual({});
});

test("operations with one title are told apart", () => {
  const made = document(
    "=====\nLamps\n=====\n\nShow (dark)\n===========\n\n.. rest_method:: GET /dark\n\nShow (bright)\n=============\n\n.. rest_method:: GET /bright\n",
  );
  expect(at(made, "paths", "/dark", "get", "operationId")).toBe("showDark");
  expect(at(made, "paths", "/bright", "get", "operationId")).toBe("showBright");
});

test("titles below the one of the examples tell them apart", () => {
  const block = (name: string) => `.. code-block:: json\n\n   {"name": "${name}"}\n`;
  const example = `Request Example\n~~~~~~~~~~~~~~~\n\nGreen\n^^^^^\n\n${block("a")}\nBlue\n^^^^\n\n${block("b")}`;
  const made = document(
    page(`.. rest_method:: POST /lamps\n\nRequest\n~~~~~~~\n\n${rows("name: name")}\n${example}`),
  );
  const examples = at(made, "components", "examples") as JsonObject;
  expect(
    Object.values(examples)
      .map((one) => at(one, "summary"))
      .sort(),
  ).toEqual(["Request Example: Blue", "Request Example: Green"]);
});

test("where section and file name say that a sample is of the response, its title does not make it one of the request", () => {
  const { files } = treeOf({
    "index.rst": page(
      `.. rest_method:: GET /lamps\n\nResponse\n~~~~~~~~\n\n**Example: JSON request**\n\n.. literalinclude:: lamps-list-response.json\n`,
    ),
    "lamps-list-response.json": '{"name": "a"}\n',
  });
  const made = documentOf(files);
  const operation = at(made, "paths", "/lamps", "get") as JsonObject;
  expect(operation.requestBody).toBeUndefined();
  expect(at(operation, "responses", "2XX", "content")).toBeDefined();
});
