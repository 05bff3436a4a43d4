import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { nameShown } from "../../src/resources/name-shown.ts";

const named = (schema: JsonObject, ...values: JsonObject[]) => {
  nameShown(schema, values);
  return schema;
};

test("what a closed object lacks is named as it is shown", () => {
  const lamp: JsonObject = { type: "object", properties: { id: { type: "string" } } };
  expect(named(lamp, { id: "l", on: null }, { rooms: [{ name: "Hall" }, { level: 1.5 }], on: true })).toEqual(
    {
      type: "object",
      properties: {
        id: { type: "string" },
        on: { type: ["null", "boolean"], "x-openstack-undocumented": true },
        rooms: {
          type: "array",
          items: {
            type: "object",
            properties: {
              name: { type: "string", "x-openstack-undocumented": true },
              level: { type: "number", "x-openstack-undocumented": true },
            },
          },
          "x-openstack-undocumented": true,
        },
      },
    },
  );
});

test("parts and branches are looked into, maps and open objects take what they are shown", () => {
  const inside: JsonObject = { type: "object", properties: { a: {} } };
  const schema: JsonObject = {
    type: "object",
    properties: {
      scenes: { type: "object", additionalProperties: { allOf: [inside, { required: ["a"] }] } },
      labels: { type: "object", additionalProperties: true },
      rules: { anyOf: [{ type: "array", items: { properties: {} } }, { type: "string" }] },
    },
  };
  named(schema, { scenes: { night: { a: 1, b: 2 } }, labels: { c: 3 }, rules: [{ d: "4" }] });
  expect(schema).toEqual({
    type: "object",
    properties: {
      scenes: {
        type: "object",
        additionalProperties: {
          allOf: [
            {
              type: "object",
              properties: { a: {}, b: { type: "integer", "x-openstack-undocumented": true } },
            },
            { required: ["a"] },
          ],
        },
      },
      labels: { type: "object", additionalProperties: true },
      rules: {
        anyOf: [
          {
            type: "array",
            items: { properties: { d: { type: "string", "x-openstack-undocumented": true } } },
          },
          { type: "string" },
        ],
      },
    },
  });
});

test("names that are keywords for some reader stay out", () => {
  const schema: JsonObject = { type: "object", properties: {} };
  expect(named(schema, { $ref: "#/x" })).toEqual({ type: "object", properties: {} });
});
