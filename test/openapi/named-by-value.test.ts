import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

/** Names and descriptions of the parameters of a GET whose table has rows `in: path`. */
function queryOf(query: string, ...rows: string[]): Record<string, unknown> {
  const { files } = treeOf({
    "index.rst": `Lamps\n=====\n\nList lamps\n----------\n\n.. rest_method:: GET /lamps?${query}\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}: ${row}\n`).join("")}`,
    "parameters.yaml": `
filter: {in: path, type: string, required: true, description: "By what, such as room_id."}
room_id: {in: path, type: string, required: true, description: The room.}
`,
  });
  const { paths } = specificationOf(files, {}).specification.document;
  const { get } = (paths as Record<string, Record<string, JsonObject>>)["/lamps"]!;
  const parameters = get!.parameters as JsonObject[];
  return Object.fromEntries(parameters.map(({ name, description }) => [name, description]));
}

test("a query whose name is a variable filters by what its value is called", () => {
  expect(queryOf("{filter}={room_id}", "filter", "room_id")).toEqual({
    room_id: "The room.\n\nBy what, such as room_id.",
  });
});

test("a value without a row, and a name that is its value, name nothing else", () => {
  expect(Object.keys(queryOf("{filter}={value}", "filter"))).toEqual(["filter"]);
  expect(Object.keys(queryOf("{room_id}={room_id}", "room_id"))).toEqual(["room_id"]);
});
