import { expect, test } from "vitest";
import type { Definition } from "../../src/apiref/parameters-file.ts";
import type { Json } from "../../src/data/json-value.ts";
import { writtenAt } from "../../src/data/written-number.ts";
import { announcesNull, announcesNullOfObject } from "../../src/schema/announced-null.ts";
import { describedAsMap, isDataName, patternOf } from "../../src/schema/maps.ts";
import type { JsonType } from "../../src/schema/types.ts";
import { coerce, formatOf, type KnownValues, valueSchema } from "../../src/schema/value-schema.ts";
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
  ["OS::Lamps::Lamp", true],
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
  [
    "widget",
    "The widget:\n\n- ``parts`` - What it is made of.\n  This field is a map of parts.\n\n  A map of them.",
    false,
  ],
  ["widget", "* **``parts``**: a map of parts.\n* ``size``: its size.", false],
  ["widget", "- ``parts``: its parts.\n\nA map of parts.", true],
  ["widget", "The widget has\n\n- ``key``: a name\n- ``value``: an arbitrary text", true],
  ["widget", "- a map of parts", true],
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
  ["Its parts, or ``null``.", true, false],
  ["For known keys, if the value is ``null`` the entry goes.", false, true],
  ["The entry whose value is ``null`` goes.", false, true],
  ["A key set to ``null`` goes.", false, true],
  ["Keys and values, or ``null``. A key that is set to ``null`` goes.", true, true],
  ["A map of keys and values. The default is None.", true, false],
  ["An entry cannot be set to ``null``.", false, false],
])("announcesNullOfObject(%j)", (text, itself, entries) =>
  expect(announcesNullOfObject(text)).toEqual({ itself, entries }),
);

test.each([
  ["(Deprecated in v2) The room.", true],
  ["**Deprecated**: the room.", true],
  ["Deprecated rooms count as well.", false],
])("a description that begins with it calls a value deprecated: %s", (description, deprecated) => {
  const [{ definition }] = rowsOf("a: string") as [ReturnType<typeof rowsOf>[number]];
  expect(valueSchema({ ...definition!, description }).deprecated).toBe(deprecated);
});

const defined = (row: string, more: Partial<Definition> = {}): Definition => ({
  ...rowsOf(row)[0]!.definition!,
  ...more,
});

test.each([
  ["a: uuid", "uuid"],
  ["a: list of uuids", "uuid"],
  ["a: uuid or null", "uuid"],
  ["a: string", undefined],
  ["a: trilean", undefined],
  ['a: string # format="ipv4"', "ipv4"],
  ['a: uuid # format="lamp"', "uuid"],
  ["a: uuid # format=4", "uuid"],
])("the format of %s is %s", (row, wanted) => {
  expect(formatOf(defined(row))).toBe(wanted);
});

test("a definition without a type has no format, and takes any value", () => {
  const untyped = defined("a: string # default=1", { type: undefined });
  expect(formatOf(untyped)).toBeUndefined();
  expect(valueSchema(untyped)).toEqual({ schema: { default: 1 }, allowEmptyValue: false, deprecated: false });
});

test.each([
  ["a: string # deprecated=true", true],
  ["a: string # deprecated=false", false],
  ['a: string # deprecated="yes"', false],
])("%s: deprecated is %s", (row, wanted) => {
  expect(valueSchema(defined(row)).deprecated).toBe(wanted);
});

test("in a query there are words only: `null` and `None` are values, and no value is no default", () => {
  const query = (row: string) => valueSchema(defined(row, { in: "query" })).schema;
  expect(query("a: string # Valid values are ``on`` or ``null``.")).toEqual({
    type: "string",
    enum: ["on", "null"],
  });
  expect(query("a: string # Valid values are ``on`` or ``None``.")).toEqual({
    type: "string",
    enum: ["on", "None"],
  });
  expect(query('a: string # default="None"')).toEqual({ type: "string" });
  expect(query('a: string # default="None" enum=["None"]')).toEqual({
    type: "string",
    default: "None",
    enum: ["None"],
  });
});

test("what is known elsewhere opens a list of values that is announced, or adds to it", () => {
  const definition = defined("a: string # Valid values are ``on`` or ``off``.");
  const known = (more: Partial<KnownValues>) =>
    valueSchema(definition, { open: new Set(), further: new Map(), withoutUuid: new Set(), ...more }).schema;
  expect(known({})).toEqual({ type: "string", enum: ["on", "off"] });
  expect(known({ open: new Set([definition]) })).toEqual({ type: "string" });
  expect(known({ further: new Map([[definition, new Set(["dim"])]]) })).toEqual({
    type: "string",
    enum: ["on", "off", "dim"],
  });
});

test("numbers are kept as they are written", () => {
  const { schema } = valueSchema(
    defined('a: number # default="1.50" minimum="1.0" maximum="9.90" minLength="2" enum=["1.50","2.0",3]'),
  );
  expect(JSON.parse(JSON.stringify(schema))).toMatchObject({
    default: 1.5,
    minimum: 1,
    maximum: 9.9,
    enum: [1.5, 2, 3],
  });
  const written = (holder: object, ...keys: (string | number)[]) => keys.map((key) => writtenAt(holder, key));
  expect(written(schema, "default", "minimum", "maximum")).toEqual(["1.50", "1.0", "9.90"]);
  expect(written(schema.enum as Json[], 0, 1, 2)).toEqual(["1.50", "2.0", undefined]);
  const announced = valueSchema(defined("a: number # Valid values are ``1.50`` or ``2``.")).schema;
  expect(written(announced.enum as Json[], 0, 1)).toEqual(["1.50", undefined]);
});

test.each<[Json, JsonType[], Json | undefined]>([
  [" True ", ["boolean"], true],
  ["truely", ["boolean"], undefined],
  [" 12 ", ["integer"], 12],
  ["12a", ["integer"], undefined],
  ["1e-5", ["number"], 1e-5],
  ["1e+5", ["number"], 1e5],
  ["1E5", ["number"], 1e5],
  [".5", ["number"], undefined],
  ["-0.5", ["number"], -0.5],
  [1.5, ["integer"], undefined],
  [1.5, ["string"], "1.5"],
  [null, ["string"], undefined],
  [null, ["null"], null],
  ["null", ["null"], null],
  ["NONE", ["boolean", "null"], null],
  [0, ["boolean"], false],
  [2, ["boolean"], undefined],
  ["1", ["boolean", "integer"], true],
  [{}, ["array"], undefined],
])("%j, where %j is asked for", (value, types, want) => expect(coerce(value, types)).toEqual(want));
