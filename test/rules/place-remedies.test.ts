import { describe, expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const definition = (key: string, place: string) =>
  `${key}:\n  description: Words.\n  in: ${place}\n  required: ${place === "path"}\n  type: string\n`;

const table = (title: string, rows: readonly string[]) =>
  rows.length === 0
    ? ""
    : `${title}\n${"~".repeat(title.length)}\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n`;

interface Written {
  readonly request?: readonly string[];
  readonly response?: readonly string[];
  /** `[key, in]` */
  readonly definitions: readonly (readonly [string, string])[];
}

/** The rules and the ends of what is told of `GET /lamps/{lamp_id}` with these tables. */
function told({ request = [], response = [], definitions }: Written): string[] {
  return checkTree({
    "index.rst": `Lamps\n=====\n\nShow lamp\n---------\n\n.. rest_method:: GET /lamps/{lamp_id}\n\n${table("Request", request)}${table("Response", response)}`,
    "parameters.yaml": definitions.map(([key, place]) => definition(key, place)).join(""),
  })
    .filter(({ rule }) =>
      /^(?:body-on-get|request-row-in-response|path-parameter-not-in-url|definition-unused)$/.test(rule),
    )
    .map(({ rule, message }) => `${rule}: ${message.replace(/^.*?\. (?=[A-Z])/, "")}`);
}

const lampId = ["lamp_id: lamp_id_path"];
const [path, query] = [["lamp_id_path", "path"] as const, ["colour-query", "query"] as const];

describe("rows of a body among parameters of the query", () => {
  const rows = [...lampId, "colour: colour-query", "size: size"];
  test("look up the definition of the query that is called as they are, which nothing calls unused", () => {
    expect(
      told({ request: rows, definitions: [path, query, ["size", "body"], ["size_query", "query"]] }),
    ).toEqual([
      "body-on-get: Look up a definition with `in: query`, such as `size_query`, which nothing looks up.",
    ]);
  });

  test("get one that is called as the others", () => {
    expect(told({ request: rows, definitions: [path, query, ["size", "body"]] })).toEqual([
      "body-on-get: Look up a definition with `in: query`: write one such as `size-query`.",
    ]);
  });

  test("of a table without such parameters may be those of a response", () => {
    expect(told({ request: [...lampId, "size: size"], definitions: [path, ["size", "body"]] })).toEqual([
      "body-on-get: Put it below a title that names the response, or look up a definition with `in: query`.",
    ]);
  });
});

describe("rows of a request in a response", () => {
  const colour = ["colour_path", "path"] as const;
  test.each([
    [
      "that the URL does not have",
      { response: ["colour: colour_path"], definitions: [path, colour] },
      "Look up a definition with `in: body`.",
    ],
    [
      "for which there is a definition of bodies",
      {
        response: ["colour: colour_path", "shade: colour_body"],
        definitions: [path, colour, ["colour_body", "body"]],
      },
      "Look up a definition with `in: body`, such as `colour_body`.",
    ],
    [
      "that the request has, too",
      { response: lampId, definitions: [path] },
      "Look up a definition with `in: body`, or take the row out here: the request has it.",
    ],
    [
      "of the query",
      { response: ["colour: colour-query"], definitions: [path, query] },
      "Move the row to the request, or look up a definition with `in: body`.",
    ],
  ] as const)("%s", (_, { response, definitions }, want) => {
    expect(told({ request: lampId, response, definitions })).toEqual([`request-row-in-response: ${want}`]);
  });
});

test("a row `in: path` among parameters of the query may have been meant for one that is called so", () => {
  const request = [...lampId, "colour: colour-query", "size: size_path"];
  const definitions = [path, query, ["size_path", "path"], ["size_query", "query"]] as const;
  expect(told({ request, definitions })).toContainEqual(
    "path-parameter-not-in-url: Look up a definition with `in: query`, such as `size_query`, or remove the row.",
  );
});
