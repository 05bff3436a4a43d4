import { expect, test } from "vitest";
import { setOrigin } from "../../src/data/origin.ts";
import { sourceMapOf } from "../../src/openapi/source-map.ts";
import { SourceFile } from "../../src/text/source-file.ts";

const file = new SourceFile("/index.rst", "lamps");
const place = (start: number) => ({ file, start, end: start + 1 });

test("properties and schemas without an origin of their own stand where they are used first", () => {
  const bulb = { type: "object", properties: { watts: { type: "integer" } } };
  const socket = { properties: { bulb: { $ref: "#/components/schemas/Bulb" } } };
  const lamp = {
    properties: { properties: { type: "string" }, socket: { $ref: "#/components/schemas/Socket" } },
  };
  const example = { value: { properties: { a: 1 } } };
  const document = {
    components: {
      schemas: { Bulb: bulb, Lamp: lamp, Lost: { properties: { a: {} } }, Socket: socket },
      examples: { example },
    },
  };
  setOrigin(lamp, place(1));
  setOrigin(lamp.properties.socket, place(2));
  setOrigin(example, place(3));
  const found = [...sourceMapOf(document)].map(([pointer, { start }]) => [pointer, start]);
  const at = "/components/schemas";
  expect(Object.fromEntries(found)).toEqual({
    [`${at}/Lamp`]: 1,
    [`${at}/Lamp/properties/properties`]: 1,
    [`${at}/Lamp/properties/socket`]: 2,
    [`${at}/Socket`]: 2,
    [`${at}/Socket/properties/bulb`]: 2,
    [`${at}/Bulb`]: 2,
    [`${at}/Bulb/properties/watts`]: 2,
    "/components/examples/example": 3,
  });
});
