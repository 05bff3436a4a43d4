import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { Components } from "../../src/openapi/components.ts";

const lamp = (description?: string): JsonObject => ({
  type: "object",
  ...(description === undefined ? {} : { description }),
  properties: { id: { type: "string" }, level: { type: "integer" } },
  required: ["id"],
});
const body = (name: string, inside: JsonObject): JsonObject => ({
  type: "object",
  properties: { [name]: inside },
});

/** Uses schemas under names and gives the components. */
function components(schemas: Record<string, JsonObject>): JsonObject {
  const made = new Components();
  for (const [name, schema] of Object.entries(schemas)) made.use("schemas", [name], schema);
  return made.finish().schemas as JsonObject;
}

test("an object in two bodies becomes a type named after its property; each place keeps its description", () => {
  const schemas = components({
    ShowLampResponse: body("lamp", lamp("The lamp.")),
    ListLampsResponse: body("lamps", { type: "array", items: lamp() }),
  });
  expect(schemas).toEqual({
    Lamp: lamp(),
    ShowLampResponse: body("lamp", { $ref: "#/components/schemas/Lamp", description: "The lamp." }),
    ListLampsResponse: body("lamps", { type: "array", items: { $ref: "#/components/schemas/Lamp" } }),
  });
});

test("what stands inside a shared object only is not shared by itself", () => {
  const house = { type: "object", properties: { lamp: lamp(), door: { type: "string" } } };
  const schemas = components({
    AResponse: body("house", house),
    BResponse: { ...body("house", structuredClone(house)), title: "B" },
    CResponse: {},
  });
  expect(Object.keys(schemas)).toEqual(["AResponse", "BResponse", "CResponse", "House"]);
});

test("of several objects that want one name each goes on to what tells it apart", () => {
  const other = (): JsonObject => ({ type: "object", properties: { a: {}, b: {} } });
  const schemas = components({
    OneRequest: body("lamp", other()),
    TwoRequest: { type: "object", properties: { lamp: other(), x: {} } },
    ThreeResponse: body("lamp", lamp()),
    FourResponse: { type: "object", properties: { lamp: lamp(), x: {} } },
  });
  expect(schemas.ThreeLamp).toEqual(lamp());
  expect(schemas.OneLamp).toEqual(other());
  expect(schemas.Lamp).toBeUndefined();
});

test("equal schemas are one component, named after what they hold where several operations use it", () => {
  const made = new Components();
  const uses = [
    made.use("schemas", ["ShowLampResponse"], body("lamp", lamp()), ["LampResponse"]),
    made.use("schemas", ["CreateLampResponse"], body("lamp", lamp()), ["LampResponse"]),
  ];
  expect(Object.keys(made.finish().schemas as JsonObject)).toEqual(["LampResponse"]);
  expect(uses).toEqual([
    { $ref: "#/components/schemas/LampResponse" },
    { $ref: "#/components/schemas/LampResponse" },
  ]);
});

test("equal schemas of different things are each a component of its own", () => {
  const made = new Components();
  const flags = (): JsonObject => ({ type: "object", properties: { host: { type: "string" } } });
  for (const [id, noun] of [
    ["LightLamp", "Lamp"],
    ["LockDoor", "Door"],
    ["DimLamp", "Lamp"],
  ])
    made.use("schemas", [`${id}Request`], flags(), [`${noun}Request`], false, noun);
  expect(Object.keys(made.finish().schemas as JsonObject)).toEqual(["LampRequest", "LockDoorRequest"]);
});

test("what bodies hold under no name is called after what the names of all begin with", () => {
  const list = (title: string): JsonObject => ({ type: "array", title, items: lamp() });
  expect(Object.keys(components({ UpdateLampRequest: list("a"), UpdateRoomRequest: list("b") }))).toEqual([
    "UpdateItem",
    "UpdateLampRequest",
    "UpdateRoomRequest",
  ]);
});

test("what requests and responses hold alike is called after what it is", () => {
  const made = new Components();
  made.use("schemas", ["SetLampRequest"], body("lamp", lamp()), ["LampRequest"]);
  made.use("schemas", ["SetLampResponse"], body("lamp", lamp()), ["LampResponse"]);
  expect(Object.keys(made.finish().schemas as JsonObject)).toEqual(["Lamp"]);
});

test("of components that want one name one has it that is used more than twice as often", () => {
  const names = (uses: number) => {
    const made = new Components();
    for (let count = 0; count < uses; count++) made.use("schemas", ["Link", "RoomLink"], lamp());
    made.use("schemas", ["Link", "LampLink"], { type: "object", properties: { self: {} } });
    return Object.keys(made.finish().schemas as JsonObject);
  };
  expect(names(2)).toEqual(["LampLink", "RoomLink"]);
  expect(names(3)).toEqual(["LampLink", "Link"]);
});

test("a parameter that is used once stays where it is", () => {
  const made = new Components();
  const once = made.use("parameters", ["limit"], { name: "limit", in: "query" });
  const twice = [1, 2].map(() => made.use("parameters", ["id path"], { name: "id", in: "path" }));
  expect(made.finish()).toEqual({ parameters: { id_path: { name: "id", in: "path" } } });
  expect(once).toEqual({ name: "limit", in: "query" });
  expect(twice).toEqual([
    { $ref: "#/components/parameters/id_path" },
    { $ref: "#/components/parameters/id_path" },
  ]);
});

test("components that want one name get what tells them apart, in whatever order they come", () => {
  const wishes: [string[], JsonObject][] = [
    [["size", "size-v2"], { name: "size", in: "query", description: "One." }],
    [["size", "size-v3"], { name: "size", in: "query", description: "Two." }],
    [["limit"], { name: "limit", in: "query" }],
  ];
  const named = (of: typeof wishes) => {
    const made = new Components();
    for (const [names, object] of [...of, ...of]) made.use("parameters", names, object);
    return made.finish().parameters;
  };
  expect(Object.keys(named(wishes) as JsonObject)).toEqual(["limit", "size-v2", "size-v3"]);
  expect(named(wishes.toReversed())).toEqual(named(wishes));
});

test("what a word of a language means is called otherwise, where it has another name", () => {
  const components = new Components();
  components.use("schemas", ["Function", "LampFunction"], { type: "object", title: "a" });
  components.use("schemas", ["Promise"], { type: "object", title: "b" });
  expect(Object.keys(components.finish().schemas as object)).toEqual(["LampFunction", "Promise_"]);
});

test("a header called as a word of a language is called so with a mark, whatever tells it from others", () => {
  const made = new Components();
  for (let uses = 0; uses < 2; uses++)
    made.use("headers", ["Date", "Date-lamps"], { schema: { type: "string" } });
  expect(Object.keys(made.finish().headers as object)).toEqual(["Date_"]);
});
