import { describe, expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { checkTree, ROOT, treeOf } from "../support/project.ts";

function operationOf(below: string, head = "GET /widgets/{widget_id}") {
  const { files } = treeOf({ "index.rst": `Widgets\n=======\n\n.. rest_method:: ${head}\n\n${below}` });
  return readApiRef(files, ROOT).documents[0]!.operations[0]!;
}

/** `request query limit: integer! «How many.»`, with `!` for required; then what is left as prose. */
function read(below: string, head?: string): string[] {
  const operation = operationOf(below, head);
  const rows = operation.rows.map(({ name, nameSpan, side, definition }) => {
    expect(nameSpan.file.text.slice(nameSpan.start, nameSpan.end)).toBe(name);
    const { in: place, type, required, description, minVersion } = definition!;
    const version = minVersion === undefined ? "" : ` ${minVersion}–`;
    return `${side} ${place} ${name}: ${type}${required ? "!" : ""} «${description}»${version}`;
  });
  const prose = [...operation.description, ...operation.notes.flatMap(({ blocks }) => blocks)];
  return [...rows, ...prose.map(({ kind }) => kind)];
}

const csv = (header: string, ...rows: string[]) =>
  `.. csv-table::\n   :header: ${header}\n\n${rows.map((row) => `   ${row}\n`).join("")}\n`;

describe("a table of parameters", () => {
  test.each<[string, string, string[]]>([
    [
      "in a csv-table with the words of WADL",
      `**Request parameters**\n\n${csv(
        '"Parameter", "Style", "Type", "Description"',
        '"widget_id", "URI", "csapi:UUID", "The widget."',
        '"brief (Optional)", "query", "xsd:boolean", "Says ""less""."',
        '"X-Size", "header", "xsd:int", "The size."',
      )}**Response parameters**\n\n${csv(
        '"Parameter", "Style", "Type", "Description"',
        '"colour", "plain", "xsd:string", "The colour."',
        '"size (Optional)", "plain", "xsd:integer", "The size."',
      )}`,
      [
        "request path widget_id: UUID! «The widget.»",
        'request query brief: boolean «Says "less".»',
        "request header X-Size: int! «The size.»",
        "response body colour: string «The colour.»",
        "response body size: integer «The size.»",
      ],
    ],
    [
      "in a list-table",
      `.. list-table:: Response fields
   :header-rows: 1

   * - Name
     - Data type
     - Required
     - Notes
   * - \`\`colour\`\`
     - string
     - yes
     - One of

       * red
       * green
   * - size
     - integer
     - no
     -
`,
      ["response body colour: string! «One of\n\n* red\n* green»", "response body size: integer «»"],
    ],
    [
      "in a grid table",
      `+-----------+-------+----------+-------------+
| Field     | In    | Optional | Description |
+===========+=======+==========+=============+
| widget_id | path  | no       | Which one.  |
+-----------+-------+----------+-------------+
| limit     | query | yes      | How many,   |
|           |       |          | at most.    |
+-----------+-------+----------+-------------+
`,
      [
        "request path widget_id: undefined! «Which one.»",
        "request query limit: undefined «How many,\nat most.»",
      ],
    ],
    [
      "in a simple table below a section",
      `Response
--------

====== ======= ===== ===========
Key    Type    Since Description
====== ======= ===== ===========
colour string  2.4   The colour.
====== ======= ===== ===========
`,
      ["response body colour: string «The colour.» 2.4–"],
    ],
    [
      "with a variable of the URL among the fields",
      `Request\n-------\n\n${csv('"Name", "Type"', '"widget_id", "string"', '"colour, size", "string"')}`,
      [
        "request path widget_id: string! «»",
        "request body colour: string «»",
        "request body size: string «»",
      ],
    ],
    [
      "with a row that is no parameter stays as prose, too",
      csv('"Name", "In"', '"limit", "query"', '"and some more", ""'),
      ["request query limit: undefined «»", "directive"],
    ],
    [
      "that is about something else",
      csv('"Name", "Type"', '"limit", "integer"') + csv('"Colour", "In"', '"red", "summer"'),
      ["directive", "directive"],
    ],
  ])("%s", (_, below, wanted) => {
    expect(read(below)).toEqual(wanted);
  });

  test("marks nothing of a patch as required but what says so", () => {
    const table = csv(
      '"Name", "Style"',
      '"colour", "plain"',
      '"size (Optional)", "plain"',
      '"age (required)", "plain"',
    );
    expect(read(table, "PATCH /widgets")).toEqual([
      "request body colour: undefined «»",
      "request body size: undefined «»",
      "request body age: undefined! «»",
    ]);
  });
});

test("findings of a table stand at its cells", () => {
  const found = checkTree({
    "index.rst": `Widgets
=======

.. rest_method:: POST /widgets

${csv(
  '"Name", "Style", "Type"',
  '"colour", "plain", "strnig"',
  '"size", "somewhere", "integer"',
  '"shape", "plain", "string"',
  '"shape", "plain", "string"',
)}
::

   {"colour": "red", "size": 1, "shape": 7}
`,
  });
  const at = found.map(
    ({ rule, span }) => `${rule} ${span.file.text.slice(span.start, span.end).split("\n")[0]}`,
  );
  expect(at).toContain("definition-type-unknown strnig");
  expect(at).toContain("definition-in-invalid somewhere");
  expect(at).toContain('parameter-row-duplicate shape", "plain", "string');
  expect(at).toContain("sample-type 7");
  // `size` has its row; what is wrong with that is told at its place.
  expect(at.filter((one) => /undocumented|unknown-parameter/.test(one))).toEqual([]);
});
