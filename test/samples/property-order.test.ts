import { expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import { ordersOf } from "../../src/samples/orders.ts";
import { placeOfMissing } from "../../src/samples/property-order.ts";
import { placeRows } from "../../src/schema/body.ts";
import { rowsOf } from "../support/rows.ts";

/** Where a property of rows would stand among others (`name *size colour`), and how much an object near by is like these. */
function place(rows: string, names: string, missing: string, near: readonly Json[] = []) {
  const holder = placeRows({ rows: rowsOf(rows), samples: [], siblings: [], path: "/" });
  const orders = ordersOf(
    () => [],
    () => near,
  );
  const listed = names.split(" ").filter((name) => name !== "");
  const found = placeOfMissing(holder.properties.get(missing)!, holder, listed, orders);
  const at = found.before === undefined ? listed.length : listed.indexOf(found.before);
  const likeness = Math.round(found.likeness * 100) / 100;
  return [listed.toSpliced(at, 0, `*${missing}`).join(" "), likeness] as const;
}
const object = (names: string): Json => Object.fromEntries(names.split(" ").map((name) => [name, 1]));
const rows = (names: string) =>
  names
    .split(" ")
    .map((name) => `${name}: string`)
    .join("\n");

test.each<[rows: string, names: string, missing: string, near: string[], wanted: string, likeness: number]>([
  ["a b c", "a c", "b", [], "a *b c", 0],
  ["a b c", "b c", "a", [], "*a b c", 0],
  ["a b c", "a b", "c", [], "a b *c", 0],
  ["c b a", "c a", "b", [], "c *b a", 0],
  ["c b a", "a c", "b", [], "a *b c", 0],
  ["z a m", "z m", "a", [], "z *a m", 0],
  ["z m a", "a m", "z", [], "a m *z", 0],
  ["a", "", "a", [], "*a", 0],
  ["m k", "a b c d e f g h z", "k", [], "a b c d e f g h *k z", 0],
  ["k m", "z a b y", "k", [], "z a b *k y", 0],
])(
  "by the alphabet and the rows: rows %s, an object with %s lacks %s, near %j",
  (order, names, missing, near, wanted, likeness) => {
    expect(place(rows(order), names, missing, near.map(object))).toEqual([wanted, likeness]);
  },
);

test.each<[rows: string, names: string, missing: string, near: string[], wanted: string, likeness: number]>([
  ["a b c d", "a b d", "c", ["c a b d"], "*c a b d", 1],
  ["a b c d", "a b d", "c", ["a b d c"], "a b d *c", 1],
  ["a b c d", "a b d", "c", ["c x y z"], "a b *c d", 0],
  ["a b c d", "a b d", "c", ["c d x"], "a b *c d", 0.25],
  ["a b c d", "a b d", "c", ["x c d"], "a b *c d", 0.25],
  ["a b c d", "a b d", "c", ["a x c"], "a b *c d", 0.25],
  ["a b c d", "a b d", "c", ["a x y c"], "a b *c d", 0.2],
  ["a b c d", "a b d", "c", ["d c b a", "a c b d"], "a *c b d", 1],
  ["a b c d", "a b d", "c", ["c d b a"], "a b *c d", 1],
  ["a b c d", "a b d", "c", ["d b a c"], "a b *c d", 1],
  ["a b c d e", "a b d e", "c", ["a b c d e", "c a b d e x"], "a b *c d e", 1],
  ["a b c d e", "e d b a", "c", ["e d c b a"], "e d *c b a", 1],
])(
  "by objects near by: rows %s, an object with %s lacks %s, near %j",
  (order, names, missing, near, wanted, likeness) => {
    expect(place(rows(order), names, missing, near.map(object))).toEqual([wanted, likeness]);
  },
);

test.each<[rows: string, names: string, missing: string, near: string[], wanted: string, likeness: number]>([
  ["lamp size gear_id gear_name", "gear_name lamp size", "gear_id", [], "*gear_id gear_name lamp size", 0],
  ["x gearId gearName", "x gearName a", "gearId", [], "x *gearId gearName a", 0],
  ["x gear_id y", "y x my_gear_id z", "gear_id", [], "y x *gear_id my_gear_id z", 0],
  ["x gear y", "y x gear_old z", "gear", [], "y x *gear gear_old z", 0],
  ["x big_gear y", "y x small_gear z", "big_gear", [], "y x *big_gear small_gear z", 0],
  ["x big_red_gear y", "y big_gear x z", "big_red_gear", [], "y big_gear *big_red_gear x z", 0],
])(
  "beside a name that is akin: rows %s, an object with %s lacks %s, near %j",
  (order, names, missing, near, wanted, likeness) => {
    expect(place(rows(order), names, missing, near.map(object))).toEqual([wanted, likeness]);
  },
);
