import { expect, test } from "vitest";
import { exampleTraffic } from "../../src/checks/example-traffic.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";
import { served } from "../support/verified.ts";

const chapter = (one: string, many: string, more = "") => `
${many}
=======

List ${many}
------------

.. rest_method:: GET /v2/${many}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - ${many}: ${many}
   - colour: colour
   - size: size

Show ${one}
-----------

.. rest_method:: GET /v2/${many}/{id}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - ${one}: ${one}
   - colour: colour
   - size: size

Response codes
~~~~~~~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200
${more}`;

const definition = (name: string, type: string) => `
${name}:
  description: As it is.
  in: body
  required: true
  type: ${type}
`;

const TREE = {
  "index.rst": "API\n###\n\n.. include:: widgets.inc\n\n.. include:: lamps.inc\n",
  "widgets.inc": chapter("widget", "widgets"),
  "lamps.inc": chapter("lamp", "lamps"),
  "status.yaml": "200:\n  default: Done.\n",
  "parameters.yaml":
    ["lamp", "widget"].map((name) => definition(name, "object")).join("") +
    ["lamps", "widgets"].map((name) => definition(name, "array")).join("") +
    definition("colour", "string") +
    definition("size", "integer"),
};

const get = (path: string, body: object, status = 200) => ({
  method: "GET",
  url: `http://w.example${path}`,
  status,
  body: JSON.stringify(body),
});

async function verify(evidence: string, tree: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const files = Object.entries({ ...TREE, ...tree, evidence });
  const { out } = await run(
    memoryFiles({
      files: Object.fromEntries(
        files.map(([name, text]) => [`/project/source/${name}`.replace("/source/..", ""), text]),
      ),
    }),
    ["verify", "source", "--against", "source/evidence", "--format", "json"],
  );
  const all = (JSON.parse(out).findings as Found[]).filter(({ message }) => !OTHERS.test(message));
  return all.map((found) => {
    const related = found.related.map(({ file, line, message }) => `${name(file)}:${line} ${message}`);
    return [
      `${found.severity} ${name(found.file)}:${found.line} ${found.message}`,
      ...related.filter((one) => !one.startsWith("evidence") || one.includes("#")),
    ].join(" | ");
  });
}

interface Found {
  readonly file: string;
  readonly line: number;
  readonly severity: string;
  readonly message: string;
  readonly related: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

/** What other tests look at. */
const OTHERS = /No code `200`|The code does not have|`fields`/;

const name = (file: string) => file.slice(file.lastIndexOf("/") + 1);

test("what no table of the api-ref has is one finding with all places", async () => {
  const item = { colour: "red", size: 1, owner: "me" };
  expect(
    await verify(
      exampleTraffic(
        get("/v2/widgets", { widgets: [item] }),
        get("/v2/widgets/1", { widget: item }),
        get("/v2/lamps/1", { lamp: item }),
      ),
    ),
  ).toEqual([
    "warning widgets.inc:17 No row names `owner`, which 3 bodies have. Seen in 3 exchanges, of 3 operations. Add a row for it to each of the tables. | widgets.inc:31 missing here, too | lamps.inc:31 missing here, too",
  ]);
});

test("what other tables have is a finding of each chapter", async () => {
  const item = { colour: "red", size: 1, weight: 2 };
  const lamps = chapter("lamp", "lamps").replaceAll(
    "   - size: size\n",
    "   - size: size\n   - weight: size\n",
  );
  const found = await verify(
    exampleTraffic(
      get("/v2/widgets", { widgets: [item] }),
      get("/v2/widgets/1", { widget: item }),
      get("/v2/lamps/1", { lamp: item }),
    ),
    { "lamps.inc": lamps },
  );
  expect(found).toEqual([
    expect.stringMatching(/^warning widgets.inc:17 No row names `weight`, which 2 bodies have/),
  ]);
});

test("links to further pages are one finding", async () => {
  const links = [{ rel: "next" }];
  const items = [{ colour: "red", size: 1 }];
  const found = await verify(
    exampleTraffic(
      get("/v2/widgets", { widgets: items, widget_links: links }),
      get("/v2/lamps", { lamps: items, lamps_links: links }),
    ),
  );
  expect(found).toEqual([
    expect.stringContaining(
      "No row names `widget_links` and `lamps_links`, the links to further pages that 2 responses have.",
    ),
  ]);
});

test("an object of which a table has next to nothing is one finding", async () => {
  const found = await verify(
    exampleTraffic(get("/v2/widgets/1", { widget: { colour: "red", a: 1, b: 1, c: 1 } })),
  );
  expect(found).toEqual([
    expect.stringContaining("No row names `a`, `b` and `c` of `widget`, which the response has."),
  ]);
});

test("operations of one resource are one finding where their chapter would be included", async () => {
  const found = await verify(
    exampleTraffic(
      get("/v2/widgets/1", { widget: { colour: "red", size: 1 } }),
      get("/v2/lamps/1", { lamp: { colour: "red", size: 1 } }),
      get("/v2/widgetry", {}),
      get("/v2/widgetry/1234", {}),
    ),
  );
  expect(found).toEqual([
    expect.stringMatching(
      /^warning index.rst:4 No section documents `GET \/v2\/widgetry` and `GET \/v2\/widgetry\/\{id\}`\. .* Add a chapter with sections for them here\.$/,
    ),
  ]);
});

test("what an undocumented extension adds belongs beside the chapters of other extensions", async () => {
  const parts = ["LAMPS", "COGS"].map((name) => [
    `${name.toLowerCase()}-ext.inc`,
    chapter("widget", `OS-${name}/parts`),
  ]);
  const found = async (extension: string) =>
    await verify(
      exampleTraffic(
        get("/v2/widgets/1", { widget: { colour: "red", size: 1 } }),
        get(`/v2/widgets/1/OS-${extension}/wheels`, {}),
      ),
      {
        "index.rst":
          "API\n###\n\n.. include:: widgets.inc\n\n.. include:: lamps-ext.inc\n\n.. include:: cogs-ext.inc\n",
        ...Object.fromEntries(parts),
      },
    );
  expect(await found("WHEELS")).toEqual([
    expect.stringMatching(
      /^warning index.rst:8 .*OS-WHEELS\/wheels`.* Add a chapter with a section for it here/,
    ),
  ]);
  expect(await found("LAMPS")).toEqual([expect.stringMatching(/^warning (?!index.rst).*OS-LAMPS\/wheels`/)]);
});

test("an operation of a documented resource belongs to its chapter, of its version", async () => {
  const old = chapter("widget", "widgets").replaceAll("/v2/", "/v1/");
  const found = await verify(
    exampleTraffic(
      get("/v2/widgets/1", { widget: { colour: "red", size: 1 } }),
      get("/v2/lamps/1", { lamp: { colour: "red", size: 1 } }),
      get("/v2/widgets/one/parts", {}),
    ),
    {
      "index.rst": "API\n###\n\n.. include:: old.inc\n\n.. include:: widgets.inc\n\n.. include:: lamps.inc\n",
      "old.inc": old,
    },
  );
  expect(found).toEqual([
    expect.stringMatching(/^warning widgets.inc:2 No section documents `GET \/v2\/widgets\/\{id\}\/parts`/),
  ]);
});

test("codes that several operations lack are one finding; of a stand-in none of success are", async () => {
  const item = { colour: "red", size: 1 };
  const traffic = exampleTraffic(
    get("/v2/widgets/1", { widget: item }, 203),
    get("/v2/lamps/1", { lamp: item }, 203),
  );
  expect(await verify(traffic)).toEqual([]);
  expect(await verify(served(traffic))).toEqual([
    expect.stringMatching(
      /^warning widgets.inc:38 No code `203` is listed by 2 operations.*lamps.inc:38 missing here, too$/,
    ),
  ]);
});

test("what a service has shown outweighs a sample, what stands in for one does not", async () => {
  const tree = {
    "widgets.inc": `${TREE["widgets.inc"]}
Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
`,
    "widget.json": '{"widget": {"colour": "red", "size": 1}}',
  };
  const answer = get("/v2/widgets/1", { widget: { colour: 1, size: null, owner: "me" } });
  const standIn = await verify(exampleTraffic(answer), tree);
  expect(standIn).toEqual([
    expect.stringMatching(/^info .*null.*A sample shows another value\. Look which is right\./),
  ]);
  const log = JSON.parse(exampleTraffic(answer));
  log.log.entries[0].response.headers = [{ name: "x-openstack-request-id", value: "req-1" }];
  const ofService = await verify(JSON.stringify(log), tree);
  expect(ofService.map((one) => one.split(" ")[0])).toEqual(["error", "warning", "warning"]);
});

test("many names that the same tables lack are one finding, allowed where all of them are", async () => {
  const item = { colour: "red", size: 1, a: 1, b: 1, c: 1, d: 1 };
  const evidence = exampleTraffic(
    get("/v2/widgets", { widgets: [item] }),
    get("/v2/widgets/1", { widget: item }),
  );
  expect(await verify(evidence)).toEqual([
    "warning widgets.inc:17 No row names `a`, `b`, `c` and `d`, which 2 bodies have. Seen in 2 exchanges, of 2 operations. Add rows for them to each of the tables. | widgets.inc:31 missing here, too",
  ]);
  const allow = (...names: string[]) =>
    verify(evidence, {
      "../apiref.config.yaml": `allow:\n${names
        .map((one) => `  - rule: verify-property-undocumented\n    name: ${one}\n    reason: meant\n`)
        .join("")}`,
    });
  expect(await allow("a", "b")).toHaveLength(1);
  expect(await allow("a", "b", "c", "d")).toEqual([]);
});

test("a body of which no row says anything is told at the title of its part", async () => {
  const bare = chapter("widget", "widgets").replace(
    /\.\. rest_parameters:: parameters.yaml\n\n( +- .*\n)+/g,
    "Text.\n",
  );
  const found = await verify(exampleTraffic(get("/v2/widgets/1", { widget: { a: 1 } })), {
    "widgets.inc": bare,
  });
  expect(found).toEqual([
    expect.stringMatching(
      /^warning widgets.inc:20 No table describes the body of the response\..*It has `widget`/,
    ),
  ]);
});

test("what is no evidence is not told", async () => {
  const more = `
Call driver
-----------

.. rest_method:: METHOD /v2/widgets/{id}/passthru

Change widget
-------------

.. rest_method:: PATCH /v2/widgets/{id}
`;
  const entries = JSON.parse(
    exampleTraffic(
      // a list of another resource, empty, as at the end of a list
      get("/v2/widgets", { widgets: [{ colour: "red", size: 1 }] }),
      get("/v2/widgets", { parts: [] }),
      // what is passed on
      get("/v2/widgets/1/passthru", { anything: 1 }),
      // a client that chose the fields
      get("/v2/widgets/1", { widget: { colour: "red", size: 1 } }),
      get("/v2/widgets/1?fields=colour", { widget: { colour: "red" } }),
    ),
  );
  entries.log.entries.push({
    request: {
      method: "PATCH",
      url: "http://w.example/v2/widgets/1",
      headers: [],
      postData: { mimeType: "application/json-patch+json", text: '[{"op": "remove", "path": "/size"}]' },
    },
    response: { status: 200, headers: [], content: {} },
  });
  const tree = { "widgets.inc": chapter("widget", "widgets", more) };
  expect(await verify(JSON.stringify(entries), tree)).toEqual([]);
});

const documentOf = (widget: object, side: "request" | "response" = "response") =>
  bodyOf({ type: "object", properties: { widget } }, side);

const bodyOf = (schema: object, side: "request" | "response" = "response") => {
  const content = { "application/json": { schema } };
  const operation =
    side === "response"
      ? { get: { summary: "Show", responses: { 200: { description: "", content } } } }
      : { put: { summary: "Change", requestBody: { content }, responses: {} } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "W", version: "2" },
    paths: { "/v2/widgets/{id}": operation },
  });
};

test("a schema that takes more types is told in plain words, with its pointer where a line says nothing", async () => {
  const found = await verify(
    documentOf({
      type: "object",
      properties: { colour: { type: ["number", "boolean"], description: "x".repeat(400) } },
    }),
  );
  expect(found).toEqual([
    "warning parameters.yaml:30 `widget.colour` is a `number` or a `boolean` in the response, and the definition says `string`. Seen in the OpenAPI document. Correct the type. | widgets.inc:30 looked up here | evidence:1 seen here: #/paths/~1v2~1widgets~1{id}/get/responses/200/content/application~1json/schema/properties/widget/properties/colour",
  ]);
});

const WITH_CHANGE = chapter(
  "widget",
  "widgets",
  `
Change widget
-------------

.. rest_method:: PUT /v2/widgets/{id}

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour
   - size: size
`,
);

test("advice about a definition of both sides is right for both", async () => {
  const nullable = {
    type: "object",
    properties: { colour: { type: ["string", "null"] }, size: { type: "integer" } },
  };
  expect(await verify(documentOf(nullable), { "widgets.inc": WITH_CHANGE })).toEqual([
    expect.stringMatching(
      /^warning .* Requests and responses share the definition: say in the description when the response has null\./,
    ),
  ]);
  const loose = {
    type: "object",
    required: ["colour"],
    properties: { colour: { type: "string" }, size: { type: "integer" } },
  };
  expect(await verify(documentOf(loose, "request"), { "widgets.inc": WITH_CHANGE })).toEqual([
    expect.stringMatching(/^info widgets.inc:52 .* give the request one of its own with `required: false`\./),
  ]);
});

test("null that code takes in a request is told for information", async () => {
  const nullable = {
    type: "object",
    properties: { colour: { type: ["string", "null"] }, size: { type: "integer" } },
  };
  expect(await verify(documentOf(nullable, "request"), { "widgets.inc": WITH_CHANGE })).toEqual([
    expect.stringMatching(
      /^info widgets.inc:51 `widget.colour` may be null in the request.*give the request one of its own that says so/,
    ),
  ]);
});

test("a type of some microversions is no finding where the description tells of it", async () => {
  const schema = (min: string | undefined, type: string) => ({
    type: "object",
    properties: { widget: { type: "object", properties: { colour: { type } } } },
    "x-openstack": min === undefined ? { "max-ver": "2.9" } : { "min-ver": min },
  });
  const evidence = bodyOf({ oneOf: [schema(undefined, "integer"), schema("2.10", "string")] });
  const told = TREE["parameters.yaml"].replace(
    /(colour:\n {2}description: ).*/,
    "$1Since version 2.10 a string, an integer before.",
  );
  expect(await verify(evidence)).toEqual([
    expect.stringMatching(/^warning .*`widget.colour` is an `integer`/),
  ]);
  expect(await verify(evidence, { "parameters.yaml": told })).toEqual([]);
});
