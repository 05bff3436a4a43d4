import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { documentOf, treeOf } from "../support/project.ts";

const definitions = `
id: {in: body, type: string, required: true, description: Its ID.}
lamps: {in: body, type: object, required: true, description: The lamps of the house.}
lamps_by_room: {in: body, type: object, required: true, description: 'Lamps, keyed by the names of their rooms.'}
level: {in: body, type: integer, required: true, description: How bright it is.}
`;

/** The property `lamps` of what `GET /houses/{id}` shows of the hall, beside an operation with this table and sample. */
function lampsOfHouse(rows: readonly string[], sample: unknown): JsonObject {
  const section = (title: string, url: string, table: readonly string[]) =>
    `${title}\n----------\n\n.. rest_method:: GET ${url}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n
${table.map((row) => `   - ${row}\n`).join("")}\n.. literalinclude:: ${title.split(" ")[1]}.json\n   :language: json\n\n`;
  const house = section("Show house", "/houses/{id}", ["id: id", "lamps: lamps"]);
  const { files } = treeOf({
    "index.rst": `House\n=====\n\n${house}${section("List lamps", "/lamps", rows)}`,
    "parameters.yaml": definitions,
    "house.json": JSON.stringify({ house: { id: "h1", lamps: { hall: [{ level: 3, colour: "red" }] } } }),
    "lamps.json": JSON.stringify(sample),
  });
  const document = documentOf(files) as unknown as { components: { schemas: Record<string, JsonObject> } };
  return (document.components.schemas.House!.properties as JsonObject).lamps as JsonObject;
}

test("keys that a table of another response says to be data are none of an object of that name", () => {
  const rows = ["lamps: lamps_by_room", "level: level"];
  const lamps = lampsOfHouse(rows, { lamps: { kitchen: [{ level: 2 }] } });
  expect(lamps).not.toHaveProperty("properties");
  expect(lamps.additionalProperties).toMatchObject({
    type: "array",
    items: { properties: { level: { type: "integer" }, colour: { type: "string" } } },
  });
});

test("objects that hold something else than the values of that map keep their properties", () => {
  const rows = ["lamps: lamps_by_room", "level: level"];
  const lamps = lampsOfHouse(rows, { lamps: { kitchen: { level: 2 } } });
  expect(lamps).toMatchObject({ properties: { hall: { type: "array" } } });
});
