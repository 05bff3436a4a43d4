import { expect, test } from "vitest";
import { exampleTraffic } from "../../src/checks/example-traffic.ts";
import { answering, documentOf, doubted, verified } from "../support/verified.ts";

const DEFINITIONS = ["colour", "name", "size", "weight"]
  .map((name) => `\n${name}:\n  description: Its ${name}.\n  in: body\n  required: true\n  type: string\n`)
  .join("");

const chapter = (title: string, method: string, path: string) => `
${title}
${"=".repeat(title.length)}

${method} it
${"-".repeat(method.length + 3)}

.. rest_method:: ${method} ${path}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
   - name: name
   - size: size
   - weight: weight
`;

const RULE = "verify-operation-undocumented";

const object = (...names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
});

const WIDGET = answering(object("colour", "name", "size", "weight"));

const told = async (texts: Readonly<Record<string, string>>, paths: object) =>
  (await verified(texts, documentOf(paths))).filter((one) => one.includes(RULE));

test("a collection whose objects are those of a documented one seems another path of it, with all its operations", async () => {
  const texts = {
    "index.rst": `${chapter("Lamps", "GET", "/v2/lamps/{id}")}\n${chapter("Widgets", "GET", "/v2/widgets/{widget_id}")}\nDelete\n------\n\n.. rest_method:: DELETE /v2/widgets/{widget_id}\n`,
    "parameters.yaml": DEFINITIONS,
  };
  const paths = (schema: object) => ({
    "/v2/lamps/{id}": { get: { summary: "Show", ...answering(object("wattage", "socket", "bulb", "dim")) } },
    "/v2/widgets/{id}": { get: { summary: "Show", ...WIDGET }, delete: { summary: "Delete", responses: {} } },
    "/v2/gadgetry/{id}": {
      get: { summary: "Show", ...schema },
      delete: { summary: "Delete", responses: {} },
    },
  });
  const fewer = { ...texts, "index.rst": texts["index.rst"].slice(texts["index.rst"].indexOf("\nWidgets")) };
  expect(await doubted(fewer, documentOf(paths(WIDGET)))).toEqual([
    "second-path: GET /v2/gadgetry/{id}, DELETE /v2/gadgetry/{id}",
  ]);
  expect(await told(fewer, paths(WIDGET))).toEqual([
    expect.stringMatching(/^warning .*`GET \/v2\/lamps\/\{id\}`/),
  ]);
  expect(await told(texts, paths(answering(object("age", "owner", "place", "worth"))))).toEqual([
    expect.stringMatching(/^warning .*`GET \/v2\/gadgetry\/\{id\}` and `DELETE \/v2\/gadgetry\/\{id\}`\. /),
  ]);
});

test("routes of which a document says nothing are one, and none where they are deprecated or among what is gone", async () => {
  const responses = { "200": { description: "OK" } };
  const texts = {
    "index.rst": `${chapter("Lamps", "GET", "/v2/lamps/{id}")}\n${chapter("Widgets", "GET", "/v2/widgets/{id}")}`,
    "parameters.yaml": DEFINITIONS,
  };
  const paths = (mark: object) => ({
    "/v2/lamps/{id}": { get: WIDGET, put: { ...mark, responses } },
    "/v2/widgets/{id}": { get: WIDGET, delete: { ...mark, responses } },
  });
  expect(await told(texts, paths({}))).toEqual([
    expect.stringMatching(
      /^info index.rst:2 .*`PUT \/v2\/lamps\/\{id\}` and `DELETE \/v2\/widgets\/\{id\}`\. .*look whether/,
    ),
  ]);
  expect(await told(texts, paths({ deprecated: true }))).toEqual([]);
  const gone = texts["index.rst"].replaceAll(
    "Widgets\n=======",
    "Widgets (DEPRECATED)\n====================",
  );
  expect(await told({ ...texts, "index.rst": gone }, paths({}))).toEqual([
    expect.stringMatching(/`PUT \/v2\/lamps\/\{id\}`\. /),
  ]);
});

test("a new chapter stands behind one that is not among what is gone", async () => {
  const texts = {
    "index.rst": `
Service
=======

.. include:: widgets.inc

Obsolete things
===============

.. include:: lamps.inc
`,
    "widgets.inc": chapter("Widgets", "GET", "/v2/widgets/{id}"),
    "lamps.inc": chapter("Lamps", "GET", "/v2/lamps/{id}"),
    "parameters.yaml": DEFINITIONS,
  };
  const paths = {
    "/v2/lamps/{id}": { get: WIDGET },
    "/v2/quirks": { get: { summary: "List", responses: {} } },
  };
  expect(await told(texts, paths)).toEqual([
    expect.stringMatching(/^warning index.rst:5 .*`GET \/v2\/quirks`/),
  ]);
});

test("an operation that a part documents which nothing includes wants the part included", async () => {
  const texts = {
    "index.rst": "\nService\n=======\n\n.. include:: widgets.inc\n",
    "widgets.inc": chapter("Widgets", "GET", "/v2/widgets/{widget_ref}"),
    "locks.inc": chapter("Locks", "GET", "/v2/widgets/{widget_ref}/lock"),
    "parameters.yaml": DEFINITIONS,
  };
  const get = (path: string) => ({ method: "GET", url: `http://service.example/things${path}`, status: 200 });
  const traffic = exampleTraffic(get("/v2/widgets/1"), get("/v2/widgets/1/lock"));
  expect((await verified(texts, traffic)).filter((one) => one.includes(RULE))).toEqual([
    expect.stringMatching(
      /^warning index.rst:5 .* No page has `GET \/v2\/widgets\/\{widget_ref\}\/lock`: nothing includes `locks.inc`, which documents it\. /,
    ),
  ]);
  const { "locks.inc": _, ...others } = texts;
  expect((await verified(others, traffic)).filter((one) => one.includes(RULE))).toEqual([
    expect.stringMatching(
      /^warning widgets.inc:2 .* No section documents `GET \/v2\/widgets\/\{widget_ref\}\/lock`/,
    ),
  ]);
});
