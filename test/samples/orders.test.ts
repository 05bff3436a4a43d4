import { expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import { ordersOf } from "../../src/samples/orders.ts";

test("the objects of samples, their own and those near by", () => {
  const own: Json[] = [{ a: 1, b: { c: 1, d: 2 } }, [{ a: 1, c: 2 }]];
  const near: Json[] = [
    { a: 1, e: 2 },
    { c: 1, d: 3 },
    { d: 1, c: 3 },
  ];
  const orders = ordersOf(
    () => own,
    () => near,
  );
  const having = (name: string) => [...orders.having(name)].map((order) => order.join(""));
  expect(having("a")).toEqual(["ab", "ac", "ae"]);
  expect(having("c")).toEqual(["cd", "ac", "dc"]);
  expect(having("x")).toEqual([]);
  expect(orders.hasTwin("c", ["a"])).toBe(true);
  expect(orders.hasTwin("d", ["c"])).toBe(true);
  expect(orders.hasTwin("c", ["d", "a"])).toBe(false);
  expect(orders.hasTwin("c", [])).toBe(false);
  expect(orders.hasTwin("c", ["b"])).toBe(false);
  // only its own objects are twins
  expect(orders.hasTwin("e", ["a"])).toBe(false);
  expect(orders.haveBoth("a", "e")).toBe(true);
  expect(orders.haveBoth("c", "a")).toBe(true);
  expect(orders.haveBoth("d", "a")).toBe(false);
});
