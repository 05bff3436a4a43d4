import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/data/json-value.ts";
import { placeRows } from "../../src/schema/body.ts";
import { toSchema } from "../../src/schema/json-schema.ts";
import { rowsOf } from "../support/rows.ts";

function schemaOf(rows: string, samples: readonly Json[]): JsonObject {
  const node = placeRows({ rows: rowsOf(rows), samples, siblings: [], path: "/" });
  return JSON.parse(JSON.stringify(toSchema(node, { describe: ({ description }) => description })));
}

/** The schema of the one property of a body, without its description. */
function propertyOf(rows: string, samples: readonly Json[]): JsonObject {
  const { properties, ...others } = schemaOf(rows, samples);
  const { a, ...more } = properties as Record<string, JsonObject>;
  const { description: _, ...schema } = a!;
  expect({ ...others, ...more }).toEqual({ type: "object" });
  return schema;
}

test.each<[string, Json[], JsonObject]>([
  ['a: integer # default="5"', [], { type: "integer", default: 5 }],
  ['a: string # default="x"', [], { type: "string", default: "x" }],
  ["a: string # default=true", [], { type: "string", default: "true" }],
  ['a: integer # default="x"', [], { type: "integer" }],
  ['a: boolean # default="No"', [], { type: "boolean", default: false }],
  ['a: number # default="1e3"', [], { type: "number", default: 1000 }],
  ['a: number # default="1.50"', [], { type: "number", default: 1.5 }],
  ['a: number # default="-2"', [], { type: "number", default: -2 }],
  ['a: number # default="1.5.2"', [], { type: "number" }],
  ['a: integer # default="1.5"', [], { type: "integer" }],
  ["a: boolean # default=1", [], { type: "boolean", default: true }],
  ["a: boolean # default=0", [], { type: "boolean", default: false }],
  ["a: boolean # default=2", [], { type: "boolean" }],
  ['a: trilean # default="None"', [], { default: null }],
  ['a: null # default="None"', [], { type: "null", default: null }],
  ['a: string or null # default="null"', [], { type: ["string", "null"], default: null }],
  [
    'a: string # default="NULL" enum=["a"]',
    [],
    { type: ["string", "null"], default: null, enum: ["a", null] },
  ],
  ['a: string # default="none"', [], { type: "string", default: "none" }],
])("a default: %s, samples %j", (rows, samples, wanted) => {
  expect(propertyOf(rows, samples)).toEqual(wanted);
});

test.each<[string, Json[], JsonObject]>([
  ['a: string # enum=["a","a",1,null]', [], { type: "string", enum: ["a", "1"] }],
  ['a: integer # enum=["x"]', [], { type: "integer" }],
  ['a: array # enum=["x"]', [], { type: "array", items: {} }],
  ['a: any # enum=[1,"x"]', [], { enum: [1, "x"] }],
  ['a: string # enum="x"', [], { type: "string" }],
  ['a: integer # enum=["1e400",1]', [], { type: "integer", enum: [1] }],
  ['a: trilean # enum=["1e400",1]', [], { enum: [1] }],
])("choices: %s, samples %j", (rows, samples, wanted) => {
  expect(propertyOf(rows, samples)).toEqual(wanted);
});

test.each<[string, Json[], JsonObject]>([
  ['a: integer # minimum=1 maximum="2"', [], { type: "integer", minimum: 1, maximum: 2 }],
  ["a: string # minimum=1", [], { type: "string" }],
  ['a: number # minimum="x"', [], { type: "number" }],
  ['a: number # minimum="1e400" maximum=1', [], { type: "number", maximum: 1 }],
  ['a: string # minLength="1" maxLength=-1', [], { type: "string", minLength: 1 }],
  ["a: string # minLength=0 maxLength=1.5", [], { type: "string", minLength: 0 }],
  ['a: array # minItems=1 maxItems="x"', [], { type: "array", items: {}, minItems: 1 }],
  ['a: integer # pattern="x" format="uuid"', [], { type: "integer" }],
  ["a: string # pattern=1 format=1", [], { type: "string" }],
  ['a: trilean # pattern="x" format="uuid" minimum=1', [], { format: "uuid", minimum: 1, pattern: "x" }],
  ['a: any # pattern="x" format="uuid" minimum=1', [], { format: "uuid", minimum: 1, pattern: "x" }],
])("bounds and forms: %s, samples %j", (rows, samples, wanted) => {
  expect(propertyOf(rows, samples)).toEqual(wanted);
});

test.each<[string, Json[], JsonObject]>([
  ['a: array # items={"type":"integer"}', [], { type: "array", items: { type: "integer" } }],
  ['a: array # items={"type":"trilean"}', [], { type: "array", items: {} }],
  ["a: array # items=1", [], { type: "array", items: {} }],
  ['a: string # items="integer"', [], { type: "string" }],
  ['a: list of strings # items="integer"', [], { type: "array", items: { type: "string" } }],
  ['a: array # items={"kind":"integer"}', [], { type: "array", items: {} }],
])("items that a definition names: %s, samples %j", (rows, samples, wanted) => {
  expect(propertyOf(rows, samples)).toEqual(wanted);
});

test.each<[string, Json[], JsonObject]>([
  ["a: string # Valid values are ``x`` or ``y``.", [{ a: "x" }], { type: "string", enum: ["x", "y"] }],
  [
    "a: string # Valid values are ``x`` or ``y``.",
    [{ a: null }],
    { type: ["string", "null"], enum: ["x", "y", null] },
  ],
  ["a: integer # Valid values are ``1`` or ``2``.", [{ a: 1 }], { type: "integer", enum: [1, 2] }],
  ["a: integer # Valid values are ``1`` or ``x``.", [{ a: 1 }], { type: "integer" }],
  ["a: boolean # Valid values are ``1`` or ``0``.", [{ a: true }], { type: "boolean" }],
  [
    'a: string # default="y" Valid values are ``x`` or ``y``.',
    [{ a: "x" }],
    { type: "string", default: "y", enum: ["x", "y"] },
  ],
  [
    'a: string # default="z" Valid values are ``x`` or ``y``.',
    [{ a: "x" }],
    { type: "string", default: "z" },
  ],
  [
    'a: string # default="None" Valid values are ``x`` or ``y``.',
    [{ a: "x" }],
    { type: ["string", "null"], default: null, enum: ["x", "y", null] },
  ],
  [
    "a: string # Valid values are ``x`` or ``null``.",
    [{ a: "x" }],
    { type: ["string", "null"], enum: ["x", null] },
  ],
  [
    "a: string # Valid values are ``x`` or ``null``.",
    [{ a: "null" }],
    { type: ["string", "null"], enum: ["x", "null", null] },
  ],
  [
    "a: string # Valid values are ``x`` or ``None``.",
    [{ a: "x" }],
    { type: ["string", "null"], enum: ["x", "None", null] },
  ],
  [
    'a: string # default="None" Valid values are ``x`` or ``None``.',
    [{ a: "x" }],
    { type: ["string", "null"], default: null, enum: ["x", "None", null] },
  ],
  ["a: string # Valid values are ``x`` or ``y``.", [], { type: "string", enum: ["x", "y"] }],
  ['a: string # enum=["z"] Valid values are ``x`` or ``y``.', [{ a: "z" }], { type: "string", enum: ["z"] }],
  ["a: any # Valid values are ``x`` or ``y``.", [{ a: "x" }], {}],
  [
    "a: string or null # Valid values are ``x`` or ``null``.",
    [{ a: "x" }],
    { type: ["string", "null"], enum: ["x", null] },
  ],
  [
    "a: list of strings # Valid values are ``x`` or ``y``.",
    [{ a: ["x"] }],
    { type: "array", items: { type: "string", enum: ["x", "y"] } },
  ],
  [
    "a: array # Valid values are ``x`` or ``y``.",
    [{ a: ["x"] }],
    { type: "array", items: { type: "string", enum: ["x", "y"] } },
  ],
  ["a: list of strings # Valid values are ``x`` or ``y``.", [], { type: "array", items: { type: "string" } }],
  [
    "a: list of strings # Valid values are ``x`` or ``y``.",
    [{ a: ["z"] }],
    { type: "array", items: { type: "string" } },
  ],
  [
    'a: list of strings # enum=["x"] Valid values are ``x`` or ``y``.',
    [{ a: ["x"] }],
    { type: "array", items: { type: "string" } },
  ],
  [
    "a: list of integers # Valid values are ``1`` or ``2``.",
    [{ a: [1] }],
    { type: "array", items: { type: "integer", enum: [1, 2] } },
  ],
  [
    "a: array\n>b: string # Valid values are ``x`` or ``y``.",
    [{ a: [{ b: "x" }] }],
    {
      type: "array",
      items: {
        type: "object",
        properties: {
          b: { type: "string", enum: ["x", "y"], description: "Valid values are ``x`` or ``y``." },
        },
      },
    },
  ],
])("choices in words: %s, samples %j", (rows, samples, wanted) => {
  expect(propertyOf(rows, samples)).toEqual(wanted);
});

test.each<[string, Json[], JsonObject]>([
  ["a: string # May be null.", [{ a: "x" }], { type: ["string", "null"] }],
  ["a: integer # Or ``null``.", [], { type: ["integer", "null"] }],
  ["a: any # May be null.", [], {}],
  ["a: string or null # May be null.", [], { type: ["string", "null"] }],
  ['a: string # enum=["x"] May be null.', [], { type: ["string", "null"], enum: ["x", null] }],
  ["a: uuid # May be null.", [], { type: ["string", "null"], format: "uuid" }],
  [
    "a: object # May be null.\n>b: string",
    [],
    { type: ["object", "null"], properties: { b: { type: "string" } } },
  ],
])("null in words: %s, samples %j", (rows, samples, wanted) => {
  expect(propertyOf(rows, samples)).toEqual(wanted);
});

test.each<[string, Json[], JsonObject]>([
  ["a: string @2.1-", [{ a: "x" }], { type: "string", "x-openstack": { "min-ver": "2.1" } }],
  ["a: string @2.1-\na: string @2.1- = b", [], { type: "string", "x-openstack": { "min-ver": "2.1" } }],
])("versions: %s, samples %j", (rows, samples, wanted) => {
  expect(propertyOf(rows, samples)).toEqual(wanted);
});

test.each<[string, Json[], JsonObject]>([
  ["a: integer", [{ a: null }, { a: 1 }], { type: ["integer", "null"] }],
  ["a: string\na: integer = b", [], { type: ["string", "integer"] }],
  ["a: string!\na: string = b", [], { type: "string" }],
  [
    "a: object\nb: string",
    [{ a: { b: "x", c: { d: [1, 1.5] } } }],
    {
      type: "object",
      properties: {
        b: { type: "string" },
        c: {
          type: "object",
          "x-openstack-undocumented": true,
          properties: { d: { type: "array", items: { type: "number" }, "x-openstack-undocumented": true } },
        },
      },
    },
  ],
  [
    "a: object",
    [{ a: { b: null, c: [null] } }],
    {
      type: "object",
      properties: {
        b: { "x-openstack-undocumented": true },
        c: { type: "array", items: {}, "x-openstack-undocumented": true },
      },
    },
  ],
  ["a: json", [{ a: { b: "x" } }], { additionalProperties: { "x-openstack-undocumented": true } }],
  [
    "a: dict # A dictionary of labels.",
    [{ a: { b: "x", c: "y" } }],
    { type: "object", additionalProperties: { type: "string" } },
  ],
  [
    "a: dict # What.",
    [{ a: { k1: { b: 1 }, k2: { b: 2 } } }],
    {
      type: "object",
      additionalProperties: {
        type: "object",
        properties: { b: { type: "integer", "x-openstack-undocumented": true } },
      },
    },
  ],
  [
    "a: object # Arbitrary pairs.",
    [{ a: { b: 1, c: "x" } }],
    { type: "object", additionalProperties: { "x-openstack-undocumented": true } },
  ],
  ["a: string", [{ a: [{ b: 1 }] }], { type: "string" }],
  ["a: string", [{ a: [1] }], { type: "string" }],
  [
    "a: string\n>b: string",
    [{ a: { b: "x" } }],
    { type: "string", allOf: [{ properties: { b: { type: "string" } } }] },
  ],
  [
    "a: string or object\n>b: string",
    [],
    { type: ["string", "object"], properties: { b: { type: "string" } } },
  ],
  [
    "a: object\n>b: string",
    [{ a: [{ b: "x", c: 1 }] }],
    {
      type: "object",
      properties: { b: { type: "string" }, c: { type: "integer", "x-openstack-undocumented": true } },
    },
  ],
  [
    "a: array\n>b: string",
    [{ a: { b: "x", c: 1 } }],
    {
      type: "array",
      items: {
        type: "object",
        properties: { b: { type: "string" }, c: { type: "integer", "x-openstack-undocumented": true } },
      },
    },
  ],
  [
    "a: list of objects",
    [{ a: [{ b: 1 }] }],
    {
      type: "array",
      items: { type: "object", properties: { b: { type: "integer", "x-openstack-undocumented": true } } },
    },
  ],
  [
    "a: list of lists\n>b: string",
    [{ a: [[{ b: "x" }]] }],
    {
      type: "array",
      items: { type: "array", items: { type: "object", properties: { b: { type: "string" } } } },
    },
  ],
  ["a: list of uuids", [{ a: ["x"] }], { type: "array", items: { type: "string", format: "uuid" } }],
  ["a: list of strings", [{ a: [] }], { type: "array", items: { type: "string" } }],
  [
    "a: object or array\n>b: string",
    [{ a: [{ b: "x" }] }],
    {
      type: ["object", "array"],
      items: { type: "object", properties: { b: { type: "string" } } },
      additionalProperties: true,
    },
  ],
  [
    "a: array",
    [{ a: { k: { b: 1 } } }],
    {
      type: "array",
      items: {
        type: "object",
        properties: {
          k: {
            type: "object",
            "x-openstack-undocumented": true,
            properties: { b: { type: "integer", "x-openstack-undocumented": true } },
          },
        },
      },
    },
  ],
  [
    "a: object",
    [{ a: [{ metadata: { b: 1 } }] }],
    {
      type: "object",
      properties: {
        metadata: {
          type: "object",
          "x-openstack-undocumented": true,
          properties: { b: { type: "integer", "x-openstack-undocumented": true } },
        },
      },
    },
  ],
])("what samples show: %s, samples %j", (rows, samples, wanted) => {
  expect(propertyOf(rows, samples)).toEqual(wanted);
});

test.each<[string, Json[], JsonObject]>([
  [
    "a: string @2.1-\na: string = b",
    [],
    {
      type: "object",
      properties: { a: { type: "string" } },
      anyOf: [
        { properties: { a: { type: "string", "x-openstack": { "min-ver": "2.1" } } } },
        { properties: { a: { type: "string" } } },
      ],
    },
  ],
  [
    "a: string @2.1-\na: string @2.2- = b",
    [],
    {
      type: "object",
      properties: { a: { type: "string" } },
      anyOf: [
        { properties: { a: { type: "string", "x-openstack": { "min-ver": "2.1" } } } },
        { properties: { a: { type: "string", "x-openstack": { "min-ver": "2.2" } } } },
      ],
    },
  ],
  [
    "a: string @-2.1\na: integer @2.2- = a2\nb: string @-2.1\nb: integer @2.2- = b2",
    [],
    {
      type: "object",
      properties: { a: { type: ["string", "integer"] }, b: { type: ["string", "integer"] } },
      anyOf: [
        {
          properties: {
            a: { type: "string", "x-openstack": { "max-ver": "2.1" } },
            b: { type: "string", "x-openstack": { "max-ver": "2.1" } },
          },
        },
        {
          properties: {
            a: { type: "integer", "x-openstack": { "min-ver": "2.2" } },
            b: { type: "integer", "x-openstack": { "min-ver": "2.2" } },
          },
        },
      ],
    },
  ],
  [
    "a: string @-2.1\na: integer @2.2- = a2\nb: string @-2.3\nb: integer @2.4- = b2",
    [],
    {
      type: "object",
      properties: { a: { type: ["string", "integer"] }, b: { type: ["string", "integer"] } },
      allOf: [
        {
          anyOf: [
            { properties: { a: { type: "string", "x-openstack": { "max-ver": "2.1" } } } },
            { properties: { a: { type: "integer", "x-openstack": { "min-ver": "2.2" } } } },
          ],
        },
        {
          anyOf: [
            { properties: { b: { type: "string", "x-openstack": { "max-ver": "2.3" } } } },
            { properties: { b: { type: "integer", "x-openstack": { "min-ver": "2.4" } } } },
          ],
        },
      ],
    },
  ],
  [
    "a: object @-2.1\na: array @2.2- = a2\n>c: string",
    [],
    {
      type: "object",
      properties: {
        a: {
          type: ["object", "array"],
          items: { type: "object", properties: { c: { type: "string" } } },
          additionalProperties: true,
        },
      },
      anyOf: [
        {
          properties: {
            a: { type: "object", "x-openstack": { "max-ver": "2.1" }, additionalProperties: true },
          },
        },
        { properties: { a: { type: "array", items: {}, "x-openstack": { "min-ver": "2.2" } } } },
      ],
    },
  ],
  [
    "a: string! # One.\na: string! = b # Two.",
    [],
    { type: "object", properties: { a: { type: "string", description: "One.\n\nTwo." } }, required: ["a"] },
  ],
  [
    "a: string! # One.\na: string! = b # One.",
    [],
    { type: "object", properties: { a: { type: "string", description: "One." } }, required: ["a"] },
  ],
  [
    "{x}_a: string # One.\n{y}_a: integer # Two.",
    [{ p_a: "x" }],
    {
      type: "object",
      additionalProperties: { type: ["string", "integer"], description: "`{x}_a`: One.\n\n`{y}_a`: Two." },
    },
  ],
  [
    "metadata: object",
    [{ metadata: { b: [1] } }],
    {
      type: "object",
      properties: {
        metadata: { type: "object", additionalProperties: { type: "array", items: { type: "integer" } } },
      },
    },
  ],
  [
    "a: array!\nb: string!",
    [{}],
    {
      type: "object",
      properties: { a: { type: "array", items: {} }, b: { type: "string" } },
      required: ["a", "b"],
    },
  ],
  [
    "a: object!\nb: string!\n---\nc: string!",
    [{}],
    {
      type: "object",
      properties: {
        a: { type: "object", additionalProperties: true },
        b: { type: "string" },
        c: { type: "string" },
      },
      required: ["a", "b", "c"],
    },
  ],
  [
    "b: string!\na: object!",
    [],
    {
      type: "object",
      properties: { b: { type: "string" }, a: { type: "object", additionalProperties: true } },
      required: ["b", "a"],
    },
  ],
  [
    "a: object!\nb: string!",
    [{ a: {}, b: "x" }],
    {
      type: "object",
      properties: { a: { type: "object", additionalProperties: true }, b: { type: "string" } },
      required: ["a", "b"],
    },
  ],
  [
    "a: list of strings!\nb: string!",
    [],
    {
      type: "object",
      properties: {
        a: { type: "array", items: { type: "string" } },
        b: { type: "string", "x-openstack-required": true },
      },
      required: ["a"],
    },
  ],
  [
    "$ref: string\na: string",
    [],
    { type: "object", properties: { a: { type: "string" } }, additionalProperties: true },
  ],
  ["$ref: string", [], { type: "object", additionalProperties: true }],
  [
    "__proto__: string!\na: string!",
    [],
    { type: "object", properties: { a: { type: "string" } }, required: ["a"], additionalProperties: true },
  ],
  [
    "op: string\nvalue: string\npath: string",
    [[{ op: "a", path: "/", value: { x: 1 } }]],
    {
      type: "array",
      items: {
        type: "object",
        properties: {
          op: { type: "string" },
          path: { type: "string" },
          value: {
            type: "string",
            allOf: [{ properties: { x: { type: "integer", "x-openstack-undocumented": true } } }],
          },
        },
      },
    },
  ],
  [
    "a: string",
    [[{ op: "a", value: 1 }]],
    {
      type: ["array", "object"],
      items: {
        type: "object",
        properties: {
          op: { type: "string", "x-openstack-undocumented": true },
          value: { type: "integer", "x-openstack-undocumented": true },
        },
      },
      properties: { a: { type: "string" } },
    },
  ],
  [
    "a: string!",
    ["x"],
    { type: ["string", "object"], properties: { a: { type: "string" } }, required: ["a"] },
  ],
  [
    "",
    [{ a: 1 }, { a: 2.5 }],
    { type: "object", properties: { a: { type: "number", "x-openstack-undocumented": true } } },
  ],
  ["", [[1, "x"]], { type: "array", items: { type: ["integer", "string"] } }],
  ["", [null], {}],
  ["", [{ a: null }], { type: "object", properties: { a: { "x-openstack-undocumented": true } } }],
  [
    "",
    [{ a: null }, { a: true }],
    { type: "object", properties: { a: { type: ["null", "boolean"], "x-openstack-undocumented": true } } },
  ],
  [
    "a: uuid\nb: datetime\nc: hostname\nd: enum",
    [],
    {
      type: "object",
      properties: {
        a: { type: "string", format: "uuid" },
        b: { type: "string", format: "date-time" },
        c: { type: "string", format: "hostname" },
        d: { type: "string" },
      },
    },
  ],
  [
    "a: object\nb: string",
    [{ a: [{ "10": { b: "" } }] }],
    {
      type: "object",
      properties: {
        a: {
          type: "object",
          additionalProperties: { type: "object", properties: { b: { type: "string" } } },
        },
      },
    },
  ],
  [
    "a: array\nb: string",
    [{ a: { "10": { b: "" } } }],
    {
      type: "object",
      properties: {
        a: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: { type: "object", properties: { b: { type: "string" } } },
          },
        },
      },
    },
  ],
  [
    "a: my json",
    [{ a: { k: "x" } }],
    { type: "object", properties: { a: { additionalProperties: { "x-openstack-undocumented": true } } } },
  ],
  [
    "a: dict # Its texts.",
    [{ a: { k1: { l: 1 }, k2: { l: 2 } } }],
    {
      type: "object",
      properties: {
        a: {
          type: "object",
          description: "Its texts.",
          additionalProperties: {
            type: "object",
            properties: { l: { type: "integer", "x-openstack-undocumented": true } },
          },
        },
      },
    },
  ],
  [
    "a: list of strings # May be null.\nb: string = a # One.",
    [{ a: null }],
    {
      type: "object",
      properties: {
        a: { type: ["array", "null"], items: { type: "string" }, description: "May be null." },
        b: { type: "string", description: "One." },
      },
    },
  ],
  [
    "a: string # Null.\na: string = b # May be null.",
    [{ a: "x" }],
    { type: "object", properties: { a: { type: ["string", "null"], description: "Null.\n\nMay be null." } } },
  ],
  [
    "a: string # Valid values are ``x`` or ``y``.\na: string = b # Other.",
    [{ a: "x" }],
    {
      type: "object",
      properties: { a: { type: "string", description: "Valid values are ``x`` or ``y``.\n\nOther." } },
    },
  ],
])("a whole body: %s, samples %j", (rows, samples, wanted) => {
  expect(schemaOf(rows, samples)).toEqual(wanted);
});
