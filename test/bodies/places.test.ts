import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

/** The one operation of a page and what is found in it. */
function read(page: string, definitions: string, samples: Record<string, string> = {}) {
  const tree = treeOf({ "index.rst": page, "parameters.yaml": definitions, ...samples });
  const { specification } = specificationOf(tree.files);
  const { paths, components } = specification.document as Record<string, Record<string, JsonObject>>;
  const [path] = Object.values(paths!) as [Record<string, JsonObject>];
  return { operation: Object.values(path)[0]!, schemas: (components?.schemas ?? {}) as JsonObject };
}

function widgetPage(below: string, method = "DELETE"): string {
  return `Widgets
=======

A widget
--------

.. rest_method:: ${method} /widgets/{widget_id}

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget_id: widget_in_body
${below}`;
}

const widgetInBody = `
widget_in_body: {in: body, type: string, required: true, description: Which widget.}
`;

test("a row of a variable of the URL is no property of the body as well", () => {
  const { operation } = read(widgetPage(""), widgetInBody);
  expect(operation.parameters).toMatchObject([
    { name: "widget_id", in: "path", description: "Which widget." },
  ]);
  expect(operation.requestBody).toBeUndefined();
});

test.each(["PUT", "PATCH"])("nor is it one of a %s of whose body nothing else is known", (method) => {
  const { operation } = read(widgetPage("", method), widgetInBody);
  expect(operation.parameters).toMatchObject([{ name: "widget_id", in: "path" }]);
  expect(operation.requestBody).toBeUndefined();
});

test("a table of a body has the row as well, and nobody need send it", () => {
  const colour = "colour: {in: body, type: string, required: false, description: Its colour.}\n";
  const page = widgetPage("   - colour: colour\n", "PUT");
  const { operation, schemas } = read(page, widgetInBody + colour);
  expect(operation.requestBody).not.toHaveProperty("required");
  const [body] = Object.values(schemas as Record<string, JsonObject>);
  expect(body).not.toHaveProperty("required");
  expect(body).toMatchObject({ properties: { widget_id: { "x-openstack-required": true }, colour: {} } });
});

const widgetsPage = `Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~

.. literalinclude:: widgets.json

Update widget
-------------

.. rest_method:: PATCH /widgets/{widget_id}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - id: id
   - name: name
`;

test("what is updated is one of a list that is answered bare", () => {
  const { specification } = specificationOf(
    treeOf({
      "index.rst": widgetsPage,
      "widgets.json": `[{"id": "a", "size": 3}]`,
      "parameters.yaml": `id: {in: body, type: string, required: true, description: Its ID.}
name: {in: body, type: string, required: true, description: Its name.}
`,
    }).files,
  );
  const { schemas } = specification.document.components as { schemas: Record<string, JsonObject> };
  expect(Object.keys(schemas)).toContain("UpdateWidgetResponse");
  expect(schemas.UpdateWidgetResponse).toMatchObject({
    type: "object",
    properties: { id: { description: "Its ID." }, name: { description: "Its name." } },
  });
});

test("what a sample of the body shows is required, whatever the URL has", () => {
  const { operation } = read(widgetPage("\n.. literalinclude:: widget.json\n", "PUT"), widgetInBody, {
    "widget.json": `{"widget_id": "a"}`,
  });
  expect(operation.requestBody).toMatchObject({ required: true });
});

test("the body has the name of a variable of the URL where a sample has it", () => {
  const { operation, schemas } = read(widgetPage("\n.. literalinclude:: widget.json\n"), widgetInBody, {
    "widget.json": `{"widget": {"widget_id": "a"}}`,
  });
  expect(operation.requestBody).toBeDefined();
  expect(JSON.stringify(schemas)).toContain('"widget_id"');
});

test("the body has the name of a variable of the URL where the table has both", () => {
  const { operation } = read(
    widgetPage("   - widget_id: widget_in_path\n"),
    `${widgetInBody}widget_in_path: {in: path, type: string, required: true, description: Which one.}\n`,
  );
  expect(operation.requestBody).toBeDefined();
});

test("a name with `>` before it is that name, inside the row above", () => {
  const { schemas } = read(
    `Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widgets: widgets
   - \\>id: widget_id
   - "> size": size
`,
    `
size: {in: body, type: integer, required: false, description: In bytes.}
widget_id: {in: body, type: string, required: true, description: Which.}
widgets: {in: body, type: array, required: true, description: All.}
`,
  );
  const text = JSON.stringify(schemas);
  expect(text).toContain('"id":');
  expect(text).toContain('"size":');
  expect(text).not.toContain(">");
  expect(Object.keys((Object.values(schemas)[0] as JsonObject).properties as JsonObject)).toEqual([
    "widgets",
  ]);
});

test("rows about a page of a list stand beside the list, not in its items", () => {
  const { schemas } = read(
    `Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widgets: widgets
   - id: id
   - previous: former
   - next: next
   - count: count
   - widgets_links: links

.. literalinclude:: widgets.json
`,
    `
widgets: {in: body, type: array, required: true, description: The widgets.}
id: {in: body, type: string, required: true, description: Its ID.}
next: {in: body, type: string, required: false, description: Where the next page is.}
count: {in: body, type: integer, required: false, description: How many there are before pagination.}
links: {in: body, type: array, required: false, description: Links to the next widgets.}
former: {in: body, type: string, required: false, description: What it was called before.}
`,
    { "widgets.json": `{"widgets": [{"id": "a"}]}` },
  );
  const list = schemas.ListWidgetsResponse as Record<string, Record<string, JsonObject>>;
  expect(Object.keys(list.properties!)).toEqual(["widgets", "next", "count", "widgets_links"]);
  expect(JSON.stringify(schemas.Widget)).toContain('"previous"');
});

test("a request is not placed in the list that answers show", () => {
  const page = `Lamps
=====

Change lamps
------------

.. rest_method:: PATCH /lamps

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - lit: lit

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lit: lit

.. literalinclude:: lamps.json
`;
  const { schemas } = read(
    page,
    "lit: {in: body, type: boolean, required: false, description: Whether it is lit.}\n",
    {
      "lamps.json": `{"results": [{"lit": true}]}`,
    },
  );
  const [request] = Object.entries(schemas).flatMap(([name, schema]) =>
    name.endsWith("Request") ? [schema as JsonObject] : [],
  );
  expect(Object.keys(request!.properties as JsonObject)).toEqual(["lit"]);
});

const switching = `
lamp: {in: body, type: object, required: true, description: A lamp.}
name: {in: body, type: string, required: true, description: Its name.}
id: {in: path, type: string, required: true, description: Its ID.}
`;

function switchPage(request: string): string {
  return `Lamps
=====

Light a lamp
------------

.. rest_method:: PUT /lamps/light

Normal response codes: 200

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

${request}
Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamp: lamp
   - name: name

.. literalinclude:: lamp.json
`;
}

test("a request without a sample has no envelope that only the table of its response names", () => {
  const samples = { "lamp.json": `{"lamp": {"name": "Desk"}}` };
  const flat = read(switchPage("   - name: name\n"), switching, samples);
  expect(flat.schemas.LightLampRequest).toMatchObject({ properties: { name: {} }, required: ["name"] });
  const wrapped = read(switchPage("   - lamp: lamp\n   - name: name\n"), switching, samples);
  const { properties } = Object.values(wrapped.schemas as Record<string, JsonObject>).find((schema) =>
    Object.hasOwn(schema.properties as JsonObject, "lamp"),
  )!;
  expect(properties).toMatchObject({ lamp: {} });
  expect(wrapped.schemas).not.toHaveProperty("LightLampRequest.properties.name");
});

test("what a row of the URL requires is said where the body has it", () => {
  const { schemas } = read(
    `Lamps\n=====\n\nRename a lamp\n-------------\n\n.. rest_method:: PUT /lamps/name\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - id: id\n\n.. literalinclude:: lamp.json\n`,
    switching,
    { "lamp.json": `{"id": "l1"}` },
  );
  expect(Object.values(schemas)[0]).toMatchObject({ properties: { id: { "x-openstack-required": true } } });
});
