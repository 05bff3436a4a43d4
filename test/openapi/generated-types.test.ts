import { expect, test } from "vitest";
import { compileTypes, typesOf } from "../../scripts/lib/consumers.mjs";
import { programOfSamples, samplesOf, typeOfOpenapiTypescript } from "../../scripts/lib/typed-samples.mjs";
import { specificationOf, treeOf } from "../support/project.ts";

const definitions = `
lamp: {in: body, type: object, required: true, description: A lamp.}
rules: {in: body, type: object, required: true, description: When it shines.}
level: {in: body, type: integer, required: false, description: How bright it is., default: 3}
watts: {in: body, type: integer, required: true, description: By room.}
id: {in: body, type: string, required: true, description: Its ID.}
scenes: {in: body, type: object, required: true, description: "A map of scenes by name."}
`;

const table = (...rows: string[]) =>
  rows.length === 0
    ? ""
    : `.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n`;

/** An operation with a table and a sample on one side. */
const operation = (url: string, side: "Request" | "Response", rows: readonly string[], sample: unknown) =>
  `${side} of ${url}\n${"-".repeat(60)}\n\n.. rest_method:: ${url}\n\nNormal response codes: 200\n\n${side}\n~~~~~~~~\n\n` +
  `${table(...rows)}.. code-block:: json\n\n   ${JSON.stringify(sample)}\n\n`;

/** What the compiler has against the samples of some operations, each written out as a value of its type. */
async function complaints(...operations: string[]) {
  const { files } = treeOf({
    "index.rst": `=====\nLamps\n=====\n\n${operations.join("")}`,
    "parameters.yaml": definitions,
  });
  const document = JSON.parse(JSON.stringify(specificationOf(files).specification.document));
  const samples = [...samplesOf(document)];
  expect(samples).toHaveLength(operations.length);
  const { text } = programOfSamples(samples, typeOfOpenapiTypescript, await typesOf(document));
  return compileTypes(new Map([["lamps.ts", text]])).get("lamps.ts");
}

test("a sample of another type is seen", async () => {
  const { text } = programOfSamples(
    [
      {
        path: "/",
        method: "get",
        operationId: "a",
        status: "200",
        mediaType: "application/json",
        name: "s",
        value: 1,
      },
    ],
    typeOfOpenapiTypescript,
    `interface paths { "/": { get: { responses: { 200: { content: { "application/json": string } } } } } }`,
  );
  expect(compileTypes(new Map([["lamps.ts", text]])).get("lamps.ts")).toMatchObject([{ rule: "TS2322" }]);
});

test("what has a default may be left out", async () => {
  expect(
    await complaints(operation("POST /lamps", "Request", ["lamp: lamp", "lamp.level: level"], { lamp: {} })),
  ).toEqual([]);
});

test("a property beside the values of a map is of another type than these", async () => {
  const rows = ["id: id", "watts_{room}: watts"];
  expect(await complaints(operation("GET /watts", "Response", rows, { id: "w", watts_hall: 7 }))).toEqual([]);
});

test("an object inside a resource has other properties in some samples", async () => {
  const rows = ["lamp: lamp", "id: id", "rules: rules"];
  const answer = (url: string, rules: unknown) =>
    operation(url, "Response", rows, { lamp: { id: "l", rules } });
  expect(
    await complaints(
      answer("GET /lamps/{id}", { on: 7, off: 9, by: "hand" }),
      answer("PUT /lamps/{id}", { on: 7, off: 9, by: "hand" }),
      answer("POST /lamps", { unless: { day: "Sunday" } }),
    ),
  ).toEqual([]);
});

test("what one operation describes as a map has the keys that only samples of another name", async () => {
  const show = operation("GET /lamps/{id}", "Response", ["lamp: lamp", "id: id", "scenes: scenes"], {
    lamp: { id: "l", scenes: { evening: { level: 1 } } },
  });
  const update = operation("PUT /lamps/{id}", "Response", ["lamp: lamp", "id: id"], {
    lamp: { id: "l", scenes: { night: { level: 0, colour: "red" }, morning: { level: 5 } } },
  });
  expect(await complaints(show, update)).toEqual([]);
});
