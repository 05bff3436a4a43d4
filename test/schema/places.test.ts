import { expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import { type BodyNode, placeRows } from "../../src/schema/body.ts";
import { rowsOf } from "../support/rows.ts";

interface Given {
  readonly samples?: Json[];
  readonly siblings?: Json[];
  readonly path?: string;
}

/** How a place was found, as a sign behind it: samples show it, `~` beside neighbours, `^` by siblings, `.` by names, `?` a guess. */
const SIGNS = { sample: "", neighbour: "~", sibling: "^", dotted: ".", flat: "?" };

/** The places of a body with the keys of their rows, where these are others; in brackets what only samples know. */
function placed(rows: string, { samples = [], siblings = [], path = "/" }: Given): string {
  const found: string[] = [];
  const visit = (node: BodyNode, at: string): void => {
    for (const { key } of node.rows)
      found.push(`${at}${SIGNS[node.origin!]}${key === node.name || key === at ? "" : ` = ${key}`}`);
    if (node.undocumented && at !== "") found.push(`(${at})`);
    for (const [name, property] of node.properties) visit(property, at === "" ? name : `${at}.${name}`);
    if (node.items !== undefined) visit(node.items, `${at}[]`);
    if (node.values !== undefined) visit(node.values, `${at}{*}`);
  };
  visit(placeRows({ rows: rowsOf(rows), samples, siblings, path }), "");
  return found.join(", ");
}

test("each object of a list may be in another one under a key that is no data", () => {
  const lamp = { name: "", size: 1 };
  const rows = "lamps: array\nname: string\nsize: integer";
  expect(placed(rows, { samples: [{ lamps: [{ lamp }, { lamp }] }] })).toBe(
    "lamps, lamps[].lamp.name, lamps[].lamp.size",
  );
});

test.each([
  ["lamp: object\nname: string\nlamp: string = lamp_2", "lamp, lamp[].part.name, lamp[].part.lamp = lamp_2"],
  ["lamp: string\nname: string\nlamp: object = lamp_2", "lamp = lamp_2, lamp[].part.name, lamp[].part.lamp"],
])("of rows for an object and a text each has its own: %j", (rows, wanted) => {
  const part = { name: "", lamp: "" };
  expect(placed(rows, { samples: [{ lamp: [{ part }, { part }] }] })).toBe(wanted);
});

test.each<[string, Given, string]>([
  ["lamp.shade.colour: string", {}, "lamp.shade.colour."],
  [
    "lamp.bulbs[].watts: integer\nlamp: object\nlamp.bulbs: array",
    {},
    "lamp?, lamp.bulbs., lamp.bulbs[].watts.",
  ],
  ["lamp.bulbs[0].watts: integer", {}, "lamp.bulbs.watts. = lamp.bulbs[0].watts"],
  ["lamp..watts: integer", {}, "lamp..watts?"],
  [".: string", {}, ".?"],
  ["lamp.: string", {}, "lamp.?"],
  [
    "shade.colour: string\nname: string",
    { samples: [{ lamp: { name: "", shade: { colour: "" } } }] },
    "lamp.name, lamp.shade.colour = shade.colour",
  ],
  [
    "shade.colour: string\nshade.size: string",
    { samples: [{ shade: { x: 1 }, lamp: { shade: { colour: "" } } }] },
    "(shade.x), shade.size., lamp.shade.colour = shade.colour",
  ],
  [
    "shade.colour: string\nshade.size: string",
    { samples: [{ shade: {}, lamp: { shade: {} } }] },
    "shade.colour., shade.size., (lamp), (lamp.shade)",
  ],
  ["lamp.colour: string\nname: string", { samples: [{ lamp: { name: "" } }] }, "lamp.name, lamp.colour."],
  [
    "lamps.colour: string\nname: string",
    { samples: [{ lamp: { name: "", size: 1 } }] },
    "lamp.name, (lamp.size), lamp.colour. = lamps.colour",
  ],
  [
    "lamps.colour: string\nname: string\nsize: string",
    { samples: [{ lamp: { name: "", size: 1 } }] },
    "lamp.name, lamp.size, lamp.colour. = lamps.colour",
  ],
  [
    "name: string\nlight: object\nlight.colour: string",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.light~, lamp.light.colour. = light.colour",
  ],
  [
    "specs.key: string\nspecs.value: string\nspecs: object",
    {},
    "specs?, specs{*}. = specs.key, specs{*}. = specs.value",
  ],
  ["specs.key: string\nspecs: object", {}, "specs?, specs.key."],
  [
    "specs.key: string\nspecs.value: string\nspecs: object",
    { samples: [{ specs: { key: "a", value: "b" } }] },
    "specs, specs.key, specs.value",
  ],
  ["specs.{name}: string", {}, "specs{*}. = specs.{name}"],
  [
    "specs.<name>.size: integer\nspecs.<name>.kind: string",
    {},
    "specs{*}.size. = specs.<name>.size, specs{*}.kind. = specs.<name>.kind",
  ],
  [
    "specs.key: string\nspecs.value: string\nspecs: object\nspecs.other: string",
    {},
    "specs?, specs{*}. = specs.key, specs{*}. = specs.value, specs{*}.other. = specs.other",
  ],
])("dotted names: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [">a: string", {}, "a?"],
  ["a: array\n>b: array\n>>c: string\n>d: string\ne: string", {}, "a?, a[].b., a[].b[].c., a[].d., e?"],
  ["a: object or array\n>b: string", {}, "a?, a.b."],
  ["a: object\n>b.c: string", {}, "a?, a.b.c. = b.c"],
  ["a: object\n>b..c: string", {}, "a?, a.b..c."],
  ["a: object\n>{k}: string", {}, "a?, a{*}. = {k}"],
  ["a: object\n>b: string", { samples: [{ a: { x: { b: "" } } }] }, "a, a{*}.b"],
  ["a: object\n>b: string", { samples: [{ a: { x: { b: "" }, y: { b: "" } } }] }, "a, a{*}.b"],
  ["a: string\n>b: string", { samples: [{ a: { b: "" } }] }, "a, a.b"],
  ["a: object\n---\n>b: string", {}, "a?, b?"],
  ["a: object\n>b: object\n>>>c: string\n>d: string", {}, "a?, a.b., a.b.c., a.d."],
  ["a: array\n>b: string", { samples: [{ a: [{ b: "" }] }] }, "a, a[].b"],
  ["a: array\n>b: string", { samples: [{ a: { b: "" } }] }, "a, a.b"],
])("rows inside others: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  ["lamp: object\nname: string\n--- Lamp object\nwatts: integer", {}, "lamp?, lamp.watts., name?"],
  [
    "lamp: object\nname: string\n--- Lamp\nwatts: integer",
    { samples: [{ name: "", lamp: { watts: 1 } }] },
    "name, lamp, lamp.watts",
  ],
  [
    "lamp: object\nname: string\n--- Lamp\nwatts: integer",
    { samples: [{ name: "", lamp: { x: 1 }, watts: 1 }] },
    "name, lamp, (lamp.x), watts",
  ],
  ["lamp: object\nname: string\n--- Lamp\nlamp.watts: integer", {}, "lamp?, lamp.watts., name?"],
  ["lamp: object\nshade: object\n--- Lamp\nshade.watts: integer", {}, "lamp?, shade?, shade.watts."],
  [
    "lamps: array\nname: string\n--- Each item of ``lamps`` has:\nwatts: integer",
    {},
    "lamps?, lamps[].watts., name?",
  ],
  [
    "lamps: array\nname: string\n--- for each item in lamps list\nwatts: integer",
    {},
    "lamps?, lamps[].watts., name?",
  ],
  [
    "lamps: array\nname: string\n--- The lamps list contains\nwatts: integer",
    {},
    "lamps?, lamps[].watts., name?",
  ],
  [
    "lamps: array\nname: string\n--- (the) *Lamp* `entries`::\nwatts: integer",
    {},
    "lamps?, lamps[].watts., name?",
  ],
  ["lamps: array\nname: string\n--- Old lamps\nwatts: integer", {}, "lamps?, name?, watts?"],
  [
    "lamps: array\nname: string\n--- Room lamps\nwatts: integer",
    { path: "/rooms/{id}" },
    "lamps?, lamps[].watts., name?",
  ],
  ["lamps: array\nname: string\n--- Rooms\nwatts: integer", { path: "/rooms/{id}" }, "lamps?, name?, watts?"],
  ["a: object\n>shade: object\n--- a.shade\nwatts: integer", {}, "a?, a.shade., a.shade.watts."],
  ["a.shade: object\n--- shade\nwatts: integer", {}, "a.shade., a.shade.watts."],
  [
    "shade: object\n---\nshade: object = s2\n--- Shade\nwatts: integer",
    {},
    "shade?, shade? = s2, shade.watts.",
  ],
  ["shade: object\nshade: object = s2\n--- Shade\nwatts: integer", {}, "shade?, shade? = s2, watts?"],
  [
    "shade: object\nbulb: object\n--- In the shade object, or in the bulb object\nwatts: integer",
    {},
    "shade?, shade.watts., bulb?",
  ],
  ["lamp: object\n--- Lamp\nlamp: object = l2\nwatts: integer", {}, "lamp?, lamp.lamp. = l2, lamp.watts."],
  ["a: object\n--- A\nb: object\n--- B\na: object = a2", {}, "a?, b?, b.a. = a2"],
])("tables about an object: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [
    "name: string\nid: string",
    {
      samples: [{ lamp: { name: "", owner: { id: "" } } }],
      siblings: [{ lamps: [{ name: "", id: "", size: 1 }] }],
    },
    "lamp.name, lamp.owner.id",
  ],
  [
    "name: string\nid: string\nsize: integer",
    {
      samples: [{ lamp: { name: "", size: 1, owner: { id: "" } } }],
      siblings: [{ lamps: [{ name: "", id: "", size: 1 }] }],
    },
    "lamp.name, lamp.size, (lamp.owner), (lamp.owner.id), lamp.id^",
  ],
  [
    "name: string\nowner: object\nid: string\nsize: integer",
    {
      samples: [{ lamp: { name: "", size: 1, owner: { id: "" } } }],
      siblings: [{ lamps: [{ name: "", id: "", size: 1 }] }],
    },
    "lamp.name, lamp.size, lamp.owner, (lamp.owner.id), lamp.id^",
  ],
  [
    "name: string\nid: string = owner_id\nsize: integer",
    {
      samples: [{ lamp: { name: "", size: 1, owner: { id: "" } } }],
      siblings: [{ lamps: [{ name: "", id: "", size: 1 }] }],
    },
    "lamp.name, lamp.size, lamp.owner.id = owner_id",
  ],
  [
    "name: string\nid: string\nsize: integer",
    {
      samples: [{ lamp: { name: "", size: 1, owner: { id: "" } } }],
      siblings: [{ lamps: [{ id: "", x: 1, y: 1 }] }],
    },
    "lamp.name, lamp.size, lamp.owner.id",
  ],
  [
    "a: string\nid: string\nname: string\nsize: integer",
    {
      samples: [{ lamp: { a: "", name: "", size: 1, owner: { id: "" } } }],
      siblings: [{ lamps: [{ a: "", name: "", id: "", size: 1 }] }],
    },
    "lamp.a, lamp.name, lamp.size, (lamp.owner), (lamp.owner.id), lamp.id^",
  ],
  [
    "name: string\nowner: object\nid: string\ntown: string\nsize: integer",
    {
      samples: [{ lamp: { name: "", size: 1, owner: { id: "", town: "" } } }],
      siblings: [{ lamps: [{ name: "", id: "", size: 1 }] }],
    },
    "lamp.name, lamp.size, lamp.owner, lamp.owner.id, lamp.owner.town",
  ],
  [
    "name: string\ntown: string\nid: string\nsize: integer",
    {
      samples: [{ lamp: { name: "", size: 1, owner: { id: "", town: "" } } }],
      siblings: [{ lamps: [{ name: "", id: "", size: 1 }] }],
    },
    "lamp.name, lamp.size, lamp.owner.id, lamp.owner.town",
  ],
  ["id: string\nid: string = b_id", { samples: [{ a: { id: "" }, b: { id: "" } }] }, "a.id, b.id = b_id"],
  ["id: string\n---\nid: string", { samples: [{ a: { id: "" }, b: { id: "" } }] }, "a.id, a.id, (b), (b.id)"],
  ["id: string\n---\nid: string = x", { samples: [{ a: { id: "" }, b: { id: "" } }] }, "a.id, b.id = x"],
  ["id: integer", { samples: [{ a: { id: "" }, b: { id: 1 } }] }, "a.id, (b), (b.id)"],
  ["id: number", { samples: [{ a: { id: "" }, b: { id: 1 } }] }, "a.id, (b), (b.id)"],
  ["id: trilean", { samples: [{ a: { id: "" }, b: { id: 1 } }] }, "a.id, (b), (b.id)"],
  ["id: integer", { samples: [{ a: { id: "" }, b: { id: 1 } }, { b: { id: "" } }] }, "a.id, (b), (b.id)"],
  [
    "id: string = old_shades_id",
    { samples: [{ old_lamp: { id: "" }, old_shade: { id: "" } }] },
    "(old_lamp), (old_lamp.id), old_shade.id = old_shades_id",
  ],
  ["x: string\nid: string", { samples: [{ a: { id: "" }, b: { x: "", id: "" } }] }, "(a), (a.id), b.x, b.id"],
  ["b: object\nid: string", { samples: [{ a: { id: "" }, b: { id: "" } }] }, "a.id, b, (b.id)"],
  [
    "a: object\nb: object\nid: string\nid: string = i2",
    { samples: [{ a: { id: "" }, b: { id: "" } }] },
    "a, a.id, b, b.id = i2",
  ],
])("names that samples show in places: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [
    "name: string\nlamps_{kind}: integer",
    { samples: [{ quota: { name: "", x: 1 } }] },
    "quota.name, (quota.x), quota{*}~ = lamps_{kind}",
  ],
  [
    "name: string\nlamps_{kind}: integer",
    { samples: [{ quota: { name: "", lamps_big: 1, lamps_: 2, lamps_old: 3 } }] },
    "quota.name, (quota.lamps_), quota{*} = lamps_{kind}",
  ],
  [
    "name: string\n<key>: string",
    { samples: [{ lamp: { name: "" }, extra: { a: { name: "" } } }] },
    "{*} = <key>, {*}.name, ({*}.a), ({*}.a.name)",
  ],
  [
    "{key}: object\nwatts: integer",
    { samples: [{ a: { watts: 1 }, b: { watts: 2 } }] },
    "{*} = {key}, {*}.watts",
  ],
  ["{key}: object\nwatts: integer", { samples: [{ a: 1, b: 2 }] }, "(a), (b), watts?, {*}~ = {key}"],
  ["name: string\n{key}: string", { samples: [{ name: "", a: 1 }] }, "name, (a), {*}~ = {key}"],
  [
    "name: string\nextra: object # Metadata.\nkey: string\nvalue: string",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.extra~, lamp{*}~ = key, lamp{*}~ = value",
  ],
  [
    "name: string\nextra: object\nkey: string\nvalue: string",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.extra~, lamp{*}~ = key, lamp{*}~ = value",
  ],
  [
    "name: string\nextra: object # Metadata.\nkey: string",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.extra~, lamp.key?",
  ],
  [
    "key: string\nvalue: string\nextra: object # Metadata.",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.extra~, lamp{*}~ = key, lamp{*}~ = value",
  ],
  ["lamp: object\nname: string", { samples: [{ lmap: { name: "" } }] }, "lmap.name, lamp~"],
  ["lamp: array\nname: string", { samples: [{ lamp_list: [{ name: "" }] }] }, "lamp_list[].name, lamp~"],
  [
    "name: string\nsize: integer",
    { samples: [{ lamp: { name: "", siez: 1 } }] },
    "lamp.name, (lamp.siez), lamp.size~",
  ],
  [
    "name: string\ncolour: string",
    { samples: [{ lamp: { name: "", x: { color: "" } } }] },
    "lamp.name, (lamp.x.color), lamp.x.colour~",
  ],
  [
    "name: string\ntown: string",
    {
      samples: [{ lamp: { name: "", maker: {} } }],
      siblings: [{ lamps: [{ name: "", maker: { town: "" } }] }],
    },
    "lamp.name, lamp.maker.town^",
  ],
  [
    "name: string\ntown: string",
    {
      samples: [{ lamp: { name: "", maker: [] } }],
      siblings: [{ lamps: [{ name: "", maker: [{ town: "" }] }] }],
    },
    "lamp.name, lamp.maker[].town^",
  ],
  [
    "name: string\ntown: string",
    { samples: [{ lamp: { name: "" } }], siblings: [{ lamps: [{ name: "", maker: { town: "" } }] }] },
    "lamp.name, lamp.town~",
  ],
  [
    "name: string\ntown: string\nmaker: object",
    { samples: [{ lamp: { name: "" } }], siblings: [{ lamps: [{ name: "", maker: { town: "" } }] }] },
    "lamp.name, lamp.maker^, lamp.maker.town^",
  ],
  [
    "name: string\ntown: string\nmaker: array\nseat: object",
    {
      samples: [{ lamp: { name: "" } }],
      siblings: [{ lamps: [{ name: "", maker: [{ seat: { town: "" } }] }] }],
    },
    "lamp.name, lamp.maker^, lamp.maker[].seat^, lamp.maker[].seat.town^",
  ],
  [
    "name: string\ntown: string\nmaker: object",
    {
      samples: [{ lamp: { name: "" } }],
      siblings: [{ lamps: [{ name: "", maker: { town: "" }, seller: { town: "" } }] }],
    },
    "lamp.name, lamp.maker^, lamp.town~",
  ],
  [
    "name: string\ntown: string",
    { siblings: [{ lamps: [{ name: "", maker: { town: "" } }] }] },
    "lamps[].name^, lamps[].maker.town^",
  ],
  [
    "name: string\ntown: string",
    { siblings: [{ lamps: { x1: { name: "" } } }, { town: "" }] },
    "lamps.x1.name^, town^",
  ],
  [
    "name: string\nnext: string",
    { samples: [{ lamps: [{ name: "" }] }], siblings: [{ next: "", shades: [] }] },
    "lamps[].name, next^",
  ],
  [
    "name: string\nsize: integer",
    {
      samples: [{ lamp: { name: "", links: [] } }],
      siblings: [{ rooms: [{ size: 1, links: [], a: 1, b: 1 }] }],
    },
    "lamp.name, (lamp.links), lamp.size~",
  ],
])("names that no sample of the body shows: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [
    "lamps: array\nname: string\nnext: string # The next page.\nlamps_links: array\ncount: integer # The total count.",
    {},
    "lamps?, name?, next~, lamps_links~, count~",
  ],
  [
    "lamps: array\nname: string\nnext: string # The next page.",
    { samples: [{ lamps: [{ name: "" }] }] },
    "lamps, lamps[].name, next~",
  ],
  [
    "lamps: array\nname: string\nnext: string # The next lamp.",
    { samples: [{ lamps: [{ name: "" }] }] },
    "lamps, lamps[].name, next~",
  ],
  [
    "lamps: array\nname: string\nlamp_links: array\nshade_links: array",
    { samples: [{ lamps: [{ name: "" }] }] },
    "lamps, lamps[].name, lamps[].shade_links?, lamp_links~",
  ],
  [
    "lamp: object\nname: string\nlamp_links: array\ncount: integer # Of pages.",
    { samples: [{ lamp: { name: "" } }] },
    "lamp, lamp.name, lamp.lamp_links~, lamp.count?",
  ],
  ["lamps: array\nname: string\ncount: integer # How many.", {}, "lamps?, name?, count?"],
])("rows about pages: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [
    "shade: object = lamp_shade\nname: string\ncolour: string = lamp_shade_colour",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.shade~ = lamp_shade, lamp.shade.colour~ = lamp_shade_colour",
  ],
  [
    "shade: object = lamp_shade\nname: string\nshade_colour: string = lamp_shade_colour",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.shade~ = lamp_shade, lamp.shade_colour? = lamp_shade_colour",
  ],
  [
    "colour: string = lamp_shade_colour\nshade: object = lamp_shade\nname: string",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.colour? = lamp_shade_colour, lamp.shade~ = lamp_shade",
  ],
  [
    "shade: array = lamp.shade\ninner: object = lamp.shade-inner\nname: string\ncolour: string = lamp.shade-inner_colour",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.shade?, lamp.shade[].inner~ = lamp.shade-inner, lamp.shade[].inner.colour~ = lamp.shade-inner_colour",
  ],
  [
    "shade: string = lamp_shade\nname: string\ncolour: string = lamp_shade_colour",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.shade~ = lamp_shade, lamp.colour~ = lamp_shade_colour",
  ],
  [
    "shade: string = lamp_shade\nname: string\ncolour: string = lamp_shade_colour",
    { samples: [{ lamp: { name: "", shade: { x: 1 } } }] },
    "lamp.name, lamp.shade = lamp_shade, (lamp.shade.x), lamp.shade.colour~ = lamp_shade_colour",
  ],
  [
    "bigShade: object = a\nname: string\ncolour: string = big_shade_colour",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.bigShade~ = a, lamp.bigShade.colour~ = big_shade_colour",
  ],
  [
    "shade: object = lamp_shade\nname: string\n---\ncolour: string = lamp_shade_colour",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.shade~ = lamp_shade, lamp.colour? = lamp_shade_colour",
  ],
  [
    "shade: object = lamp_shade\nname: string\nc: string = lamp_shade_",
    { samples: [{ lamp: { name: "" } }] },
    "lamp.name, lamp.shade~ = lamp_shade, lamp.c? = lamp_shade_",
  ],
])("lookup keys that begin with that of an object: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [
    "name: string\nmaker: object\ntown: string\nzip: string",
    { samples: [{ lamp: { name: "", maker: { zip: "" } } }] },
    "lamp.name, lamp.maker, lamp.maker.zip, lamp.maker.town~",
  ],
  [
    "name: string\nmaker: object\ntown: string\nsize: integer",
    { samples: [{ lamp: { name: "", size: 1, maker: { zip: "" } } }] },
    "lamp.name, lamp.size, lamp.maker, (lamp.maker.zip), lamp.town~",
  ],
  [
    "name: string\nmaker: object\ntown: string\nsize: integer",
    { samples: [{ lamp: { name: "", size: 1, maker: {} } }] },
    "lamp.name, lamp.size, lamp.maker, lamp.town?",
  ],
  [
    "name: string\nmaker: object\ntown: string\nsize: integer",
    { samples: [{ lamp: { name: "", size: 1, maker: null } }] },
    "lamp.name, lamp.size, lamp.maker, lamp.town?",
  ],
  [
    "name: string\nmaker: array\ntown: string\nsize: integer",
    { samples: [{ lamp: { name: "", size: 1, maker: [] } }] },
    "lamp.name, lamp.size, lamp.maker, lamp.town~",
  ],
  [
    "name: string\nmaker: object\ntown: string\nsize: integer",
    { samples: [{ lamp: { name: "", size: 1, maker: "x" } }] },
    "lamp.name, lamp.size, lamp.maker, lamp.town~",
  ],
  [
    "a: string\nb: string\nc: object\nd: string",
    { samples: [{ lamp: { a: "", b: "" } }] },
    "lamp.a, lamp.b, lamp.c~, lamp.d?",
  ],
  [
    "c: object\na: string\nb: string\nd: string\ne: string",
    { samples: [{ lamp: { a: "", b: "", d: "" } }] },
    "lamp.a, lamp.b, lamp.d, lamp.c~, lamp.e~",
  ],
  [
    "a: string\nb: string\n---\nc: string\nd: string",
    { samples: [{ x: { a: "" }, y: { c: "" } }] },
    "x.a, x.b~, x.d~, y.c",
  ],
  ["a: string\nb: string\n---\nd: string", { samples: [{ x: { a: "", b: "" } }] }, "x.a, x.b, x.d~"],
  ["a: string\nd: string\n---\nb: string", { samples: [{ x: { a: "" }, y: { d: "" } }] }, "x.a, x.b~, y.d"],
  [
    "a: string\nhints: object # A top-level key.\nx: string",
    { samples: [{ x: { a: "" } }] },
    "x, x.a, hints~",
  ],
  [
    "x: string\na: string\nb: string\nc: string\nbox: object",
    { samples: [{ lamp: { a: "", b: "", c: "" } }] },
    "lamp.a, lamp.b, lamp.c, lamp.x~, lamp.box~",
  ],
])("neighbours: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  ["note: string\nlamp: object\nname: string", { path: "/lamps" }, "lamp~, lamp.name?, note?"],
  [
    "lamp: object\nname: string\nkind: string\nwatts: integer",
    { path: "/lamps" },
    "lamp~, lamp.name?, lamp.kind?, lamp.watts?",
  ],
  ["note: string\nlamps: array\nname: string", { path: "/v2/lamps/{id}" }, "lamps~, lamps[].name?, note?"],
  ["lamp: object", { path: "/lamps" }, "lamp?"],
  ["lamp: string\nname: string", { path: "/lamps" }, "lamp?, name?"],
  ["room_lamp: object\nname: string", { path: "/rooms/{id}/lamps" }, "room_lamp~, room_lamp.name?"],
  ["hall_lamp: object\nname: string", { path: "/rooms/{id}/lamps" }, "hall_lamp?, name?"],
  ["x: string\nroom_lamp: object\nname: string", { path: "/rooms/{id}/lamps" }, "x?, room_lamp?, name?"],
  ["dim: object\nlevel: integer", { path: "/lamps/{id}/action" }, "dim~, dim.level?"],
  [
    "name: string\nlamp: object\nwatts: integer",
    { samples: [{ x: 1 }], path: "/lamps" },
    "(x), lamp~, lamp.name?, lamp.watts?",
  ],
  ["lamp: object\nname: string", { samples: [{ lamp: {} }], path: "/lamps" }, "lamp, name?"],
  [
    "lamps: object # Keyed by name.\nname: string\nwatts: integer",
    { path: "/lamps" },
    "lamps~, lamps{*}.name?, lamps{*}.watts?",
  ],
  ["name: string\nx: string", { samples: [{ box: { name: "" } }], path: "/lamps" }, "box.name, box.x~"],
])("words of the path: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  ["lamps: array\nlamps.name: string", {}, "lamps?, lamps[].name. = lamps.name"],
  ["lamps: object\nlamps.name: string", {}, "lamps?, lamps.name."],
  ["a: string\nb: string", { samples: [[{ a: "" }, { b: "" }]] }, "[].a, [].b"],
  ["a: object\nb: string", { samples: [{ a: { "10": { b: "" }, "20": { b: "" } } }] }, "a, a{*}.b"],
  ["a: object\nb: string", { samples: [{ a: { "10": { b: "" }, x: { b: "" } } }] }, "a, a{*}.b"],
  ["a: object\nb: string", { samples: [{ a: { x: { b: "" }, y: { b: "" } } }] }, "a, a{*}.b"],
  [
    "a: object # ``x`` or ``y``.\nb: string",
    { samples: [{ a: { x: { b: "" }, y: { b: "" } } }] },
    "a, a.x.b, (a.y), (a.y.b)",
  ],
  [
    "a: object # ``x`` or more.\nb: string",
    { samples: [{ a: { x: { b: "" }, y: { b: "" } } }] },
    "a, a{*}.b",
  ],
  ["a: object\nb: string", { samples: [{ a: { x: { b: "" }, y: "s" } }] }, "a, a.x.b, (a.y)"],
  ["a: object\nb: string", { samples: [{ a: { x: { b: "" }, y: {} } }] }, "a, a.x.b, (a.y)"],
  [
    "metadata: object\nname: string",
    { samples: [{ name: "", metadata: { name: "", k: 1 } }] },
    "name, metadata, (metadata{*})",
  ],
  [
    "metadata: object\nname: string",
    { samples: [{ metadata: { name: "", k: 1 } }] },
    "metadata, metadata.name, (metadata.k)",
  ],
  [
    "metadata: object\nmetadata.k: string",
    { samples: [{ metadata: { k: 1, j: 2 } }] },
    "metadata, metadata.k, (metadata.j)",
  ],
  [
    "metadata: object\nx: object",
    { samples: [{ metadata: { x: { y: 1 } } }] },
    "metadata, metadata.x, (metadata.x.y)",
  ],
  ["name: string", { samples: [{ a1: { name: "a1" }, b1: { name: "b1" } }] }, "{*}.name"],
  [
    "watts: integer",
    { samples: [{ desk: { name: "desk", watts: 1 }, floor: { name: "floor", watts: 2 } }] },
    "({*}.name), {*}.watts",
  ],
  ["watts: integer", { samples: [{ desk: { name: "desk", watts: 1 } }] }, "(desk.name), desk.watts"],
  [
    "watts: integer",
    { samples: [{ desk: { name: "desk", watts: 1 }, floor: { name: "x", watts: 2 } }] },
    "(desk.name), desk.watts, (floor), (floor.name), (floor.watts)",
  ],
  ["a: json", { samples: [{ a: { x: 1 } }] }, "a, (a{*})"],
  ["a: dict\nb: dict", { samples: [{ a: { x: { y: 1 } }, b: [] }] }, "a, (a{*}), (a{*}.y), b"],
])("lists and maps: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [
    "name: string\nlight: object # A top-level key.\nlight.colour: string",
    { samples: [{ lamp: { name: "", size: 1 } }] },
    "lamp.name, (lamp.size), light~, light.colour.",
  ],
  [
    "shades.colour: string\nname: string\nkind: string",
    { samples: [{ lamp: { name: "", kind: "", shade: { size: 1 } } }] },
    "lamp.name, lamp.kind, (lamp.shade.size), lamp.shade.colour. = shades.colour",
  ],
  [
    "shades.colour: string\nname: string\nkind: string",
    { samples: [{ lamp: { name: "", kind: "", shade: {} } }] },
    "lamp.name, lamp.kind, (lamp.shade), lamp.shades.colour. = shades.colour",
  ],
  [
    "lamp.bulbs[0].watts: integer\nlamp.bulbs[x]: array",
    { samples: [{ lamp: { bulbs: [{ watts: 1 }] } }] },
    "lamp.bulbs = lamp.bulbs[x], lamp.bulbs[].watts = lamp.bulbs[0].watts",
  ],
  [
    "specs.key: string\nspecs.value: string\nspecs: object\nname: string",
    { samples: [{ specs: { a: "x", name: "y" } }] },
    "specs, specs{*} = specs.key, specs{*} = specs.value",
  ],
  [
    "A: string\nb: string\nC: string\nd: string",
    { samples: [{ x: { A: "", b: "", C: "" }, y: { C: "", d: "" } }] },
    "x.A, x.b, x.C, (y.C), y.d",
  ],
  [
    "a: string\nb: string\nc: string",
    { samples: [{ x: { a: "", c: "" }, y: { b: "", c: "", d: 1 } }] },
    "x.a, x.c, y.b, (y.c), (y.d)",
  ],
  [
    "id: string\nx: string\nid: string = b",
    { samples: [{ a: { id: "" }, b: { id: "", x: "" } }] },
    "a.id = b, b.id, b.x",
  ],
  [
    "id: string\n---\nid: string\n---\nid: string = c",
    { samples: [{ a: { id: "" }, b: { id: "" } }] },
    "a.id, a.id, b.id = c",
  ],
  [
    "a: object\nid: string\nx: string",
    { samples: [{ a: { id: "", x: "" }, b: { id: "", x: "" }, c: 1 }] },
    "a, a.id, a.x, (b), (b.id), (b.x), (c)",
  ],
  [
    "a: object\nid: string\nk: string",
    { samples: [{ a: { id: "" }, b: { id: "" }, k: "" }] },
    "a, a.id, (b), (b.id), k",
  ],
  [
    "name: string\nkind: string\nsize: integer\nk: string\nid: string\nx: string",
    {
      samples: [
        { w: { name: "", kind: "", size: 1 }, a: { id: "" }, b: { k: "", id: "", x: "" }, c: { x: "" } },
      ],
    },
    "w.name, w.kind, w.size, (a), (a.id), b.k, b.id, b.x, (c), (c.x)",
  ],
  [
    "lamps: array\nname: string\ntotal: integer # Over all pages.\nprevious: string # Of the collection.",
    { samples: [{ lamps: [] }] },
    "lamps, name~, total~, previous~",
  ],
  ["lamps: object or array\nnext: string # page\nname: string", {}, "lamps?, name?, next~"],
  ["lamp: object\nnext: string # page\nname: string", {}, "lamp?, next?, name?"],
  [
    "name: string\nsize: integer\ncolour: string\nbox: array\nlid: string\nrim: string",
    { samples: [{ lamp: { name: "", size: 1, colour: "", box: [{}] } }] },
    "lamp.name, lamp.size, lamp.colour, lamp.box, (lamp.box[]), lamp.lid?, lamp.rim?",
  ],
  [
    "name: string\nbox: object\nlid: object\nrim: string\nsize: integer",
    { samples: [{ lamp: { name: "", size: 1 } }] },
    "lamp.name, lamp.size, lamp.box~, lamp.lid?, lamp.rim?",
  ],
  [
    "a: string\nb: string\nc: string\n---\nd: string\ne: string\nf: string",
    { samples: [{ x: { a: "", d: "", e: "" }, y: { b: "", c: "" } }] },
    "x.a, x.d, x.e, x.f~, y.b, y.c",
  ],
  [
    "a: string\nb: string\n---\nc: string\nd: string\ne: string",
    { samples: [{ x: { a: "", b: "" }, y: { c: "", d: "" } }] },
    "x.a, x.b, y.c, y.d, y.e~",
  ],
  [
    "c: string\nd: string\na: string\nb: string\ne: string",
    { samples: [{ x: { c: "", d: "" }, y: { a: "", b: "" } }] },
    "x.c, x.d, x.e~, y.a, y.b",
  ],
  [
    "a: object\nb: string\nx: string\ny: string\nz: string",
    { samples: [{ a: { b: "", x: "" }, y: "" }] },
    "a, a.b, a.x, y, z~",
  ],
])("rows among others: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  ["a: object\n>b: string\n--- A\nc: string", { samples: [{ a: { b: "" } }] }, "a, a.b, a.c~"],
  ["a: object\nx: string\n--- A\nc: string", { samples: [{ a: [{ c: "" }], x: "" }] }, "a, a[].c, x"],
  [
    "a: object\nx: string\n--- A\nc: string\nd: string",
    { samples: [{ a: { e: 1 }, x: "", c: "" }] },
    "a, (a.e), x, c, d~",
  ],
  [
    "a: object\nx: string\n--- A\nc: string\nd: string",
    { samples: [{ a: {}, x: "", c: "" }] },
    "a, x, c, d?",
  ],
  [
    "a: object\nx: string\n--- A\nc: string\nd: string",
    { samples: [{ a: { d: 1 }, x: "", c: "" }] },
    "a, a.d, x, c",
  ],
  [
    "a: object\nx: string\n--- A\nc: string",
    { samples: [{ b: { a: { e: 1 } }, a: { c: "" }, x: "" }] },
    "(b), (b.a), (b.a.e), a, a.c, x",
  ],
  [
    "a: object\nx: string\nc: string\n--- A\nc: string = a_c",
    { samples: [{ a: { c: "" }, x: "", b: { c: "" } }] },
    "a, a.c, x, b.c = a_c",
  ],
  [
    "a: object\n--- A\nb.c: string\nc: string",
    { samples: [{ a: { b: { c: "" } } }] },
    "a, a.b.c = b.c, a.b.c",
  ],
  ["a: object\nb: object\n--- A\nb.c: string", {}, "a?, b?, b.c."],
  ["a: object\n--- A\nb: object\nb.c: string", {}, "a?, b?, b.c."],
  ["shade: object\nshades: array\n--- Shade\nwatts: integer", {}, "shade?, shades?, watts?"],
  ["a.shade: object\nb.shade: object\n--- Shade\nwatts: integer", {}, "watts?, a.shade., b.shade."],
  [
    "shade: object\n---\nx: string\n--- Shade\nwatts: integer\n---\nshade: object = s2",
    {},
    "shade?, shade? = s2, shade.watts., x?",
  ],
  ["shade: object\nx: string\n--- Shade (of lamps)\nwatts: integer", {}, "shade?, shade.watts., x?"],
  ["shade: object\nx: string\n--- The Shade : \nwatts: integer", {}, "shade?, shade.watts., x?"],
  ["shade: object\nx: string\n--- shade: what it is\nwatts: integer", {}, "shade?, x?, watts?"],
  ["a.shade: object\nx: string\n--- a.shade is dim\nwatts: integer", {}, "x?, watts?, a.shade."],
  ["a.b.shade: object\nx: string\n--- a.b.shade\nwatts: integer", {}, "x?, a.b.shade., a.b.shade.watts."],
  ["shade: object\nx: string\n--- old-lamp.shade\nwatts: integer", {}, "shade?, shade.watts., x?"],
  ["lamp_shade: object\nx: string\n--- Lamp shade\nwatts: integer", {}, "lamp_shade?, lamp_shade.watts., x?"],
  [
    "shade: object\nx: string\n--- See below. The shade object has:\nwatts: integer",
    {},
    "shade?, shade.watts., x?",
  ],
  ["shade: object\nx: string\n--- All lamps of the list\nwatts: integer", {}, "shade?, x?, watts?"],
  ["shade: string\nx: string\n--- Shade\nwatts: integer", {}, "shade?, x?, watts?"],
])("tables that may be about an object: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [
    "shade: object\nx: string\n--- {id} shade\nwatts: integer",
    { path: "/x/{shade}/{id}" },
    "shade?, x?, watts?",
  ],
  ["lamp: object\n---\nname: string", { path: "/lamps" }, "lamp~, lamp.name?"],
  ["b: string\nlamp: object\na: string\nc: string", { path: "/lamps" }, "lamp~, lamp.a?, lamp.c?, b?"],
  ["a: string\nb: string\nlamp: object\nz: string", { path: "/lamps" }, "lamp~, lamp.a?, lamp.b?, lamp.z?"],
  ["lamp: object\nname: string", { samples: [{ lamp: {}, x: 1 }], path: "/lamps" }, "lamp, (x), name?"],
  [
    "lamp: object # Keyed by name.\nname: string",
    { samples: [{ lamp: {}, x: 1 }], path: "/lamps" },
    "lamp, (x), name?",
  ],
  ["lamp: object\nname: string", { path: "//lamps//{id}" }, "lamp~, lamp.name?"],
  ["red_lamp: object\nname: string", { path: "/red-rooms/{id}/lamps" }, "red_lamp~, red_lamp.name?"],
  ["big_red_lamp: object\nname: string", { path: "/reds/{id}/lamps" }, "big_red_lamp?, name?"],
  ["lamp_x: object\nname: string", { path: "/xs/{id}/lamps" }, "lamp_x?, name?"],
])("names in the path: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [
    "a: string\nid: string\nb: string",
    {
      samples: [{ lamp: { a: "", b: "", owner: { id: "" } } }],
      siblings: [{ rooms: [{ a: "", b: "", id: "" }] }],
    },
    "lamp.a, lamp.b, (lamp.owner), (lamp.owner.id), lamp.id^",
  ],
  [
    "a: string\nid: string\nb: string",
    {
      samples: [{ lamp: { a: "", b: "", owner: { id: "" } } }],
      siblings: [{ rooms: [{ a: "", x: 1, y: 1, id: "" }] }],
    },
    "lamp.a, lamp.b, lamp.owner.id",
  ],
  [
    "a: string\nid: string\nb: string",
    {
      samples: [{ lamp: { a: "", b: "", owner: { id: "" } } }],
      siblings: [{ rooms: [{ a: "", b: "", id: "", x: 1, y: 1, z: 1 }] }],
    },
    "lamp.a, lamp.b, (lamp.owner), (lamp.owner.id), lamp.id^",
  ],
  [
    "a: string\nb: string\nid: string",
    {
      samples: [{ lamp: { a: "", b: "", owner: { id: "" } } }],
      siblings: [{ rooms: [{ a: "", b: "", id: "", x: 1, y: 1, z: 1 }] }],
    },
    "lamp.a, lamp.b, lamp.owner.id",
  ],
  [
    "a: string\nb: string\nid: string",
    {
      samples: [{ lamp: { a: "", b: "", owner: { id: "" } } }],
      siblings: [{ rooms: [{ a: "", b: "", id: "" }] }],
    },
    "lamp.a, lamp.b, lamp.owner.id",
  ],
  [
    "a: string\nb: string\nid: string",
    { samples: [{ a: "", b: "", owner: { id: "" } }], siblings: [{ a: "", b: "", id: "" }] },
    "a, b, owner.id",
  ],
  [
    "a: string\nowner: object\nb: string\nid: string",
    {
      samples: [{ lamp: { a: "", b: "", c: 1 }, owner: { id: "" } }],
      siblings: [{ lamps: [{ a: "", b: "", id: "" }] }],
    },
    "lamp.a, lamp.b, (lamp.c), owner, owner.id",
  ],
  [
    "name: string\nsize: integer",
    { samples: [{ a: { name: "" }, b: { c: "" } }], siblings: [{ name: "", x: { size: 1, c: "" } }] },
    "a.name, (b.c), b.size^",
  ],
  [
    "name: string\nsize: integer",
    {
      samples: [{ a: { name: "", c: "" }, b: { c: "", d: "" } }],
      siblings: [{ x: { size: 1, c: "", d: "" }, name: "" }],
    },
    "a.name, (a.c), (b.c), (b.d), b.size^",
  ],
  [
    "name: string\nsize: integer",
    { siblings: [{ a: { x1: { name: "" } } }, { b: { "10": { size: 1 } } }] },
    "a.x1.name^, b{*}.size^",
  ],
  ["name: string\nsize: integer", { samples: [[]], siblings: [[{ name: "", size: 1 }]] }, "name?, size?"],
  [
    "a: string\nb: string",
    { siblings: [{ c: [[{ a: "" }]], d: { "1": [{ b: "" }] } }] },
    "c[][].a^, d{*}[].b^",
  ],
])("what samples near by show: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});

test.each<[string, Given, string]>([
  [
    "metadata: object\nx.k: string",
    { samples: [{ metadata: { k: 1, j: 2 } }] },
    "metadata, (metadata.k), (metadata.j), x.k.",
  ],
  [
    "metadata: object\na.key.b: string",
    { samples: [{ metadata: { key: 1, j: 2 } }] },
    "metadata, (metadata{*}), a.key.b.",
  ],
  [
    "metadata: object\na.metadata: object\na.metadata.b: string",
    { samples: [{ metadata: { j: 2 } }] },
    "metadata, (metadata{*}), a.metadata., a.metadata.b.",
  ],
  [
    "x.metadata: object\ny: object",
    { samples: [{ x: { metadata: { j: 2 } }, y: { k: 1 } }] },
    "x.metadata, (x.metadata{*}), y, (y.k)",
  ],
  ["y: object # One.\ny: object = y2 # A map of texts.", { samples: [{ y: { k: 1 } }] }, "y, y = y2, (y{*})"],
  [
    "y: object # ``k``.\ny: object = y2 # A map of ``j``.",
    { samples: [{ y: { k: 1, j: 2 } }] },
    "y, y = y2, (y.k), (y.j)",
  ],
  ["metadata: object", { samples: [{ metadata: {} }] }, "metadata"],
  [
    "metadata: object",
    { samples: [{ metadata: { metadata: { k: 1 } } }] },
    "metadata, (metadata{*}), (metadata{*}.k)",
  ],
  ["a: dict\nb: string", { samples: [{ a: { x: [{ b: "" }], y: null } }] }, "a, a{*}[].b"],
  ["a: dict\nb: string", { samples: [{ a: { x: { b: "" }, y: "s" } }] }, "a, a{*}.b"],
  ["name: string", { samples: [{ "1": { name: "" }, "2": { name: "" }, x: { name: "" } }] }, "{*}.name"],
  ["name: string", { samples: [{ "1": { name: "" }, x: { name: "" } }] }, "1.name, (x), (x.name)"],
  ["name: string", { samples: [{ a: { name: "a" }, b: "b" }] }, "a.name, (b)"],
  ["name: string", { samples: [{}] }, "name?"],
  [
    "{k}: object\nname: string\nx: string",
    { samples: [{ x: "", a: { name: "" } }] },
    "x, a.name, {*}~ = {k}",
  ],
  ["<>: object\nname: string", { samples: [{ a: { name: "" } }] }, "{*} = <>, {*}.name"],
])("what may be a map: %j %j", (rows, given, wanted) => {
  expect(placed(rows, given)).toBe(wanted);
});
