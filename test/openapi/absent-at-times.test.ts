import { expect, test } from "vitest";
import { checkTree, documentOf, treeOf } from "../support/project.ts";

const tree = (text: string) => ({
  "index.rst": `Lamps
=====

Light lamp
----------

.. rest_method:: POST /lamps

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - watts: watts

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - id: id
   - watts: watts

.. code-block:: json

   {"id": "a"}
`,
  "parameters.yaml": `id:
  description: The ID.
  in: body
  required: true
  type: string
watts:
  description: ${text}
  in: body
  required: true
  type: integer
`,
});

const schemas = (text: string) => {
  const { components } = documentOf(treeOf(tree(text)).files) as { components: { schemas: unknown } };
  return JSON.stringify(components.schemas);
};

const rules = (text: string) => checkTree(tree(text)).map(({ rule }) => rule);

test("what responses lack at times, by its text, is required of requests alone", () => {
  const text = "The watts. Present once it is lit and absent otherwise.";
  expect(schemas(text)).toContain('"required":["watts"]');
  expect(schemas(text)).toContain('"required":["id"]');
  expect(schemas(text)).toContain('"x-openstack-required":true');
  expect(rules(text)).toContain("required-contradicted");
  expect(rules(text)).not.toContain("sample-required");
});

test("without such a text responses need it, and so does the sample", () => {
  expect(rules("The watts.")).toContain("sample-required");
});
