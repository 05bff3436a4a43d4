import { expect, test } from "vitest";
import { fixedTexts } from "../support/fixed.ts";

const parameters = `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
widget_id:
  description: Which widget.
  in: path
  required: true
  type: string
widget_ids:
  description: Which widgets.
  in: query
  required: false
  type: string
`;

const page = (body: string) => `
Widgets
=======

List widgets
------------

${body.includes("rest_method") ? "" : ".. rest_method:: GET /widgets\n\n"}${body}`;

async function fixed(rule: string, body: string): Promise<string> {
  const texts = {
    "index.rst": page(body),
    "parameters.yaml": parameters,
    "status.yaml": "404:\n  default: |\n    None.\n",
  };
  const after = await fixedTexts(texts, "--rule", rule);
  expect(await fixedTexts(after, "--rule", rule)).toEqual(after);
  return after["index.rst"]!;
}

const table = (...rows: string[]) =>
  `.. rest_method:: GET /widgets\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}`;
const codes = (...rows: string[]) =>
  `.. rest_method:: GET /widgets\n\n.. rest_status_code:: error status.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}`;

test.each([
  ["unknown-parameter", table("limit: limti"), table("limit: limit")],
  ["parameter-row-duplicate", table("limit: limit", "limit: limit"), table("limit: limit")],
  ["status-code-duplicate", codes("404", "404"), codes("404")],
  [
    "rst-quoted-list",
    "Sizes:\n\n  - small,\n    as ever\n\n  - large\n",
    "Sizes:\n\n- small,\n  as ever\n\n- large\n",
  ],
  ["rst-quoted-list", "- Sizes:\n\n    1. small\n    2. large\n", "- Sizes:\n\n  1. small\n  2. large\n"],
])("%s: %j", async (rule, before, after) => {
  expect(await fixed(rule, before)).toBe(page(after));
});

test.each([
  ["a key near two others", "unknown-parameter", table("widget_ids: widget_idx")],
  ["a key near one that the table looks up", "unknown-parameter", table("limit: limit", "limits: limits")],
  ["a key whose definition is of another place", "unknown-parameter", table("widget: widgt_id")],
  ["a key that is near none", "unknown-parameter", table("colour: colour")],
  ["a list that would join another", "rst-quoted-list", "Sizes:\n\n  - small\n\n- large\n"],
  ["a list of which some lines stand further out", "rst-quoted-list", "Sizes:\n\n    - small\n\n  - large\n"],
])("%s: left to a person", async (_, rule, body) => {
  expect(await fixed(rule, body)).toBe(page(body));
});

test("a definition in no URL: whether it is required is left to a person", async () => {
  const definition = "colour:\n  description: Its colour.\n  in: path\n  required: false\n  type: string\n";
  const texts = { "index.rst": page(""), "parameters.yaml": definition };
  expect(await fixedTexts(texts, "--rule", "definition-path-optional")).toEqual(texts);
});

test("sample-syntax: commas and literals, in a file and in the page", async () => {
  const block = (json: string) =>
    page(`Response Example\n~~~~~~~~~~~~~~~~\n\n.. code-block:: json\n\n   ${json}\n`);
  const show = "Another Example\n~~~~~~~~~~~~~~~\n\n.. literalinclude:: widget.json\n";
  const texts = {
    "index.rst": `${block('{"size": None,\n    "tags": ["a" "b"],}')}\n${show}`,
    "widget.json": '{\n  "size": 1\n  "tags": ["a",]\n}\n',
    "unused.json": '{"size": 1,}\n',
  };
  expect(await fixedTexts(texts, "--rule", "sample-syntax")).toEqual({
    "index.rst": `${block('{"size": null,\n    "tags": ["a", "b"]}')}\n${show}`,
    "widget.json": '{\n  "size": 1,\n  "tags": ["a"]\n}\n',
    "unused.json": '{"size": 1}\n',
  });
});
