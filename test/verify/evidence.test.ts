import { expect, test } from "vitest";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";

const TREE = {
  "/project/source/index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

Response codes
~~~~~~~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour
   - parent: parent

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
`,
  "/project/source/status.yaml": "200:\n  default: Done.\n",
  "/project/source/widget.json": '{"widget": {"colour": "green", "parent": {}}}',
  "/project/source/parameters.yaml": `
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
parent:
  description: The widget that it hangs on.
  in: body
  required: false
  type: object
widget:
  description: The widget.
  in: body
  required: true
  type: object
`,
};

const verify = (evidence: string | Uint8Array, ...argv: string[]) =>
  run(memoryFiles({ files: { ...TREE, "/project/evidence": evidence } }), [
    "verify",
    "source",
    "--against",
    "evidence",
    "--format",
    "json",
    ...argv,
  ]);

const messages = (out: string): string[] =>
  (JSON.parse(out).findings as { rule: string; message: string }[]).map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

const exchange = (text: string, url = "http://w.example/widgets/1") => ({
  request: { method: "GET", url, headers: [] },
  response: {
    status: 200,
    headers: [{ name: "Date", value: "Sat, 28 Nov 2026 10:00:00 GMT" }],
    content: { mimeType: "application/json", text },
  },
});
const log = (...entries: object[]) => JSON.stringify({ log: { version: "1.2", entries } }, undefined, 1);
const plain = exchange('{"widget": {"colour": "red"}}');

const documentOf = (widget: object, more: object = {}) =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Widgets", version: "1" },
    paths: {
      "/widgets/{id}": {
        get: {
          responses: {
            200: {
              content: { "application/json": { schema: { type: "object", properties: { widget } } } },
            },
          },
        },
      },
    },
    ...more,
  });

test.each([
  ["an empty file", "", "evidence is empty."],
  ["blank lines", "\n\n", "evidence is empty."],
  ["a text", "Hello", "evidence is neither an OpenAPI 3.0 or 3.1 document nor a HAR log."],
  ["other JSON", '{"a": 1}', "evidence is neither an OpenAPI 3.0 or 3.1 document nor a HAR log."],
  ["a list", "[1, 2]", "evidence is neither"],
  ["bytes of anything", new Uint8Array([0, 255, 254, 1, 2, 3]), "evidence is neither"],
  ["OpenAPI 2.0", '{"swagger": "2.0", "paths": {}}', "evidence is an OpenAPI 2.0 document."],
  ["OpenAPI of a later time", '{"openapi": "4.0.0", "paths": {}}', "evidence is neither"],
  ["a document that is cut off", documentOf({}).slice(0, 90), "evidence cannot be read: line 1"],
  [
    "a document of another service",
    documentOf({}).replace("/widgets", "/lamps"),
    "evidence has no operation",
  ],
  ["a document without paths", '{"openapi": "3.0.0"}', "evidence has no operation"],
  ["a document whose paths are no object", '{"openapi": "3.0.0", "paths": [1]}', "evidence has no operation"],
  ["a log of another service", log(exchange("{}", "http://w.example/lamps/1")), "evidence has no exchange"],
  ["a log without entries", log(), "evidence is a HAR log without entries."],
  [
    "a log that is cut off at once",
    '{"log": {"entries": [{"request": {',
    "evidence is cut off before its first entry.",
  ],
  [
    "a log of nonsense",
    '{"log": {"entries": [{}, {"request": 1}, {"request": {}, "response": {}}]}}',
    "evidence has no exchange",
  ],
])("ends with one line: %s", async (_, evidence, message) => {
  const { exitCode, out, err } = await verify(evidence);
  expect(out).toBe("");
  expect(err).toMatch(/^apiref: [^\n]+\n$/);
  expect(err).toContain(message);
  expect(exitCode).toBe(2);
});

test("a file that there is not, and a folder", async () => {
  for (const [name, message] of [
    ["nothing.har", "There is no file nothing.har."],
    ["source", "source is no regular file."],
  ] as const) {
    const { exitCode, err } = await run(memoryFiles({ files: TREE }), [
      "verify",
      "source",
      "--against",
      name,
    ]);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(message)]);
  }
});

test("no evidence at all", async () => {
  const { exitCode, err } = await run(memoryFiles({ files: TREE }), ["verify", "source"]);
  expect(exitCode).toBe(2);
  expect(err).toContain("Name what to hold the documentation against");
});

test("reads a log up to where it is cut off, and says so", async () => {
  const whole = log(exchange('{"widget": {"colour": 1}}'), plain);
  const { exitCode, out, err } = await verify(whole.slice(0, -60));
  expect(exitCode).toBe(1);
  expect(messages(out)).toEqual([expect.stringContaining("`widget.colour` is an `integer`")]);
  expect(err).toContain("evidence is cut off after entry 1");
});

test("passes over what is no exchange with an answer", async () => {
  const { exitCode, err } = await verify(
    log(
      plain,
      { ...plain, _resourceType: "websocket" },
      { ...plain, request: { ...plain.request, url: "ws://w.example/widgets/1" } },
      { ...plain, response: { status: 0 } },
      { request: plain.request },
      { ...plain, request: { method: "GET", url: "no address", headers: [] } },
    ),
  );
  expect(exitCode).toBe(0);
  expect(err).toContain("evidence: 1 of 1 exchange matched");
  expect(err).toContain("entries of WebSockets and the like, passed over: 2");
  expect(err).toContain("entries that had no answer, passed over: 1");
});

test("takes a body as it comes: base64, broken, absent, cut by the recorder", async () => {
  const content = (more: object) => ({ ...plain, response: { ...plain.response, content: more } });
  const { exitCode, out } = await verify(
    log(
      content({
        text: Buffer.from('{"widget": {"colour": true}}').toString("base64"),
        encoding: "base64",
        size: 9,
      }),
      content({ text: "%%%", encoding: "base64" }),
      content({ text: '{"widget": {"col' }),
      content({ size: 1234, compression: 1000 }),
      { ...plain, response: { status: 200 } },
    ),
  );
  expect(exitCode).toBe(1);
  expect(messages(out)).toEqual([expect.stringContaining("`widget.colour` is a `boolean`")]);
});

test("reads bodies and schemas of any depth", async () => {
  const depth = 5000;
  const deep = `${'{"parent":'.repeat(depth)}1${"}".repeat(depth)}`;
  expect((await verify(log(exchange(`{"widget": ${deep}}`), plain))).exitCode).toBe(0);
  let schema: object = { type: "string" };
  for (let level = 0; level < 500; level++) schema = { type: "object", properties: { parent: schema } };
  expect((await verify(documentOf(schema))).exitCode).toBe(0);
});

test("follows references within the file, in circles, too, and no others", async () => {
  const widget = {
    type: "object",
    properties: {
      colour: { $ref: "#/components/schemas/Colour" },
      parent: { $ref: "#/components/schemas/Widget" },
      shape: { $ref: "http://shapes.example/shape.json#/Shape" },
      lost: { $ref: "#/components/schemas/Lost" },
      round: { $ref: "#/components/schemas/Round" },
    },
  };
  const components = {
    schemas: { Widget: widget, Colour: { type: "integer" }, Round: { $ref: "#/components/schemas/Round" } },
  };
  const { exitCode, out, err } = await verify(
    documentOf({ $ref: "#/components/schemas/Widget" }, { components }),
  );
  expect(exitCode).toBe(0);
  expect(messages(out)).toEqual([
    expect.stringContaining("No row names `shape`, `lost` and `round` of `widget`"),
    expect.stringContaining("`widget.colour` is an `integer`"),
  ]);
  expect(err).toContain(
    "`http://shapes.example/shape.json#/Shape` leads out of the file and was not followed",
  );
  expect(err).toContain("`#/components/schemas/Lost` leads to nothing");
});

test("ends with schemas that name each other without end", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `S${index}`);
  const schemas = Object.fromEntries(
    names.map((name) => [
      name,
      {
        type: "object",
        properties: Object.fromEntries(
          names.map((other) => [other, { $ref: `#/components/schemas/${other}` }]),
        ),
      },
    ]),
  );
  const { exitCode } = await verify(
    documentOf({ $ref: "#/components/schemas/S0" }, { components: { schemas } }),
  );
  expect(exitCode).toBe(0);
});

test("reads YAML as JSON, and tells where", async () => {
  const { out } = await verify(`
openapi: 3.0.3
info: {title: Widgets, version: "1"}
paths:
  /widgets/{id}:
    get:
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema:
                type: object
                properties:
                  widget:
                    allOf:
                      - type: object
                        properties:
                          weight: {type: integer, nullable: true}
                      - oneOf:
                          - type: object
                            properties: {length: {type: integer}}
                          - type: object
                            properties: {colour: {type: integer}}
`);
  const { findings } = JSON.parse(out);
  expect(
    findings.map((one: { message: string; related: { message: string }[] }) => [
      one.message.split(" Seen")[0],
      one.related.filter(({ message }) => message === "seen here"),
    ]),
  ).toEqual([
    [
      "No row names `weight` and `length` of `widget`, which the response has.",
      [
        { file: "evidence", line: 19, column: 27, message: "seen here" },
        { file: "evidence", line: 22, column: 42, message: "seen here" },
      ],
    ],
    [
      expect.stringContaining("`widget.colour` is an `integer`"),
      [{ file: "evidence", line: 24, column: 42, message: "seen here" }],
    ],
  ]);
});
