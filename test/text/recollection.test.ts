import { expect, test } from "vitest";
import { Recollection } from "../../src/text/recollection.ts";
import { remembered } from "../../src/text/remembered.ts";

/** A price list that somebody looks things up in, and what was looked up. */
function shop(prices: Readonly<Record<string, object>>) {
  const asked: string[] = [];
  const price = (name: string) => {
    asked.push(name);
    return prices[name];
  };
  return { asks: { price }, asked };
}

const basket = { names: ["nut", "bolt"] };

function total({ asks }: ReturnType<typeof shop>, place: readonly unknown[] = []) {
  return recollection.recall(basket, place, asks, ({ price }) => ({
    prices: basket.names.map((name) => price(name)),
  }));
}
let recollection: Recollection<object, ReturnType<typeof shop>["asks"]>;

test("the same answers give the very result of before; they are asked for again in any case", () => {
  recollection = new Recollection();
  const first = total(shop({ nut: { cents: 3 }, bolt: { cents: 5 } }));
  const again = shop({ nut: { cents: 3 }, bolt: { cents: 5 } });
  expect(total(again)).toBe(first);
  expect(again.asked).toEqual(["nut", "bolt"]);
});

test.each([
  ["another answer", { nut: { cents: 3 }, bolt: { cents: 6 } }, []],
  ["an answer that says more", { nut: { cents: 3 }, bolt: { cents: 5, taxed: true } }, []],
  ["no answer", { nut: { cents: 3 } }, []],
  ["another place", { nut: { cents: 3 }, bolt: { cents: 5 } }, ["abroad"]],
])("%s gives a new result", (_, prices, place) => {
  recollection = new Recollection();
  const first = total(shop({ nut: { cents: 3 }, bolt: { cents: 5 } }));
  const now = total(shop(prices), place);
  expect(now).not.toBe(first);
  expect(now.prices).toEqual(basket.names.map((name) => (prices as Record<string, object>)[name]));
});

test("lists are the same while they hold the same, and without questions the place decides", () => {
  const [nut, bolt] = [{ cents: 3 }, { cents: 5 }];
  const lists = new Recollection<object, { all: () => readonly object[] }>();
  const first = lists.recall(basket, [], { all: () => [nut, bolt] }, ({ all }) => [...all()]);
  expect(lists.recall(basket, [], { all: () => [nut, bolt] }, () => [])).toBe(first);
  expect(lists.recall(basket, [], { all: () => [nut] }, ({ all }) => [...all()])).toEqual([nut]);
  const plain = new Recollection<object>();
  const made = plain.recall(basket, [nut], {}, () => ({}));
  expect(plain.recall(basket, [nut], {}, () => ({}))).toBe(made);
  expect(plain.recall(basket, [bolt], {}, () => ({}))).not.toBe(made);
});

test("a remembered function is called once for each object, also where it gives undefined", () => {
  const called: string[] = [];
  const first = remembered(({ names }: typeof basket) => {
    called.push(names.join());
    return names[7];
  });
  const other = { names: [] };
  expect([first(basket), first(basket), first(other), first(basket)]).toEqual(Array(4).fill(undefined));
  expect(called).toEqual(["nut,bolt", ""]);
});
