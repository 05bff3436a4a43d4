import { test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

const parameters = [
  ["lamp", "object"],
  ["shade", "object"],
  ["parts", "array"],
  ["id", "string"],
  ["page", "string"],
]
  .map(([key, type]) => `${key}:\n  description: It.\n  in: body\n  required: true\n  type: ${type}\n`)
  .join("");

function tree(rows: string, sample: string) {
  return {
    "index.rst": `Lamps
=====

Show lamp
---------

.. rest_method:: GET /lamp

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

${rows}
.. literalinclude:: lamp.json
`,
    "parameters.yaml": parameters,
    "lamp.json": sample,
  };
}

const nested = '{"lamp": {"id": "a", "parts": [{"id": "p"}]}, "shade": {"id": "b", "parts": [{"id": "q"}]}}';

test.each([
  [
    "rows of another object",
    tree(
      "   - lamp: lamp\n   - id: id\n   - parts: parts\n   - shade: shade\n   - id: id\n   - parts: parts\n   - id: id\n",
      nested,
    ),
  ],
  [
    "rows of an object that the sample leaves out, or shows empty",
    tree(
      "   - lamp: lamp\n   - id: id\n   - shade: shade\n   - id: id\n   - parts: parts\n   - id: id\n",
      '{"lamp": {"id": "a", "parts": []}}',
    ),
  ],
  ["rows of one object", tree("   - lamp: lamp\n   - id: id\n   - «id: id»\n", nested)],
  [
    "rows that no other object shows",
    tree(
      "   - id: id\n   - lamp: lamp\n   - page: page\n   - «id: id»\n",
      '{"id": "a", "lamp": {"page": "x"}}',
    ),
  ],
])("%s", (_, texts) => {
  expectFindingsAtMarks("parameter-row-duplicate", texts);
});
