import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

const tree = {
  "index.rst": `Lamps
=====

Show a lamp
-----------

.. rest_method:: GET /lamps/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamps: lamps
   - name: name
   - shade: shade
   - colour: colour

.. literalinclude:: lamps.json
`,
  "parameters.yaml": `
lamps: {in: body, type: array, required: true, description: Lamps.}
name: {in: body, type: string, required: true, description: A name.}
shade: {in: body, type: object, required: true, description: A shade., min_version: 1.5}
colour: {in: body, type: string, required: true, description: Of the shade.}
`,
  "lamps.json": `{"lamps": [{"name": "a", "shade": {"colour": "red"}, "odd": 1}, {"name": "b", "shade": null}]}`,
};

function lamps(microversion: string): { schema: JsonObject; example: unknown; undocumented: string[] } {
  const { specification, bodies } = specificationOf(treeOf(tree).files, { microversion });
  const { schemas, examples } = specification.document.components as Record<
    string,
    Record<string, JsonObject>
  >;
  return {
    schema: schemas!.Lamp!.properties as JsonObject,
    example: Object.values(examples!)[0]!.value,
    undocumented: bodies.samples.flatMap(({ mismatches }) => mismatches.map(({ property }) => property)),
  };
}

test("a property that is newer is in no schema and in no example, nor what is inside it", () => {
  const { schema, example, undocumented } = lamps("1.4");
  expect(Object.keys(schema)).toEqual(["name", "odd"]);
  expect(example).toEqual({ lamps: [{ name: "a", odd: 1 }, { name: "b" }] });
  expect(undocumented).toEqual(["lamps.odd"]);
});

test("from its microversion on it is in both", () => {
  const { schema, example } = lamps("1.5");
  expect(Object.keys(schema)).toEqual(["name", "shade", "odd"]);
  expect(example).toEqual(JSON.parse(tree["lamps.json"]));
});

const sampledLater = {
  "index.rst": `Lamps
=====

List lamps
----------

.. rest_method:: GET /lamps/detail

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamps: lamps
   - name: name
   - shade: shade

.. literalinclude:: samples/v1.5/lamps.json
`,
  "parameters.yaml": tree["parameters.yaml"],
  "samples/v1.5/lamps.json": `{"lamps": [{"name": "a", "shade": {"colour": "red"}, "odd": 1}]}`,
};

test("rows stand where samples of later versions have them, and what only these show is not there", () => {
  const { specification } = specificationOf(treeOf(sampledLater).files, { microversion: "1.4" });
  const { schemas, examples } = specification.document.components as Record<string, JsonObject>;
  expect(examples).toBeUndefined();
  expect(JSON.parse(JSON.stringify(schemas!.ListLampsResponse))).toEqual({
    type: "object",
    properties: {
      lamps: {
        type: "array",
        description: "Lamps.",
        items: {
          type: "object",
          properties: { name: { type: "string", description: "A name." } },
          required: ["name"],
        },
      },
    },
    required: ["lamps"],
  });
});
