import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { documentOf, treeOf } from "../support/project.ts";

interface Shown {
  /** Name and key of each row of the response. */
  readonly rows: Readonly<Record<string, string>>;
  readonly definitions: string;
  readonly sample: string;
  readonly title?: string;
  /** Whether it is the request instead. */
  readonly isSent?: boolean;
}

function section({ rows, title = "Show lamp", isSent = false }: Shown, index: number): string {
  const list = Object.entries(rows).map(([name, key]) => `   - ${name}: ${key}\n`);
  return `${title}\n${"-".repeat(40)}\n\n.. rest_method:: ${isSent ? "POST" : "GET"} /lamps/${index}\n\n${isSent ? "Request" : "Response"}\n~~~~~~~~\n
.. rest_parameters:: parameters.yaml\n\n${list.join("")}\n.. literalinclude:: ${index}.json\n   :language: json\n\n`;
}

/** The properties of the response of the first operation. */
function propertiesOf(...all: readonly Shown[]): JsonObject {
  const samples = Object.fromEntries(all.map(({ sample }, index) => [`${index}.json`, sample]));
  const { files } = treeOf({
    "index.rst": `Lamps\n=====\n\n${all.map(section).join("")}`,
    "parameters.yaml": all.map(({ definitions }) => definitions).join(""),
    ...samples,
  });
  const document = documentOf(files) as unknown as { components: { schemas: Record<string, JsonObject> } };
  const { schemas } = document.components;
  // without the places, which stand at symbols
  return structuredClone((schemas.ShowLampResponse ?? schemas.ShowLampRequest)!.properties) as JsonObject;
}

const name = "name: {in: body, type: string, required: true, description: Its name.}\n";
const text = { type: "string", description: "Its name." };

const lamp = "lamp: {in: body, type: object, required: true, description: A lamp.}\n";
const lamps = "lamps: {in: body, type: array, required: true, description: The lamps.}\n";
const one: Shown = { rows: { lamp: "lamp" }, definitions: lamp, sample: '{"lamp": {}}', title: "Light lamp" };

test("a row whose type is not that of what the sample has under the other name keeps to itself", () => {
  const list = { rows: { lamps: "lamps", name: "name" }, definitions: name + lamps };
  const properties = propertiesOf({ ...list, sample: '{"lamp": {"name": "Desk"}}' }, one);
  expect(Object.keys(properties).sort()).toEqual(["lamp", "lamps"]);
  expect(properties.lamps).toEqual({
    type: "array",
    items: {},
    description: "The lamps.",
    "x-openstack-required": true,
  });
});

test("a list that a row and the sample call differently has the same inside under both names", () => {
  const properties = propertiesOf({
    rows: { lamps: "lamps", name: "name" },
    definitions: name + lamps,
    sample: '{"lamp": [{"name": "Desk"}]}',
  });
  expect(properties.lamps).toMatchObject({ type: "array", description: "The lamps." });
  expect((properties.lamps as JsonObject).items).toEqual((properties.lamp as JsonObject).items);
});

test("an envelope that a row and the sample call differently has its inside where the sample does", () => {
  const properties = propertiesOf({
    rows: { lampe: "lampe", name: "name" },
    definitions: `${name}lampe: {in: body, type: object, required: true, description: A lamp.}\n`,
    sample: '{"lamp": {"name": "Desk"}}',
  });
  expect(properties.lamp).toMatchObject({ properties: { name: text } });
  expect(properties.lampe).toMatchObject({ type: "object", description: "A lamp." });
  expect(properties.lampe).not.toHaveProperty("properties");
});

test("names of two namespaces are two properties", () => {
  const properties = propertiesOf({
    rows: { "os:hint": "hint", name: "name" },
    definitions: `${name}hint: {in: body, type: string, required: true, description: A hint.}\n`,
    sample: '{"name": "Desk", "X-HNT:hint": "a"}',
  });
  expect(Object.keys(properties).sort()).toEqual(["X-HNT:hint", "name", "os:hint"]);
});

test("what only a sample's slip names is no property of a request", () => {
  const note = "note: {in: body, type: string, required: false, description: A text.}\n";
  const sent = { rows: { name: "name", note: "note" }, definitions: name + note, isSent: true };
  expect(propertiesOf({ ...sent, sample: '{"name": "Desk", "note:": "low"}' })).toEqual({
    name: text,
    note: { type: "string", description: "A text." },
  });
  // whoever misspells an ordinary name may be the row
  expect(propertiesOf({ ...sent, sample: '{"name": "Desk", "notes": "low"}' })).toHaveProperty("notes");
});

test("a dictionary whose type says text is an object of any names, as its samples are", () => {
  const definitions = `${name}settings: {in: body, type: string, required: true, description: Dictionary that lists names of settings and associated values.}\n`;
  const rows = { name: "name", settings: "settings" };
  expect(propertiesOf({ rows, definitions, sample: '{"name": "Desk", "settings": {"dim": 17}}' })).toEqual({
    name: text,
    settings: {
      type: "object",
      description: "Dictionary that lists names of settings and associated values.",
      additionalProperties: { "x-openstack-undocumented": true },
      "x-openstack-disputed": ["type"],
    },
  });
  const clear = { rows, definitions, sample: '{"name": "Desk", "settings": "{}"}' };
  expect(propertiesOf(clear).settings).toMatchObject({ type: "string" });
});
