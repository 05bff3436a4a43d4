import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/data/json-value.ts";
import { valueAt } from "../../src/samples/draft.ts";
import { isMissed, standsForKeys } from "../../src/samples/missing.ts";
import { ordersOf } from "../../src/samples/orders.ts";
import { type BodyNode, placeRows } from "../../src/schema/body.ts";
import { rowsOf } from "../support/rows.ts";

const [row] = rowsOf("a: string!");

/** A documented text, with what else is said of it. */
function node(more: object = {}): BodyNode {
  const plain = { rows: [row], type: { types: ["string"] }, properties: new Map(), shown: new Set() };
  return { ...plain, ...more } as unknown as BodyNode;
}

const inside = { properties: new Map([["quota", node()]]) };

test.each<[string, object, boolean]>([
  ["a text with rows inside", inside, true],
  ["a text alone", {}, false],
  [
    "a text with names inside that no row documents",
    { properties: new Map([["x", node({ rows: [] })]]) },
    false,
  ],
  ["an object", { ...inside, type: { types: ["object"] } }, false],
  ["what may be a list", { ...inside, type: { types: ["string", "array"] } }, false],
  ["what has no type", { ...inside, type: undefined }, false],
  ["what no row documents", { ...inside, rows: [] }, false],
  ["what a sample shows", { ...inside, shown: new Set(["x"]) }, false],
])("stands for the keys of a map: %s", (_, more, want) => {
  expect(standsForKeys(node(more))).toBe(want);
});

test.each([
  ["provider:type", false],
  ["provider-type", false],
  ["provider_type", false],
  ["provider", true],
])("what samples show one level further down is missed only by a plain name: %s", (name, want) => {
  const items = node({ properties: new Map([[name, node({ rows: [] })]]) });
  const holder = node({ properties: new Map([["segments", node({ items })]]) });
  const orders = { having: () => [], hasTwin: () => false, haveBoth: () => false };
  expect(isMissed(node({ name, origin: "sample" }), holder, "", { segments: [] }, orders)).toBe(want);
});

/** The required properties that an object of a body lacks and that are really missed; other bodies show them as well. */
function missed(rows: string, body: Json, pointer = "", others: Json[] = []): string {
  const root = placeRows({ rows: rowsOf(rows), samples: [body, ...others], siblings: [], path: "/" });
  const orders = ordersOf(
    () => [body, ...others],
    () => [],
  );
  let holder: BodyNode = root;
  for (const step of pointer.split("/").slice(1))
    holder = (/^\d+$/.test(step) ? holder.items : holder.properties.get(step))!;
  const object = valueAt(body, pointer) as JsonObject;
  return [...holder.properties.values()]
    .filter(({ name, required }) => required && !Object.hasOwn(object, name))
    .filter((one) => isMissed(one, holder, pointer, body, orders))
    .map(({ name }) => name)
    .join(" ");
}

test.each<[string, string, Json, string?, Json[]?]>([
  ["b", "a: string!\nb: string!", { a: "" }],
  ["a b", "a: string!\nb: string!", {}],
  ["", "a: string!\nb: string!", { x: "" }],
  ["a b", "a: string!\nb: string!", {}, "", [{ a: "", b: "" }]],
  ["", "a: string!\nb: string!\nc: string!\nd: string!", { a: "" }, "", [{ a: "", b: "", c: "", d: "" }]],
  [
    "c d",
    "a: string!\nb: string!\nc: string!\nd: string!",
    { a: "", b: "" },
    "",
    [{ a: "", b: "", c: "", d: "" }],
  ],
  [
    "",
    "a: string!\nb: string!\nc: string!\nd: string!\ne: string!\nf: string",
    { a: "", f: "" },
    "",
    [{ a: "", b: "", c: "", d: "", e: "", f: "" }],
  ],
  [
    "b c d",
    "a: string!\nb: string!\nc: string!\nd: string!\ne: string\nf: string",
    { a: "", e: "", f: "" },
    "",
    [{ a: "", b: "", c: "", d: "", e: "", f: "" }],
  ],
  [
    "b",
    "a: string!\nb: string!\nc: string!\nd: string!\ne: string!",
    { a: "" },
    "",
    [
      { a: "", b: "" },
      { a: "", c: "", d: "", e: "" },
    ],
  ],
  ["", "a: string!\nb: string! # Appears for administrative users only.", { a: "" }, "", [{ a: "", b: "" }]],
  [
    "a b",
    "lamp: object!\n>a: string!\n>b: string!",
    { lamp: { x: 1 } },
    "/lamp",
    [{ lamp: { a: "", b: "" } }],
  ],
  ["a b", "lamp: object!\n>a: string!\n>b: string!", { lamp: {} }, "/lamp"],
  ["", "a: string!\nb: string!", { lamp: { x: 1 } }, "/lamp", [{ lamp: { a: "", b: "" } }]],
  ["pin", "lock: object!\n>pin: string!\n>m: string\n---\n>key: string!", { lock: { m: "" } }, "/lock"],
  [
    "",
    "m: string!\npin: string!\n---\nm: string!\nkey: string!",
    { m: "", pin: "" },
    "",
    [{ m: "", key: "" }],
  ],
  [
    "key pin",
    "m: string!\npin: string!\n---\nm: string!\nkey: string!",
    { m: "" },
    "",
    [
      { m: "", key: "" },
      { m: "", pin: "" },
    ],
  ],
  [
    "key pin",
    "m: string!\npin: string!\n---\nkey: string!\nk: string",
    { m: "", k: "" },
    "",
    [
      { k: "", key: "" },
      { m: "", pin: "" },
    ],
  ],
  [
    "",
    "m: string!\npin: string!\n---\nkey: string!\nk: string",
    { m: "", pin: "", x: 1 },
    "",
    [{ k: "", key: "" }],
  ],
  [
    "key",
    "m: string!\nn: string!\npin: string!\n---\nm: string!\nn: string!\nkey: string!\nk: string!",
    { m: "", n: "", k: "" },
    "",
    [{ m: "", n: "", pin: "" }, { key: "" }],
  ],
  [
    "",
    "l: array!\n>a: string!\n>b: string!\n>c: string!\n>d: string!\n>e: string!\n>f: string!\n>g: string!",
    {
      l: [
        { a: "", b: "", c: "", g: "" },
        { a: "", d: "", e: "", f: "" },
      ],
    },
    "/l/0",
  ],
  [
    "d e f",
    "l: array!\n>a: string!\n>b: string!\n>c: string!\n>d: string!\n>e: string!\n>f: string!\n>g: string!",
    {
      l: [
        { a: "", b: "", c: "", g: "" },
        { a: "", b: "", c: "", g: "", d: "", e: "", f: "" },
      ],
    },
    "/l/0",
  ],
  [
    "d e f",
    "l: array!\n>a: string!\n>b: string!\n>c: string!\n>d: string!\n>e: string!\n>f: string!\n>g: string!",
    { l: [{ a: "", b: "", c: "", g: "" }, 5, null] },
    "/l/0",
    [{ l: [{ d: "", e: "", f: "" }] }],
  ],
  ["", "parts: array!\np:type: string!\nname: string!", { parts: [{ "p:type": "" }], name: "" }],
  ["", "p_id: string!\nname: string!", { part: { p_id: "" }, name: "" }, "", [{ p_id: "", name: "" }]],
  ["pid", "pid: string!\nname: string!", { part: { pid: "" }, name: "" }, "", [{ pid: "", name: "" }]],
  [
    "",
    "p_id: string!\nname: string!\nx: string",
    { parts: [{ p_id: "" }], name: "", x: "" },
    "",
    [{ p_id: "", name: "" }],
  ],
  ["", "users: string!\nusers.name: string\nb: string!", { b: "" }],
  ["lamp_id", "lamp_id: string!\nb: string!", { b: "", "0b1ef2c4-5d5f-4f1c-9a53-2f8f5c1d7e10": {} }],
])("%s is missed: %j, %j, of what is at %j, others %j", (wanted, rows, body, pointer, others) => {
  expect(missed(rows, body, pointer, others)).toBe(wanted);
});

test.each<[string, JsonObject, boolean]>([
  ["an empty list", { lamps: [] }, false],
  ["an empty list and an empty object", { lamps: [], shade: {} }, false],
  ["a list that holds something", { lamps: [{}] }, true],
  ["an empty list beside a text", { lamps: [], name: "" }, true],
])("what may stand inside is not missed beside %s alone", (_, body, want) => {
  const holder = node({ properties: new Map(Object.keys(body).map((name) => [name, node()])) });
  const orders = { having: () => [], hasTwin: () => false, haveBoth: () => false };
  expect(isMissed(node({ name: "b", origin: "neighbour" }), holder, "", body, orders)).toBe(want);
  expect(isMissed(node({ name: "b", origin: "sample" }), holder, "", body, orders)).toBe(true);
});
