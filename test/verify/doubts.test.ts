import { expect, test } from "vitest";
import { exampleTraffic } from "../../src/checks/example-traffic.ts";
import { answering, documentOf, doubted, served, verified } from "../support/verified.ts";

const CREATE = `
Create widget
-------------

.. rest_method:: POST /v2/store/widgets

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`;

const SHOW = `
Show widget
-----------

.. rest_method:: GET /v2/store/widgets/{id}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - size: size
   - tags: tags
   - weight: weight

.. literalinclude:: widget.json
`;

const LIST = `
List tags
---------

.. rest_method:: GET /v2/store/tags

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - size: size
   - tags: tags
   - weight: weight
`;

const sections = (...all: readonly string[]) => `\nWidgets\n=======\n${all.join("")}`;

const definition = (key: string, type: string, description = "As it is.") => `
${key}:
  description: ${description}
  in: body
  required: true
  type: ${type}
`;

const TREE = {
  "index.rst": sections(CREATE, SHOW, LIST),
  "widget.json": '{"size": 1, "tags": ["new"], "weight": 2}',
  "parameters.yaml": [
    definition("colour", "string", "Its colour. Valid values are ``red`` and ``green``."),
    definition("size", "integer"),
    definition("tags", "array"),
    definition("weight", "integer"),
  ].join(""),
};

const get = (path: string, body: object) => ({
  method: "GET",
  url: `http://widgets.example${path}`,
  status: 200,
  body: JSON.stringify(body),
});

const ofRule = (found: readonly string[], rule: string) => found.filter((one) => one.includes(` ${rule} `));

const widget = (required: readonly string[]) =>
  documentOf({
    "/v2/store/widgets/{id}": {
      get: answering({
        type: "object",
        required,
        properties: {
          size: { type: "integer" },
          tags: { type: "array" },
          weight: { type: "integer" },
          owner: { type: "string" },
        },
      }),
    },
  });

test("what a schema has beside all that samples show is to be looked at, unless it is required", async () => {
  expect(ofRule(await verified(TREE, widget([])), "verify-property-undocumented")).toEqual([
    expect.stringMatching(/^info .*`owner`.* A sample shows all the rest without it: look whether/),
  ]);
  expect(ofRule(await verified(TREE, widget(["owner"])), "verify-property-undocumented")).toEqual([
    expect.stringMatching(/^warning .*`owner`.* Add a row/),
  ]);
});

const colours = (...values: readonly string[]) =>
  documentOf({
    "/v2/store/widgets": {
      post: {
        requestBody: {
          content: {
            "application/json": {
              schema: { type: "object", properties: { colour: { type: "string", enum: values } } },
            },
          },
        },
        responses: { "202": { description: "Accepted" } },
      },
    },
  });

test("values of requests weigh less where no source names them", async () => {
  expect(ofRule(await verified(TREE, colours("red", "green", "blue")), "verify-enum")).toEqual([
    expect.stringMatching(/^info .*`blue`.* Look whether the code still takes it\./),
  ]);
  const named = { ...TREE, "index.rst": `${TREE["index.rst"]}\nSome are \`\`blue\`\` by now.\n` };
  expect(ofRule(await verified(named, colours("red", "green", "blue")), "verify-enum")).toEqual([
    expect.stringMatching(/^warning .*`blue`.* Add the value\./),
  ]);
});

test("values beside those to which a definition is limited are named, whatever other definitions say", async () => {
  const limited = {
    ...TREE,
    "parameters.yaml": TREE["parameters.yaml"].replace("Valid values", "The only valid values"),
  };
  const found = colours("red", "green", "blue");
  expect(ofRule(await verified(limited, found), "verify-enum")).toEqual([]);
  expect(await doubted(limited, found)).toEqual(["value: colour: blue"]);
});

test("values that one definition lacks are one finding", async () => {
  const found = await verified(TREE, colours("red", "green", "blue", "black"));
  expect(ofRule(found, "verify-enum")).toEqual([
    expect.stringMatching(/^info .*`blue` and `black` are values of `colour` in the request.*takes them\./),
  ]);
});

test("what a client sends to a stand-in may be made up", async () => {
  const request = {
    method: "POST",
    url: "http://widgets.example/v2/store/widgets",
    headers: [],
    postData: { mimeType: "application/json", text: '{"colour": "test"}' },
  };
  const log = (headers: readonly object[]) =>
    JSON.stringify({
      log: {
        version: "1.2",
        creator: { name: "proxy", version: "1" },
        entries: [{ request, response: { status: 202, headers, content: {} } }],
      },
    });
  expect(ofRule(await verified(TREE, log([])), "verify-enum")).toEqual([]);
  expect(ofRule(await verified(TREE, served(log([]))), "verify-enum")).toEqual([
    expect.stringMatching(/^warning .*`test`.* Add the value\./),
  ]);
});

test("null that a client sends to a stand-in, where samples have a value, is named", async () => {
  const texts = {
    ...TREE,
    "index.rst": sections(`${CREATE}\n.. literalinclude:: new.json\n`),
    "new.json": '{"colour": "red"}',
  };
  const log = JSON.stringify({
    log: {
      version: "1.2",
      creator: { name: "proxy", version: "1" },
      entries: [
        {
          request: {
            method: "POST",
            url: "http://widgets.example/v2/store/widgets",
            headers: [],
            postData: { mimeType: "application/json", text: '{"colour": null}' },
          },
          response: { status: 202, headers: [], content: {} },
        },
      ],
    },
  });
  expect(ofRule(await verified(texts, log), "verify-null")).toEqual([]);
  expect(await doubted(texts, log)).toEqual(["stand-in: colour"]);
  expect(ofRule(await verified(texts, served(log)), "verify-null")).toHaveLength(1);
});

const LISTED = { "/v2/store/tags": { get: { responses: { "200": { description: "OK" } } } } };

test("an operation without words and answer is told as info", async () => {
  const requestBody = { content: { "application/json": { schema: { type: "object" } } } };
  const action = { requestBody, responses: { "202": { description: "" } } };
  const found = await verified(
    TREE,
    documentOf({ ...LISTED, "/v2/store/widgets/{id}/action": { post: action } }),
  );
  expect(ofRule(found, "verify-operation-undocumented")).toEqual([expect.stringMatching(/^info/)]);
  const said = { ...action, summary: "Paint a widget" };
  expect(
    ofRule(
      await verified(TREE, documentOf({ ...LISTED, "/v2/store/widgets/{id}/action": { post: said } })),
      "verify-operation-undocumented",
    ),
  ).toEqual([expect.stringMatching(/^warning/)]);
});

test("a definition that samples of other operations show is right for those", async () => {
  const wrapped = (section: string) =>
    section.replace("   - size", "   - widget: widget\n   - size").replace("widget.json", "wrapped.json");
  const list = LIST.replace(/- (?=\w+: )/g, "- widget.");
  const texts = {
    ...TREE,
    "index.rst": sections(wrapped(SHOW), wrapped(SHOW).replace("{id}", "{id}/now"), list),
    "parameters.yaml": TREE["parameters.yaml"] + definition("widget", "object"),
    "wrapped.json": `{"widget": ${TREE["widget.json"]}}`,
  };
  const short = { size: 1, tags: [] };
  const traffic = exampleTraffic(
    get("/v2/store/widgets/1", { widget: { ...short, weight: 2 } }),
    get("/v2/store/tags", { widget: short }),
  );
  // what stands in for a service leaves out what it likes
  expect(ofRule(await verified(texts, traffic), "verify-required")).toEqual([]);
  expect(ofRule(await verified(texts, served(traffic)), "verify-required")).toEqual([
    expect.stringMatching(/^warning index.rst:\d+ .*weight` is absent.*a definition of its own/),
  ]);
});

test("a path without the word below which all is mounted is that of the documented operation", async () => {
  const many = ["lamps", "cogs", "nuts", "bolts"].map((name) =>
    CREATE.replaceAll("widget", name.slice(0, -1)),
  );
  const texts = { ...TREE, "index.rst": sections(CREATE, SHOW, LIST, ...many) };
  const body = { size: 1, tags: [], weight: 2 };
  const traffic = exampleTraffic(get("/v2/widgets/1", body), get("/v2/store/tags", body));
  expect(ofRule(await verified(texts, traffic), "verify-operation-undocumented")).toEqual([]);
  expect(ofRule(await verified(TREE, traffic), "verify-operation-undocumented")).toHaveLength(1);
});

test("what an unnamed object of a stand-in has beside one row may be another body", async () => {
  const item = { weight: 2, owner: "me", name: "one", state: "new" };
  const body = { links: {}, widgets: [item] };
  const texts = { ...TREE, "index.rst": sections(SHOW).replace(/ {3}- (?:size|tags).*\n/g, "") };
  const found = async (sample: object) =>
    ofRule(
      await verified(
        { ...texts, "widget.json": JSON.stringify(sample) },
        exampleTraffic(get("/v2/store/widgets/1", body)),
      ),
      "verify-property-undocumented",
    );
  // nothing else is said of such a body
  expect(await found({ widgets: [{ weight: 2 }] })).toEqual([
    expect.stringMatching(
      /^info .*`owner`, `name` and `state` of `widgets\[\]`.*the body of this operation at all/,
    ),
  ]);
  expect(await found({ ...body, links: { next: "x" } })).toEqual([
    expect.stringMatching(
      /^warning .*`widgets\[\]`.* Seen in 1 exchange and a sample\. .* correct the table\.$/,
    ),
  ]);
});

test("a stand-in that answers with another envelope than samples is no witness", async () => {
  const answer = get("/v2/store/widgets/1", { widgets: [{ size: 1, tags: [], owner: "me", name: "one" }] });
  expect(ofRule(await verified(TREE, exampleTraffic(answer)), "verify-property-undocumented")).toEqual([]);
});

test("of two rows of one name the first is the object that holds the other", async () => {
  const table = "   - weight: size\n   - tags: tags\n   - weight: weight\n";
  const show = SHOW.replace(/(?: {3}- .*\n)+/, table).replace("   - size", "   - weight");
  const body = { weight: { weight: 2, tags: [] } };
  const found = await verified(
    { ...TREE, "index.rst": sections(show), "widget.json": JSON.stringify(body) },
    exampleTraffic(get("/v2/store/widgets/1", { weight: { weight: 3, tags: [] } })),
  );
  // that of `size`
  expect(ofRule(found, "verify-type")).toEqual([
    expect.stringMatching(/^error parameters.yaml:12 .*`weight` is an `object`/),
  ]);
});
