import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

/** A page with a GET whose request has rows of a body and a sample; what stands at the method and at the first row. */
const tree = (
  method: string,
  row: string,
  sample: string,
  response = "Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - name: name\n",
) => ({
  "index.rst": `
Lamps
=====

Hang lamps
----------

.. rest_method:: ${method} /lamps/hang

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - ${row}
   - hue: name
   - size: name

.. literalinclude:: hang.json
   :language: json

${response}`,
  "parameters.yaml": "name:\n  description: Words.\n  in: body\n  required: true\n  type: string\n",
  "hang.json": `${sample}\n`,
});

test("a table and a sample of the request that agree on a body tell that the method is wrong", () => {
  const [finding] = expectFindingsAtMarks(
    "body-on-get",
    tree("«GET»", "name: name", '{"name": "a", "hue": "b", "size": "c"}'),
  );
  expect(finding!.message).toBe(
    "A GET request has no body, but 3 rows and a sample of the request show one. Correct the method; `POST` may be meant.",
  );
});

test("where the sample shows something else, the table stands in the wrong place", () => {
  expectFindingsAtMarks("body-on-get", tree("GET", "«name: name»", '{"name": "a", "lamps": []}'));
});

test("without a table of the response, the one below the request may be that", () => {
  expectFindingsAtMarks(
    "body-on-get",
    tree("GET", "«name: name»", '{"name": "a", "hue": "b", "size": "c"}', ""),
  );
});

test("parameters of the query that a sample shows as a body are one mistake, at the sample", () => {
  const texts = tree("GET", "limit: limit", '{"limit": 5}');
  const index = texts["index.rst"].replace("   - hue: name\n   - size: name\n", "");
  const found = checkTree({
    ...texts,
    "index.rst": index,
    "parameters.yaml": `${texts["parameters.yaml"]}limit:\n  description: Most.\n  in: query\n  required: false\n  type: integer\n`,
  }).filter(({ rule }) => /^(?:body-|sample-)/.test(rule));
  expect(found.map(({ message }) => message)).toEqual([
    "A sample shows parameters of the query as a body of the request, but a GET request has none. Show the URL with its query instead.",
  ]);
});
