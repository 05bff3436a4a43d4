import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { ROOT, treeOf } from "../support/project.ts";

const page = (part: string, picture: string, title = "List lamps", own = "GET /lamps") => `Lamps
=====

${title}
----------

.. rest_method:: ${own}

${part}
${"~".repeat(part.length)}

.. rest_method:: ${picture}

.. literalinclude:: lamps.json

Response Parameters
~~~~~~~~~~~~~~~~~~~

.. rest_parameters:: parameters.yaml

   - lamps: lamps
`;

function operationsOf(text: string) {
  const { files } = treeOf({
    "index.rst": text,
    "lamps.json": '{"lamps": []}',
    "parameters.yaml": "lamps:\n  in: body\n  required: true\n  type: array\n  description: The lamps.\n",
  });
  return readApiRef(files, ROOT).documents[0]!.operations.map(({ method, url, samples, rows }) => [
    `${method} ${url}`.trim(),
    samples.length,
    rows.length,
  ]);
}

test("a rest_method in an example that repeats the URL is a part of its operation", () => {
  expect(operationsOf(page("Response Example", "GET /lamps"))).toEqual([["GET /lamps", 1, 1]]);
  expect(operationsOf(page("Response", "GET /lamps?colour=red"))).toEqual([["GET /lamps", 1, 1]]);
  expect(operationsOf(page("Request", "/lamps"))).toEqual([["GET /lamps", 1, 1]]);
  expect(operationsOf(page("Response Example", "GET /lamsp"))).toEqual([["GET /lamps", 1, 1]]);
});

test("one below another title, or with another URL in a part that is no example, is an operation", () => {
  expect(operationsOf(page("Delete lamps", "GET /lamps"))).toHaveLength(2);
  expect(operationsOf(page("Request", "DELETE /lamps"))).toHaveLength(2);
  expect(operationsOf(page("Request", "GET /shades"))).toHaveLength(2);
});

test("below a part without a rest_method it is a part, too", () => {
  const text = page("Response", "GET /lamps").replace(
    ".. rest_method:: GET /lamps\n\n.. literal",
    "Response Example\n````````````````\n\n.. rest_method:: GET /lamps\n\n.. literal",
  );
  expect(operationsOf(text)).toEqual([["GET /lamps", 1, 1]]);
});
