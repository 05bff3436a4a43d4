import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

/** A response: the rows of its table, and its sample. */
interface Answer {
  readonly url: string;
  readonly rows?: readonly string[];
  readonly sample?: unknown;
}

const definitions = `
lamp: {in: body, type: object, required: true, description: A lamp.}
lamps: {in: body, type: array, required: true, description: Lamps.}
id: {in: body, type: string, required: true, description: Its ID.}
name: {in: body, type: string, required: true, description: Its name.}
name_given: {in: body, type: string, required: true, description: The name that it was given.}
level_given: {in: body, type: integer, required: true, description: The brightness that it was given.}
name_optional: {in: body, type: string, required: false, description: Its name.}
level: {in: body, type: integer, required: true, description: How bright it is.}
level_text: {in: body, type: string, required: true, description: In words.}
parts: {in: body, type: object, required: false, description: A map of its parts.}
room: {in: body, type: object, required: true, description: Where it is.}
colour: {in: body, type: string, required: false, description: Its colour., min_version: 1.7}
colour_late: {in: body, type: string, required: false, description: Its colour., min_version: 1.9}
`;

function build(answers: Record<string, Answer>) {
  const files: Record<string, string> = { "parameters.yaml": definitions };
  const sections = Object.entries(answers).map(([title, { url, rows = [], sample }], index) => {
    const table = `.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}`).join("\n")}\n`;
    if (sample !== undefined) files[`sample${index}.json`] = JSON.stringify(sample);
    return [
      `${title}\n${"-".repeat(40)}\n\n.. rest_method:: ${url}\n\nNormal response codes: 200\n`,
      `Response\n~~~~~~~~\n\n${rows.length === 0 ? "" : table}`,
      sample === undefined ? "" : `.. literalinclude:: sample${index}.json\n   :language: javascript\n`,
    ].join("\n");
  });
  files["index.rst"] = `=====\nHouse\n=====\n\nLamps\n=====\n\n${sections.join("\n")}`;
  return specificationOf(treeOf(files).files);
}

function schemasOf(answers: Record<string, Answer>): Record<string, JsonObject> {
  return (build(answers).specification.document.components as JsonObject).schemas as Record<
    string,
    JsonObject
  >;
}

const lamp = { id: "l1", name: "Desk", level: 3, room: { id: "r1" } };
const rows = ["lamp: lamp", "id: id", "name: name", "level: level"];

test("what show, list and create answer is one component, which each of them refers to", () => {
  const schemas = schemasOf({
    "Show lamp": { url: "GET /lamps/{id}", rows, sample: { lamp } },
    "List lamps": { url: "GET /lamps", rows: ["lamps: lamps", ...rows.slice(1)], sample: { lamps: [lamp] } },
  });
  expect(Object.keys(schemas)).toEqual(["Lamp", "ListLampsResponse", "ShowLampResponse"]);
  expect(schemas.ListLampsResponse).toMatchObject({
    properties: { lamps: { type: "array", items: { $ref: "#/components/schemas/Lamp" } } },
  });
  expect(schemas.ShowLampResponse).toMatchObject({
    properties: { lamp: { $ref: "#/components/schemas/Lamp", description: "A lamp." } },
  });
});

test("a body that is the resource itself is the component", () => {
  const bare = { url: "GET /lamps/{id}", rows: rows.slice(1), sample: lamp };
  const schemas = schemasOf({ "Show lamp": bare, "Update lamp": { ...bare, url: "PUT /lamps/{id}" } });
  expect(Object.keys(schemas)).toEqual(["Lamp"]);
});

test("a property that one operation documents is documented, and required where every sample has it", () => {
  const { Lamp, ShowLampResponse } = schemasOf({
    "Show lamp": { url: "GET /lamps/{id}", rows, sample: { lamp } },
    "Create lamp": {
      url: "POST /lamps",
      rows: rows.slice(0, 2),
      sample: { lamp: { ...lamp, name: undefined } },
    },
  });
  expect(ShowLampResponse).toMatchObject({
    properties: { lamp: { allOf: [{ $ref: "#/components/schemas/Lamp" }, { required: ["name"] }] } },
  });
  expect(Lamp).toMatchObject({
    properties: {
      name: { type: "string", description: "Its name.", "x-openstack-required": true },
      level: { type: "integer", description: "How bright it is." },
      room: { "x-openstack-undocumented": true },
    },
    required: ["id", "level"],
  });
});

test("an operation whose table requires more says so beside the reference", () => {
  const { ShowLampResponse, Lamp } = schemasOf({
    "Show lamp": { url: "GET /lamps/{id}", rows, sample: { lamp } },
    "Create lamp": {
      url: "POST /lamps",
      rows: ["lamp: lamp", "id: id", "name: name_optional", "level: level"],
      sample: { lamp },
    },
  });
  expect(Lamp!.required).toEqual(["id", "level"]);
  expect(ShowLampResponse).toMatchObject({
    properties: { lamp: { allOf: [{ $ref: "#/components/schemas/Lamp" }, { required: ["name"] }] } },
  });
});

test("what one table requires inside an object stands beside the reference, too", () => {
  const { ShowLampResponse, Lamp } = schemasOf({
    "Show lamp": {
      url: "GET /lamps/{id}",
      rows: [...rows, "room: room", "room.id: id", "room.name: name"],
      sample: { lamp: { ...lamp, room: { id: "r1", name: "Hall" } } },
    },
    "List lamps": {
      url: "GET /lamps",
      rows: ["lamps: lamps", ...rows.slice(1), "room: room", "room.id: id", "room.name: name_optional"],
      sample: { lamps: [lamp] },
    },
  });
  expect((Lamp!.properties as JsonObject).room).toMatchObject({ required: ["id"] });
  expect(ShowLampResponse).toMatchObject({
    properties: { lamp: { allOf: [{}, { properties: { room: { required: ["name"] } } }] } },
  });
});

test("an operation that words a property otherwise says so beside the reference", () => {
  const { Lamp, CreateLampResponse, ShowLampResponse } = schemasOf({
    "Show lamp": { url: "GET /lamps/{id}", rows, sample: { lamp } },
    "Update lamp": { url: "PUT /lamps/{id}", rows, sample: { lamp } },
    "Create lamp": {
      url: "POST /lamps",
      rows: ["lamp: lamp", "id: id", "name: name_given", "level: level"],
      sample: { lamp: { ...lamp, switches: 2 } },
    },
  });
  expect((Lamp!.properties as JsonObject).name).toMatchObject({ description: "Its name." });
  expect(CreateLampResponse).toMatchObject({
    properties: {
      lamp: {
        allOf: [
          { $ref: "#/components/schemas/Lamp" },
          { properties: { name: { description: "The name that it was given." } } },
        ],
      },
    },
  });
  expect(ShowLampResponse).toBeUndefined();
});

test("what several operations word alike is a form of the resource", () => {
  const others = ["id: id", "name: name_given", "level: level_given"];
  const { LampV2, ListLampsResponse } = schemasOf({
    "Show lamp": { url: "GET /v3/lamps/{id}", rows, sample: { lamp } },
    "Update lamp": { url: "PUT /v3/lamps/{id}", rows, sample: { lamp } },
    "Create lamp": { url: "POST /v3/lamps", rows, sample: { lamp } },
    "Show old lamp": { url: "GET /v2/lamps/{id}", rows: ["lamp: lamp", ...others], sample: { lamp } },
    "List lamps": { url: "GET /v2/lamps", rows: ["lamps: lamps", ...others], sample: { lamps: [lamp] } },
  });
  expect(LampV2).toMatchObject({
    allOf: [
      { $ref: "#/components/schemas/Lamp" },
      { properties: { name: { description: "The name that it was given." } } },
    ],
  });
  expect(ListLampsResponse).toMatchObject({
    properties: { lamps: { items: { $ref: "#/components/schemas/LampV2" } } },
  });
});

test("a brief form stays apart", () => {
  const schemas = schemasOf({
    "Show lamp": { url: "GET /lamps/{id}", rows, sample: { lamp: { ...lamp, a: 1, b: 2 } } },
    "List lamps": {
      url: "GET /lamps",
      rows: ["lamps: lamps", "id: id", "name: name"],
      sample: { lamps: [{ id: "l1", name: "Desk" }] },
    },
  });
  expect(Object.keys(schemas)).toContain("LampSummary");
  expect(Object.keys(schemas.LampSummary!.properties as JsonObject)).toEqual(["id", "name"]);
});

test("two types of one property are both there, say so, and are told of once", () => {
  const { specification, bodies } = build({
    "Show lamp": { url: "GET /lamps/{id}", rows, sample: { lamp } },
    "List lamps": {
      url: "GET /lamps",
      rows: ["lamps: lamps", "id: id", "name: name", "level: level_text"],
      sample: { lamps: [{ ...lamp, level: "high" }] },
    },
    "List all lamps": {
      url: "GET /lamps/all",
      rows: ["lamps: lamps", "id: id", "name: name", "level: level_text"],
    },
  });
  const { Lamp } = (specification.document.components as JsonObject).schemas as Record<string, JsonObject>;
  const level = (Lamp!.properties as JsonObject).level as JsonObject;
  expect(new Set(level.type as string[])).toEqual(new Set(["integer", "string"]));
  expect(level["x-openstack-disputed"]).toEqual(["type"]);
  expect(bodies.disputes().map(({ resource, property }) => [resource, property])).toEqual([
    ["Lamp", "level"],
  ]);
});

test("the component names the microversions of all, an operation the narrower ones of its own", () => {
  const { Lamp, CreateLampResponse } = schemasOf({
    "Show lamp": { url: "GET /lamps/{id}", rows: [...rows, "colour: colour"] },
    "Create lamp": { url: "POST /lamps", rows: [...rows, "colour: colour_late"] },
  });
  expect((Lamp!.properties as JsonObject).colour).toMatchObject({ "x-openstack": { "min-ver": "1.7" } });
  expect(CreateLampResponse).toMatchObject({
    properties: {
      lamp: {
        allOf: [
          { $ref: "#/components/schemas/Lamp" },
          { properties: { colour: { "x-openstack": { "min-ver": "1.9" } } } },
        ],
      },
    },
  });
});

test("a null that one sample shows is allowed where another operation documents a type", () => {
  const { Lamp } = schemasOf({
    "Show lamp": { url: "GET /lamps/{id}", rows, sample: { lamp } },
    "Create lamp": { url: "POST /lamps", rows: rows.slice(0, 3), sample: { lamp: { ...lamp, level: null } } },
  });
  expect((Lamp!.properties as JsonObject).level).toMatchObject({ type: ["integer", "null"] });
});

test("a resource inside one of its own kind refers to no resource that it is in", () => {
  const nested = {
    id: "l1",
    name: "Desk",
    level: 1,
    lamp: { id: "l2", name: "Shelf", level: 2, lamp: { id: "l3", name: "Bed", level: 3 } },
  };
  const document = build({
    "Show lamp": { url: "GET /lamps/{id}", rows, sample: { lamp: nested } },
    "Create lamp": { url: "POST /lamps", rows, sample: { lamp: nested } },
  }).specification.document;
  const { schemas } = document.components as { schemas: Record<string, JsonObject> };
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== "object" || value === null) return;
    const { $ref } = value as JsonObject;
    if (typeof $ref === "string") {
      const name = $ref.slice($ref.lastIndexOf("/") + 1);
      expect(path).not.toContain(name);
      visit(schemas[name], [...path, name]);
    }
    for (const inside of Object.values(value)) visit(inside, path);
  };
  for (const name of Object.keys(schemas)) visit(schemas[name], [name]);
});

const said = { code: 0, msg: "OK" };

test("what is answered round a resource makes no resources one, and the way to a list is no noun", () => {
  const schemas = schemasOf({
    "List lamps": { url: "GET /lamp/list", sample: { ...said, lamps: [{ id: "l1", level: 3 }] } },
    "List rooms": { url: "GET /room/list", sample: { ...said, rooms: [{ id: "r1", storey: 1 }] } },
  });
  expect(Object.keys(schemas)).toEqual(["Lamp", "ListLampsResponse", "ListRoomsResponse", "Room"]);
  expect(schemas.ListRoomsResponse).toMatchObject({
    properties: { rooms: { items: { $ref: "#/components/schemas/Room" } } },
  });
});

test("an answer that says that something was done is not what it was done to", () => {
  const schemas = schemasOf({
    "Show lamp": { url: "GET /lamp/{id}", sample: { ...said, lamp: { id: "l1", level: 3 } } },
    "Show room": { url: "GET /room/{id}", sample: { ...said, room: { id: "r1", storey: 1 } } },
    "Switch lamp": { url: "POST /lamp/{id}", sample: said },
  });
  expect(Object.keys(schemas)).toEqual([
    "Lamp",
    "Room",
    "ShowLampResponse",
    "ShowRoomResponse",
    "SwitchLampResponse",
  ]);
});

test("what stands under a word for any content is named after the path", () => {
  const schemas = schemasOf({
    "List lamps": { url: "GET /lamps", sample: { ...said, lamps: [{ id: "l1", level: 3 }] } },
    "List rooms": { url: "GET /rooms", sample: { ...said, rooms: [{ id: "r1", storey: 1 }] } },
    "Show use": { url: "GET /lamps/uses", sample: { ...said, data: { hours: 3, power: 4 } } },
    "Show wear": { url: "GET /lamps/wear", sample: { ...said, data: { cracks: 3, dust: 4 } } },
  });
  expect(schemas.ShowUseResponse).toMatchObject({
    properties: { data: { $ref: "#/components/schemas/Use" } },
  });
  expect(schemas.ShowWearResponse).toMatchObject({
    properties: { data: { $ref: "#/components/schemas/Wear" } },
  });
});

test("what tells in full what others refer to is apart: no list promises what one answer alone gives", () => {
  const brief = { id: "h1", name: "Home", floor: 1, lamps: [{ id: "l1" }] };
  const whole = { ...brief, lamps: [{ id: "l1", name: "Desk", level: 3, colour: "red" }] };
  const house = ["house: room", "id: id", "name: name"];
  const schemas = schemasOf({
    "Create house": { url: "POST /houses", rows: house, sample: { house: whole } },
    "Show house": { url: "GET /houses/{id}", rows: house, sample: { house: brief } },
    "Update house": { url: "PUT /houses/{id}", rows: house, sample: { house: brief } },
  });
  const inside = (name: string) => {
    const { lamps } = (schemas[name] as { properties: Record<string, { items: JsonObject }> }).properties;
    return lamps?.items;
  };
  expect(Object.keys((inside("House") as JsonObject).properties as JsonObject)).toEqual(["id"]);
  expect(Object.keys((inside("HouseDetails") as JsonObject).properties as JsonObject)).toEqual([
    "id",
    "name",
    "level",
    "colour",
  ]);
});

test("a brief form has from the whole one what it tells nothing of", () => {
  const brief = { id: "h1", name: "Home", doors: [], lamps: [{ id: "l1" }] };
  const whole = {
    ...brief,
    doors: [{ id: "d1", width: 3 }],
    lamps: [{ id: "l1", name: "Desk", level: 3, colour: "red" }],
  };
  const house = ["house: room", "id: id", "name: name", "doors: lamps"];
  const schemas = schemasOf({
    "Create house": { url: "POST /houses", rows: house, sample: { house: whole } },
    "Show house": { url: "GET /houses/{id}", rows: house, sample: { house: brief } },
    "Update house": { url: "PUT /houses/{id}", rows: house, sample: { house: brief } },
  });
  expect(schemas.House).toMatchObject({
    properties: { doors: { items: { $ref: "#/components/schemas/Door" } } },
  });
  expect(schemas.Door).toMatchObject({ properties: { width: { type: "integer" } } });
});

test("where one operation describes a map, what stands under the keys that another shows is one of its values", () => {
  const part = { id: "1", name: "a", level: 2 };
  const schemas = schemasOf({
    "Show lamp": {
      url: "GET /lamps/{id}",
      rows,
      sample: { lamp: { ...lamp, parts: { bulb: part, bulbs: [part] } } },
    },
    "List lamps": {
      url: "GET /lamps",
      rows: ["lamps: lamps", ...rows.slice(1), "parts: parts"],
      sample: { lamps: [{ ...lamp, parts: { k1: "dim", k2: "off", k3: "on" } }] },
    },
  });
  const { Bulb: _, ...others } = schemas;
  expect((others.Lamp!.properties as JsonObject).parts).toMatchObject({
    additionalProperties: { anyOf: [{ $ref: "#/components/schemas/Bulb" }, {}] },
  });
  expect(JSON.stringify(others)).not.toContain("allOf");
});

test("a row that names the resource, which no sample has in it, is the envelope of its operation and no part of the resource", () => {
  const schemas = schemasOf({
    "Show lamp": { url: "GET /lamps/{id}", rows: [...rows.slice(1), "lamp: lamp"], sample: lamp },
    "List lamps": { url: "GET /lamps", rows: ["lamps: lamps", ...rows.slice(1)], sample: { lamps: [lamp] } },
  });
  expect(Object.keys(schemas.Lamp!.properties as JsonObject)).not.toContain("lamp");
  expect(schemas.ShowLampResponse).toMatchObject({
    allOf: [{ $ref: "#/components/schemas/Lamp" }, { properties: { lamp: { type: "object" } } }],
  });
});

test("what one table requires and another does not is required beside the reference alone", () => {
  const bare = { ...lamp, name: undefined };
  const optional = ["lamp: lamp", "id: id", "name: name_optional", "level: level"];
  const { Lamp, ShowLampResponse, LightLampResponse, DimLampResponse } = schemasOf({
    "Show lamp": { url: "GET /lamps/{id}", rows, sample: { lamp } },
    "Light lamp": { url: "PUT /lamps/{id}/light", rows, sample: { lamp: bare } },
    "Dim lamp": { url: "PUT /lamps/{id}/dim", rows: optional, sample: { lamp } },
  });
  const besides = (response: JsonObject | undefined) => (response!.properties as JsonObject).lamp;
  expect((Lamp!.properties as JsonObject).name).not.toHaveProperty("x-openstack-required");
  expect(besides(ShowLampResponse)).toMatchObject({
    allOf: [{}, { required: ["name"], properties: { name: { type: "string" } } }],
  });
  expect(besides(LightLampResponse)).toMatchObject({
    allOf: [{}, { properties: { name: { "x-openstack-required": true } } }],
  });
  expect(JSON.stringify(besides(DimLampResponse))).not.toContain("required");
});

test("what a path alone calls by the noun is not the resource that others have under it", () => {
  const lamp = { name: "a", level: 1, colour: "red", room: {} };
  const moved = { code: 302, message: "b", title: "c" };
  const schemas = schemasOf({
    "Find lamp": { url: "GET /lamps/{lamp_name}", sample: moved },
    "Delete lamp": { url: "DELETE /lamps/{lamp_name}", sample: moved },
    "Dim lamp": { url: "PUT /lamps/{lamp_name}", sample: moved },
    "Show lamp": { url: "GET /lamps/{lamp_name}/{lamp_id}", sample: { lamp } },
    "List lamps": { url: "GET /lamps", sample: { lamps: [lamp] } },
  });
  expect(Object.keys(schemas.Lamp!.properties as JsonObject)).toEqual(Object.keys(lamp));
  expect(
    Object.values(schemas).some(({ properties }) => JSON.stringify(properties).includes('"title"')),
  ).toBe(true);
});

test("where a table says a list and a sample shows one, each of the list is the resource", () => {
  const lamp = { id: "a", name: "b", level: 1 };
  const rows = ["lamp: lamps", "id: id", "name: name", "level: level"];
  const schemas = schemasOf({
    "Show lamp": { url: "GET /lamps/{lamp_id}", rows, sample: { lamp } },
    "List lamps": {
      url: "GET /lamps",
      rows: rows.map((row) => row.replace("lamp:", "lamps:")),
      sample: { lamps: [lamp] },
    },
  });
  expect(schemas.ShowLampResponse!.properties).toMatchObject({
    lamp: {
      anyOf: [
        { $ref: "#/components/schemas/Lamp" },
        { type: "array", items: { $ref: "#/components/schemas/Lamp" } },
      ],
    },
  });
});
