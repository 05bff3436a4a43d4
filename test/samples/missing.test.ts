import { expect, test } from "vitest";
import { isMissed, standsForKeys } from "../../src/samples/missing.ts";
import type { BodyNode } from "../../src/schema/body.ts";
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
  expect(isMissed(node({ name }), holder, "", { segments: [] }, orders)).toBe(want);
});
