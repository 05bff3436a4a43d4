import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const table = (file: string) => `
.. rest_parameters:: ${file}

   - limit: limit
`;

test("a file that is missing is one finding, which names the path of a file of that name", () => {
  const found = checkTree({
    "index.rst": `
Widgets
=======

.. toctree::

   v1/widgets
`,
    "v1/widgets.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets
${table("parameters.yaml")}
List lamps
----------

.. rest_method:: GET /lamps
${table("parameters.yaml")}
List shades
-----------

.. rest_method:: GET /shades
${table("../v2/parameters.yaml")}
`,
    "v2/parameters.yaml": `
limit:
  description: How many.
  in: query
  required: false
  type: integer
`,
  }).filter(({ rule }) => rule === "parameters-file-not-found");
  expect(found.map(({ message, related }) => [message, related?.length])).toEqual([
    ["No file `parameters.yaml`, relative to the document. Did you mean `../v2/parameters.yaml`?", 1],
  ]);
});
