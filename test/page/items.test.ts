import { expect, test } from "vitest";
import { operationsIn, withOperations } from "../../src/browser/items.ts";

const list = { label: "List lamps", routeSlug: "/lamps/list", httpVerb: "get" };
const dim = { label: "Dim a lamp", routeSlug: "/lamps/dim", httpVerb: "post" };
const shades = { label: "List shades", routeSlug: "/shades/list", httpVerb: "get" };
const items = [
  { label: "Lamps API", routeSlug: "/" },
  { label: "Lamps", routeSlug: "/lamps", items: [list, dim] },
  { label: "Shades", routeSlug: "/shades", items: [shades] },
];

test("the operations of all groups, in order", () => {
  expect(operationsIn(items)).toEqual([list, dim, shades]);
});

test("another operation in the place of one, and what holds none is the same object", () => {
  const now = { ...dim, label: "Dim" };
  const made = withOperations(items, new Map([[dim.routeSlug, now]]))!;
  expect(made).toEqual([items[0], { ...items[1], items: [list, now] }, items[2]]);
  expect(made[2]).toBe(items[2]);
  expect(made[1]?.items?.[0]).toBe(list);
  expect(withOperations(items, new Map())).toBe(items);
});

test("an operation that has no place is told", () => {
  expect(
    withOperations(items, new Map([["/lamps/new", { ...dim, routeSlug: "/lamps/new" }]])),
  ).toBeUndefined();
  // the address of a group
  expect(withOperations(items, new Map([["/lamps", dim]]))).toBeUndefined();
});
