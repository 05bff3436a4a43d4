import { expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import { announcesNull } from "../../src/schema/announced-null.ts";
import { describedAsMap, isDataName, patternOf } from "../../src/schema/maps.ts";
import type { JsonType } from "../../src/schema/types.ts";
import { coerce, valueSchema } from "../../src/schema/value-schema.ts";
import { rowsOf } from "../support/rows.ts";

const schemas: [string, object][] = [
  ["a: string", { type: "string" }],
  ["a: uuid", { type: "string", format: "uuid" }],
  ["a: array", { type: "array", items: {} }],
  ["a: nonsense # minimum=1", { minimum: 1 }],
  ['a: integer # default="5" minimum=1 maximum=9', { type: "integer", default: 5, minimum: 1, maximum: 9 }],
  ['a: boolean # default="True"', { type: "boolean", default: true }],
  ['a: boolean # default="maybe"', { type: "boolean" }],
  ['a: string # default="None"', { type: ["string", "null"], default: null }],
  [
    'a: integer # default="NULL" enum=[1,2]',
    { type: ["integer", "null"], default: null, enum: [1, 2, null] },
  ],
  [
    'a: string # default="None" enum=["None","all"]',
    { type: "string", default: "None", enum: ["None", "all"] },
  ],
  ["a: string # default=2", { type: "string", default: "2" }],
  ['a: integer # enum=["1",2,"x",2]', { type: "integer", enum: [1, 2] }],
  ['a: string # format="ipv4"', { type: "string", format: "ipv4" }],
  ['a: string # format="regexp"', { type: "string" }],
  ['a: string # pattern="^[a-z]+$"', { type: "string", pattern: "^[a-z]+$" }],
  ['a: string # pattern="(?i)x"', { type: "string" }],
  ['a: array # items="uuid"', { type: "array", items: { type: "string", format: "uuid" } }],
];

test.each(schemas)("%s", (row, want) => {
  expect(valueSchema(rowsOf(row)[0]!.definition!).schema).toEqual(want);
});

test("a bare key", () => {
  expect(valueSchema(rowsOf("a: key-only, no value expected")[0]!.definition!)).toEqual({
    schema: { type: "string" },
    allowEmptyValue: true,
    deprecated: false,
  });
});

test.each<[Json, JsonType[], Json | undefined]>([
  ["1", ["integer"], 1],
  ["1.5", ["number"], 1.5],
  ["1.5", ["integer"], undefined],
  [1, ["number"], 1],
  [1, ["boolean"], true],
  ["yes", ["boolean"], true],
  [false, ["string"], "false"],
  ["none", ["string", "null"], "none"],
  ["None", ["integer", "null"], null],
  ["none", ["integer"], undefined],
  ["none at all", ["integer", "null"], undefined],
  ["or null", ["integer", "null"], undefined],
  [[], ["string"], undefined],
  ["x", [], "x"],
])("%j as %j", (value, types, want) => expect(coerce(value, types)).toEqual(want));

test.each([
  ["3d2f0a4e-8f0c-4b7e-9d1a-5f6e7a8b9c0d", true],
  ["6f70656e737461636b20342065766572", true],
  ["42", true],
  ["192.0.2.0/24", true],
  ["2001:db8::1", true],
  ["{name}", true],
  ["two words", true],
  ["9e2d0a4e8f0c4b7e9d1a5f6e7a8b9c0d_dim", true],
  ["foo", true],
  ["key1", true],
  ["myLamp", true],
  ["name", false],
  ["key", false],
  ["mynd", false],
  ["foot", false],
  ["OS-EXT:state", false],
  ["provider:network_type", false],
  ["add", false],
])("%s as a name is data: %s", (name, want) => expect(isDataName(name)).toBe(want));

test.each([
  ["metadata", "", true],
  ["server_metadata", "", true],
  ["tags", "Key and value pairs.", true],
  ["tags", "A dictionary of tags.", true],
  ["tags", "Key-value pairs", true],
  ["widget", "Any metadata of it.", true],
  ["widget", "What is said of it: its ``id``, and ``metadata``.", false],
  ["widget", "The widget.", false],
  ["keypair", "A key and its owner.", false],
])("%s, «%s», is a map: %s", (name, description, want) => {
  expect(describedAsMap(name, { ...rowsOf("a: object")[0]!.definition!, description })).toBe(want);
});

test.each([
  ["gears_{kind}", "gears_fine", true],
  ["gears_{kind}", "gears_", false],
  ["<key>", "anything", true],
  ["{a}_per_{b}", "x_per_y", true],
  ["{a}_max", "x_min", false],
])("%s takes %s: %s", (pattern, name, want) => expect(patternOf(pattern)(name)).toBe(want));

test.each([
  ["Its owner, or ``null``.", true],
  ["May be null.", true],
  ["If it was never\nchanged, its value is `null`.", true],
  ['Usually "null".', true],
  ["The backup's name. Otherwise, null.", true],
  ["Must not be ``null``.", false],
  ["Those with a non-``null`` owner.", false],
  ["The ``null`` value was allowed in version 1.", false],
  ["A text that ends in a null byte, or null characters.", false],
  ["A nullable value.", false],
  ["The default value is None.", true],
  ["Defaults to ``None``.", true],
  ["The value can be None.", true],
  ["If this parameter is ``None``, any lamp is taken.", true],
  ["The default is none.", false],
  ["The default is ``None``-free.", false],
  ["Only if ``kind`` is None.", false],
])("announcesNull(%j)", (text, want) => expect(announcesNull(text)).toBe(want));

test.each([
  ["(Deprecated in v2) The room.", true],
  ["**Deprecated**: the room.", true],
  ["Deprecated rooms count as well.", false],
])("a description that begins with it calls a value deprecated: %s", (description, deprecated) => {
  const [{ definition }] = rowsOf("a: string") as [ReturnType<typeof rowsOf>[number]];
  expect(valueSchema({ ...definition!, description }).deprecated).toBe(deprecated);
});
