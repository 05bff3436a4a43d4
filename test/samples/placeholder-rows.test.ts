import { expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import {
  mayNameKey,
  mayStandForKey,
  showsActionOfRow,
  standsForKeyOfMap,
} from "../../src/samples/placeholder-rows.ts";
import { placeRows } from "../../src/schema/body.ts";
import { rowsOf } from "../support/rows.ts";

const ID = "0b1ef2c4-5d5f-4f1c-9a53-2f8f5c1d7e10";
const bodyOf = (rows: string, body: Json) =>
  placeRows({ rows: rowsOf(rows), samples: [body], siblings: [], path: "/" });

test.each<[string, string, string, Json, boolean]>([
  ["an identifier on the way", "lamp_uuid: string", `/lamps/${ID}`, {}, true],
  [
    "an identifier without hyphens",
    "lamp.id: string",
    `/${ID.replaceAll("-", "").toUpperCase()}/x`,
    {},
    true,
  ],
  ["no identifier on the way", "lamp_uuid: string", "/lamps/hall", {}, false],
  ["a part of an identifier", "lamp_uuid: string", `/x${ID}`, {}, false],
  ["a row of another name", "lampid: string", `/lamps/${ID}`, {}, false],
  ["the name of an action", "action: string", "", { lock: {} }, true],
  ["the word itself", "action: string", "", { action: {} }, false],
  ["two names", "action: string", "", { lock: {}, why: "" }, false],
  ["no name", "action: string", "", {}, false],
  ["a list", "action: string", "", [1], false],
])("a row stands for the key of a map: %s", (_, rows, pointer, body, wanted) => {
  const [row] = placeRows({ rows: rowsOf(rows), samples: [], siblings: [], path: "/" }).properties.values();
  const node = row!.rows.length > 0 ? row! : [...row!.properties.values()][0]!;
  expect(standsForKeyOfMap({ ...node, name: rows.split(":")[0]! }, pointer, body)).toBe(wanted);
  expect(standsForKeyOfMap({ ...node, rows: [] }, pointer, body)).toBe(false);
  expect(standsForKeyOfMap({ ...node, shown: new Set(["string"]) }, pointer, body)).toBe(false);
});

test.each([
  ["action", true],
  ["lamp_id", true],
  ["id", true],
  ["lamp-UUID", true],
  ["actions", false],
  ["lampid", false],
  ["id_of_lamp", false],
])("%s may be the name of a key: %s", (name, wanted) => {
  expect(mayNameKey(name)).toBe(wanted);
});

test.each<[string, Json, boolean]>([
  ["action", { lock: {} }, true],
  ["action", { a: {}, b: {} }, false],
  ["lamp_id", { [ID]: 1 }, true],
  ["lamp_id", { x: 1, lamps: [{}, { y: { [ID]: 1 } }] }, true],
  ["lamp_id", { x: ID, lamps: [ID] }, false],
  ["lamp_id", "text", false],
  ["lamp", { [ID]: 1 }, false],
])("%s may stand for a key of %j: %s", (name, body, wanted) => {
  expect(mayStandForKey(name, body)).toBe(wanted);
});

test.each<[string, string, Json, boolean]>([
  ["beside the name", "action: string\nwhy: string", { lock: {} }, true],
  ["inside of it", "action: string\nwhy: string", { lock: { why: "" } }, true],
  ["with a row of its own", "action: string\nlock: object", { lock: {} }, false],
  ["that is shown as such", "action: string", { lock: { action: "x" } }, false],
  ["that no row names", "why: string", { lock: {} }, false],
  ["beside another name", "action: string", { lock: {}, x: 1 }, false],
])("a sample shows an action for a row: %s", (_, rows, body, wanted) => {
  expect(showsActionOfRow(bodyOf(rows, body), body)).toBe(wanted);
});
