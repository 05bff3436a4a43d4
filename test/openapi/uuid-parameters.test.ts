import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

/** The schema of the variable of a URL whose definition says `uuid`, where a sample of another operation shows a value. */
function variableBeside(name: string, value: string): JsonObject {
  const { files } = treeOf({
    "index.rst": `Lamps
=====

Show a room
-----------

.. rest_method:: GET /rooms/{${name}}

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - ${name}: in_path

Show a lamp
-----------

.. rest_method:: GET /lamps/1

**Response Example**

.. code-block:: json

   {"lamp": {"${name}": "${value}"}}
`,
    "parameters.yaml": "in_path: {in: path, type: uuid, required: true, description: Where it is.}\n",
  });
  const { paths } = specificationOf(files, {}).specification.document;
  const { get } = (paths as Record<string, { get: { parameters: { schema: JsonObject }[] } }>)[
    `/rooms/{${name}}`
  ]!;
  return get.parameters[0]!.schema;
}

const uuid = { type: "string", format: "uuid" };

test("a parameter is no UUID where samples show what is none under its name", () => {
  expect(variableBeside("room_id", "hall")).not.toHaveProperty("format");
  expect(variableBeside("room_id", "16ade46c85a1435bb86d9138d37da57e")).not.toHaveProperty("format");
});

test("UUIDs, texts in their place and what `id` is of something else take no format away", () => {
  expect(variableBeside("room_id", "16ade46c-85a1-435b-b86d-9138d37da57e")).toMatchObject(uuid);
  expect(variableBeside("room_id", "{room_id}")).toMatchObject(uuid);
  expect(variableBeside("id", "hall")).toMatchObject(uuid);
});
