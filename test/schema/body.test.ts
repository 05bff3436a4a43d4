import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import { type BodyNode, placeRows } from "../../src/schema/body.ts";
import { rowsOf } from "../support/rows.ts";

interface Case {
  readonly rows: string;
  readonly samples?: Json[];
  readonly siblings?: Json[];
  readonly path?: string;
  /** Each row's key at its place; `[]` for items, `{*}` for the values of a map; `?` where the place is a guess. */
  readonly want: string[];
}

const cases: Record<string, Case> = {
  "an envelope with a row": {
    rows: "widget: object!\nname: string!\nsize: integer",
    samples: [{ widget: { name: "x", size: 1 } }],
    want: ["widget", "widget.name", "widget.size"],
  },
  "a type whose words say that the names inside are data": {
    rows: "name: string\ntraits: key value pairs",
    samples: [{ widget: { name: "x", traits: { "made-of": "tin" } } }],
    want: ["widget.name", "widget.traits"],
  },
  "a lookup key that begins with a container's": {
    rows: "filter: object = lamp_filter\nkind: string = lamp_filter_kind\nfilter_mode: string = lamp_filter_mode",
    samples: [{ address: "x" }],
    want: ["filter = lamp_filter ?", "filter.kind = lamp_filter_kind", "filter_mode = lamp_filter_mode ?"],
  },
  "lookup keys that begin with the words of a container's name": {
    rows: "light: string = the_light\nlampShade: object = the_light_shade\ncolour: string = lamp_shade_colour\nlampSocket: object = the_light_socket\ncolour: string = lamp_socket_colour\nsocket: string = socket_kind",
    samples: [{ light: { watts: 3 } }],
    want: [
      "light = the_light",
      "light.lampShade = the_light_shade",
      "light.lampShade.colour = lamp_shade_colour",
      "light.lampSocket = the_light_socket",
      "light.lampSocket.colour = lamp_socket_colour",
      "light.socket = socket_kind ?",
    ],
  },
  "an envelope without a row": {
    rows: "name: string\nsize: integer",
    samples: [{ widgets: [{ name: "x", size: 1 }] }],
    want: ["widgets[].name", "widgets[].size"],
  },
  "all samples count": {
    rows: "name: string\nsize: integer",
    samples: [{ widget: { name: "x" } }, { widget: { size: 1 } }],
    want: ["widget.name", "widget.size"],
  },
  "a body that is a list": {
    rows: "name: string",
    samples: [[{ name: "x" }]],
    want: ["[].name"],
  },
  "a dotted name is a path": {
    rows: "widget: object\nwidget.maker: object\nmaker.town: string\nwidget.maker.street: string",
    samples: [{ widget: { maker: { town: "x" } } }],
    want: ["widget", "widget.maker", "widget.maker.town = maker.town", "widget.maker.street"],
  },
  "a dotted name without a sample": {
    rows: "parts: array\nparts.teeth: integer",
    want: ["parts ?", "parts[].teeth = parts.teeth"],
  },
  "names with `>` before them are one level in": {
    rows: "parts: array\n>id: string\n>maker: object\n>>id: string = maker_id\n>size: integer\nid: string = box_id",
    samples: [{ id: "", parts: [{ id: "" }] }],
    want: [
      "parts",
      "parts[].id",
      "parts[].maker",
      "parts[].maker.id = maker_id",
      "parts[].size",
      "id = box_id",
    ],
  },
  "a name with `>` below nothing that holds it": {
    rows: ">id: string\nname: string\n>size: integer",
    samples: [{ id: "", name: "", size: 1 }],
    want: ["id", "name", "size"],
  },
  "a dotted name that the sample has as it is": {
    rows: "hw.size: integer",
    samples: [{ "hw.size": 1 }],
    want: ["hw.size"],
  },
  "rows behind a container are in it": {
    rows: "name: string\nmaker: object\nid: string = maker_key\ntown: string\nowner: object\nid: string = owner_key",
    samples: [{ w: { name: "", maker: { id: "", town: "" }, owner: { id: "" } } }],
    want: [
      "w.name",
      "w.maker",
      "w.maker.id = maker_key",
      "w.maker.town",
      "w.owner",
      "w.owner.id = owner_key",
    ],
  },
  "a shallow place beats a deep one": {
    rows: "flavour: object\nid: string\nname: string",
    samples: [{ w: { flavour: { id: "" }, id: "", name: "" } }],
    want: ["w.flavour", "w.id", "w.name"],
  },
  "a key that names the place": {
    rows: "id: string\nid: string = flavour_id\nflavour: object",
    samples: [{ w: { id: "", flavour: { id: "" } } }],
    want: ["w.id", "w.flavour.id = flavour_id", "w.flavour"],
  },
  "a row that follows one far inside is not meant to be there": {
    rows: "name: string\nsize: integer\ncolour: string\nx: string\nid: string",
    samples: [
      { w: { name: "", size: 1, colour: "" }, a: { id: "" }, b: { c: { d: { e: { x: "", id: "" } } } } },
    ],
    want: ["w.name", "w.size", "w.colour", "b.c.d.e.x", "a.id"],
  },
  "in a sorted table most rows say where another is": {
    rows: "colour: string\nid: string\nname: string\nsize: integer",
    samples: [{ a: { id: "" }, w: { name: "", size: 1, colour: "", id: "" } }],
    want: ["w.colour", "w.id", "w.name", "w.size"],
  },
  "of two places the one of the row's type": {
    rows: "name: string\ncolour: string\nsize: integer",
    samples: [{ w: { name: "", colour: "" }, a: { size: "" }, b: { size: 1 } }],
    want: ["w.name", "w.colour", "b.size"],
  },
  "a mistaken value does not move a row": {
    rows: "name: string\ncolour: string\nsize: integer",
    samples: [{ w: { name: "", colour: "", size: "" }, b: { size: 1 } }],
    want: ["w.name", "w.colour", "w.size"],
  },
  "a key that names the place says more than most rows": {
    rows: "colour: string\nid: string = flavour_id\nname: string\nsize: integer",
    samples: [{ w: { name: "", size: 1, colour: "", id: "" }, flavour: { id: "" } }],
    want: ["w.colour", "flavour.id = flavour_id", "w.name", "w.size"],
  },
  "a row between a container and what is in it is in it": {
    rows: "name: string\nsize: integer\nowner: object\nid: string\ntown: string",
    samples: [{ w: { name: "", size: 1, maker: { id: "", town: "" }, owner: { id: "", town: "" } } }],
    want: ["w.name", "w.size", "w.owner", "w.owner.id", "w.owner.town"],
  },
  "a row between two of an object is in it": {
    rows: "name: string\nsize: integer\ncolour: string\nk: string\nid: string\nx: string",
    samples: [{ w: { name: "", size: 1, colour: "" }, a: { id: "", x: "" }, b: { k: "", id: "", x: "" } }],
    want: ["w.name", "w.size", "w.colour", "b.k", "b.id", "b.x"],
  },
  "a row behind one of an object is in it, if nothing else speaks": {
    rows: "name: string\nsize: integer\ncolour: string\nk: string\nid: string",
    samples: [{ w: { name: "", size: 1, colour: "" }, a: { id: "" }, b: { k: "", id: "" } }],
    want: ["w.name", "w.size", "w.colour", "b.k", "b.id"],
  },
  "a row behind one of an object is where most rows are": {
    rows: "name: string\nsize: integer\ncolour: string\nk: string\nid: string",
    samples: [{ w: { name: "", size: 1, colour: "", id: "" }, b: { k: "", id: "" } }],
    want: ["w.name", "w.size", "w.colour", "b.k", "w.id"],
  },
  "links to a collection are not an item's": {
    rows: "id: string\nname: string\nlinks: object # The link to the collection of lamps.",
    samples: [{ links: { self: "" }, lamps: [{ id: "", name: "", links: { self: "" } }] }],
    want: ["lamps[].id", "lamps[].name", "links"],
  },
  "links to no collection stay an item's": {
    rows: "id: string\nname: string\nlinks: object # The link to the lamp.",
    samples: [{ links: { self: "" }, lamps: [{ id: "", name: "", links: { self: "" } }] }],
    want: ["lamps[].id", "lamps[].name", "lamps[].links"],
  },
  "a row before one of an object is in it": {
    rows: "name: string\nsize: integer\ncolour: string\nid: string\nx: string",
    samples: [{ w: { name: "", size: 1, colour: "" }, a: { id: "" }, b: { id: "", x: "" } }],
    want: ["w.name", "w.size", "w.colour", "b.id", "b.x"],
  },
  "containers say less of where most rows are than what has no inside": {
    rows: "id: string\nname: string\nsize: integer\nv: object\nw: object",
    samples: [{ id: "", w: { id: "", name: "", size: 1 }, v: { k: "" } }],
    want: ["w.id", "w.name", "w.size", "v", "w"],
  },
  "containers say something of where most rows are": {
    rows: "id: string\nsize: integer\nv: object\nw: object",
    samples: [{ id: "", w: { id: "", size: 1 }, v: { k: "" } }],
    want: ["id", "w.size", "v", "w"],
  },
  "one row more does not make a deeper object the one of most rows": {
    rows: "a: string\nb: string\nc: string\nid: string\np: string\nq: string\nr: string\ns: string",
    samples: [{ a: "", b: "", c: "", id: "", w: { id: "", p: "", q: "", r: "", s: "" } }],
    want: ["a", "b", "c", "id", "w.p", "w.q", "w.r", "w.s"],
  },
  "a row in no sample sits beside its neighbours": {
    rows: "name: string\ncolour: string\nsize: integer",
    samples: [{ widget: { name: "x", size: 1 } }],
    want: ["widget.name", "widget.colour", "widget.size"],
  },
  "a row in no sample may belong into an empty object": {
    rows: "name: string\nmaker: object\ntown: string",
    samples: [{ widget: { name: "x", maker: {} } }],
    want: ["widget.name", "widget.maker", "widget.town ?"],
  },
  "a row in no sample belongs where all shown rows of its table are": {
    rows: "name: string\nmaker: object\n---\nkind: string\nsize: integer\ncolour: string\nweight: integer",
    samples: [{ widget: { name: "x", maker: {}, kind: "y", size: 1, colour: "red" } }],
    want: ["widget.name", "widget.maker", "widget.kind", "widget.size", "widget.colour", "widget.weight"],
  },
  "rows in no sample may all belong into the container above them": {
    rows: "name: string\nsize: integer\ncolour: string\nmaker: object\ntown: string\nstreet: string",
    samples: [{ widget: { name: "x", size: 1, colour: "red" } }],
    want: ["widget.name", "widget.size", "widget.colour", "widget.maker", "widget.town ?", "widget.street ?"],
  },
  "a row among rows of one object is not the deeper one of its name": {
    rows: "name: string\nstate: string\nsize: integer\nparts: array\npart.state: string\npart.teeth: integer\npart.bore: integer\npart.pitch: integer",
    samples: [{ widget: { name: "x", size: 1, parts: [{ state: "", teeth: 8, bore: 1, pitch: 2 }] } }],
    siblings: [{ widgets: [{ name: "x", state: "", size: 1 }] }],
    want: [
      "widget.name",
      "widget.state",
      "widget.size",
      "widget.parts",
      "widget.parts[].state = part.state",
      "widget.parts[].teeth = part.teeth",
      "widget.parts[].bore = part.bore",
      "widget.parts[].pitch = part.pitch",
    ],
  },
  "another kind of sibling moves no row": {
    rows: "owner: object\nname: string\nsize: integer",
    samples: [{ widget: { name: "x", size: 1, maker: { owner: {} } } }],
    siblings: [{ widgets: [{ name: "x", size: 1, owner: {}, colour: "", weight: 1, shape: "" }] }],
    want: ["widget.maker.owner", "widget.name", "widget.size"],
  },
  "a sibling's sample shows the place": {
    rows: "name: string\nmaker: object\ntown: string",
    samples: [{ widget: { name: "x", maker: null } }],
    siblings: [{ widgets: [{ name: "x", maker: { town: "y" } }] }],
    want: ["widget.name", "widget.maker", "widget.maker.town"],
  },
  "no sample of its own": {
    rows: "name: string\ntown: string",
    siblings: [{ widget: { name: "x", maker: { town: "y" } } }],
    want: ["widget.name", "widget.maker.town"],
  },
  "no sample at all": {
    rows: "name: string\nmaker: object\ntown: string",
    want: ["name ?", "maker ?", "town ?"],
  },
  "no sample, but a row named after the resource": {
    rows: "widget: object\nname: string",
    path: "/v1/widgets/{id}",
    want: ["widget", "widget.name ?"],
  },
  "a second table for the inside": {
    rows: "name: string\nmaker: object\n---\ntown: string\nstreet: string\nhouse: string",
    samples: [{ widget: { name: "", maker: { town: "", street: "" } } }],
    want: ["widget.name", "widget.maker", "widget.maker.town", "widget.maker.street", "widget.maker.house"],
  },
  "a table with the name of an object above it": {
    rows: "lamp: object\nname: string\nshade: object\nbulbs: array\n--- **lamp.shade**\nname: string = shade_name\n--- The ``bulbs`` list:\nname: string = bulb_name\nwatts: integer",
    samples: [{ lamp: { shade: { name: "" }, bulbs: [{ watts: 1 }] } }],
    want: [
      "lamp",
      "lamp.name",
      "lamp.shade",
      "lamp.shade.name = shade_name",
      "lamp.bulbs",
      "lamp.bulbs[].name = bulb_name",
      "lamp.bulbs[].watts",
    ],
  },
  "a table that says in a sentence what its rows are in, and one in an object of that": {
    rows: "name: string\nshade: object\n--- For lamps of two kinds. All of these are in the ``shade`` object.\nname: string = shade_name\ntrim: object\n--- Each ``trim`` item has:\nname: string = trim_name\nshade.width: integer",
    want: [
      "name ?",
      "shade ?",
      "shade.name = shade_name",
      "shade.trim",
      "shade.trim.name = trim_name",
      "shade.width",
    ],
  },
  "a title with the words of the resource before the name": {
    rows: "bulbs: array\n--- Lamp bulb object\nwatts: integer\n--- Table bulb object\nheight: integer",
    path: "/v1/lamps/{id}",
    want: ["bulbs ?", "bulbs[].watts", "height ?"],
  },
  "an envelope that no sample shows, with more words of the path before the resource's": {
    rows: "room_lamps: array\nid: string\nname: string",
    path: "/v1/rooms/{id}/lamps",
    want: ["room_lamps", "room_lamps[].id ?", "room_lamps[].name ?"],
  },
  "an action that no sample shows": {
    rows: "light: object\nlevel: integer",
    path: "/lamps/{id}/action",
    want: ["light", "light.level ?"],
  },
  "an envelope that no sample shows, keyed by data and with a row above it": {
    rows: "revision: integer\nlamps: object # Lamps keyed by their rooms.\nwatts: integer\nlevel: integer",
    path: "/rooms/{id}/lamps",
    want: ["revision ?", "lamps", "lamps{*}.watts ?", "lamps{*}.level ?"],
  },
  "keys in capitals, and of settings": {
    rows: "watts: object\nsettings: object",
    samples: [{ watts: { HALL: 1, ROOM_2: 2 }, settings: { "lamp.shade.colour": "red" } }],
    want: ["watts", "settings"],
  },
  "a map whose dotted rows name what stands inside": {
    rows: "rooms: object # Lamps keyed by rooms.\nrooms.{room}.lamps: object # Lamps keyed by their names.\nrooms.{room}.size: integer",
    samples: [{ rooms: { r1: { lamps: { a: 1 }, size: 1 } } }],
    want: ["rooms", "rooms{*}.lamps = rooms.{room}.lamps", "rooms{*}.size = rooms.{room}.size"],
  },
  "a title that samples contradict": {
    rows: "size: integer\nmaker: object\n--- Maker\nwidth: integer",
    samples: [{ widget: { size: 1, width: 1, maker: { town: "" } } }],
    want: ["widget.size", "widget.maker", "widget.width"],
  },
  "two tables speak of one place": {
    rows: "state: string\n---\nstate: string = state_2",
    samples: [{ state: "x" }],
    want: ["state", "state = state_2"],
  },
  "names that can only be data": {
    rows: "hosts: object\nup: boolean",
    samples: [{ hosts: { "192.0.2.1": { up: true }, "192.0.2.2": { up: false } } }],
    want: ["hosts", "hosts{*}.up"],
  },
  "names that the objects under them repeat": {
    rows: "hosts: object\nup: boolean",
    samples: [{ hosts: { desk: { name: "desk", up: true }, floor: { name: "floor", up: false } } }],
    want: ["hosts", "hosts{*}.up"],
  },
  "a map of maps, with one form under all keys": {
    rows: "hosts: object\nup: boolean",
    samples: [
      { hosts: { desk: { light: { up: true } }, floor: { fan: { up: false }, fridge: { up: true } } } },
    ],
    want: ["hosts", "hosts{*}{*}.up"],
  },
  "a map of objects that differ": {
    rows: "hosts: object\nup: boolean",
    samples: [{ hosts: { desk: { light: { up: true } }, floor: { fan: { up: false, speed: 3 } } } }],
    want: ["hosts", "hosts{*}.light.up"],
  },
  "names between two documented levels": {
    rows: "addresses: object\naddr: string",
    samples: [{ w: { addresses: { private: [{ addr: "x" }] } } }],
    want: ["w.addresses", "w.addresses{*}[].addr"],
  },
  "a key of a map that is the name of a row with another place": {
    rows: "name: string\nlabels: object # Metadata key and value pairs.",
    samples: [{ name: "x", labels: { name: "y" } }],
    want: ["name", "labels"],
  },
  "a row that only maps show is no property beside them": {
    rows: "name: string\nteeth: integer\nextra_specs: object\nmore_extra_specs: object",
    samples: [{ w: { name: "x", extra_specs: { teeth: 4 }, more_extra_specs: { teeth: 4 } } }],
    want: ["w.name", "w.extra_specs", "w.extra_specs.teeth", "w.more_extra_specs"],
  },
  "a name with something to be put in": {
    rows: "gears: integer\ngears_{kind}: integer",
    samples: [{ quota: { gears: 1, gears_fine: 2 } }],
    want: ["quota.gears", "quota{*} = gears_{kind}"],
  },
  "key and value of a map": {
    rows: "extra_specs: object\nkey: string\nvalue: string",
    samples: [{ extra_specs: { "hw:teeth": "4" } }],
    want: ["extra_specs", "extra_specs{*} = key", "extra_specs{*} = value"],
  },
  "a misspelt container": {
    rows: "widget: object!\nname: string",
    samples: [{ widgte: { name: "x" } }],
    want: ["widget", "widgte.name"],
  },
  "a top-level key": {
    rows: "widget: object\nname: string\nhints: object # A top-level key of the body.",
    samples: [{ widget: { name: "x" } }],
    want: ["widget", "widget.name", "hints"],
  },
};

describe("placeRows", () => {
  test.each(Object.entries(cases))("%s", (_name, { rows, samples = [], siblings = [], path = "/", want }) => {
    const root = placeRows({ rows: rowsOf(rows), samples, siblings, path });
    expect(placesOf(root).sort()).toEqual([...want].sort());
  });

  test("a name in a sample that no row has is undocumented; its type is the sample's", () => {
    const root = placeRows({
      rows: rowsOf("name: string"),
      samples: [{ name: "x", a: { b: 1 } }],
      siblings: [],
      path: "/",
    });
    const a = root.properties.get("a")!;
    expect([a.undocumented, [...a.shown], [...a.properties.keys()]]).toEqual([true, ["object"], ["b"]]);
  });

  test("names that differ in a number only are data where one form is under all of them", () => {
    const inside = (lamps: Json) => {
      const body = placeRows({
        rows: rowsOf("lamps: object"),
        samples: [{ lamps }],
        siblings: [],
        path: "/",
      });
      const { values, properties } = body.properties.get("lamps")!;
      return values === undefined ? [...properties.keys()] : [...values.properties.keys()];
    };
    expect(inside({ lamp1: { level: 3 }, lamp2: { level: 4 } })).toEqual(["level"]);
    expect(inside({ lamp1: { level: 3 }, lamp2: { colour: "red" } })).toEqual(["lamp1", "lamp2"]);
    expect(inside({ lamp1: { level: 3 }, shade2: { level: 4 } })).toEqual(["lamp1", "shade2"]);
    expect(inside({ sha1: "a", sha256: "b" })).toEqual(["sha1", "sha256"]);
  });

  test("a mistake in one sample moves no row", () => {
    const rows = rowsOf("widget: object\nid: string\nmaker: object\nname: string\nsize: integer");
    const whole = { widget: { id: "1", maker: { id: "2", name: "m" }, name: "n", size: 1 } };
    const places = (sample: Json) =>
      placesOf(placeRows({ rows, samples: [sample], siblings: [{ widgets: [whole.widget] }], path: "/" }));
    const right = places(whole)
      .map((place) => place.replace(" ?", ""))
      .sort();
    const { id: _id, ...withoutId } = whole.widget;
    const { name: _name, ...withoutName } = whole.widget;
    for (const broken of [
      withoutId,
      withoutName,
      { ...whole.widget, size: "big" },
      { ...whole.widget, maker: "m" },
    ])
      expect(
        places({ widget: broken } as Json)
          .map((place) => place.replace(" ?", ""))
          .sort(),
      ).toEqual(right);
  });

  test("places every row of any table in any sample", () => {
    const names = fc.constantFrom(
      "a",
      "b",
      "c",
      "a.b",
      "b.c.a",
      "a..b",
      ".",
      "{x}",
      "c_{x}",
      "key",
      "value",
      "__proto__",
      "links",
    );
    const types = fc.constantFrom("string", "object", "array", "integer", "nonsense");
    const rows = fc
      .array(fc.tuple(names, types))
      .map((all) => all.map(([name, type]) => `${name}: ${type}`).join("\n"));
    const key = fc.constantFrom("a", "b", "c", "c_1", "key", "__proto__", "10.0.0.1");
    const { body } = fc.letrec<{ body: Json }>((tie) => ({
      body: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Json>(1, "x", null),
        fc.array(tie("body"), { maxLength: 3 }),
        fc.dictionary(key, tie("body"), { maxKeys: 4 }) as fc.Arbitrary<Json>,
      ),
    }));
    fc.assert(
      fc.property(
        rows,
        fc.array(body, { maxLength: 3 }),
        fc.array(body, { maxLength: 2 }),
        (text, samples, siblings) => {
          const all = rowsOf(text);
          const root = placeRows({ rows: all, samples, siblings, path: "/a" });
          expect(placesOf(root).length).toBe(all.length);
        },
      ),
    );
  });
});

function placesOf(root: BodyNode): string[] {
  const found: string[] = [];
  const visit = (node: BodyNode, path: string): void => {
    for (const row of node.rows) {
      const name = path.replace(/.*[\].}]/, "");
      const isSame = row.key === name || row.key === path;
      found.push(`${path}${isSame ? "" : ` = ${row.key}`}${node.origin === "flat" ? " ?" : ""}`);
    }
    for (const [name, property] of node.properties) visit(property, path === "" ? name : `${path}.${name}`);
    if (node.items !== undefined) visit(node.items, `${path}[]`);
    if (node.values !== undefined) visit(node.values, `${path}{*}`);
  };
  visit(root, "");
  return found;
}
