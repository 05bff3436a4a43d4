import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/data/json-value.ts";
import { clearlyAccepts } from "../../src/samples/accepts.ts";
import { validators } from "../../src/samples/validators.ts";
import { placeRows } from "../../src/schema/body.ts";
import { toSchema } from "../../src/schema/json-schema.ts";
import { rowsOf } from "../support/rows.ts";

const ajv = new Ajv2020({ strict: false, ownProperties: true, allErrors: true });
formats.default(ajv);

test.each<[string, JsonObject, Json, boolean]>([
  ["a type", { type: "string" }, "x", true],
  ["another type", { type: "string" }, 1, false],
  ["an integer for a number", { type: "number" }, 1, true],
  ["one of several types", { type: ["string", "null"] }, null, true],
  ["a choice", { enum: ["a", "b"] }, "b", true],
  ["no choice", { enum: ["a", "b"] }, "c", false],
  ["a format", { format: "uuid" }, "4f3a5f0e-2f0b-4c39-9c0b-6a3d3a2a9f11", true],
  ["a wrong format", { format: "uuid" }, "lamp", false],
  ["a date", { format: "date-time" }, "2024-02-30T00:00:00Z", false],
  ["a format of something else", { format: "uuid" }, 1, true],
  ["a required property", { required: ["a"] }, { a: 1 }, true],
  ["a missing property", { required: ["a"] }, {}, false],
  ["a name of Object.prototype", { required: ["toString"] }, {}, false],
  ["a property named as one of Object.prototype", { properties: { toString: { enum: ["a"] } } }, {}, true],
  [
    "values of a map",
    { properties: { a: {} }, additionalProperties: { type: "integer" } },
    { a: "x", b: 1 },
    true,
  ],
  ["a wrong value in a map", { additionalProperties: { type: "integer" } }, { b: "x" }, false],
  ["items", { items: { type: "integer" } }, [1, 2], true],
  ["a wrong item", { items: { type: "integer" } }, [1, "x"], false],
  ["a branch that accepts", { anyOf: [{ type: "string" }, { type: "integer" }] }, 1, true],
  ["no branch that accepts", { anyOf: [{ enum: ["a"] }, { enum: ["b"] }] }, "c", false],
  ["what no row documents", { "x-openstack-undocumented": true, type: "string" }, 1, true],
  ["a keyword that it leaves to ajv", { minimum: 1 }, 2, false],
])("%s", (_name, schema, value, wanted) => {
  expect(clearlyAccepts(schema, value)).toBe(wanted);
});

/** Schemas that hold schemas of a kind. */
function schemaOf(inside: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc.record(
    {
      type: fc.oneof(
        fc.constantFrom("string", "integer", "number", "boolean", "object", "array", "null"),
        fc.uniqueArray(fc.constantFrom("string", "integer", "object", "null"), { minLength: 1 }),
      ),
      enum: fc.uniqueArray(fc.oneof(fc.constantFrom("a", "b"), fc.nat(2), fc.constant(null)), {
        minLength: 1,
      }),
      format: fc.constantFrom("uuid", "date-time", "hostname", "ipv4", "uri"),
      properties: fc.dictionary(fc.constantFrom("a", "b", "toString"), inside, { maxKeys: 2 }),
      required: fc.uniqueArray(fc.constantFrom("a", "b", "toString")),
      additionalProperties: fc.oneof(fc.boolean(), inside),
      items: inside,
      allOf: fc.array(inside, { minLength: 1, maxLength: 2 }),
      anyOf: fc.array(inside, { minLength: 1, maxLength: 3 }),
      oneOf: fc.array(inside, { minLength: 1, maxLength: 2 }),
      minimum: fc.nat(3),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonObject>;
}
const anySchema = schemaOf(schemaOf(fc.constantFrom({}, { type: "string" }, { enum: [1] })));
const value = fc.jsonValue({ maxDepth: 3 }).map((json) => JSON.parse(JSON.stringify(json)) as Json);
const shaped = fc.dictionary(
  fc.constantFrom("a", "b", "c", "toString"),
  fc.oneof(value, fc.nat(3), fc.constantFrom("a", "b")),
);

test("what it accepts, ajv accepts", () => {
  fc.assert(
    fc.property(anySchema, fc.oneof(value, shaped, fc.array(shaped)), (schema, json) => {
      if (clearlyAccepts(schema, json as Json)) expect(ajv.validate(schema, json)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

/** One property with what its definition says, in one range of microversions. */
const row = fc
  .record({
    name: fc.constantFrom("lamp", "lamp.state", "state", "sizes", "lamps"),
    type: fc.constantFrom(
      "string",
      "integer",
      "object",
      "array",
      "list of strings",
      "list of integers",
      "uuid",
      "any",
    ),
    required: fc.constantFrom("", "!"),
    range: fc.constantFrom("", " @-2.5", " @2.6-", " @2.3-2.8"),
    values: fc.constantFrom("", ' # enum=["on","off"]', ' # enum=["lit"]', " # enum=[1,2] minimum=1"),
  })
  .map(({ name, type, required, range, values }) => `${name}: ${type}${required}${range}${values}`);
const shown = fc.oneof(
  fc.constantFrom<Json>("on", "lit", "of", 1, 3, null, true),
  fc.constantFrom<Json>(["on"], [1], {}),
);
const sample = fc.oneof(
  fc.dictionary(fc.constantFrom("state", "sizes", "odd"), shown),
  fc.record({ lamp: fc.dictionary(fc.constantFrom("state", "sizes", "odd"), shown) }),
  fc.record({ lamps: fc.array(fc.dictionary(fc.constantFrom("state", "sizes"), shown), { maxLength: 3 }) }),
) as fc.Arbitrary<Json>;

test("of the samples of a body it says what ajv says with the schema of the body", () => {
  const { errors } = validators();
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 5 }),
      fc.array(sample, { minLength: 1, maxLength: 3 }),
      (rows, samples) => {
        const node = placeRows({ rows: rowsOf(rows.join("\n")), samples, siblings: [], path: "/lamps" });
        const schema = toSchema(node, { describe: () => "" });
        for (const json of samples)
          expect(errors(schema, json).length === 0, JSON.stringify({ schema, json })).toBe(
            ajv.validate(schema, json),
          );
      },
    ),
    { numRuns: 300 },
  );
});

test("errors are those that ajv finds with the whole schema", () => {
  const shown = (errors: readonly ErrorObject[] | null | undefined) =>
    (errors ?? [])
      .map((error) => `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`)
      .sort();
  const { errors } = validators();
  fc.assert(
    fc.property(anySchema, fc.oneof(value, shaped, fc.array(shaped)), (schema, json) => {
      ajv.validate(schema, json);
      expect(shown(errors(schema, json as Json))).toEqual(shown(ajv.errors));
    }),
    { numRuns: 300 },
  );
});
