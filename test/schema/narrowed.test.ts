import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/data/json-value.ts";
import { placeRows } from "../../src/schema/body.ts";
import { choicesOf, toSchema } from "../../src/schema/json-schema.ts";
import { narrowed } from "../../src/schema/narrowed.ts";
import { rowsOf } from "../support/rows.ts";

/**
 * A body of which some samples are left, as a schema. Rows whose key begins with `old` are gone, and places of the
 * name `gone` with what is in them.
 */
function left(rows: string, values: Json[], others: Json[] = []) {
  const root = placeRows({ rows: rowsOf(rows), samples: [...values, ...others], siblings: [], path: "/" });
  return narrowed(root, {
    rowOf: (row) => (row.key.startsWith("old") ? undefined : row),
    isGone: ({ name }) => name === "gone",
    values,
    others: [...values, ...others],
  });
}
const schemaOf = (...given: Parameters<typeof left>): JsonObject =>
  JSON.parse(JSON.stringify(toSchema(left(...given), { describe: () => "" })));

const unknown = { "x-openstack-undocumented": true };
const string = { type: "string" };

test.each<[string, string, Json[], Json[], JsonObject]>([
  [
    "rows that are gone",
    "a: string = old_a\na: integer\nb: string = old_b",
    [],
    [],
    { properties: { a: { type: "integer" } } },
  ],
  [
    "what is required of rows that are left",
    "a: string = old_a\na: string!",
    [{ a: "" }],
    [],
    { properties: { a: string }, required: ["a"] },
  ],
  [
    "one of two rows that require it",
    "a: string\na: string! = b",
    [{ a: "" }],
    [],
    { properties: { a: string } },
  ],
  [
    "a place that is gone",
    "a: string\ngone: object\n>b: string",
    [{ a: "", gone: { b: "" } }],
    [],
    { properties: { a: string } },
  ],
  [
    "what only samples that are gone show",
    "a: string",
    [{ a: "" }],
    [{ a: "", x: 1 }],
    { properties: { a: string } },
  ],
  [
    "what only samples that are left show",
    "a: string",
    [{ a: "", x: 1 }],
    [{ a: "", x: "s" }],
    { properties: { a: string, x: { type: "integer", ...unknown } } },
  ],
  [
    "the types of items that are left",
    "a: array",
    [{ a: [1, 2.5] }],
    [{ a: ["s"] }],
    { properties: { a: { type: "array", items: { type: "number" } } } },
  ],
  [
    "the types in a map that are left",
    "a: dict # Labels.",
    [{ a: { k: "x" } }],
    [{ a: { k: 1 } }],
    { properties: { a: { type: "object", additionalProperties: string } } },
  ],
  ["a null that is gone", "a: string", [{ a: "" }], [{ a: null }], { properties: { a: string } }],
  [
    "a null that is left",
    "a: string",
    [{ a: null }],
    [{ a: "" }],
    { properties: { a: { type: ["string", "null"] } } },
  ],
  [
    "a null where no sample is left",
    "a: string",
    [],
    [{ a: null }],
    { properties: { a: { type: ["string", "null"] } } },
  ],
  [
    "an envelope that all that are left have",
    "b: string!",
    [{ a: { b: "" } }],
    [{}],
    { properties: { a: { type: "object", properties: { b: string }, required: ["b"] } }, required: ["a"] },
  ],
  [
    "an envelope that not all have, where none is left",
    "b: string!",
    [],
    [{ a: { b: "" } }, {}],
    { properties: { a: { type: "object", properties: { b: string }, required: ["b"] } } },
  ],
  [
    "an envelope that all have, where none is left",
    "b: string!",
    [],
    [{ a: { b: "" } }],
    { properties: { a: { type: "object", properties: { b: string }, required: ["b"] } }, required: ["a"] },
  ],
  [
    "an envelope of which nothing is required",
    "b: string",
    [{ a: { b: "" } }],
    [],
    { properties: { a: { type: "object", properties: { b: string } } } },
  ],
])("%s", (_, rows, values, others, wanted) => {
  expect(schemaOf(rows, values, others)).toEqual({ type: "object", ...wanted });
});

test("a list for an object has no property that is always there", () => {
  const rows = "b: string!";
  expect(left(rows, [{ a: { b: "" } }, []]).properties.get("a")!.required).toBe(false);
});

test("values that are announced stand where the samples that are left show no others", () => {
  const rows = "a: string # Valid values are ``x`` or ``y``.";
  const choices = (values: Json[], others: Json[] = []) =>
    choicesOf(
      left(
        rows,
        values.map((a) => ({ a })),
        others.map((a) => ({ a })),
      ).properties.get("a")!,
    );
  expect(choices(["x"], ["z"])).toEqual(["x", "y"]);
  expect(choices(["z"], ["x"])).toBeUndefined();
  expect(choices(["x", 5])).toBeUndefined();
  expect(choices([[]])).toEqual(["x", "y"]);
  expect(choices([], ["z"])).toBeUndefined();
});

test("a place is undocumented where no row is left in it", () => {
  const body = left("a: object = old_a\n>b: string = old_b\nc: object = old_c\n>d: string", [
    { a: { b: "" }, c: { d: "" } },
  ]);
  expect([...body.properties.values()].map(({ name, undocumented }) => [name, undocumented])).toEqual([
    ["a", true],
    ["c", false],
  ]);
});
