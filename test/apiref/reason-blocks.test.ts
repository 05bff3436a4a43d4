import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { readBodies } from "../../src/bodies/read-bodies.ts";
import { buildSpecification } from "../../src/openapi/build.ts";
import { checkTree, ROOT, treeOf } from "../support/project.ts";

const tree = {
  "index.rst": `Widgets
=======

.. rest_method:: POST /widgets

.. rest_status_code:: success status.yaml

   - 201: made
   - 202
`,
  "parameters.yaml": "colour:\n  in: body\n  required: true\n  type: string\n  description: The colour.\n",
  "status.yaml": `201:
  default: |
    Made.
  made: |
    .. rest_parameters:: parameters.yaml

       - colour: colour

    .. literalinclude:: made.json
202:
  default: |
    .. nothing to say
`,
  "made.json": '{"colour": 7}',
};

test("a table and a sample in a reason are those of the response", () => {
  const { files } = treeOf(tree);
  const apiRef = readApiRef(files, ROOT);
  const { rows, samples } = apiRef.documents[0]!.operations[0]!;
  expect(rows.map(({ side, name }) => [side, name])).toEqual([["response", "colour"]]);
  expect(samples.map(({ side, path }) => [side, path])).toEqual([["response", "made.json"]]);
  const { nameSpan } = rows[0]!;
  expect(nameSpan.file.path).toBe(`${ROOT}/status.yaml`);
  expect(nameSpan.file.text.slice(nameSpan.start, nameSpan.end)).toBe("colour");
  const responses = JSON.stringify(buildSpecification(readBodies(apiRef, undefined), {}).document);
  expect(responses).toContain('"description":"Created"');
  expect(responses).toContain('"description":"Accepted"');
});

test("what a reason shows is used, and checked", () => {
  const rules = checkTree(tree).map(({ rule }) => rule);
  expect(rules).toContain("sample-type");
  expect(rules).not.toContain("definition-unused");
  expect(rules).not.toContain("sample-unused");
});
