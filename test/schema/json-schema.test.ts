import { describe, expect, test } from "vitest";
import type { Side } from "../../src/apiref/model.ts";
import type { Json, JsonObject } from "../../src/data/json-value.ts";
import { originOf } from "../../src/data/origin.ts";
import { placeRows } from "../../src/schema/body.ts";
import { toSchema } from "../../src/schema/json-schema.ts";
import { rowsOf } from "../support/rows.ts";

function schemaOf(rows: string, samples: Json[] = []): JsonObject {
  const node = placeRows({ rows: rowsOf(rows), samples, siblings: [], path: "/" });
  return toSchema(node, { describe: ({ description }) => description });
}

const string = { type: "string" };

const cases: [string, { rows: string; samples?: Json[] }, JsonObject][] = [
  [
    "properties, required ones, descriptions",
    { rows: "name: string! # Its name.\nsize: int", samples: [{ name: "x", size: 1 }] },
    {
      type: "object",
      properties: { name: { type: "string", description: "Its name." }, size: { type: "integer" } },
      required: ["name"],
    },
  ],
  [
    "an envelope that every sample has, with something required in it",
    { rows: "name: string!", samples: [{ lamp: { name: "x" } }, { lamp: { name: "y" } }] },
    {
      type: "object",
      properties: { lamp: { type: "object", properties: { name: string }, required: ["name"] } },
      required: ["lamp"],
    },
  ],
  [
    "an envelope that a sample lacks",
    { rows: "name: string!", samples: [{ lamp: { name: "x" } }, {}] },
    {
      type: "object",
      properties: { lamp: { type: "object", properties: { name: string }, required: ["name"] } },
    },
  ],
  [
    "what only samples know",
    { rows: "name: string", samples: [{ name: "x", size: 1.5, none: null }, { size: 2 }] },
    {
      type: "object",
      properties: {
        name: string,
        size: { type: "number", "x-openstack-undocumented": true },
        none: { "x-openstack-undocumented": true },
      },
    },
  ],
  [
    "a null makes a type nullable",
    { rows: 'name: string\nstate: string # enum=["on"]', samples: [{ name: null, state: null }] },
    {
      type: "object",
      properties: {
        name: { type: ["string", "null"] },
        state: { type: ["string", "null"], enum: ["on", null] },
      },
    },
  ],
  [
    "items by the rows inside, by the type, by the sample, unknown",
    {
      rows: "a: array\nname: string\nb: list of lists\nc: array\nd: array",
      samples: [{ a: [{ name: "" }], c: [1] }],
    },
    {
      type: "object",
      properties: {
        a: { type: "array", items: { type: "object", properties: { name: string } } },
        c: { type: "array", items: { type: "integer" } },
        b: { type: "array", items: { type: "array", items: {} } },
        d: { type: "array", items: {} },
      },
    },
  ],
  [
    "maps and open objects",
    { rows: "metadata: object\nfree: object", samples: [{ metadata: { a: "x" } }] },
    {
      type: "object",
      properties: {
        metadata: { type: "object", additionalProperties: { type: "string" } },
        free: { type: "object", additionalProperties: true },
      },
    },
  ],
  [
    "a type that nobody knows",
    { rows: "a: trilean!\nb: any" },
    { type: "object", properties: { a: {}, b: {} }, required: ["a"] },
  ],
  [
    "a place below a list that may be the right one is no reason to require",
    { rows: "a: string!\nb: array!\nc: string!" },
    {
      type: "object",
      properties: {
        a: { type: "string" },
        b: { type: "array", items: {} },
        c: { type: "string", "x-openstack-required": true },
      },
      required: ["a", "b"],
    },
  ],
  [
    "a microversion; required in some only",
    { rows: "a: string! @2.3-2.5\nb: string! @2.7-" },
    {
      type: "object",
      properties: {
        a: {
          type: "string",
          "x-openstack": { "min-ver": "2.3", "max-ver": "2.5" },
          "x-openstack-required": true,
        },
        b: { type: "string", "x-openstack": { "min-ver": "2.7" }, "x-openstack-required": true },
      },
    },
  ],
  [
    "a property that changed",
    { rows: "a: string @-2.5\na: integer @2.6- = a_2" },
    {
      type: "object",
      properties: { a: { type: ["string", "integer"] } },
      anyOf: [
        { properties: { a: { type: "string", "x-openstack": { "max-ver": "2.5" } } } },
        { properties: { a: { type: "integer", "x-openstack": { "min-ver": "2.6" } } } },
      ],
    },
  ],
  [
    "a definition that says object, and a sample that shows a list: the rows inside are the object's",
    { rows: "a: object\nb: string", samples: [{ a: [{ b: "x" }] }] },
    { type: "object", properties: { a: { type: "object", properties: { b: string } } } },
  ],
  [
    "a definition that says array, and a sample that shows an object: the rows inside are the items'",
    { rows: "a: array\nb: string", samples: [{ a: { b: "x" } }] },
    {
      type: "object",
      properties: { a: { type: "array", items: { type: "object", properties: { b: string } } } },
    },
  ],
  [
    "choices in prose, if every sample agrees",
    {
      rows: "a: string # Valid values are ``x``, ``y`` or ``z``.\nb: string # Valid values are ``x`` or ``y``.",
      samples: [{ a: "x", b: "other" }],
    },
    {
      type: "object",
      properties: {
        a: { type: "string", enum: ["x", "y", "z"], description: "Valid values are ``x``, ``y`` or ``z``." },
        b: { type: "string", description: "Valid values are ``x`` or ``y``." },
      },
    },
  ],
  [
    "names that are keywords elsewhere",
    { rows: "name: string", samples: [{ name: "x", $ref: "#/a", $schema: "b" }] },
    { type: "object", properties: { name: string }, additionalProperties: true },
  ],
  [
    "a body that is a list",
    { rows: "a: string", samples: [[{ a: "x" }]] },
    {
      type: "array",
      items: { type: "object", properties: { a: string } },
    },
  ],
  [
    "what is inside stands beside a type that has no inside",
    {
      rows: "lamp: string # A lamp.\nname: string!\nparts: string\nsize: int",
      samples: [{ lamp: { name: "x" }, parts: [{ size: 1 }] }],
    },
    {
      type: "object",
      properties: {
        lamp: {
          type: "string",
          description: "A lamp.",
          allOf: [{ properties: { name: string }, required: ["name"] }],
        },
        parts: {
          type: "string",
          allOf: [{ items: { type: "object", properties: { size: { type: "integer" } } } }],
        },
      },
    },
  ],
  ["nothing known", { rows: "" }, {}],
  [
    "a map of which nothing limits the values",
    { rows: "hints: dict # What to tell.", samples: [{ hints: { a: "x", b: "y" } }] },
    {
      type: "object",
      properties: {
        hints: {
          type: "object",
          additionalProperties: { "x-openstack-undocumented": true },
          description: "What to tell.",
        },
      },
    },
  ],
  [
    "the value of a patch",
    { rows: "path: string", samples: [[{ op: "replace", path: "/a", value: "x" }]] },
    {
      type: "array",
      items: {
        type: "object",
        properties: {
          op: { type: "string", "x-openstack-undocumented": true },
          path: { type: "string" },
          value: { "x-openstack-undocumented": true },
        },
      },
    },
  ],
];

describe("toSchema", () => {
  test.each(cases)("%s", (_name, { rows, samples = [] }, want) => {
    const schema = schemaOf(rows, samples);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(want);
  });

  test("knows the definition behind every documented property", () => {
    const rows = rowsOf("widget: object\nname: string\nsize: integer");
    const node = placeRows({ rows, samples: [{ widget: { name: "x", more: 1 } }], siblings: [], path: "/" });
    const schema = toSchema(node, { describe: () => "" });
    const widget = (schema.properties as JsonObject).widget as JsonObject;
    const { name, size, more } = widget.properties as Record<string, JsonObject>;
    expect([widget, name!, size!].map((of) => originOf(of)?.start)).toEqual(
      rows.map(({ span }) => span.start),
    );
    expect(originOf(more!)).toBeUndefined();
  });
});

describe("the values of a map", () => {
  /** What a schema says of the values under the names of a map, by its text and one sample. */
  function valuesOf(text: string, map: JsonObject, side: Side = "response"): Json | undefined {
    const rows = rowsOf(`a: dict # ${text}`).map((row) => ({ ...row, side }));
    const node = placeRows({ rows, samples: [{ a: map }], siblings: [], path: "/" });
    const { a } = toSchema(node, { describe: () => "" }).properties as Record<string, JsonObject>;
    return a!.additionalProperties;
  }
  const open = { "x-openstack-undocumented": true };
  const numbers = { k1: 1, k2: 2, k3: 3 };

  test.each<[string, string, JsonObject, Side, JsonObject]>([
    ["two show nothing", "Levels.", { k1: 1, k2: 2 }, "response", open],
    ["the same three times is one", "Levels.", { k1: 1, k2: 1, k3: 1 }, "response", open],
    ["three do", "Levels.", numbers, "response", { type: "integer" }],
    ["but of two kinds", "Levels.", { ...numbers, k4: "x" }, "response", open],
    ["nobody is bound to a sample in what they send", "Levels.", numbers, "request", open],
    ["but to the text", "A map of strings.", { k1: "x" }, "request", { type: "string" }],
    ["by custom", "Labels of it.", { k1: "x" }, "request", { type: "string" }],
    ["any, it says", "Labels. JSON numbers are taken as well.", { k1: "x" }, "request", open],
    [
      "null, it says",
      "Labels. A key set to ``null`` goes.",
      { k1: "x" },
      "request",
      { type: ["string", "null"] },
    ],
  ])("%s", (_, text, map, side, want) => expect(valuesOf(text, map, side)).toEqual(want));
});

test("a format that samples break is left out, and disputed where the definition writes it", () => {
  const rows = rowsOf(
    'a: uuid\nb: string # format="uuid"\nc: list of uuids\nd: uuid\ne: string # format="uuid"',
  );
  const node = placeRows({ rows, samples: [], siblings: [], path: "/" });
  const brokenFormats = new Set(rows.slice(0, 3).map(({ definition }) => definition!));
  expect(toSchema(node, { describe: () => "", brokenFormats }).properties).toMatchObject({
    a: { type: "string" },
    b: { type: "string", "x-openstack-disputed": ["format"] },
    c: { type: "array", items: { type: "string" } },
    d: { type: "string", format: "uuid" },
    e: { type: "string", format: "uuid" },
  });
  const { a, c } = toSchema(node, { describe: () => "", brokenFormats }).properties as Record<
    string,
    JsonObject
  >;
  expect([a!.format, a!["x-openstack-disputed"], (c!.items as JsonObject).format]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("a row whose definition is of the URL is required there, and said to be in the body", () => {
  const rows = rowsOf("a: string!\nb: string\nc: string!").map((row, index) => ({
    ...row,
    definition: { ...row.definition!, in: index < 2 ? ("path" as const) : ("body" as const) },
  }));
  const node = placeRows({ rows, samples: [{ a: "", b: "", c: "" }], siblings: [], path: "/" });
  expect(JSON.parse(JSON.stringify(toSchema(node, { describe: () => "" })))).toEqual({
    type: "object",
    properties: { a: { type: "string", "x-openstack-required": true }, b: string, c: string },
    required: ["c"],
  });
});

test("of a row without a definition samples show the type, and its place is where it stands", () => {
  const [row] = rowsOf("a: string");
  const node = placeRows({
    rows: [{ ...row!, definition: undefined }],
    samples: [{ a: 1 }],
    siblings: [],
    path: "/",
  });
  const { a } = toSchema(node, { describe: () => "" }).properties as Record<string, JsonObject>;
  expect(a!.type).toBe("integer");
  expect(originOf(a!)?.start).toBe(0);
});
