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
