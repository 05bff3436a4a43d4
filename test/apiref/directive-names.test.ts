import { expect, test } from "vitest";
import type { Operation } from "../../src/apiref/model.ts";
import { readApiRef } from "../../src/apiref/read.ts";
import { checkTree, ROOT, treeOf } from "../support/project.ts";

const index = `
Widgets
=======

Show a widget
-------------

.. rest_method:: GET /widgets/{size}

.. versionadded:: 2.5

.. rest_status_code:: success status.yaml

   - 200

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - size: size

.. literalinclude:: widget.json
   :language: json

.. only:: html

   .. code-block:: json

      {"size": 2}
`;

const files = {
  "parameters.yaml": "size:\n  description: How big.\n  in: body\n  required: true\n  type: integer\n",
  "status.yaml": "200:\n  default: Here it is.\n",
  "widget.json": '{"size": 1}\n',
};

const NAMES = /(?<=\.\. )[a-z_-]+(?=::)/g;
const capitals = index.replace(NAMES, (name) =>
  name.replace(/[a-z]+/g, (word) => word[0]!.toUpperCase() + word.slice(1)),
);

function operationOf(text: string): Operation {
  return readApiRef(treeOf({ "index.rst": text, ...files }).files, ROOT).documents[0]!.operations[0]!;
}

test.each([
  ["Capitals", capitals],
  ["CAPITALS", index.replace(NAMES, (name) => name.toUpperCase())],
])("directives with names in %s are read as others are", (_, text) => {
  const said = ({ method, url, minVersion, rows, statuses, samples }: Operation) => ({
    method,
    url,
    minVersion,
    rows: rows.map(({ name, side }) => `${side} ${name}`),
    codes: statuses.map(({ code, description }) => `${code} ${description}`),
    samples: samples.map((sample) => `${sample.language} ${sample.text}`),
  });
  const want = said(operationOf(index));
  expect(want).toEqual({
    method: "GET",
    url: "/widgets/{size}",
    minVersion: "2.5",
    rows: ["response size"],
    codes: ["200 Here it is."],
    samples: ['json {"size": 1}\n', 'json {"size": 2}\n'],
  });
  expect(said(operationOf(text))).toEqual(want);
  expect(checkTree({ "index.rst": text, ...files }).map(({ rule }) => rule)).toEqual(
    checkTree({ "index.rst": index, ...files }).map(({ rule }) => rule),
  );
});
