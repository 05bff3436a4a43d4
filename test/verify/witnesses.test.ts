import { expect, test } from "vitest";
import { exampleTraffic } from "../../src/checks/example-traffic.ts";
import { answering, documentOf, doubted, served, verified } from "../support/verified.ts";

const operation = (title: string, method: string, path: string, rows: readonly string[], sample = "") => `
${title}
${"-".repeat(title.length)}

.. rest_method:: ${method} ${path}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

${rows.map((name) => `   - ${name}: ${name}\n`).join("")}
${sample === "" ? "" : `.. literalinclude:: ${sample}\n`}`;

const chapter = (...operations: readonly string[]) => `\nWidgets\n=======\n${operations.join("")}`;

const definitions = (...names: readonly string[]) =>
  names
    .map((name) => `\n${name}:\n  description: Its ${name}.\n  in: body\n  required: false\n  type: string\n`)
    .join("");

const object = (names: readonly string[], required: readonly string[] = []) => ({
  type: "object",
  required,
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
});

const shown = (...names: readonly string[]) =>
  JSON.stringify(Object.fromEntries(names.map((name) => [name, "x"])));

const RULE = "verify-property-undocumented";

const told = async (texts: Readonly<Record<string, string>>, evidence: string) =>
  (await verified(texts, evidence)).filter((one) => one.includes(` ${RULE} `));

const get = (path: string, ...names: readonly string[]) => ({
  method: "GET",
  url: `http://widgets.example${path}`,
  status: 200,
  body: shown(...names),
});

const SHOW = operation("Show", "GET", "/v2/widgets/{id}", ["colour", "size"], "widget.json");
const TREE = {
  "index.rst": chapter(SHOW),
  "widget.json": shown("colour", "size"),
  "parameters.yaml": definitions("colour", "size", "state", "project_id"),
};

test("a second name beside the documented one is named as such", async () => {
  const texts = {
    ...TREE,
    "index.rst": chapter(SHOW.replace("   - size", "   - project_id: project_id\n   - size")),
  };
  const paths = (...names: readonly string[]) =>
    documentOf({ "/v2/widgets/{id}": { get: answering(object(names, names)) } });
  const both = paths("colour", "project_id", "tenant_id", "size", "s_ize");
  expect(await told(texts, both)).toEqual([]);
  expect(await doubted(texts, both)).toEqual(["second-name: tenant_id, s_ize"]);
  expect(await told(texts, paths("colour", "size", "tenant_id"))).toEqual([
    expect.stringMatching(/^warning .*`tenant_id`, which the response has\. .* Add a row/),
  ]);
});

test("what a schema may have from another response of the collection is left alone", async () => {
  const state = operation("State", "GET", "/v2/widgets/{id}/state", ["colour", "size", "state"]);
  const document = (required: readonly string[] = []) =>
    documentOf({ "/v2/widgets/{id}": { get: answering(object(["colour", "size", "state"], required)) } });
  expect(await told({ ...TREE, "index.rst": chapter(SHOW, state) }, document())).toEqual([]);
  expect(await told({ ...TREE, "index.rst": chapter(SHOW, state) }, document(["state"]))).toHaveLength(1);
  expect(await told(TREE, document())).toEqual([
    expect.stringMatching(/^info .*look whether the service sends it\./),
  ]);
});

test("a sample that nothing includes bears witness, too, and so does a definition that is there", async () => {
  const texts = {
    ...TREE,
    "index.rst": chapter(SHOW.replace("widget.json", "samples/widget-show.json")),
    "samples/widget-show.json": TREE["widget.json"],
    "samples/widget-admin-show.json": shown("colour", "size", "state"),
  };
  const document = documentOf({
    "/v2/widgets/{id}": { get: answering(object(["colour", "size", "state"])) },
  });
  expect(await told(texts, document)).toEqual([
    expect.stringMatching(
      /^warning .*`state`.* Seen in the OpenAPI document and a sample\. .* The definition `state` may fit\.$/,
    ),
  ]);
});

test("what only stands in for a service is named, and told where another table of the resource has it", async () => {
  const list = operation("Change", "PUT", "/v2/widgets/{id}", ["colour", "size", "state"], "widget.json");
  const traffic = exampleTraffic(get("/v2/widgets/1", "colour", "size", "state", "whim"));
  const texts = { ...TREE, "index.rst": chapter(SHOW, list) };
  expect(await told(texts, traffic)).toEqual([
    expect.stringMatching(/^info .*`state`.*Other tables of the resource name it/),
  ]);
  expect(await doubted(texts, traffic)).toEqual(["stand-in: whim"]);
  expect(await told(texts, served(traffic))).toEqual([
    expect.stringMatching(/^warning .*`state` and `whim`.* Add rows/),
  ]);
});

test("a body of a stand-in that repeats a sample to the letter is no witness, in any order", async () => {
  const texts = { ...TREE, "widget.json": shown("state", "colour", "size") };
  const repeated = exampleTraffic(get("/v2/widgets/1", "colour", "size", "state"));
  expect(await told(texts, repeated)).toEqual([]);
  expect(await told(texts, served(repeated))).toHaveLength(1);
  expect(await told(texts, exampleTraffic(get("/v2/widgets/1", "colour", "state")))).toHaveLength(1);
});

test("what a row names that stands for any attributes is documented", async () => {
  const texts = (says: string) => ({
    ...TREE,
    "index.rst": chapter(SHOW.replace("   - size", "   - extra: extra\n   - size")),
    "parameters.yaml": `${TREE["parameters.yaml"]}\nextra:\n  description: A collection of ${says}, such as \`\`whim\`\`.\n  in: body\n  required: false\n  type: string\n`,
  });
  const traffic = served(exampleTraffic(get("/v2/widgets/1", "colour", "size", "whim")));
  expect(await told(texts("any attributes"), traffic)).toEqual([]);
  expect(await told(texts("nothing"), traffic)).toHaveLength(1);
});

test("the long form of an object that stands in for the short one is no difference", async () => {
  const many = ["age", "owner", "state"];
  const list = operation("Change", "PUT", "/v2/widgets/{id}", ["colour", "size", ...many]);
  const texts = {
    ...TREE,
    "index.rst": chapter(SHOW, list),
    "parameters.yaml": definitions("colour", "size", ...many),
  };
  const traffic = exampleTraffic(get("/v2/widgets/1", "colour", "size", ...many));
  expect(await told(texts, traffic)).toEqual([]);
  expect(await told(texts, served(traffic))).toHaveLength(1);
});

test("a row that samples never show, and go on with, is misspelt", async () => {
  const texts = {
    ...TREE,
    "widget.json": shown("colour", "size", "finished"),
    "index.rst": chapter(SHOW.replace("   - size", "   - finished_at: state\n   - size")),
  };
  const traffic = served(exampleTraffic(get("/v2/widgets/1", "colour", "size", "finished")));
  expect(await told(texts, traffic)).toEqual([
    expect.stringMatching(
      /^warning index.rst:16 .*`finished`.*and it has no `finished_at`.* Correct the name/,
    ),
  ]);
});

test("prose below the table of a request, and what it says of keys, are read", async () => {
  const create = (note: string) =>
    `${operation("Make", "POST", "/v2/widgets", ["colour", "size"]).replace("Response\n~~~~~~~~", "Request\n~~~~~~~")}\n${note}\n`;
  const post = JSON.parse(
    exampleTraffic({ method: "POST", url: "http://widgets.example/v2/widgets", status: 201 }),
  );
  post.log.entries[0].request.postData = {
    mimeType: "application/json",
    text: shown("colour", "size", "state"),
  };
  const request = async (note: string) =>
    await told({ ...TREE, "index.rst": chapter(create(note)) }, served(JSON.stringify(post)));
  expect(await request("Either `size` or `state` is a valid parameter.")).toEqual([]);
  expect(await request("Its colour fades.")).toHaveLength(1);
  const free = (note: string) => `
Options
-------

.. rest_method:: GET /v2/options

Response
~~~~~~~~

${note}
`;
  const response = async (note: string) =>
    await told(
      { ...TREE, "index.rst": chapter(free(note)) },
      served(exampleTraffic(get("/v2/options", "a", "b"))),
    );
  expect(await response("A dictionary, whose keys are unique to each driver.")).toEqual([]);
  expect(await response("A dictionary.")).toHaveLength(1);
});

test("the names inside an object whose content depends on something are data", async () => {
  const nested = (description: string) => ({
    "index.rst": chapter(operation("Show", "GET", "/v2/widgets/{id}", ["colour", "options", "options.size"])),
    "parameters.yaml": `${definitions("colour", "options", "options.size")
      .replace("Its options.", description)
      .replace(/(\noptions:[\s\S]*?type: )string/, "$1object")}`,
  });
  const document = documentOf({
    "/v2/widgets/{id}": {
      get: answering({
        type: "object",
        properties: { colour: { type: "string" }, options: object(["size", "speed"]) },
      }),
    },
  });
  expect(await told(nested("Its structure depends on the driver."), document)).toEqual([]);
  expect(await told(nested("Its options."), document)).toHaveLength(1);
});

test("a response whose schema is that of the request is not compared", async () => {
  const schema = (mark: object) => ({
    type: "object",
    properties: {
      colour: { type: "string" },
      size: { type: "string" },
      whim: { type: "string", ...mark },
      quirk: { type: "string" },
    },
  });
  const content = (mark: object) => ({ content: { "application/json": { schema: schema(mark) } } });
  const document = (mark: object) =>
    documentOf({
      "/v2/widgets/{id}": { get: { requestBody: content(mark), ...answering(schema(mark)) } },
    });
  const quirks = async (mark: object) =>
    (await told(TREE, document(mark))).filter((one) => one.includes("response has"));
  expect(await quirks({ writeOnly: true })).toEqual([]);
  expect(await quirks({})).toHaveLength(1);
});

test("what has ceased to be documented is no difference where a later sample lacks it, too", async () => {
  const bounded = SHOW.replace("- size: size", "- size: size\n   - state: state").replace(
    "widget.json",
    "v2.8/widget.json",
  );
  const texts = (name: string) => ({
    ...TREE,
    "index.rst": chapter(bounded.replace("v2.8", name)),
    [`${name}/widget.json`]: shown("colour", "size"),
    "parameters.yaml": definitions("colour", "size", "state").replace(
      "Its state.\n",
      "Its state.\n  max_version: 2.7\n",
    ),
  });
  const document = documentOf({
    "/v2/widgets/{id}": {
      get: { "x-openstack": { "min-ver": "2.8" }, ...answering(object(["colour", "size", "state"])) },
    },
  });
  expect(await told(texts("v2.8"), document)).toEqual([]);
  expect(await told(texts("v2.6"), document)).toEqual([
    expect.stringMatching(/^info .*`state` is documented up to/),
  ]);
});
