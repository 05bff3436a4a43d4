import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import type { SpecificationOptions } from "../../src/openapi/options.ts";
import { specificationOf, treeOf } from "../support/project.ts";

const parameters = `
scope: {in: query, type: string, required: false, description: "Valid values are \`\`near\`\` and \`\`far\`\`.", min_version: 1.4}
lamp: {in: body, type: object, required: true, description: A lamp.}
shade: {in: body, type: string, required: false, description: Its shade., min_version: 1.5, max_version: 1.8}
colour: {in: body, type: string, required: false, description: "Its colour. **New in version 1.6**", min_version: 1.6}
hue: {in: body, type: string, required: false, description: "(Since Lamp API v1.6) Its hue."}
lamps: {in: body, type: object, required: true, description: By room., max_version: 1.3}
count: {in: body, type: integer, required: true, description: How many., min_version: 1.7}
`;

function built(index: string, options: SpecificationOptions = {}): JsonObject {
  const { files } = treeOf({ "index.rst": `Lamps\n=====\n\n${index}`, "parameters.yaml": parameters });
  return specificationOf(files, options).specification.document;
}

function get(document: JsonObject, path: string, method = "get"): JsonObject {
  return ((document.paths as JsonObject)[path] as JsonObject)[method] as JsonObject;
}

const table = (...rows: string[]) =>
  `.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}`).join("\n")}\n`;

test("descriptions say in which microversions things are, each once", () => {
  const document = built(`Show lamp
---------

.. rest_method:: GET /lamps/1

.. versionadded:: 1.3

Request
~~~~~~~

${table("scope: scope")}
Response
~~~~~~~~

${table("lamp: lamp", "lamp.shade: shade", "lamp.colour: colour", "lamp.hue: hue")}`);
  const operation = get(document, "/lamps/1");
  expect(String(operation.description).match(/New in version 1\.3/gi)).toHaveLength(1);
  const [scope] = operation.parameters as JsonObject[];
  expect(scope!.description).toMatch(/\*New in version 1\.4\.\*$/);
  const { ShowLampResponse, Lamp } = (document.components as JsonObject).schemas as Record<
    string,
    JsonObject
  >;
  const lamp = Lamp ?? ((ShowLampResponse!.properties as JsonObject).lamp as JsonObject);
  const { shade, colour, hue } = lamp.properties as Record<string, JsonObject>;
  expect(shade!.description).toBe("Its shade.\n\n*New in version 1.5, until version 1.8.*");
  expect(colour!.description).toBe("Its colour. **New in version 1.6**");
  expect(hue).toMatchObject({
    description: "(Since Lamp API v1.6) Its hue.",
    "x-openstack": { "min-ver": "1.6" },
  });
});

test("the values that a description announces count for parameters", () => {
  const document = built(`List lamps\n----------\n\n.. rest_method:: GET /lamps\n\n${table("scope: scope")}`);
  const [scope] = get(document, "/lamps").parameters as JsonObject[];
  expect(scope!.schema).toEqual({ type: "string", enum: ["near", "far"] });
});

test("operations that share method and path each have their prose and codes in the description", () => {
  const document = built(`Switch lamp on
--------------

.. rest_method:: POST /lamps/1/action

It gets bright.

Normal response codes: 202

Dim lamp
--------

.. rest_method:: POST /lamps/1/action

It gets darker.

Normal response codes: 200
`);
  const { description } = get(document, "/lamps/1/action", "post");
  expect(description).toContain("## Switch lamp on\n\nIt gets bright.\n\nResponse codes: 202");
  expect(description).toContain("## Dim lamp\n\nIt gets darker.\n\nResponse codes: 200");
});

test("a bold title above codes in prose is no description, but others are", () => {
  const document = built(`List lamps
----------

.. rest_method:: GET /lamps

**Preconditions**

There is power.

**Response codes**

Normal response code: 200

Error response codes: badRequest(400)
`);
  expect(get(document, "/lamps").description).toBe("**Preconditions**\n\nThere is power.");
});

test("an operation that the configuration names needs no token", () => {
  const page = `List lamps\n----------\n\n.. rest_method:: GET /lamps\n\nShow lamp\n---------\n\n.. rest_method:: GET /lamps/1\n`;
  const document = built(page, { public: ["GET /lamps"] });
  expect(get(document, "/lamps").security).toEqual([]);
  expect(get(document, "/lamps/1").security).toBeUndefined();
});

const sectioned = `Shades
------

.. versionadded:: 1.6

List shades
~~~~~~~~~~~

.. rest_method:: GET /shades

Rooms
-----

Update room
~~~~~~~~~~~

.. rest_method:: PATCH /rooms/1

.. versionadded:: 1.9
   The ability to leave the name out.
`;

test("what is said below the title of a section counts for its operations, what is said of a part for none", () => {
  const document = built(sectioned);
  expect(get(document, "/shades")["x-openstack"]).toEqual({ "min-ver": "1.6" });
  expect(get(document, "/rooms/1", "patch")["x-openstack"]).toBeUndefined();
  expect((document.info as JsonObject).version).toBe("1.9");
  expect(Object.keys(built(sectioned, { microversion: "1.5" }).paths as JsonObject)).toEqual(["/rooms/1"]);
});

test("a dotted row keeps what it is in, though that is documented for earlier microversions only", () => {
  const page = `Count lamps
-----------

.. rest_method:: GET /lamps

Response (microversions 1.7 - )
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

${table("lamps.hall: count")}
Response (microversions 1.1 - 1.3)
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

${table("lamps: lamps")}`;
  const { schemas } = built(page, { microversion: "1.7" }).components as Record<
    string,
    Record<string, JsonObject>
  >;
  expect(JSON.stringify(schemas)).toContain('"hall"');
});

test("the summary of a merged operation names what goes into a line, and counts the rest", () => {
  const actions = ["Dim", "Light", "Repair", "Replace"].map(
    (verb) =>
      `${verb} a lamp that hangs in a hall\n${"-".repeat(40)}\n\n.. rest_method:: POST /lamps/1/action\n\n`,
  );
  const { summary } = get(built(actions.join("")), "/lamps/1/action", "post");
  expect(summary).toBe("Dim a lamp that hangs in a hall / Light a lamp that hangs in a hall and 2 more");
});

test("what a part says below a title of its own is shown below that title", () => {
  const document = built(`Light lamp
----------

.. rest_method:: PUT /lamps/1

Normal response codes: 200

Request
~~~~~~~

Sent at once.

Supported colours
"""""""""""""""""

Red and blue.

Example
"""""""

Any will do.

${table("lamp: lamp")}
Response
~~~~~~~~

Lamps of old houses
"""""""""""""""""""

They answer late.

Headers of old houses
"""""""""""""""""""""

None
`);
  const { requestBody, responses } = get(document, "/lamps/1", "put");
  expect((requestBody as JsonObject).description).toBe(
    "Sent at once.\n\n**Supported colours**\n\nRed and blue.\n\nAny will do.",
  );
  const { description } = (responses as Record<string, JsonObject>)["200"]!;
  expect(description).toMatch(/\*\*Lamps of old houses\*\*\n\nThey answer late\.$/);
});
