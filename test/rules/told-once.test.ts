import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

const definition = (key: string, text: string, required = true, type = "string") =>
  `${key}:\n  description: ${text}\n  in: body\n  required: ${required}\n  type: ${type}\n`;

interface Body {
  readonly rows: readonly string[];
  readonly sample: unknown;
}

/** What a tree of operations on lamps tells, as `rule: message`. */
function told(definitions: string, requests: readonly Body[], side = "Request"): string[] {
  const operation = ({ rows }: Body, index: number) =>
    `Change lamp ${index}\n-------------\n\n.. rest_method:: POST /lamps/${index}\n\n${side}\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n.. literalinclude:: ${index}.json\n\n`;
  return joined(
    checkTree({
      "index.rst": `Lamps\n=====\n\n${requests.map(operation).join("")}`,
      "parameters.yaml": definitions,
      ...Object.fromEntries(requests.map(({ sample }, index) => [`${index}.json`, JSON.stringify(sample)])),
    }).filter(({ rule }) => /^sample-|^definition-unused|^row-unsampled/.test(rule)),
  ).map(({ rule, message }) => `${rule}: ${message}`);
}

const colour = definition("colour", "The colour of the lamp.");

test("a definition without a row and a sample's property without one are one mistake", () => {
  const shown = { rows: ["colour: colour"], sample: { colour: "red", weight: "1 kg" } };
  const weight = (text: string, type?: string) => colour + definition("weight", text, true, type);
  expect(told(weight("The weight of the lamp."), [shown], "Response")).toEqual([
    "sample-undocumented: No row names `weight`. Add `- weight: weight` to this table, or take it out of the sample.",
  ]);
  // of something else, of another type
  for (const other of [weight("How much a letter has."), weight("The weight of the lamp.", "boolean")])
    expect(told(other, [shown], "Response")).toEqual([
      "sample-undocumented: No row names `weight`. Add a row to this table, or take it out of the sample.",
      "definition-unused: No row looks up `weight` in parameters.yaml. Remove the definition, or add its row.",
    ]);
  // rows of that name look up another
  const heavy = { rows: ["colour: colour", "weight: lamp_weight"], sample: { colour: "red", weight: "1" } };
  const both = weight("The weight of the lamp.") + definition("lamp_weight", "The weight of the lamp.");
  expect(told(both, [shown, heavy], "Response")).toContainEqual(
    expect.stringContaining("Add a row to this table"),
  );
});

test("some of the rows may have a definition", () => {
  const shown = { rows: ["colour: colour"], sample: { colour: "red", weight: "1 kg", height: 2 } };
  expect(told(colour + definition("weight", "The weight of the lamp."), [shown], "Response")).toEqual([
    "sample-undocumented: No row names `weight` and `height`. Add rows, such as `- weight: weight`, to this table, or take them out of the sample.",
  ]);
});

test("an optional definition that a request is told to look up is not called unused", () => {
  const both = colour + definition("colour_optional", "The colour of the lamp.", false);
  const rows = ["colour: colour", "weight: weight"];
  expect(
    told(both + definition("weight", "The weight of the lamp."), [{ rows, sample: { weight: "1" } }]),
  ).toEqual([
    "sample-required: `colour` is required in this request, but its sample leaves it out. Let its row look up `colour_optional`, or add it to the sample.",
  ]);
  expect(
    told(both + definition("weight", "The weight of the lamp."), [
      { rows, sample: { colour: "red", weight: "1" } },
    ]),
  ).toEqual([
    "definition-unused: No row looks up `colour_optional` in parameters.yaml. Remove the definition, or add its row.",
  ]);
});

test("a row that says `number` behind its name is that of the sample's with a word in front", () => {
  const rows = ["colour: colour", "port_number: lamp_port"];
  const port = colour + definition("lamp_port", "The port of the lamp.", true, "integer");
  expect(told(port, [{ rows, sample: { colour: "red", source_port: 3 } }], "Response")).toEqual([
    "sample-undocumented: `port_number` is `source_port` in the sample. Correct the row, or the sample.",
  ]);
  expect(told(port, [{ rows, sample: { colour: "red", source_site: 3 } }], "Response")).toHaveLength(2);
});

/** What `path-parameter-undocumented` tells of pages that each show a lamp with these rows. */
function toldOfPaths(pages: readonly (readonly string[])[], keys: readonly string[]): string[] {
  const page = (rows: readonly string[], index: number) =>
    `Lamps ${index}\n=======\n\n.. rest_method:: GET /sites/{site_id}/lamps${index}/{lamp_id}\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}`;
  const texts = Object.fromEntries(pages.map((rows, index) => [`page${index}.rst`, page(rows, index)]));
  const toctree = Object.keys(texts).map((name) => `   ${name.replace(".rst", "")}\n`);
  return joined(
    checkTree({
      "index.rst": `API\n===\n\n.. toctree::\n\n${toctree.join("")}`,
      "parameters.yaml": keys
        .map((key) => {
          const place = /path/.test(key) ? "path" : "body";
          return `${key}:\n  description: Which of ${key}.\n  in: ${place}\n  required: true\n  type: string\n`;
        })
        .join(""),
      ...texts,
    }).filter(({ rule }) => rule === "path-parameter-undocumented"),
  ).map(({ message }) => message.replace(/^.*in its path\. /, ""));
}

test("rows of a body for a variable of the path are told what to look up, and a habit of the tree once", () => {
  const [right, wrong] = [
    ["site_id: site_id_path", "lamp_id: lamp_id_path"],
    ["site_id: site_id", "lamp_id: lamp_id_path"],
  ];
  const keys = ["site_id", "site_id_path", "lamp_id_path"];
  const advice = "Look up one with `in: path`, such as `site_id_path`.";
  expect(toldOfPaths([right, right], keys)).toEqual([]);
  expect(toldOfPaths([right, wrong, wrong, wrong], keys)).toEqual([`${advice} The same at 2 more places.`]);
  expect(toldOfPaths([right, wrong], keys)).toEqual([advice]);
  // Where none is written, one is called as the others.
  expect(toldOfPaths([wrong], ["site_id", "lamp_id_path"])).toEqual([
    "Write one with `in: path`, such as `site_id_path`, and look that up.",
  ]);
});

test("rows of one table that samples lack, at a known place and anywhere, are one mistake", () => {
  const plain = ["colour", "weight"].map((name) => definition(name, "Words.")).join("");
  const definitions = `${plain}${definition("lamp", "The lamp.", true, "object")}${definition("bulb", "The bulb.", true, "object")}`;
  const rows = ["lamp: lamp", "colour: colour", "bulb: bulb", "weight: weight"];
  expect(told(definitions, [{ rows, sample: { lamp: { colour: "red" } } }], "Response")).toEqual([
    "sample-required: `lamp.bulb` is missing; its definition says that it is required. Add it to the sample, or make it optional. No sample shows `weight` either.",
  ]);
  expect(told(definitions, [{ rows, sample: { lamp: { colour: "red" }, bulb: {} } }], "Response")).toEqual([
    "row-unsampled: `weight` is required, but no sample of the response shows it. Add it to a sample, or make it optional.",
  ]);
});
