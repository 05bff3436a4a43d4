import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { checkTree, documentOf, specificationOf, treeOf } from "../support/project.ts";

const tree = {
  "index.rst": `Lamps
=====

Show lamp
---------

.. rest_method:: GET /rooms/{room_id}/lamps/{lamp_id}

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - room_id: room_id
   - lamp_id: lamp_id

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - Location: location
   - name: name
   - room_id: room_id
   - colour: colour
   - page: page

.. literalinclude:: lamp.json
   :language: javascript
`,
  "parameters.yaml": `
location: {in: header, type: string, required: true, description: Where to see it.}
lamp_id: {in: path, type: string, required: true, description: Which lamp.}
room_id: {in: path, type: string, required: true, description: Where it is.}
colour: {in: query, type: string, required: false, description: How it shines.}
page: {in: query, type: integer, required: false, description: Which page.}
name: {in: body, type: string, required: true, description: Its name.}
`,
  "lamp.json": `{"lamp": {"name": "Desk", "room_id": "r1", "colour": "red"}}`,
};

function answer(): { headers: JsonObject; lamp: JsonObject; parameters: unknown } {
  const document = documentOf(treeOf(tree).files);
  const { get } = (document.paths as JsonObject)["/rooms/{room_id}/lamps/{lamp_id}"] as Record<
    string,
    JsonObject
  >;
  const { headers } = Object.values(get!.responses as JsonObject)[0] as Record<string, JsonObject>;
  const { schemas } = document.components as Record<string, Record<string, JsonObject>>;
  return { headers: headers!, lamp: schemas!.Lamp!, parameters: get!.parameters };
}

test("a header row of a response is a header of it and nothing of its body", () => {
  const { headers, lamp } = answer();
  expect(headers).toEqual({
    Location: { description: "Where to see it.", required: true, schema: { type: "string" } },
  });
  expect(lamp.properties).not.toHaveProperty("Location");
});

test("a path or query row of a response is the property of the body that the sample shows under its name", () => {
  const { lamp, parameters } = answer();
  expect(lamp).toEqual({
    type: "object",
    properties: {
      name: { type: "string", description: "Its name." },
      room_id: { type: "string", description: "Where it is.", "x-openstack-required": true },
      colour: { type: "string", description: "How it shines." },
    },
    // the definitions of the others speak of the URL
    required: ["name"],
  });
  expect(parameters).toMatchObject([
    { name: "room_id", in: "path" },
    { name: "lamp_id", in: "path" },
    // No sample shows it in the response, so it is a parameter of the request.
    { name: "page", in: "query" },
  ]);
  expect(parameters).toHaveLength(3);
});

test("each such row has its finding, which says where it belongs, and no other", () => {
  const found = checkTree(tree).filter(({ message }) => /`(?:room_id|colour|page|Location)`/.test(message));
  expect(found.map(({ rule }) => rule)).toEqual(Array(3).fill("request-row-in-response"));
});

test("a path row of a request whose URL lacks it is the optional property of the body that the sample shows", () => {
  const files = {
    "index.rst": `Lamps
=====

Create lamp
-----------

.. rest_method:: POST /rooms/{room_id}/lamps

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - room_id: room_id
   - lamp_id: lamp_id
   - name: name

.. literalinclude:: lamp.json
   :language: javascript
`,
    "parameters.yaml": tree["parameters.yaml"],
    "lamp.json": `{"lamp": {"name": "Desk", "room_id": "r1", "lamp_id": "l1"}}`,
  };
  const { schemas } = documentOf(treeOf(files).files).components as Record<
    string,
    Record<string, JsonObject>
  >;
  expect(schemas!.CreateLampRequest).toMatchObject({
    properties: {
      lamp: {
        properties: {
          name: { description: "Its name." },
          lamp_id: { type: "string", description: "Which lamp." },
          // that is the variable of the URL, which the row documents
          room_id: { "x-openstack-undocumented": true },
        },
        required: ["name"],
      },
    },
  });
});

test("what a command prints for a code without content is no content, and is said all the same", () => {
  const { files } = treeOf({
    "index.rst":
      "Lamps\n=====\n\nDelete a lamp\n-------------\n\n.. rest_method:: DELETE /lamps/1\n\nNormal response codes: 204\n\n**Response Example**\n\n.. literalinclude:: gone.text\n   :language: text\n",
    "gone.text": "Lamp 1 is gone.\n",
  });
  const { paths } = specificationOf(files, {}).specification.document;
  const { responses } = (paths as JsonObject & { "/lamps/1": { delete: { responses: JsonObject } } })[
    "/lamps/1"
  ].delete;
  expect(responses["204"]).toMatchObject({
    description: "No Content\n\n**Response Example**\n\n```\nLamp 1 is gone.\n```",
  });
  expect(responses["204"]).not.toHaveProperty("content");
});

test("what the row of a response's `Content-Type` says stands in the descriptions of its successes", () => {
  const files = {
    "index.rst": `Lamps
=====

Show picture
------------

.. rest_method:: GET /lamps/1/picture

Normal response codes: 200
Error response codes: 404

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - Content-Type: type
`,
    "parameters.yaml":
      "type:\n  description: What the picture was made with.\n  in: header\n  required: true\n  type: string\n",
  };
  const { paths } = documentOf(treeOf(files).files) as { paths: Record<string, Record<string, JsonObject>> };
  const responses = paths["/lamps/1/picture"]!.get!.responses as Record<string, JsonObject>;
  expect(responses["200"]!.description).toContain("**Content-Type:** What the picture was made with.");
  expect(responses["200"]).not.toHaveProperty("headers");
  expect(responses["404"]!.description).not.toContain("Content-Type");
});
