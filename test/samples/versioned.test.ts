import { expect, test } from "vitest";
import type { Sample } from "../../src/apiref/model.ts";
import type { Json } from "../../src/data/json-value.ts";
import { lackingAtVersion } from "../../src/samples/versioned.ts";
import { placeRows } from "../../src/schema/body.ts";
import { rowsOf } from "../support/rows.ts";
import { sampleOf } from "../support/sample.ts";

const rows = ["name: string!", "size: integer! @2.5-", "colour: string! @2.9-", "shape: string! @-2.7"].join(
  "\n",
);

/** What is lacking of `size`, `colour` and `shape` in a body. */
function lacking(body: Record<string, string | number>, about: Partial<Sample> = {}): string[] {
  const node = placeRows({
    rows: rowsOf(rows),
    samples: [{ name: "x", size: 1, colour: "red", shape: "round" }],
    siblings: [],
    path: "/",
  });
  return [...lackingAtVersion(node, body, { ...sampleOf("{}"), ...about })].map(
    ({ missing }) => missing.name,
  );
}

test.each([
  ["a folder", { name: "x" }, { asOf: "2.6" }, ["size", "shape"]],
  ["a folder of a newer version", { name: "x" }, { asOf: "2.9" }, ["size", "colour"]],
  ["a folder of an older version", { name: "x" }, { asOf: "2.1" }, ["shape"]],
  ["a title", { name: "x" }, { minVersion: "2.5", maxVersion: "2.8" }, ["size"]],
  ["a title without an end", { name: "x" }, { minVersion: "2.10" }, ["size", "colour"]],
  ["a title that sets only the end", { name: "x" }, { maxVersion: "2.6" }, ["shape"]],
  ["what is shown", { name: "x", colour: "red" }, {}, ["size"]],
  ["what is shown, when nothing newer is", { name: "x", size: 1 }, {}, []],
  ["what is shown, of two versions that exclude each other", { colour: "red", shape: "round" }, {}, []],
  ["nothing", { name: "x" }, {}, []],
])("the microversion comes from %s", (_, body, about, want) => {
  expect(lacking(body, about)).toEqual(want);
});

test("tells which object lacks a property, by its path", () => {
  const node = placeRows({
    rows: rowsOf("widget: object!\npart: object!\nsize: integer! @2.5-"),
    samples: [{ widget: { part: { size: 1 } } }],
    siblings: [],
    path: "/",
  });
  const found = lackingAtVersion(node, { widget: { part: {} } }, { ...sampleOf("{}"), asOf: "2.6" });
  expect([...found].map(({ path, pointer }) => [path, pointer])).toEqual([["widget.part", "/widget/part"]]);
});

test("what is shown and gone by some version has all beside it that is gone no sooner", () => {
  const node = placeRows({
    rows: rowsOf(
      "name: string!\nshape: string! @-2.7\nedge: string! @-2.7\ncorner: string! @-2.3\nsize: string! @2.1-",
    ),
    samples: [{ name: "x", shape: "", edge: "", corner: "", size: "" }],
    siblings: [],
    path: "/",
  });
  const found = [...lackingAtVersion(node, { name: "x", shape: "round" }, sampleOf("{}"))];
  expect(found.map(({ missing }) => missing.name)).toEqual(["edge"]);
});

test("items of lists lack for themselves", () => {
  const node = placeRows({
    rows: rowsOf("widgets: array!\nname: string!\nsize: integer! @2.5-"),
    samples: [{ widgets: [{ name: "x", size: 1 }] }],
    siblings: [],
    path: "/widgets",
  });
  const found = [
    ...lackingAtVersion(node, { widgets: [{ name: "x", size: 1 }, { name: "y" }] }, sampleOf("{}")),
  ];
  expect(found.map(({ pointer, path, missing }) => [pointer, path, missing.name])).toEqual([
    ["/widgets/1", "widgets", "size"],
  ]);
});

test.each<[string, string, Json, Partial<Sample>, string[]]>([
  ["a list at the top", "size: integer! @2.5-", [{}, { size: 1 }], { asOf: "2.6" }, ["size /0"]],
  [
    "a map",
    "lamps: object\n>key: object\n>>size: integer! @2.5-",
    { lamps: { key: {} } },
    { asOf: "2.6" },
    ["lamps.key.size /lamps/key"],
  ],
  [
    "a name with a slash",
    "a/b: object\n>size: integer! @2.5-",
    { "a/b": {} },
    { asOf: "2.6" },
    ["a/b.size /a~1b"],
  ],
  ["an optional row", "size: integer @2.5-", {}, { asOf: "2.6" }, []],
  ["a row for all versions", "size: integer!", {}, { asOf: "2.6" }, []],
  ["rows for two ranges", "size: integer! @2.5-2.7\nsize: string! @2.8-", {}, { asOf: "2.9" }, ["size "]],
  ["rows for two ranges, between them", "size: integer! @-2.5\nsize: string! @2.8-", {}, { asOf: "2.6" }, []],
  [
    "a row that is optional in a range",
    "size: integer! @2.5-2.7\nsize: string @2.8-",
    {},
    { asOf: "2.9" },
    [],
  ],
  ["a range that ends first", "size: integer! @2.5-2.7", {}, { minVersion: "2.6" }, []],
  [
    "a range that ends with it",
    "size: integer! @2.5-2.7",
    {},
    { minVersion: "2.6", maxVersion: "2.7" },
    ["size "],
  ],
  ["a range that begins in it", "size: integer! @2.5-", {}, { minVersion: "2.4", maxVersion: "2.7" }, []],
])("%s", (_, text, body, about, want) => {
  const node = placeRows({ rows: rowsOf(text), samples: [body], siblings: [], path: "/" });
  const found = lackingAtVersion(node, body, { ...sampleOf("{}"), ...about });
  expect(
    [...found].map(
      ({ path, pointer, missing }) => `${path === "" ? "" : `${path}.`}${missing.name} ${pointer}`,
    ),
  ).toEqual(want);
});
