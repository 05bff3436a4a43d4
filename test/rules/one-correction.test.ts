import { describe, expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

const colour = "colour:\n  description: The colour.\n  in: body\n  required: true\n  type: string\n";
const status = "200:\n  default: |\n    Done.\n  dyed: |\n    It is dyed.\n  lit: |\n    It is lit.\n";
const codes = ".. rest_status_code:: success status.yaml\n\n   - 200\n\n";
const page = (name: string, bodies: readonly string[]) =>
  `${name}\n${"=".repeat(name.length)}\n\n${bodies
    .map((body, index) => `Dye ${index}\n------\n\n.. rest_method:: PUT /${name}/${index}\n\n${body}`)
    .join("\n")}`;
const table = (rows: number) =>
  `Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${"   - colour: colour\n".repeat(rows)}\n`;

/** What people are told of by a rule. */
function told(rule: string, pages: Readonly<Record<string, readonly string[]>>): string[] {
  const texts = Object.entries(pages).map(([name, bodies]) => [`${name}.inc`, page(name, bodies)]);
  const index = Object.keys(pages).map((name) => `.. include:: ${name}.inc\n`);
  const files = {
    ...Object.fromEntries(texts),
    "index.rst": `${index.join("")}`,
    "parameters.yaml": colour,
    "status.yaml": status,
  };
  return joined(checkTree(files).filter((finding) => finding.rule === rule)).map(({ message }) => message);
}

describe("one correction is told of once", () => {
  test.each([
    ["operation-unsampled", [codes + table(1), codes + table(1)], "The same at 1 more place."],
    ["parameter-row-duplicate", [codes + table(2), codes + table(2)], "The same at 1 more place."],
    ["status-reason-unused", [codes], "The same for `lit`."],
    ["status-codes-missing", ["", "", codes], "The same at 1 more place."],
  ])("%s", (rule, bodies, end) => {
    expect(told(rule, { lamps: bodies, shades: [codes, codes] })).toEqual([expect.stringContaining(end)]);
  });

  test("codes that few operations of a file lack are told of at each", () => {
    expect(told("status-codes-missing", { lamps: ["", "", codes, codes] })).toHaveLength(2);
  });

  test("codes that most operations of a tree lack", () => {
    const pages = { lamps: ["", ""], shades: ["", codes] };
    expect(told("status-codes-missing", pages)).toEqual([
      expect.stringContaining("The same at 2 more places."),
    ]);
  });
});

test("values that stand in quotes in samples made of one another are one mistake, each sample with all of its values", () => {
  const definition = (key: string, type: string) =>
    `${key}:\n  description: Words.\n  in: body\n  required: false\n  type: ${type}\n`;
  const names = ["size", "lit", "age"];
  const operation = (name: string) =>
    `${name}\n----\n\n.. rest_method:: PUT /${name}\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${names.map((key) => `   - ${key}: ${key}\n`).join("")}\n.. literalinclude:: ${name}.json\n\n`;
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n${["aaaa", "bbbb", "cccc"].map(operation).join("")}`,
    "aaaa.json": '{"size": "3",\n "lit": "true"}',
    "bbbb.json": '{"size": "3"}',
    "cccc.json": '{"size": 3,\n "age": "4"}',
    "parameters.yaml": `${definition("size", "integer")}${definition("lit", "boolean")}${definition("age", "integer")}`,
  }).filter(({ rule }) => rule === "sample-type");
  expect(joined(findings).map(({ message, related }) => [message, related!.length])).toEqual([
    [
      "`size` and `lit` are strings; their definitions say `integer` and `boolean`. Write them without quotes, or correct the definitions. The same at 1 more place.",
      7,
    ],
    [
      '`age` is `"4"`, a string; its definition says `integer`. Write `4`, without quotes, or correct the definition.',
      2,
    ],
  ]);
});

test("bodies of one object that no table documents are told of once, those of another by themselves", () => {
  const operation = (title: string, method: string, sample: string) =>
    `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\nResponse\n~~~~~~~~\n\n.. literalinclude:: ${sample}.json\n\n`;
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n${operation("List lamps", "GET /lamps", "list")}${operation("Show lamp", "GET /lamps/1", "show")}${operation("Show shade", "GET /shades/1", "shade")}`,
    "list.json": '{"lamps": [{"name": "a"}], "lamps_links": []}',
    "show.json": '{"lamp": {"name": "a"}}',
    "shade.json": '{"shade": {"name": "a"}}',
  }).filter(({ rule }) => rule === "body-undocumented");
  expect(joined(findings).map(({ message }) => message)).toEqual([
    "`List lamps` shows a sample of the response's body, but no table documents it. Add `rest_parameters` with its rows. The same at 1 more place.",
    "`Show shade` shows a sample of the response's body, but no table documents it. Add `rest_parameters` with its rows.",
  ]);
});
