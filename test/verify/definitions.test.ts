import { expect, test } from "vitest";
import { exampleTraffic } from "../../src/checks/example-traffic.ts";
import { answering, documentOf, served, verified } from "../support/verified.ts";

interface Part {
  readonly side?: "Request" | "Response";
  readonly rows: readonly string[];
  readonly sample?: string;
  readonly note?: string;
}

const operation = (method: string, path: string, ...parts: readonly Part[]) => `
${method} ${path}
${"-".repeat(method.length + path.length + 1)}

.. rest_method:: ${method} ${path}
${parts
  .map(({ side = "Response", rows, sample, note = "" }) => {
    const table = `.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row.includes(":") ? row : `${row}: ${row}`}\n`).join("")}`;
    return `
${side}
${"~".repeat(side.length)}

${note}

${rows.length === 0 ? "" : table}
${sample === undefined ? "" : `.. literalinclude:: ${sample}\n`}`;
  })
  .join("")}`;

const chapter = (...operations: readonly string[]) => `\nWidgets\n=======\n${operations.join("")}`;

const definition = (key: string, type: string, description = `Its ${key}.`, required = true) =>
  `\n${key}:\n  description: ${description}\n  in: body\n  required: ${required}\n  type: ${type}\n`;

const of = (types: Readonly<Record<string, unknown>>, required: readonly string[] = []) => ({
  type: "object",
  required,
  properties: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }])),
});

const get = (path: string, body: object) => ({
  method: "GET",
  url: `http://widgets.example${path}`,
  status: 200,
  body: JSON.stringify(body),
});

const asking = (schema: object) => ({ requestBody: { content: { "application/json": { schema } } } });

const ofRule = (found: readonly string[], rule: string) => found.filter((one) => one.includes(` ${rule} `));

test("a definition that samples of more operations show as it is written is wrong only where it is contradicted", async () => {
  const texts = {
    "index.rst": chapter(
      operation("GET", "/v2/widgets/{id}", { rows: ["size"] }),
      operation("GET", "/v2/lamps/{id}", { rows: ["size"], sample: "lamp.json" }),
      operation("GET", "/v2/cogs/{id}", { rows: ["size"], sample: "lamp.json" }),
    ),
    "lamp.json": '{"size": "big"}',
    "parameters.yaml": definition("size", "string"),
  };
  const document = documentOf({ "/v2/widgets/{id}": { get: answering(of({ size: "object" })) } });
  expect(ofRule(await verified(texts, document), "verify-type")).toEqual([
    expect.stringMatching(/^warning index.rst:\d+ .*give this one a definition of its own/),
  ]);
  const alone = { ...texts, "lamp.json": '{"size": {}}' };
  expect(ofRule(await verified(alone, document), "verify-type")).toEqual([
    expect.stringMatching(/^warning parameters.yaml:6 .*Correct the type/),
  ]);
});

test("a definition that requests use more is not to be changed for a response that has null", async () => {
  const request = (path: string) => operation("POST", path, { side: "Request", rows: ["size"] });
  const show = operation("GET", "/v2/widgets/{id}", { rows: ["size"] });
  const document = documentOf({
    "/v2/widgets/{id}": { get: answering(of({ size: ["string", "null"] })) },
  });
  const nulls = async (...operations: readonly string[]) =>
    ofRule(
      await verified(
        { "index.rst": chapter(...operations), "parameters.yaml": definition("size", "string") },
        document,
      ),
      "verify-null",
    );
  expect(await nulls(show, request("/v2/lamps"), request("/v2/cogs"))).toEqual([
    expect.stringMatching(
      /^warning index.rst:\d+ .*Requests share the definition: give the response one of its own/,
    ),
  ]);
  expect(await nulls(show, request("/v2/lamps"))).toEqual([
    expect.stringMatching(/^warning parameters.yaml:6 .*Requests and responses share the definition/),
  ]);
});

test("a sample of another operation that has null, and a definition that says so, help", async () => {
  const texts = {
    "index.rst": chapter(
      operation("GET", "/v2/widgets/{id}", { rows: ["size"], sample: "widget.json" }),
      operation("GET", "/v2/lamps/{id}", { rows: ["size"], sample: "lamp.json" }),
    ),
    "widget.json": '{"size": "big"}',
    "lamp.json": '{"size": "big"}',
    "parameters.yaml":
      definition("size", "string") + definition("size_or_null", "string", "Its size. May be null."),
  };
  const traffic = exampleTraffic(get("/v2/widgets/1", { size: null }));
  expect(ofRule(await verified(texts, traffic), "verify-null")).toEqual([
    expect.stringMatching(/^info .*A sample shows another value\./),
  ]);
  expect(ofRule(await verified({ ...texts, "lamp.json": '{"size": null}' }, traffic), "verify-null")).toEqual(
    [expect.stringMatching(/^warning .* and a sample\. .* The definition `size_or_null` may fit\.$/)],
  );
});

test("null in a list of values is none where the type leaves it out", async () => {
  const texts = {
    "index.rst": chapter(operation("GET", "/v2/widgets/{id}", { rows: ["size"] })),
    "parameters.yaml": definition("size", "string"),
  };
  const schema = (type: unknown) => ({
    type: "object",
    properties: { size: { ...(type === undefined ? {} : { type }), enum: [null, "big"] } },
  });
  const nulls = async (type: unknown) =>
    ofRule(
      await verified(texts, documentOf({ "/v2/widgets/{id}": { get: answering(schema(type)) } })),
      "verify-null",
    );
  expect(await nulls("string")).toEqual([]);
  expect(await nulls(["string", "null"])).toHaveLength(1);
  expect(await nulls(undefined)).toHaveLength(1);
});

test("a slip of a stand-in is no value", async () => {
  const texts = {
    "index.rst": chapter(operation("GET", "/v2/widgets/{id}", { rows: ["size"], sample: "widget.json" })),
    "widget.json": '{"size": "enormous"}',
    "parameters.yaml": definition("size", "string", "Its size. Valid values are ``enormous`` and ``small``."),
  };
  const traffic = (size: string) => exampleTraffic(get("/v2/widgets/1", { size }));
  expect(ofRule(await verified(texts, traffic("enormus")), "verify-enum")).toEqual([]);
  expect(ofRule(await verified(texts, served(traffic("enormus"))), "verify-enum")).toHaveLength(1);
  expect(ofRule(await verified(texts, traffic("gigantic")), "verify-enum")).toHaveLength(1);
});

test("what a definition would have to be otherwise may be there", async () => {
  const texts = {
    "index.rst": chapter(
      operation("PUT", "/v2/widgets/{id}", { side: "Request", rows: ["size", "colour"] }, { rows: ["size"] }),
    ),
    "parameters.yaml":
      definition("size", "string") +
      definition("colour", "string") +
      definition("size-in-request", "string", "Its size.", false),
  };
  const schema = of({ size: "string", colour: "string" }, ["colour"]);
  const document = documentOf({ "/v2/widgets/{id}": { put: { ...asking(schema), responses: {} } } });
  expect(ofRule(await verified(texts, document), "verify-required")).toEqual([
    expect.stringMatching(/`size`.* The definition `size-in-request` may fit\.$/),
  ]);
});

test("the microversion from which a property is there is said where the evidence knows earlier ones", async () => {
  const texts = {
    "index.rst": chapter(operation("GET", "/v2/widgets/{id}", { rows: ["size"] })),
    "parameters.yaml": definition("size", "string"),
  };
  const branch = (min: string, types: object) => ({
    ...of({ size: "string", ...types }),
    "x-openstack": { "min-ver": min },
  });
  const document = (...branches: readonly object[]) =>
    documentOf({
      "/v2/widgets/{id}": {
        get: answering({ oneOf: branches, "x-openstack": { discriminator: "microversion" } }),
      },
    });
  const told = async (...branches: readonly object[]) =>
    ofRule(await verified(texts, document(...branches)), "verify-property-undocumented");
  const added = { owner: "string" };
  expect(await told(branch("2.1", {}), branch("2.9", added), branch("2.12", added))).toEqual([
    expect.stringMatching(/`owner`.* The evidence has it from microversion `2\.9` on\. Add a row/),
  ]);
  expect(await told(branch("2.1", added), branch("2.9", added))).toEqual([
    expect.not.stringContaining("on. Add"),
  ]);
});

test("a body that the text denies, and one whose names are data, are not described by tables", async () => {
  const texts = (part: Part) => ({
    "index.rst": chapter(operation("GET", "/v2/widgets/{id}", part)),
    "widget.json": '{"press": {"async": true, "description": "It."}}',
    "parameters.yaml": "",
  });
  const document = documentOf({ "/v2/widgets/{id}": { get: answering(of({ size: "string" })) } });
  const rule = "verify-property-undocumented";
  const denied = texts({ rows: [], note: "There is no body content for the response." });
  expect(ofRule(await verified(denied, document), rule)).toEqual([]);
  expect(ofRule(await verified(texts({ rows: [] }), document), rule)).toHaveLength(1);
  const methods = exampleTraffic(get("/v2/widgets/1", { paint: { async: false, description: "That." } }));
  expect(ofRule(await verified(texts({ rows: [], sample: "widget.json" }), methods), rule)).toEqual([]);
  expect(ofRule(await verified(texts({ rows: [] }), methods), rule)).toHaveLength(1);
});

test("a table of which the evidence has hardly anything is that of another resource", async () => {
  const rows = ["colour", "owner", "place", "weight"];
  const texts = (envelope: readonly string[]) => ({
    "index.rst": chapter(
      operation("GET", "/v2/widgets", { rows: [...envelope, ...rows], sample: "bulbs.json" }),
    ),
    "bulbs.json": '{"bulbs": [{"socket": "E27", "watt": "5", "volt": "230"}]}',
    "parameters.yaml": ["widgets", "bulbs", ...rows]
      .map((key) => definition(key, key.endsWith("bs") || key.endsWith("ts") ? "array" : "string"))
      .join(""),
  });
  const items = of({ socket: "string", watt: "string", volt: "string", weight: "string" });
  const document = documentOf({
    "/v2/widgets": {
      get: answering({
        type: "object",
        properties: { bulbs: { type: "array", items }, links: { type: "array" } },
      }),
    },
  });
  const rule = "verify-property-undocumented";
  // nothing else is said of it: neither of `links`
  expect(ofRule(await verified(texts(["widgets"]), document), rule)).toHaveLength(1);
  expect(ofRule(await verified(texts(["widgets"]), document), rule).join()).toMatch(
    /seems to be that of another resource/,
  );
});

test("a type that a stand-in shows against samples and other exchanges is its slip", async () => {
  const texts = {
    "index.rst": chapter(
      ...["widgets", "lamps", "cogs"].map((name) =>
        operation("GET", `/v2/${name}/{id}`, { rows: ["size"], sample: "widget.json" }),
      ),
    ),
    "widget.json": '{"size": 3}',
    "parameters.yaml": definition("size", "integer"),
  };
  const traffic = exampleTraffic(
    get("/v2/widgets/1", { size: "3" }),
    get("/v2/lamps/1", { size: 3 }),
    get("/v2/cogs/1", { size: 3 }),
  );
  expect(ofRule(await verified(texts, traffic), "verify-type")).toEqual([]);
  expect(ofRule(await verified(texts, served(traffic)), "verify-type")).toHaveLength(1);
});

test("a schema that misspells what table and sample have, or describes one item of the list, is no witness", async () => {
  const texts = (rows: readonly string[], sample: object) => ({
    "index.rst": chapter(operation("GET", "/v2/widgets", { rows, sample: "widgets.json" })),
    "widgets.json": JSON.stringify(sample),
    "parameters.yaml":
      definition("must_succeed", "string") + definition("size", "string") + definition("widgets", "array"),
  });
  const rule = "verify-property-undocumented";
  const told = async (tree: Readonly<Record<string, string>>, types: Readonly<Record<string, unknown>>) =>
    ofRule(await verified(tree, documentOf({ "/v2/widgets": { get: answering(of(types)) } })), rule);
  const flat = ["must_succeed", "size"];
  const misspelt = { must_suceed: "string", size: "string" };
  expect(await told(texts(flat, { must_succeed: "x", size: "x" }), misspelt)).toEqual([]);
  expect(await told(texts(flat, { size: "x" }), misspelt)).toHaveLength(1);
  const list = texts(["widgets"], { widgets: [{ colour: "red" }] });
  expect(await told(list, { colour: "string" })).toEqual([]);
  expect(await told(list, { weight: "string" })).toHaveLength(1);
});
