import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import type { SpecificationOptions } from "../../src/openapi/options.ts";
import { documentOf, treeOf } from "../support/project.ts";

const parameters = `
id: {in: path, type: string, required: true, description: Its ID.}
lamp: {in: body, type: object, required: true, description: A lamp.}
shade: {in: body, type: object, required: false, description: "How it is shaded. See :ref:\`lamp-shade\`."}
lining: {in: body, type: object, required: false, description: "Behind. See :ref:\`The shade <Lamp-Shade>\`."}
cloth: {in: body, type: string, required: true, description: What it is made of.}
wire: {in: body, type: string, required: false, min_version: 1.4, description: What holds it.}
`;

function table(...rows: string[]): string {
  return `.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}`).join("\n")}\n\n`;
}

function part(title: string, text: string): string {
  return `${title}\n${"~".repeat(title.length)}\n\n${text}`;
}

const shades = `.. _lamp-shade:\n\n${part("About shades", table("cloth: cloth", "wire: wire"))}`;

function read(created: string, updated: string, options?: SpecificationOptions): Record<string, JsonObject> {
  const page = [
    "Lamps\n=====\n\nCreate lamp\n-----------\n\n.. rest_method:: POST /lamps\n\n",
    created,
    "Update lamp\n-----------\n\n.. rest_method:: PUT /lamps/{id}\n\n",
    updated,
  ].join("");
  const tree = treeOf({ "index.rst": page, "parameters.yaml": parameters });
  return (documentOf(tree.files, options).components as JsonObject).schemas as Record<string, JsonObject>;
}

const create = part("Request", table("shade: shade")) + shades;
const update = part("Request", table("id: id", "shade: shade"));

test("a row that refers to a table of another operation has the rows of that inside, and requires none of them", () => {
  const { CreateLampRequest, UpdateLampRequest } = read(create, update);
  expect(CreateLampRequest).toMatchObject({
    properties: { shade: { properties: { cloth: { type: "string" }, wire: {} }, required: ["cloth"] } },
  });
  expect(UpdateLampRequest).toMatchObject({
    properties: {
      shade: {
        properties: {
          cloth: { type: "string", description: "What it is made of." },
          wire: { "x-openstack": { "min-ver": "1.4" } },
        },
      },
    },
  });
  expect((UpdateLampRequest!.properties as Record<string, JsonObject>).shade).not.toHaveProperty("required");
});

test("each of several rows that refer to it has them", () => {
  const both = part("Request", table("id: id", "shade: shade", "lining: lining"));
  const { UpdateLampRequest, Shade } = read(create, both);
  const $ref = "#/components/schemas/Shade";
  expect(UpdateLampRequest).toMatchObject({ properties: { shade: { $ref }, lining: { $ref } } });
  expect(Shade).toMatchObject({ properties: { cloth: {}, wire: {} } });
});

test("so has the row of a response that refers to a table below the request", () => {
  const answered = part("Response", table("shade: shade"));
  const { CreateLampResponse, Shade } = read(create + answered, update);
  expect(CreateLampResponse).toMatchObject({ properties: { shade: { $ref: "#/components/schemas/Shade" } } });
  expect(Shade).toMatchObject({ properties: { cloth: {}, wire: {} } });
});

test("at a microversion, what it has not is left out there as well", () => {
  const { UpdateLampRequest } = read(create, update, { microversion: "1.2" });
  expect(UpdateLampRequest).toMatchObject({ properties: { shade: { properties: { cloth: {} } } } });
  expect(JSON.stringify(UpdateLampRequest)).not.toContain("wire");
});

test("a label of several tables, and one of a whole request, leads to no object", () => {
  const twice = part("Request", table("shade: shade")) + shades + table("cloth: cloth");
  const { UpdateLampRequest: ofTwice } = read(twice, update);
  expect(ofTwice).not.toHaveProperty("properties.shade.properties");
  const whole = `.. _lamp-shade:\n\n${part("Request", table("lamp: lamp", "cloth: cloth"))}`;
  const { UpdateLampRequest: ofWhole } = read(whole, update);
  expect(ofWhole).not.toHaveProperty("properties.shade.properties");
});

test("several rows that refer to a table of their own request have its rows each", () => {
  const both = part("Request", table("shade: shade", "lining: lining"));
  const schemas = read(both + shades, update);
  const { shade, lining } = schemas.CreateLampRequest!.properties as Record<string, JsonObject>;
  const insideOf = ({ $ref, properties }: JsonObject) =>
    properties ?? schemas[String($ref).replace("#/components/schemas/", "")]?.properties;
  for (const one of [shade!, lining!]) expect(insideOf(one)).toMatchObject({ cloth: {}, wire: {} });
});

test("a name that a dotted row of the table has further inside is another one's", () => {
  const definitions = `
shade: {in: body, type: array, required: true, description: "Shades. See :ref:\`lamp-shade\`."}
shade_name: {in: body, type: string, required: false, description: The name of the shade.}
pins: {in: body, type: array, required: true, description: Pins.}
pin_name: {in: body, type: string, required: true, description: The name of the pin.}
`;
  const shape = `.. _lamp-shade:\n\n${part("About shades", table("name: shade_name", "pins: pins", "pins.name: pin_name"))}`;
  const page = `Lamps\n=====\n\nCreate lamp\n-----------\n\n.. rest_method:: POST /lamps\n\n${part("Request", table("shade: shade"))}${shape}${part("Request example", ".. literalinclude:: lamp.json\n")}`;
  const sample = JSON.stringify({ shade: [{ pins: [{ name: "p" }] }] });
  const { files } = treeOf({ "index.rst": page, "parameters.yaml": definitions, "lamp.json": sample });
  expect(JSON.stringify(documentOf(files).components)).toContain(
    '"name":{"type":"string","description":"The name of the shade."}',
  );
});
