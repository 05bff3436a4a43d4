import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

function operationOf(index: string, method = "post"): JsonObject {
  const { files } = treeOf({
    "index.rst": `Lamps\n=====\n\n${index}`,
    "parameters.yaml": `
name: {in: body, type: string, required: true, description: A name.}
force: {in: query, type: string, required: false, description: At once.}
`,
    "http-status.yaml": `
202: {default: Accepted.}
409: {default: In use.}
`,
  });
  const { paths } = specificationOf(files, {}).specification.document;
  return (Object.values(paths as JsonObject)[0] as JsonObject)[method] as JsonObject;
}

const dim = `Dim a lamp
----------

.. rest_method:: POST /lamps/1/action

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - name: name

It dims slowly.
`;

const sell = `Sell a  lamp
------------

.. rest_method:: POST /lamps/1/action

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - name: name
   - force: force
`;

test("a parameter that only some of the merged operations take says which", () => {
  const [force] = operationOf(`${dim}\n${sell}`).parameters as JsonObject[];
  expect(force!.description).toBe("At once.\n\nOnly for: Sell a lamp");
  const [own] = operationOf(sell).parameters as JsonObject[];
  expect(own!.description).toBe("At once.");
});

test("what one of the merged operations says of its request stands below its title", () => {
  const merged = operationOf(`${dim}\n${sell}`);
  expect(merged.requestBody).not.toHaveProperty("description");
  expect(merged.description).toContain("It dims slowly.");
  expect(operationOf(dim).requestBody).toHaveProperty("description", "It dims slowly.");
});

test("a sentence on the response below the request is about the response", () => {
  const operation = operationOf(`${dim}
or

The response is empty.

Response
~~~~~~~~

.. rest_status_code:: success http-status.yaml

   - 202

.. rest_status_code:: error http-status.yaml

   - 409

A conflict (409) is returned while it burns.

It takes a while.
`);
  expect(operation.requestBody).toHaveProperty("description", "It dims slowly.");
  const { 202: accepted, 409: conflict } = operation.responses as Record<string, JsonObject>;
  expect(accepted!.description).toBe("Accepted.\n\nThe response is empty.\n\nIt takes a while.");
  expect(conflict!.description).toBe("In use.\n\nA conflict (409) is returned while it burns.");
});

/** Two operations of one path, whose samples have one key each that no row requires. */
function switched(
  path: string,
  on: string,
  off = '{"off": null}',
): { schema: JsonObject; schemas: JsonObject } {
  const operation = (title: string, sample: string) =>
    `${title}\n----------\n\n.. rest_method:: POST ${path}\n\n**Request Example**\n\n.. code-block:: json\n\n   ${sample}\n`;
  const { files } = treeOf({
    "index.rst": `Lamps\n=====\n\n${operation("Switch on", on)}\n${operation("Switch off", off)}`,
  });
  const { paths, components } = specificationOf(files, {}).specification.document as Record<
    string,
    JsonObject
  >;
  const { requestBody } = (Object.values(paths!)[0] as Record<string, JsonObject>).post!;
  const [type] = Object.values((requestBody as JsonObject).content as JsonObject) as { schema: JsonObject }[];
  return { schema: type!.schema, schemas: components!.schemas as JsonObject };
}

test.each(["/lamps/{id}/action", "/lamps/{id}/actions"])(
  "the key of each action that POST %s takes is required",
  (path) => {
    const { schema, schemas } = switched(path, '{"on": null}');
    expect(schema).toMatchObject({ "x-openstack": { discriminator: "action" } });
    expect(schema.oneOf).toHaveLength(2);
    expect(schemas.SwitchOnRequest).toMatchObject({
      required: ["on"],
      "x-openstack": { "action-name": "on" },
    });
  },
);

test("a body of several keys, and one of a path that takes no actions, has no action", () => {
  expect(switched("/lamps/{id}/action", '{"on": null, "at": 1}').schema).not.toHaveProperty("x-openstack");
  expect(switched("/lamps/{id}/state", '{"on": null}').schema).not.toHaveProperty("x-openstack");
});

test("what only one of merged operations says of its response is said of that one", () => {
  const answer = (text: string) => `\nResponse\n~~~~~~~~\n\nNormal response codes: 202\n\n${text}\n`;
  const merged = operationOf(`${dim}${answer("The lamp is dark.")}\n${sell}${answer("It is gone.")}`);
  const { description } = (merged.responses as Record<string, JsonObject>)["202"]!;
  expect(description).toMatch(/The lamp is dark\.\n\nOnly for: Dim a lamp$/m);
  expect(description).toMatch(/It is gone\.\n\nOnly for: Sell a {1,2}lamp$/m);
  const alike = operationOf(`${dim}${answer("It hums.")}\n${sell}${answer("It hums.")}`);
  expect((alike.responses as Record<string, JsonObject>)["202"]!.description).not.toContain("Only for");
});

test("the key of an action whose row says that it may be absent is required beside what the row says", () => {
  const operation = (key: string) =>
    `Turn ${key}\n-------\n\n.. rest_method:: POST /lamps/1/action\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - ${key}: ${key}\n`;
  const { files } = treeOf({
    "index.rst": `Lamps\n=====\n\n${operation("dark")}\n${operation("lit")}`,
    "parameters.yaml":
      "dark: {in: body, type: object, required: false, description: Off.}\nlit: {in: body, type: object, required: true, description: On.}\n",
  });
  const { components, paths } = specificationOf(files, {}).specification.document as Record<
    string,
    JsonObject
  >;
  const { TurnDarkRequest, TurnLitRequest } = components!.schemas as Record<string, JsonObject>;
  expect(TurnDarkRequest).toMatchObject({ allOf: [{ required: ["dark"] }] });
  expect(TurnDarkRequest).not.toHaveProperty("required");
  expect(TurnLitRequest).toMatchObject({ required: ["lit"] });
  expect(JSON.stringify(paths)).toContain('"discriminator":"action"');
});
