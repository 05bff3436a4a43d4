import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

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
