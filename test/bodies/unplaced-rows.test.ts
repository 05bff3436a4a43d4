import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { checkTree, specificationOf, treeOf } from "../support/project.ts";
import { answering, documentOf, verified } from "../support/verified.ts";

const definitions = `
room_id: {in: path, type: string, required: true, description: A room.}
page: {in: query, type: integer, required: false, description: The page.}
lamp: {in: body, type: object, required: true, description: The lamp.}
name: {in: body, type: string, required: true, description: Its name.}
size: {type: integer, required: true, description: Its size.}
shade: {in: cellar, type: string, required: true, min_version: 1.4, description: Its shade.}
`;

interface Given {
  readonly method?: string;
  readonly request?: readonly string[];
  readonly response?: readonly string[];
  readonly sample?: string;
}

function textsOf({ method = "POST /rooms/{room_id}/lamps", request = [], response = [], sample }: Given) {
  const table = (title: string, rows: readonly string[]) =>
    rows.length === 0
      ? ""
      : `${title}\n~~~~~~~~~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n`;
  const shown = sample === undefined ? "" : ".. literalinclude:: lamp.json\n   :language: javascript\n";
  return {
    "index.rst": `Lamps\n=====\n\nMake a lamp\n-----------\n\n.. rest_method:: ${method}\n\n${table("Request", request)}${shown}\n\n${table("Response", response)}`,
    "parameters.yaml": definitions,
    ...(sample === undefined ? {} : { "lamp.json": sample }),
  };
}

function operationOf(given: Given, options: { readonly microversion?: string } = {}): JsonObject {
  const { document } = specificationOf(treeOf(textsOf(given)).files, options).specification;
  const [item] = Object.values(document.paths as JsonObject);
  const whole = JSON.stringify(Object.values(item as JsonObject)[0]);
  const parts = document.components as Record<string, JsonObject>;
  const written = whole.replaceAll(/\{"\$ref":"#\/components\/(\w+)\/([\w.-]+)"\}/g, (_, kind, name) =>
    JSON.stringify(parts[kind]![name]),
  );
  return JSON.parse(written) as JsonObject;
}

function schemaOf({ requestBody }: JsonObject): JsonObject {
  const { content } = requestBody as { content: Record<string, { schema: JsonObject }> };
  return content["application/json"]!.schema;
}

const SAMPLE = '{"lamp": {"name": "a", "colour": "red"}}';

test("rows whose definition is missing stand where samples and their neighbours say, open and required nowhere", () => {
  const operation = operationOf({
    request: [
      "room_id: room_id",
      "page: page",
      "dry_run: gone",
      "lamp: lamp",
      "name: name",
      "colour: gone",
      "weight: gone",
      "size: size",
      "shade: shade",
    ],
    sample: SAMPLE,
  });
  expect(operation.parameters).toMatchObject([
    { name: "room_id", in: "path" },
    { name: "page", in: "query" },
    { name: "dry_run", in: "query", schema: {} },
  ]);
  expect(schemaOf(operation)).toEqual({
    type: "object",
    properties: {
      lamp: {
        type: "object",
        description: "The lamp.",
        properties: {
          name: { type: "string", description: "Its name." },
          colour: { type: "string" },
          weight: {},
          size: { type: "integer", description: "Its size." },
          shade: {
            type: "string",
            description: "Its shade.\n\n*New in version 1.4.*",
            "x-openstack": { "min-ver": "1.4" },
            "x-openstack-required": true,
          },
        },
        required: ["name"],
      },
    },
    required: ["lamp"],
  });
});

test("a body of such rows alone is documented, with what stands in what", () => {
  const operation = operationOf({
    request: ["room_id: gone", "box: gone_box", "\\> depth: gone", "\\> sides: gone", "meta.key: gone"],
    response: ["Location: gone", "X-Trace: gone", "lamp: gone"],
  });
  expect(operation.parameters).toMatchObject([{ name: "room_id", in: "path", schema: { type: "string" } }]);
  expect(operation.requestBody).not.toHaveProperty("required");
  expect(schemaOf(operation).properties).toEqual({
    box: { properties: { depth: {}, sides: {} } },
    meta: { type: "object", properties: { key: {} } },
  });
  const [response] = Object.values(operation.responses as JsonObject) as JsonObject[];
  expect(response!.headers).toEqual({ Location: { schema: {} }, "X-Trace": { schema: {} } });
  expect(JSON.stringify(response!.content)).toContain('"properties":{"lamp":{}}');
});

test("in a request without a body they are parameters of the query; what the URL says of one is left", () => {
  const operation = operationOf({
    method: "GET /rooms/{room_id}/lamps?view={view}",
    request: ["room_id: room_id", "view: gone", "limit: size", "If-Match: gone"],
  });
  expect(operation.parameters).toEqual([
    expect.objectContaining({ name: "room_id", in: "path" }),
    { name: "limit", in: "query", description: "Its size.", schema: { type: "integer" } },
    { name: "If-Match", in: "header", schema: {} },
    { name: "view", in: "query", schema: { type: "string" } },
  ]);
  expect(operation.requestBody).toBeUndefined();
});

test("a key says the place", () => {
  const { parameters } = operationOf({ request: ["name: name", "order: order_query"] });
  expect(parameters).toMatchObject([{ name: "room_id" }, { name: "order", in: "query" }]);
});

test("the document of a microversion has them, and those of definitions that hold", () => {
  const given = { request: ["lamp: lamp", "name: name", "colour: gone", "shade: shade"], sample: SAMPLE };
  const properties = (microversion: string) =>
    Object.keys(
      ((schemaOf(operationOf(given, { microversion })).properties as JsonObject).lamp as JsonObject)
        .properties as JsonObject,
    );
  expect(properties("1.3")).toEqual(["name", "colour"]);
  expect(properties("1.4")).toEqual(["name", "colour", "shade"]);
});

test("nothing but the definition is told", () => {
  const rules = (given: Given) => new Set(checkTree(textsOf(given)).map(({ rule }) => rule));
  const told = [
    ...rules({
      request: ["room_id: gone", "lamp: lamp", "name: name", "colour: gone"],
      response: ["lamp: gone", "shade: gone"],
      sample: SAMPLE,
    }),
    ...rules({ request: ["room_id: shade", "lamp: size"], sample: SAMPLE }),
    ...rules({ method: "GET /rooms/{room_id}?view={view}", request: ["room_id: size", "view: shade"] }),
  ];
  for (const consequence of [
    "body-undocumented",
    "operation-unsampled",
    "path-parameter-undocumented",
    "query-variable-misplaced",
    "sample-undocumented",
  ])
    expect(told).not.toContain(consequence);
  expect(told).toContain("unknown-parameter");
});

test("evidence has nothing of such rows that the tables lack", async () => {
  const schema = { type: "object", properties: { name: { type: "string" }, size: { type: "integer" } } };
  const evidence = documentOf({ "/lamps": { get: answering(schema) } });
  const found = (response: readonly string[]) =>
    verified(textsOf({ method: "GET /lamps", response }), evidence);
  expect((await found(["name: gone"])).filter((one) => one.includes("verify-"))).toEqual([]);
  const [told, ...others] = (await found(["name: name", "depth: gone"])).filter((one) =>
    one.includes("verify-"),
  );
  expect(told).toContain("No row names `size`");
  expect(others).toEqual([]);
  expect((await found(["name: name", "size: gone"])).filter((one) => one.includes("verify-"))).toEqual([]);
});
