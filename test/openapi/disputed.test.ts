import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import type { SpecificationOptions } from "../../src/openapi/options.ts";
import { documentOf, ROOT, treeOf } from "../support/project.ts";
import { run } from "../support/run.ts";

const tree = {
  "index.rst": `Lamps
=====

Create lamp
-----------

.. rest_method:: POST /lamps

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - name: name
   - colour: colour
   - level: level

.. literalinclude:: create-plain.json
   :language: javascript

.. literalinclude:: create-odd.json
   :language: javascript

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - id: id
   - level: level

.. literalinclude:: created.json
   :language: javascript
`,
  "parameters.yaml": `
id: {in: body, type: string, required: true, description: Its ID.}
name: {in: body, type: string, required: true, description: Its name.}
colour: {in: body, type: string, required: false, description: Its colour., enum: [red, green]}
level: {in: body, type: integer, required: true, description: How bright it is., maximum: 9}
`,
  "create-plain.json": `{"name": "Desk", "colour": "red", "level": 3}`,
  "create-odd.json": `{"name": ["Desk"], "colour": "blue"}`,
  "created.json": `{"id": "l1", "level": 12}`,
};

const { files } = treeOf(tree);

/** A Media Type Object with its schema instead of the reference to it. */
type Content = Record<string, JsonObject>;

/** The request, the response and their schemas, as a document with the options has them. */
function sidesOf(options: SpecificationOptions) {
  const document = documentOf(files, options);
  const { post } = (document.paths as JsonObject)["/lamps"] as Record<string, JsonObject>;
  const contentOf = (holder: JsonObject) => (holder.content as JsonObject)["application/json"] as Content;
  const { examples, schemas } = document.components as Record<string, JsonObject>;
  const schemaOf = ({ schema }: Content) => schemas![String(schema!.$ref).split("/").pop()!] as JsonObject;
  const request = contentOf(post!.requestBody as JsonObject);
  const response = contentOf(Object.values(post!.responses as JsonObject)[0] as JsonObject);
  return {
    text: JSON.stringify(document),
    shared: Object.keys(examples ?? {}),
    request: { ...request, schema: schemaOf(request) } as Content,
    response: { ...response, schema: schemaOf(response) } as Content,
  };
}

test("what is documented is published where the configuration says so", () => {
  const { request, response, text } = sidesOf({ disputed: "documented" });
  expect(request.schema).toEqual({
    type: "object",
    properties: {
      name: { type: "string", description: "Its name." },
      colour: { type: "string", description: "Its colour.", enum: ["red", "green"] },
      level: { type: "integer", description: "How bright it is.", maximum: 9 },
    },
    required: ["name", "level"],
  });
  expect(response.schema).toMatchObject({
    properties: { level: { type: "integer", maximum: 9 } },
    required: ["id", "level"],
  });
  expect(text).not.toContain("x-openstack-disputed");
  expect(text).not.toContain("x-openstack-required");
});

test("samples that contradict it stand apart then, where no reader takes them for valid", () => {
  const { request, response, shared } = sidesOf({ disputed: "documented" });
  expect(Object.keys(request.examples as JsonObject)).toEqual(["create-plain"]);
  expect(request["x-openstack-examples"]).toEqual({
    "create-odd": { summary: "Request (odd)", value: { name: ["Desk"], colour: "blue" } },
  });
  expect(response.examples).toBeUndefined();
  expect(response["x-openstack-examples"]).toEqual({
    created: { summary: "Response", value: { id: "l1", level: 12 } },
  });
  expect(shared).toEqual(["create-plain"]);
});

test("otherwise the schema gives way, says where, and no sample stands apart", () => {
  const { request, response, shared, text } = sidesOf({});
  expect(request.schema).toMatchObject({
    properties: {
      name: { type: ["string", "array"], "x-openstack-disputed": ["type"] },
      colour: { enum: ["red", "green", "blue"], "x-openstack-disputed": ["enum"] },
      level: { maximum: 9, "x-openstack-required": true },
    },
    required: ["name"],
  });
  const { level } = response.schema!.properties as Record<string, JsonObject>;
  expect(level).toMatchObject({ type: "integer", "x-openstack-disputed": ["maximum"] });
  expect(level).not.toHaveProperty("maximum");
  expect(shared.sort()).toEqual(["create-odd", "create-plain", "created"]);
  expect(text).not.toContain("x-openstack-examples");
});

test("whichever is published, the findings are the same", async () => {
  const lint = async (disputed: string) => {
    const inTree = Object.entries(tree).map(([name, text]) => [`${ROOT}/${name}`, text]);
    const config = { "/project/apiref.config.yaml": `disputed: ${disputed}\n` };
    const texts = memoryFiles({ files: { ...Object.fromEntries(inTree), ...config } });
    const { out } = await run(texts, [
      "lint",
      "source",
      "--config",
      "apiref.config.yaml",
      "--format",
      "json",
    ]);
    return (JSON.parse(out) as { findings: { rule: string }[] }).findings;
  };
  const published = await lint("published");
  expect(published.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["sample-type", "sample-enum", "sample-required"]),
  );
  expect(await lint("documented")).toEqual(published);
});
