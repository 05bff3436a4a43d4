import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/data/json-value.ts";
import { acceptShown } from "../../src/samples/accept-shown.ts";

const widened = (schema: JsonObject, ...values: Json[]): JsonObject => {
  acceptShown(schema, values);
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  for (const value of values) expect(validate(value)).toBe(true);
  return schema;
};

it("changes nothing that samples agree with", () => {
  const schema = { type: "object", properties: { size: { type: "integer" } }, required: ["size"] };
  expect(widened(structuredClone(schema), { size: 3 })).toEqual(schema);
});

it("lists the documented type first, with items as they are shown", () => {
  expect(widened({ type: "string" }, ["red", "green"])).toEqual({
    type: ["string", "array"],
    items: { type: "string" },
    "x-openstack-disputed": ["type"],
  });
});

it("has the rows inside whether one or a list of them is documented or shown", () => {
  const inside = { properties: { name: { type: "string" } }, required: ["name"] };
  expect(widened({ type: "object", ...structuredClone(inside) }, [{ name: "a" }, {}])).toEqual({
    type: ["object", "array"],
    ...inside,
    items: {
      type: "object",
      properties: { name: { type: "string", "x-openstack-required": true } },
    },
    "x-openstack-disputed": ["type"],
  });
  expect(
    widened({ type: "array", items: { type: "object", ...structuredClone(inside) } }, { name: "a" }),
  ).toEqual({
    type: ["array", "object"],
    items: { type: "object", ...inside },
    ...inside,
    "x-openstack-disputed": ["type"],
  });
});

it("takes null without a dispute", () => {
  expect(widened({ type: "string" }, null)).toEqual({ type: ["string", "null"] });
});

it("lets values join an enum, and leaves broken bounds and formats out", () => {
  expect(widened({ type: "string", enum: ["on"] }, "off")).toEqual({
    type: "string",
    enum: ["on", "off"],
    "x-openstack-disputed": ["enum"],
  });
  expect(widened({ type: "string", maxLength: 2, format: "uuid" }, "lamp")).toEqual({
    type: "string",
    "x-openstack-disputed": ["maxLength", "format"],
  });
});

it("takes null among the values of an enum without a dispute, unless another value joins with it", () => {
  expect(widened({ type: "string", enum: ["on"] }, null)).toEqual({
    type: ["string", "null"],
    enum: ["on", null],
  });
  expect(widened({ type: "string", enum: ["on"] }, null, "off")).toEqual({
    type: ["string", "null"],
    enum: ["on", null, "off"],
    "x-openstack-disputed": ["enum"],
  });
});

it("keeps the items that are documented where a list joins", () => {
  const items = { type: "string", maxLength: 5 };
  expect(widened({ type: "string", items: { ...items } }, ["red"])).toEqual({
    type: ["string", "array"],
    items,
    "x-openstack-disputed": ["type"],
  });
});

it("requires nothing that a sample lacks, and says what was required", () => {
  const schema = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
  expect(widened(schema, {})).toEqual({
    type: "object",
    properties: { id: { type: "string", "x-openstack-required": true } },
  });
});

it("puts what stood beside a contradicted type where the objects are", () => {
  const inside = { properties: { id: { type: "string" } } };
  expect(widened({ type: "string", allOf: [inside] }, { id: "a" })).toEqual({
    type: ["string", "object"],
    ...inside,
    "x-openstack-disputed": ["type"],
  });
});

it.each<[string, Json, Json, Json, string]>([
  ["minimum", 2, 2, 1, "integer"],
  ["maximum", 2, 2, 3, "integer"],
  ["minLength", 2, "ab", "a", "string"],
  ["maxLength", 2, "ab", "abc", "string"],
  ["minItems", 2, [1, 2], [1], "array"],
  ["maxItems", 2, [1, 2], [1, 2, 3], "array"],
])(
  "leaves %s out where a value breaks it, not where one just keeps it",
  (keyword, bound, kept, broken, type) => {
    const other = type === "string" ? 9 : "x".repeat(9);
    expect(widened({ type, [keyword]: bound }, kept)).toEqual({ type, [keyword]: bound });
    expect(widened({ type, [keyword]: bound }, broken)).toEqual({ type, "x-openstack-disputed": [keyword] });
    // it says nothing of another type
    expect(widened({ type, [keyword]: bound }, other)).toHaveProperty(keyword, bound);
  },
);

it("runs a pattern that others run for years in linear time", () => {
  const schema: JsonObject = { type: "string", pattern: "^(a+)+$" };
  acceptShown(schema, [`${"a".repeat(5000)}!`]);
  expect(schema).toEqual({ type: "string", "x-openstack-disputed": ["pattern"] });
});

it("lets the last branch take what no branch accepts", () => {
  const branches = [{ type: "string" }, { type: "boolean" }, { type: "integer" }];
  expect(widened({ anyOf: structuredClone(branches) }, "a", 1)).toEqual({ anyOf: branches });
  expect(widened({ anyOf: structuredClone(branches) }, "a", null)).toEqual({
    anyOf: [branches[0], branches[1], { type: ["integer", "null"] }],
  });
});

it("has a number for an integer, beside the other types", () => {
  expect(widened({ type: ["string", "integer"] }, 1.5)).toEqual({
    type: ["string", "number"],
    "x-openstack-disputed": ["type"],
  });
  expect(widened({ type: ["integer", "string"] }, true)).toEqual({
    type: ["integer", "string", "boolean"],
    "x-openstack-disputed": ["type"],
  });
  expect(widened({ type: "string" }, 1, 1.5)).toMatchObject({ type: ["string", "number"] });
});
