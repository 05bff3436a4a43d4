import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

const definitions = `
id: {in: body, type: string, required: true, description: Its ID.}
next_lamp: {in: body, type: string, required: true, description: The next page of lamps.}
next_page: {in: body, type: string, required: true, description: The next page.}
links: {in: body, type: object, required: true, description: Links of the page.}
name_of_room: {in: body, type: string, required: true, description: The name of the room that the lamp lights.}
name: {in: body, type: string, required: true, description: Its name.}
room: {in: body, type: object, required: true, description: Where it is.}
`;

interface Answer {
  readonly url: string;
  readonly rows: readonly string[];
  readonly sample: unknown;
}

function schemasOf(answers: readonly Answer[]): Record<string, JsonObject> {
  const files: Record<string, string> = { "parameters.yaml": definitions };
  const sections = answers.map(({ url, rows, sample }, index) => {
    files[`sample${index}.json`] = JSON.stringify(sample);
    return [
      `${url.replace(/\W+/g, " ")}\n${"-".repeat(40)}\n\n.. rest_method:: ${url}\n\nNormal response codes: 200\n\n`,
      `Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}`).join("\n")}\n\n`,
      `.. literalinclude:: sample${index}.json\n   :language: javascript\n`,
    ].join("");
  });
  files["index.rst"] = `=====\nHouse\n=====\n\n${sections.join("\n")}`;
  const { components } = specificationOf(treeOf(files).files).specification.document;
  return (components as JsonObject).schemas as Record<string, JsonObject>;
}

const links = { next: "2", self: "1", previous: "0" };
const ofLamps = { url: "GET /lamps", sample: { lamps: [{ id: "l1", level: 3 }], links } };
const ofRooms = { url: "GET /rooms", rows: ["id: id"], sample: { rooms: [{ id: "r1", area: 3 }], links } };

test("a text that names what only some of the operations are about stands beside their references", () => {
  const { Link, GetLampsResponse } = schemasOf([
    { ...ofLamps, rows: ["links: links", "next: next_lamp"] },
    ofRooms,
  ]);
  expect((Link!.properties as JsonObject).next).not.toHaveProperty("description");
  expect((GetLampsResponse!.properties as JsonObject).links).toMatchObject({
    allOf: [
      { $ref: "#/components/schemas/Link" },
      { properties: { next: { description: "The next page of lamps." } } },
    ],
  });
});

test("a text that holds for all is that of the component", () => {
  const rows = ["links: links", "next: next_page"];
  const { Link } = schemasOf([
    { ...ofLamps, rows },
    { ...ofRooms, rows },
  ]);
  expect(Link!.properties).toMatchObject({ next: { type: "string", description: "The next page." } });
});

test("a text that names the subject of all that have the property is that of the component", () => {
  const rows = ["links: links", "next: next_lamp"];
  const { Link } = schemasOf([
    { ...ofLamps, rows },
    { ...ofLamps, url: "GET /houses/{id}/lamps", rows },
  ]);
  expect(Link!.properties).toMatchObject({ next: { description: "The next page of lamps." } });
});

test("the operations of a resource are heard before others that answer with it", () => {
  const room = { id: "r1", name: "Hall", area: 3 };
  const lamp = { id: "l1", level: 2, room };
  const own = { rows: ["room: room", "id: id", "name: name"], sample: { room } };
  const foreign = { rows: ["room: room", "name: name_of_room"], sample: { lamp } };
  const { Room } = schemasOf([
    { ...foreign, url: "GET /lamps/{id}" },
    { ...foreign, url: "PUT /lamps/{id}" },
    { ...own, url: "GET /rooms/{id}" },
  ]);
  expect(Room!.properties).toMatchObject({ name: { description: "Its name." } });
});
