import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

const parameters = `
totals: {in: query, type: boolean, required: true, description: Whether to count the lamps.}
lamp: {in: body, type: string, required: true, description: Its name.}
`;

function parametersOf(method: string, sample: string, more = ""): unknown {
  const index = `Lamps
=====

Show
----

.. rest_method:: ${method} /lamps/first

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - totals: totals
   - lamp: lamp

${sample}
${more}`;
  const { files } = treeOf({ "index.rst": index, "parameters.yaml": parameters });
  const { document } = specificationOf(files, {}).specification;
  const item = (document.paths as JsonObject)["/lamps/first"] as JsonObject;
  const shown = (item[method.toLowerCase()] as JsonObject).parameters;
  // Without the origins, which are no part of the document.
  return shown === undefined ? undefined : JSON.parse(JSON.stringify(shown));
}

const sample = (json: string) => `.. code-block:: json\n\n   ${json}\n`;

test("a query row in the response of a GET, which no sample shows there, is a parameter that nobody need send", () => {
  expect(parametersOf("GET", sample('{"lamp": "red"}'))).toEqual([
    { name: "totals", in: "query", description: "Whether to count the lamps.", schema: { type: "boolean" } },
  ]);
});

test.each([
  ["a sample shows it", "GET", sample('{"lamp": "red", "totals": true}'), ""],
  ["no sample shows the response", "GET", "", ""],
  ["the method has a body", "PUT", sample('{"lamp": "red"}'), ""],
  [
    "another body of the resource has it",
    "GET",
    sample('{"lamp": "red"}'),
    `\nChange\n------\n\n.. rest_method:: PUT /lamps/first\n\nRequest\n~~~~~~~\n\n${sample('{"totals": false}')}`,
  ],
])("it is none where %s", (_, method, shown, more) => {
  expect(parametersOf(method, shown, more)).toBeUndefined();
});
