import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** Findings at definitions and rows that have the wrong `in`, of operations with one row for the request each. */
function told(
  definition: string,
  place: string,
  operations: Readonly<Record<string, string>>,
  sample = "",
): string[] {
  const sections = Object.entries(operations).map(
    ([url, row], index) =>
      `Lamps ${index}\n-------\n\n.. rest_method:: ${url}\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - ${row}\n   - id: id\n\n${sample === "" ? "" : `.. literalinclude:: lamp.json\n\n`}`,
  );
  return checkTree({
    "index.rst": `Lamps\n=====\n\n${sections.join("")}`,
    "parameters.yaml": ["id", definition]
      .map(
        (key) =>
          `${key}:\n  description: |\n    Words of ${key}.\n  in: ${key === "id" ? "body" : place}\n  required: false\n  type: string\n`,
      )
      .join(""),
    ...(sample === "" ? {} : { "lamp.json": sample }),
  })
    .filter(({ rule }) => /body-on-get|path-parameter-undocumented|sample-undocumented/.test(rule))
    .filter(({ message }) => !message.startsWith("`id`"))
    .map(({ message, span }) => `${span.file.path.split("/").at(-1)}: ${message}`);
}

test("a definition for queries that is in the body", () => {
  expect(told("colour-query", "body", { "GET /lamps": "colour: colour-query" })).toEqual([
    "parameters.yaml: `colour-query` is `in: body`, but only requests without a body look it up. Write `in: query`, as the key says.",
  ]);
});

test("a row of a body clears it", () => {
  const [message] = told("colour-query", "body", {
    "GET /lamps": "colour: colour-query",
    "POST /lamps": "colour: colour-query",
  });
  expect(message).toMatch(/^index\.rst: `colour` and `id` are `in: body`/);
});

test("a definition of requests with a body that is in the query", () => {
  const sample = '{"colour": "green", "id": "a"}';
  expect(told("colour-request", "query", { "POST /lamps": "colour: colour-request" }, sample)).toEqual([
    "parameters.yaml: `colour-request` is `in: query`, but only requests with a body look it up, and a sample sends it there. Write `in: body`.",
  ]);
  expect(told("colour-other", "query", { "POST /lamps": "colour: colour-other" }, sample)).toEqual([
    "index.rst: `colour` is `in: query`, but the sample sends it in the body. Look up a definition with `in: body`.",
  ]);
});

test("a definition of the path that one URL lacks", () => {
  const operations = {
    "PUT /lamps/{lamp_id}": "lamp_id: lamp_id_path",
    "PATCH /lamps/{lamp_id}": "lamp_id: lamp_id_path",
    "POST /lamps": "lamp_id: lamp_id_path",
  };
  expect(told("lamp_id_path", "query", operations)).toEqual([
    "parameters.yaml: `lamp_id_path` is `in: query`, but 2 rows look it up for variables in the URL's path. Write `in: path`, as the key says.",
  ]);
});
