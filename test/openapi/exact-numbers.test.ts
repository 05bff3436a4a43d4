import fc from "fast-check";
import { expect, test } from "vitest";
import { isScalar, parseDocument, visit } from "yaml";
import { parseJson } from "../../src/data/json.ts";
import type { Json } from "../../src/data/json-value.ts";
import { writtenAt } from "../../src/data/written-number.ts";
import type { Files } from "../../src/files/files.ts";
import { writeJson } from "../../src/openapi/json-writer.ts";
import { serialize } from "../../src/openapi/serialize.ts";
import { specificationOf, treeOf } from "../support/project.ts";

const documentOf = (files: Files) => specificationOf(files).specification.document;

const numbers = ["18446744073709551615", "9007199254740993", "1e400", "-1e999", "-0", "1.0", "1.10", "0.10"];

const tree = (sample: string, field = "") =>
  treeOf({
    "index.rst": `
Lamps
=====

Show lamp
---------

.. rest_method:: GET /lamps/1

.. rest_parameters:: parameters.yaml

   - watt: watt_query

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - watt: watt

.. literalinclude:: lamp.json
`,
    "parameters.yaml": `
watt: {in: body, type: float, required: true, description: How much.}
watt_query:
  description: How much.
  in: query
  type: number
  required: false
${field}
`,
    "status.yaml": "200: {default: Good.}\n",
    "lamp.json": sample,
  }).files;

/** The numbers of a YAML text as they are written in it. */
function tokens(text: string): string[] {
  const found: string[] = [];
  visit(parseDocument(text), {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === "number") found.push(String(node.source));
    },
  });
  return found;
}

test("the numbers of a sample are written as they stand in it, in YAML and in JSON", () => {
  const sample = `{"watt": 1.10, "all": [${numbers.join(", ")}], "deep": [{"a": [1e400]}], "words": ["1.0, 1.10"]}`;
  const document = documentOf(tree(sample));
  const all = ["1.10", ...numbers, "1e400"];
  expect(tokens(serialize(document, "yaml"))).toEqual(all);
  expect(tokens(serialize(document, "json"))).toEqual(all);
  expect(JSON.stringify(document)).not.toContain("null");
});

test("a sample that is a number", () => {
  const document = documentOf(tree("18446744073709551615"));
  expect(serialize(document, "yaml")).toContain("value: 18446744073709551615\n");
  expect(serialize(documentOf(tree("-1e400")), "json")).toContain('"value": -1e400');
});

test.each(["default", "minimum", "maximum"])("the number of `%s` in a definition", (name) => {
  for (const number of ["18446744073709551615", "-0", "1.0", "1.10"])
    for (const extension of ["yaml", "json"] as const) {
      const text = serialize(documentOf(tree('{"watt": 1}', `  ${name}: ${number}`)), extension);
      expect(tokens(text), text).toContain(number);
    }
});

test("numbers of an enum that only differ beyond 2^53 stay apart", () => {
  const field = "  enum: [1.0, 18446744073709551614, 18446744073709551615, 1.0, 1]";
  expect(tokens(serialize(documentOf(tree('{"watt": 1}', field)), "yaml"))).toEqual([
    "1.0",
    "18446744073709551614",
    "18446744073709551615",
    "1",
  ]);
});

test("what no reader holds is no bound, but may be a default", () => {
  const field = "  default: 1e400\n  maximum: 1e400\n  minimum: -1e400\n  enum: [1e400]";
  const text = serialize(documentOf(tree('{"watt": 1}', field)), "yaml");
  expect(text).toContain("default: 1e400\n");
  expect(text).not.toMatch(/maximum|minimum|enum/);
});

test("examples and definitions that only differ in how numbers are written are two", () => {
  const files = treeOf({
    "index.rst": ["a", "b"]
      .map(
        (name) => `
Show ${name}
------

.. rest_method:: GET /${name}

.. rest_parameters:: parameters.yaml

   - watt: watt_${name}

Response
~~~~~~~~

.. literalinclude:: ${name}/lamp.json
`,
      )
      .join("\n"),
    "parameters.yaml": ["a: 1.0", "b: 1"]
      .map((pair) => {
        const [name, value] = pair.split(": ");
        return `watt_${name}: {in: query, type: number, required: false, description: How much., default: ${value}}\n`;
      })
      .join(""),
    "status.yaml": "200: {default: Good.}\n",
    "a/lamp.json": '{"watt": 18446744073709551614}',
    "b/lamp.json": '{"watt": 18446744073709551615}',
  }).files;
  const found = tokens(serialize(documentOf(files), "yaml"));
  expect(found).toEqual(["1.0", "1", "18446744073709551614", "18446744073709551615"]);
});

test("a value that joins an enum stays as the sample has it", () => {
  const files = treeOf({
    "index.rst":
      "Lamps\n=====\n\nShow lamp\n---------\n\n.. rest_method:: GET /lamps/1\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - watt: watt\n   - all: all\n\n.. literalinclude:: lamp.json\n",
    "parameters.yaml":
      "watt: {in: body, type: integer, required: true, description: How much., enum: [1, 2]}\nall: {in: body, type: array, required: true, description: All.}\n",
    "status.yaml": "200: {default: Good.}\n",
    "lamp.json": '{"watt": 18446744073709551615, "all": [5.0]}',
  }).files;
  const text = serialize(documentOf(files), "yaml");
  expect(text).toMatch(/- 1\n +- 2\n +- 18446744073709551615\n/);
  expect(text).toMatch(/items:\n +type: number\n/);
});

test("JSON is written as `JSON.stringify` does", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(writeJson(value as Json)).toBe(`${JSON.stringify(value, null, 2)}\n`);
    }),
  );
});

test("any JSON text is written with its own numbers", () => {
  const number = fc.oneof(
    fc.constantFrom(...numbers, "1E5", "-12.500e-3", "0", "17"),
    fc.bigInt().map(String),
  );
  const text = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      number,
      fc.string().map((one) => JSON.stringify(one)),
      fc.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
      fc
        .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "__proto__", "0", "length"), tie("value")), {
          selector: ([name]) => name,
        })
        .map((pairs) => `{${pairs.map(([name, value]) => `"${name}":${value}`).join(",")}}`),
    ),
  })).value;
  const digits = /-?\d[\d.eE+-]*/g;
  fc.assert(
    fc.property(text, (source) => {
      const read = parseJson(`[${source}]`);
      if (!("value" in read)) throw new Error("is JSON");
      const strip = (json: string) => json.replace(/"(?:[^"\\]|\\.)*"/g, "");
      // keys that are indices come first in JavaScript
      expect(strip(writeJson(read.value)).match(digits)?.toSorted()).toEqual(
        strip(source).match(digits)?.toSorted(),
      );
    }),
  );
});

test("of names that stand twice the last says how the number is written", () => {
  const read = parseJson('{"a": 1.0, "a": 1}');
  expect("value" in read && writtenAt(read.value as object, "a")).toBeUndefined();
});
