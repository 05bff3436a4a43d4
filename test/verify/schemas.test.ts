import { expect, test } from "vitest";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";

const TREE = {
  "/project/source/index.rst": `
Widgets
=======

List versions
-------------

.. rest_method:: GET /

Show version
------------

.. rest_method:: GET /v1

List widgets
------------

.. rest_method:: GET /v1/widgets

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - owner_id: owner_id

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
  "/project/source/parameters.yaml": `
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
  enum: [green, red]
owner_id:
  description: Whose widgets to list. Of old, 'keeper' says the same.
  in: query
  required: false
  type: string
`,
};

interface Shape {
  readonly parameters?: object[];
  readonly colour?: object;
  readonly operation?: object;
  readonly paths?: object;
}

/** What is told of the tree by a document of its code. */
async function told({ parameters = [], colour = {}, operation = {}, paths = {} }: Shape) {
  const schema = { type: "object", ...colour };
  const document = {
    openapi: "3.1.0",
    info: { title: "Widgets", version: "1" },
    paths: {
      "/v1/widgets": {
        get: {
          parameters,
          responses: { 200: { description: "", content: { "application/json": { schema } } } },
          ...operation,
        },
      },
      ...paths,
    },
  };
  const { out } = await run(
    memoryFiles({ files: { ...TREE, "/project/service.json": JSON.stringify(document) } }),
    ["verify", "source", "--against", "service.json", "--format", "json"],
  );
  return (
    JSON.parse(out).findings as { rule: string; severity: string; line: number; message: string }[]
  ).map(({ rule, severity, line, message }) => `${line} ${severity} ${rule}: ${message}`);
}

const widget = (colour: object, min?: string, max?: string) => ({
  type: "object",
  properties: { colour },
  "x-openstack": { ...(min && { "min-ver": min }), ...(max && { "max-ver": max }) },
});
const versioned = (...oneOf: object[]) => ({
  colour: { oneOf, "x-openstack": { discriminator: "microversion" } },
});

test("a listed value is excluded only where no microversion takes it", async () => {
  const green = { type: "string", enum: ["green"] };
  const both = { type: "string", enum: ["green", "red"] };
  const excluded = [expect.stringContaining("`red` is listed as a value of `colour`")];
  expect(await told(versioned(widget(green, "1.0", "1.4"), widget(both, "1.5")))).toEqual([]);
  expect(await told(versioned(widget(green, "1.0", "1.4"), widget({ type: "string" }, "1.5")))).toEqual([]);
  expect(await told(versioned(widget(green, "1.0", "1.4"), widget(green, "1.5")))).toEqual(excluded);
});

test("a schema of null and nothing else says nothing", async () => {
  expect(await told({ colour: { properties: { colour: { type: "null" } } } })).toEqual([]);
  expect(await told({ colour: { properties: { colour: { type: ["string", "null"] } } } })).toEqual([
    expect.stringContaining("`colour` may be null"),
  ]);
});

test("of what stands above its mount point a document says nothing", async () => {
  const get = { responses: { 200: { description: "" } } };
  expect(await told({ paths: { "/v1": { get } } })).toEqual([]);
  expect(await told({ paths: { "/v1": { get }, "/lamps/{id}/bulbs": { get } } })).toContainEqual(
    expect.stringContaining("The code does not have `GET /`"),
  );
});

test("the description of a row tells of a query parameter, too", async () => {
  const named = (name: string) => ({ in: "query", name, schema: { type: "string" } });
  expect(await told({ parameters: [named("owner_id"), named("keeper")] })).toEqual([]);
  expect(await told({ parameters: [named("owner_id"), named("keep")] })).toEqual([
    expect.stringContaining("`keep`"),
  ]);
});

test("a query parameter of older microversions is told with its last one, and a table where there is none", async () => {
  const lamp = { in: "query", name: "lamp", schema: {}, "x-openstack": { "max-ver": "1.7" } };
  expect(await told({ parameters: [lamp] })).toEqual([
    expect.stringContaining("Add a row with a definition `in: query`, with `max_version: 1.7`"),
  ]);
  const get = { summary: "Show", parameters: [lamp], responses: {} };
  expect(await told({ paths: { "/v1": { get } } })).toEqual([
    expect.stringContaining("Add a Request table with a row with a definition `in: query`, with"),
  ]);
});

test("a route of which the document says nothing else is told as info", async () => {
  const of = (more: object) => ({ "/v1/widgets/{id}": { delete: { responses: { 204: {} }, ...more } } });
  const missing = (severity: string) => [
    expect.stringContaining(`${severity} verify-operation-undocumented`),
  ];
  expect(await told({ paths: of({}) })).toEqual(missing("info"));
  expect(await told({ paths: of({ summary: "Delete a widget" }) })).toEqual(missing("warning"));
});
