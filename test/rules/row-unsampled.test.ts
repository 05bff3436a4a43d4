import { test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

/** A response with a table of labels and some more rows. */
function tree(rows: string, sample: string) {
  return {
    "index.rst": `
Widgets
=======

Show labels
-----------

.. rest_method:: GET /widgets/1/labels

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - labels: labels
${rows}

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: labels.json
   :language: json
`,
    "parameters.yaml": `
key:
  description: What a label is called.
  in: body
  required: true
  type: string
labels:
  description: The labels, pairs of key and value.
  in: body
  required: true
  type: object
value:
  description: What a label says.
  in: body
  required: true
  type: string
`,
    "labels.json": sample,
  };
}

const labels = '{\n  "labels": {\n    "shape": "round",\n    "use": "toy"\n  }\n}\n';

test("rows that say what keys and values of a map are", () => {
  expectFindingsAtMarks("row-unsampled", tree("   - key: key\n   - value: value", labels));
});

test("a row of a list whose items have the value", () => {
  const list = '{\n  "labels": {},\n  "others": [{ "value": "round" }]\n}\n';
  expectFindingsAtMarks("row-unsampled", tree("   - «key: key»\n   - value: value", list));
});
