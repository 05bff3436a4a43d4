import { expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import { prune } from "../../src/samples/prune.ts";
import { placeRows } from "../../src/schema/body.ts";
import { rowsOf } from "../support/rows.ts";

test("places that are gone are left out of a value, and what is left is the same object", () => {
  const rows = rowsOf("gone: string\nb: array\n>gone: string\n>c: string\nmap: dict\n>gone: string");
  const value = {
    gone: "",
    b: [{ gone: "", c: "" }, { c: "x" }],
    map: { k: { gone: 1 } },
    x: { gone: 1 },
  };
  const body = placeRows({ rows, samples: [value], siblings: [], path: "/" });
  const without = (one: Json) => prune(one, body, ({ name, rows: own }) => name === "gone" && own.length > 0);
  const left = without(value) as { b: Json[]; x: Json };
  expect(left).toEqual({ b: [{ c: "" }, { c: "x" }], map: { k: {} }, x: { gone: 1 } });
  expect(left.b[1]).toBe(value.b[1]);
  expect(left.x).toBe(value.x);
  const whole: Json = { b: [{ c: "" }], y: 1, list: [] };
  expect(without(whole)).toBe(whole);
  expect(without(["gone"])).toEqual(["gone"]);
  expect(without("gone")).toBe("gone");
});

test("names such as __proto__ are data where something is left out", () => {
  const value = JSON.parse('{"gone": 1, "__proto__": {"a": 1}}') as Json;
  const body = placeRows({ rows: rowsOf("gone: string"), samples: [value], siblings: [], path: "/" });
  const left = prune(value, body, ({ name }) => name === "gone");
  expect(JSON.stringify(left)).toBe('{"__proto__":{"a":1}}');
});
