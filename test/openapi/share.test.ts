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
  const made = new Components(new Map());
  for (const [name, schema] of Object.entries(schemas)) made.use("schemas", name, schema);
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

test("of several objects with one name the most used gets the plain one", () => {
  const other = (): JsonObject => ({ type: "object", properties: { a: {}, b: {} } });
  const schemas = components({
    OneRequest: body("lamp", other()),
    TwoRequest: { type: "object", properties: { lamp: other(), x: {} } },
    ThreeResponse: body("lamp", lamp()),
    FourResponse: { type: "object", properties: { lamp: lamp(), x: {} } },
    FiveResponse: { type: "object", properties: { lamp: lamp(), y: {} } },
  });
  expect(schemas.Lamp).toEqual(lamp());
  expect(schemas.OneLamp).toEqual(other());
});

test("equal schemas are one component, named after what they hold where several operations use it", () => {
  const made = new Components(new Map());
  const uses = [
    made.use("schemas", "ShowLampResponse", body("lamp", lamp()), ["LampResponse"]),
    made.use("schemas", "CreateLampResponse", body("lamp", lamp()), ["LampResponse"]),
  ];
  expect(Object.keys(made.finish().schemas as JsonObject)).toEqual(["LampResponse"]);
  expect(uses).toEqual([
    { $ref: "#/components/schemas/LampResponse" },
    { $ref: "#/components/schemas/LampResponse" },
  ]);
});

test("a parameter that is used once stays where it is", () => {
  const made = new Components(new Map());
  const once = made.use("parameters", "limit", { name: "limit", in: "query" });
  const twice = [1, 2].map(() => made.use("parameters", "id path", { name: "id", in: "path" }));
  expect(made.finish()).toEqual({ parameters: { id_path: { name: "id", in: "path" } } });
  expect(once).toEqual({ name: "limit", in: "query" });
  expect(twice).toEqual([
    { $ref: "#/components/parameters/id_path" },
    { $ref: "#/components/parameters/id_path" },
  ]);
});
