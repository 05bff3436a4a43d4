import { expect, test } from "vitest";
import { combine } from "../../src/openapi/combine.ts";

const use = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const needs = (...names: string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, {}])),
  required: names,
});

test("one schema stays as it is, none gives none", () => {
  expect(combine([use("A")], [needs("a")])).toEqual(use("A"));
  expect(combine([use("A"), use("A")], [needs("a"), needs("a")])).toEqual(use("A"));
  expect(combine([], [])).toBeUndefined();
});

test("branches with a top-level key of their own are oneOf", () => {
  expect(combine([use("A"), use("B")], [needs("a"), needs("b", "c")])).toEqual({
    oneOf: [use("A"), use("B")],
  });
});

test.each([
  ["share a key", needs("a"), needs("a", "b")],
  ["need no key", needs("a"), { type: "object", properties: { b: {} } }],
  ["are open", needs("a"), undefined],
])("branches that %s are anyOf", (_name, a, b) => {
  expect(combine([use("A"), use("B")], [a, b])).toEqual({ anyOf: [use("A"), use("B")] });
});
