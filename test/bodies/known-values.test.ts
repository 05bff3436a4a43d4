import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

const page = `Lamps
=====

List lamps
----------

.. rest_method:: GET /lamps

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - state: state_query
   - kind: kind_query
   - view: view_query

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamps: lamps
   - state: state
   - kind: kind

.. literalinclude:: list.json

Change a lamp
-------------

.. rest_method:: PUT /lamps/{lamp_id}

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - state: state_new
`;

const definitions = `
state_query: {in: query, type: string, required: false, description: "A valid value is \`\`on\`\`, \`\`off\`\`, \`\`broken\`\` or \`\`all\`\`."}
kind_query: {in: query, type: string, required: false, description: "A valid value is \`\`floor\`\` or \`\`table\`\`."}
view_query: {in: query, type: string, required: false, description: "A valid value is \`\`UP\`\` or \`\`DOWN\`\`."}
lamps: {in: body, type: array, required: true, description: All lamps.}
state: {in: body, type: string, required: true, description: "One of \`\`on\`\` or \`\`off\`\`."}
kind: {in: body, type: string, required: true, description: The kind.}
state_new: {in: body, type: string, required: true, description: "One of \`\`off\`\` or \`\`standby\`\`."}
`;

const sample = `{"lamps": [{"state": "on", "kind": "floor", "view": "GOING_UP"}, {"state": "off", "kind": "garden", "view": "GOING_DOWN"}]}\n`;

const { paths, components } = specificationOf(
  treeOf({ "index.rst": page, "parameters.yaml": definitions, "list.json": sample }).files,
).specification.document as Record<string, Record<string, JsonObject>>;

const query = (name: string) =>
  ((paths!["/lamps"]!.get as JsonObject).parameters as JsonObject[]).find((one) => one.name === name)!.schema;

const states = [
  ...JSON.stringify(components!.schemas).matchAll(/"state":\{"type":"string","enum":(\[[^\]]*\])/g),
].map(([, list]) => JSON.parse(list!));

test("a property takes what another description of it lists beyond its own, but for the words of a filter", () => {
  expect(query("state")).toMatchObject({ enum: ["on", "off", "broken", "all"] });
  expect(states).toContainEqual(["on", "off", "broken"]);
});

test("lists that only share a value are those of different sides", () => {
  expect(states).toContainEqual(["off", "standby"]);
});

test("a filter is open where the answer shows other values beside its own", () => {
  expect(query("kind")).toEqual({ type: "string" });
});

test("a filter with words of its own keeps them", () => {
  expect(query("view")).toMatchObject({ enum: ["UP", "DOWN"] });
});
