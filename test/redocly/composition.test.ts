import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { firstEquals, laterAlike } from "../../scripts/lib/build/composition.mjs";
import { redoclyService } from "../../src/redocly/service.ts";

/** Members of `oneOf` of every kind that the rule tells apart; `A` and `B` are components. */
const members = [
  { $ref: "#/components/schemas/A" },
  { $ref: "#/components/schemas/B" },
  { $ref: "#/components/schemas/Nowhere" },
  {},
  { type: "string" },
  { type: "string", title: "Shade" },
  { title: "Shade", type: "string" },
  { type: ["integer", "null"] },
  { type: ["object", "null"], properties: { lamp: {} } },
  { type: "number" },
  { enum: ["dim", "bright"] },
  { const: "dim" },
  { enum: ["dark"] },
  { type: "string", pattern: "a" },
  { type: "object", properties: { lamp: { const: 1 } }, required: ["lamp"] },
  { type: "object", properties: { lamp: { const: 2 } }, required: ["lamp"] },
  { type: "object", properties: { lamp: { const: 2 }, shade: { type: "string" } } },
  { type: "object", properties: { shade: { type: "string" } }, required: ["shade"] },
  { type: "object", properties: { shade: {}, kind: {} }, required: ["kind"], additionalProperties: false },
  { type: "object" },
  { type: "array", items: { type: "string" } },
];

const document = JSON.stringify({
  openapi: "3.1.1",
  info: { title: "Lamps", version: "1" },
  servers: [{ url: "/" }],
  paths: {},
  components: {
    schemas: {
      A: { type: "object", properties: { lamp: { type: "string" } }, required: ["lamp"] },
      B: { type: "object", properties: { lamp: { type: "string" }, a: {} }, required: ["a"] },
      All: { oneOf: members },
      Any: { anyOf: [...members, ...members] },
      Every: { allOf: [members[3], members[5], members[6], members[3]] },
      Told: { oneOf: members, discriminator: { propertyName: "kind" } },
      Null: { oneOf: members, type: ["object", "null"] },
    },
  },
});

test("the built program finds of compositions what Redocly finds that holds all members against each other", async () => {
  const built = createRequire(import.meta.url)("../../dist/redocly-service.cjs") as {
    redoclyService: typeof redoclyService;
  };
  const rule = "no-illogical-composition-keywords";
  const settings = new Map([[`openapi/${rule}`, "warning"]] as const);
  const found = async (service: typeof redoclyService) =>
    (await service()(document, settings)).filter((problem) => problem.rule === rule);
  const expected = await found(redoclyService);
  expect(expected.length).toBeGreaterThan(50);
  expect(await found(built.redoclyService)).toEqual(expected);
});

test("members are the same whatever the order of their keys", () => {
  expect(firstEquals([{ a: 1, b: [2, 3] }, { a: 1 }, { b: [2, 3], a: 1 }, { b: [3, 2], a: 1 }])).toEqual([
    0, 1, 0, 3,
  ]);
});

test("only members that have something in common are to be compared", () => {
  const schemas = [{ properties: { a: {} } }, { properties: { b: {} } }, { properties: { c: {}, a: {} } }];
  const ask = { acceptsNull: () => false, values: () => undefined };
  const resolved = schemas.map((schema) => ({ schema }));
  const pairs = (all: boolean) => resolved.map((_, index) => laterAlike(resolved, all, ask)(index));
  expect(pairs(false)).toEqual([[2], [], []]);
  expect(pairs(true)).toEqual([[1, 2], [2], []]);
});
