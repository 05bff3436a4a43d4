import { expect, test } from "vitest";
import type { Operation, ParameterRow } from "../../src/apiref/model.ts";
import { readApiRef } from "../../src/apiref/read.ts";
import { ROOT, treeOf } from "../support/project.ts";

const parameters = `
shade_query: {in: query, type: string, description: Filters by shade.}
shade: {in: body, type: string, required: true, description: Its shade.}
glow: {in: body, type: string, required: true, description: How it glows.}
hue: {in: body, type: string, required: true, min_version: 1.2, description: Its hue.}
X-Lamp: {in: header, type: string, description: A lamp.}
`;

const REQUEST = ["shade: shade_query", "shade: shade", "X-Lamp: X-Lamp"];
const RESPONSE = ["shade: shade", "glow: glow", "hue: hue"];

function table(title: string, rows: readonly string[]): string {
  return `${title}\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}`).join("\n")}\n\n`;
}

function operation(title: string, text: string): string {
  return `${title}\n${"-".repeat(40)}\n\n.. rest_method:: POST /${title.toLowerCase().replaceAll(" ", "/")}\n\n${text}\n\n${table("Request", REQUEST)}${table("Response", RESPONSE)}`;
}

function chapter(title: string, ...operations: string[]): string {
  return `${title}\n${"=".repeat(40)}\n\n${operations.join("")}`;
}

function read(...chapters: string[]): Operation[] {
  const page = `#####\nHouse\n#####\n\n${chapters.join("")}`;
  const { files } = treeOf({ "index.rst": page, "parameters.yaml": parameters });
  return readApiRef(files, ROOT).documents.flatMap(({ operations }) => [...operations]);
}

/** The rows of an operation that have versions of their own: `request shade 1.4`. */
function bounds({ rows }: Operation): string[] {
  return rows.flatMap(({ side, name, definition, minVersion, maxVersion }: ParameterRow) =>
    minVersion === undefined && maxVersion === undefined
      ? []
      : [`${side} ${definition!.in} ${name} ${minVersion ?? ""}-${maxVersion ?? ""}`],
  );
}

const added = (version: string, text: string) => `.. versionadded:: ${version}\n   ${text}\n`;

test.each([
  ["Introduced the ``glow`` field.", ["response body glow 1.4-"]],
  [
    "Added support for the ``shade`` and ``glow`` response fields.",
    ["response body shade 1.4-", "response body glow 1.4-"],
  ],
  [
    "Added the ``shade`` request and response fields.",
    ["request body shade 1.4-", "response body shade 1.4-"],
  ],
  ["Added the ``shade`` query parameter. When it is there, the lamp is dim.", ["request query shade 1.4-"]],
  [
    "Introduced the ``shade`` query parameter and ``glow`` field.",
    ["request query shade 1.4-", "response body glow 1.4-"],
  ],
  [
    "``shade`` parameter for passing the shade of the lamp",
    ["request query shade 1.4-", "request body shade 1.4-"],
  ],
  ["Added the ``X-Lamp`` header.", ["request header X-Lamp 1.4-"]],
  // what it says of other versions is said
  ["Introduced the ``hue`` field.", []],
  // about a value, or about what a field takes
  ["The ``glow`` field now takes ``dim``.", []],
  ["Added ``dim`` as a value of the ``glow`` field.", []],
  ["Added the ability to filter by ``shade``.", []],
])("what came with a microversion: %s", (text, expected) => {
  const [only] = read(chapter("Lamps", operation("Create lamp", added("1.4", text))));
  expect(bounds(only!)).toEqual(expected);
});

test("what is gone ends with the version before", () => {
  const text = ".. versionremoved:: 1.9\n   Removed the ``glow`` field.\n";
  const [only] = read(chapter("Lamps", operation("Create lamp", text)));
  expect(bounds(only!)).toEqual(["response body glow -1.8"]);
});

test("what one operation says counts for its chapter", () => {
  const silent = operation("Copy lamp", "Copies it.");
  const [, copy, other] = read(
    chapter("Lamps", operation("Create lamp", added("1.4", "Introduced the ``glow`` field.")), silent),
    chapter("Bulbs", operation("Create bulb", "")),
  );
  expect(bounds(copy!)).toEqual(["response body glow 1.4-"]);
  expect(bounds(other!)).toEqual([]);
});

test("what chapters say alike of bodies counts for all, what they say otherwise for each alone", () => {
  const saying = (version: string) => added(version, "Introduced the ``glow`` field.");
  const chapters = (second: string) =>
    read(
      chapter("Lamps", operation("Create lamp", saying("1.4"))),
      chapter("Bulbs", operation("Create bulb", saying(second))),
      chapter("Shades", operation("Create shade", "")),
    ).map((one) => bounds(one));
  expect(chapters("1.4")[2]).toEqual(["response body glow 1.4-"]);
  expect(chapters("1.6")).toEqual([["response body glow 1.4-"], ["response body glow 1.6-"], []]);
});
