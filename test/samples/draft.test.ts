import { expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import { valueAt } from "../../src/samples/draft.ts";

test.each<[string, Json | undefined]>([
  ["", { a: [{ b: 1 }], "c/d": null }],
  ["/a/0/b", 1],
  ["/a/1/b", undefined],
  ["/c~1d", null],
  ["/a/b", undefined],
  ["/toString", undefined],
  ["/a/0/b/c", undefined],
])("what stands at %j", (pointer, wanted) => {
  expect(valueAt({ a: [{ b: 1 }], "c/d": null }, pointer)).toEqual(wanted);
});
