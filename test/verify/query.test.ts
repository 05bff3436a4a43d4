import { expect, test } from "vitest";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";

const definition = (name: string, type: string, description: string, more = "") => `
${name}:
  description: |
    ${description}
  in: query
  required: false
  type: ${type}
${more}`;

const TREE = {
  "index.rst": `
Lamps
=====

List lamps
----------

.. rest_method:: GET /lamps

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - limit: limit
   - lit: lit
   - colour: colour
   - sort: sort

Normal response codes: 200

List shades
-----------

.. rest_method:: GET /shades

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
  "parameters.yaml":
    definition("colour", "string", "Lamps of this colour.", "  enum: [amber, blue]\n") +
    definition("limit", "integer", "No more than these.") +
    definition("lit", "boolean", "Only those that are lit.") +
    definition("sort", "string", "By what they are sorted."),
};

const verify = async (evidence: object) => {
  const files = Object.fromEntries(
    Object.entries({ ...TREE, evidence: JSON.stringify(evidence) }).map(([name, text]) => [
      `/project/source/${name}`,
      text,
    ]),
  );
  const { out } = await run(memoryFiles({ files }), [
    "verify",
    "source",
    "--against",
    "source/evidence",
    "--format",
    "json",
  ]);
  return (
    JSON.parse(out).findings as {
      rule: string;
      severity: string;
      file: string;
      line: number;
      message: string;
    }[]
  ).map(({ rule, severity, file, line, message }) => `${severity} ${rule} ${file}:${line} ${message}`);
};

const parameter = (name: string, schema: object) => ({ in: "query", name, schema });

const documentOf = (...parameters: object[]) => ({
  openapi: "3.1.0",
  info: { title: "Lamps", version: "1" },
  paths: {
    "/lamps": { get: { summary: "List", parameters, responses: {} } },
    "/shades": { get: { summary: "List", parameters: [parameter("limit", {})], responses: {} } },
  },
});

const trafficOf = (...queries: string[]) => ({
  log: {
    version: "1.2",
    entries: queries.map((query) => ({
      request: { method: "GET", url: `http://l.example/lamps?${query}`, headers: [] },
      response: {
        status: 200,
        headers: [{ name: "Date", value: "Sat, 28 Nov 2026 10:00:00 GMT" }],
        content: {},
      },
    })),
  },
});

test.each<[string, object, string]>([
  [
    "a number where true or false is documented",
    parameter("lit", { type: "integer" }),
    "`lit` is an `integer` in the query, and the definition says `boolean`.",
  ],
  [
    "true or false where a text is documented",
    parameter("sort", { type: "boolean" }),
    "`sort` is a `boolean` in the query, and the definition says `string`.",
  ],
  [
    "a value more",
    parameter("colour", { type: "string", enum: ["amber", "blue", "violet"] }),
    "`violet` is a value of `colour` in the request, and the definition does not list it.",
  ],
  [
    "a value more, given several times",
    parameter("colour", { type: "array", items: { enum: ["amber", "blue", "violet"] } }),
    "`violet` is a value of `colour` in the request, and the definition does not list it.",
  ],
  [
    "a value fewer",
    parameter("colour", { type: "string", enum: ["amber"] }),
    "`blue` is listed as a value of `colour`, and the schema of the request does not allow it.",
  ],
  [
    "a value more, in a query that is one object",
    parameter("query", {
      type: "object",
      properties: { colour: { enum: ["amber", "blue", "violet"] } },
    }),
    "`violet` is a value of `colour` in the request, and the definition does not list it.",
  ],
])("a document has %s", async (_, one, message) => {
  const findings = await verify(documentOf(one));
  expect(findings).toEqual([expect.stringContaining(message)]);
});

test.each<[string, object]>([
  ["a text, which spells any value", parameter("limit", { type: "string" })],
  ["a text or a number", parameter("limit", { type: ["integer", "string"] })],
  ["a list", parameter("limit", { type: "array", items: { type: "boolean" } })],
  ["any number where an integer is documented", parameter("limit", { type: "number" })],
  ["nothing", parameter("lit", {})],
  ["the same values in capitals", parameter("colour", { enum: ["AMBER", "BLUE"] })],
])("a document may have %s", async (_, one) => {
  expect(await verify(documentOf(one))).toEqual([]);
});

test.each<[string, string[], string]>([
  [
    "a word for a number",
    ["limit=many"],
    "`limit` is a `string` in the query, and the definition says `integer`.",
  ],
  [
    "a word for true or false",
    ["lit=true", "lit=both"],
    "`lit` is a `string` in the query, and the definition says `boolean`.",
  ],
  [
    "a value that is not listed",
    ["colour=violet"],
    "`violet` is a value of `colour` in the request, and the definition does not list it.",
  ],
])("a service takes %s", async (_, queries, message) => {
  expect(await verify(trafficOf(...queries))).toEqual([expect.stringContaining(message)]);
});

test("lists, operators, numbers for words and nothing at all tell of no type and no value", async () => {
  const queries = [
    "limit=",
    "lit=1",
    "lit=False",
    "colour=amber,violet",
    "colour=in:amber",
    "sort=1",
    "limit=10",
  ];
  expect(await verify(trafficOf(...queries))).toEqual([]);
});

test("what was refused tells of no value that is taken", async () => {
  const { log } = trafficOf("limit=many", "limit=1");
  log.entries[0]!.response.status = 400;
  expect(await verify({ log })).toEqual([]);
});
