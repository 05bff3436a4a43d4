import fc from "fast-check";
import { expect, test } from "vitest";
import { validators as inBrowser } from "../../src/browser/validators.ts";
import type { Json, JsonObject } from "../../src/data/json-value.ts";
import { validators } from "../../src/samples/validators.ts";

const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<Json>(null, true, 0, 1.5, 7, "", "on", "2020-01-01", "a/b", "x".repeat(9)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b/c", "d~e", "é"), tie("value"), { maxKeys: 3 }),
  ),
})).value;

/** Schemas that hold schemas no deeper than that. */
function schemas(depth: number): fc.Arbitrary<JsonObject> {
  const plain = {
    type: fc.oneof(
      fc.constantFrom<Json>("string", "integer", "number", "object", "array", "boolean"),
      fc.constant<Json>(["string", "null"]),
    ),
    enum: fc.constantFrom<Json>(["on", 7, null], [[1], { a: 1 }]),
    format: fc.constantFrom("date", "uuid"),
    minimum: fc.constant(1),
    exclusiveMaximum: fc.constant(7),
    minLength: fc.constant(1),
    maxLength: fc.constant(4),
    pattern: fc.constant("^[a-z]+$"),
    minItems: fc.constant(1),
    maxProperties: fc.constant(1),
    required: fc.constantFrom<Json>(["a"], ["b/c", "é"]),
  };
  if (depth === 0) return sparse(plain);
  const inside = schemas(depth - 1);
  const some = fc.array(inside, { minLength: 1, maxLength: 2 });
  return sparse({
    ...plain,
    properties: fc.dictionary(fc.constantFrom("a", "b/c", "d~e", "é"), inside, { maxKeys: 2 }),
    additionalProperties: fc.oneof(fc.boolean(), inside),
    items: inside,
    allOf: some,
    anyOf: some,
  });
}

/** Objects with up to three of some keywords. */
function sparse(keywords: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<JsonObject> {
  const one = fc.oneof(
    ...Object.entries(keywords).map(([name, of]) => of.map((constraint) => [name, constraint])),
  );
  return fc.array(one, { maxLength: 3 }).map((entries) => Object.fromEntries(entries) as JsonObject);
}

const told = (
  refusals: readonly { keyword: string; schemaPath: string; instancePath: string; params: object }[],
) =>
  refusals
    .map(({ keyword, schemaPath, instancePath, params }) =>
      JSON.stringify([
        keyword,
        decodeURIComponent(schemaPath),
        instancePath,
        (params as { missingProperty?: string }).missingProperty,
      ]),
    )
    .sort();

test("what a schema has against a value is the same in a browser", () => {
  const node = validators();
  const browser = inBrowser();
  let refusing = 0;
  fc.assert(
    fc.property(schemas(2), value, (one, other) => {
      const expected = told(node.errors(one, other));
      if (expected.length > 0) refusing++;
      expect(told(browser.errors(one, other))).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
  expect(refusing).toBeGreaterThan(100);
});
