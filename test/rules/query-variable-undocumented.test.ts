import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** What is found of an operation with a URL and rows; each key of the definitions is where it stands, such as `query_id`. */
function found(url: string, rows: readonly string[]) {
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET ${url}\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}`,
    "parameters.yaml": ["path", "query"]
      .map(
        (place) => `${place}_id:\n  description: Which.\n  in: ${place}\n  required: true\n  type: string\n`,
      )
      .join(""),
  })
    .filter(({ rule }) => rule.startsWith("query-variable-"))
    .map(({ rule, span, message }) => `${rule} ${span.file.text.slice(span.start, span.end)}: ${message}`);
}

test.each([
  ["a plain value", "/lamps?lit=true", ["id: query_id"]],
  ["no value", "/lamps?lit", ["id: query_id"]],
  ["a row of the name", "/lamps?room={room_id}", ["room: query_id"]],
  ["a row of the variable", "/lamps?room={room_id}", ["room_id: query_id"]],
  ["a row of one of the variables", "/lamps?rooms={room_1},{room_2}", ["room_2: query_id"]],
  ["a row whose definition is missing", "/lamps?room={room}", ["room: nothing"]],
])("documented, or in no need of it: %s", (_, url, rows) => {
  expect(found(url, rows)).toEqual([]);
});

const lacking = (name: string) =>
  `No row for \`${name}\` in the query of the URL. Add one to the request's parameters, with \`in: query\` in its definition.`;

test("every variable of the query has a row of its own", () => {
  expect(found("/lamps?lit=true&room={room}&hue={hue}", ["hue: query_id"])).toEqual([
    `query-variable-undocumented room={room}: ${lacking("room")}`,
  ]);
  expect(found("/rooms/{id}/lamps?beside={id}", ["id: path_id"])).toEqual([
    `query-variable-undocumented beside={id}: ${lacking("beside")}`,
  ]);
});

test("a row of nearly the name is named", () => {
  expect(found("/lamps?room-colours={colours}", ["room_colours: query_id"])).toEqual([
    "query-variable-undocumented room-colours={colours}: No row for `room-colours` in the query of the URL, but one for `room_colours`. Give both the same name, or add a row.",
  ]);
});

test("a row with another place is told of once", () => {
  expect(found("/lamps?room={room}", ["room: path_id"])).toEqual([
    "query-variable-misplaced path_id: `room` stands in the query of the URL, but `path_id` is `in: path`. Look up a definition that is `in: query`.",
  ]);
});
