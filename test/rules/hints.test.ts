import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const section = (title: string, method: string, more = "") =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\n${more}\n`;

const messages = (rule: string, tree: Record<string, string>) =>
  checkTree(tree)
    .filter((finding) => finding.rule === rule)
    .map(({ message, severity }) => `${severity}: ${message}`);

const samples = (...names: string[]) => ({
  "index.rst": `Lamps\n=====\n\n${section("Show", "GET /lamps/1", names.map((name) => `.. literalinclude:: samples/${name}\n`).join("\n"))}`,
  "samples/lamp-show-response.json": "{}",
  "samples/bulb-show-answer.json": "{}",
});

test.each([
  ["a file of the same thing", "lamp-show-respons.json", " Did you mean `samples/lamp-show-response.json`?"],
  ["a file that nothing includes", "bulb_show_answer.json", " Did you mean `samples/bulb-show-answer.json`?"],
  ["no file of another thing", "bump-show-response.json", ""],
])("what is proposed for a sample that is not there: %s", (_, name, hint) => {
  expect(messages("sample-not-found", samples("lamp-show-response.json", name))).toEqual([
    `error: No file \`samples/${name}\`, relative to the document.${hint}`,
  ]);
});

test("a variable that is named after another collection of the page stands in a URL that was copied", () => {
  const operations = [
    section("List lamps", "GET /v1/house/lamps"),
    section("List bulbs", "GET /v1/house/bulbs"),
    section("Show lamp", "GET /v1/house/lamps/{lamp_id}"),
    section("Show bulb", "GET /v1/house/lamps/{house_bulb_id}"),
  ];
  expect(
    messages("path-parameter-renamed", { "index.rst": `House\n=====\n\n${operations.join("")}` }),
  ).toEqual([
    "warning: `{house_bulb_id}` stands where the same path has `{lamp_id}` elsewhere. Did you mean `/v1/house/bulbs/{house_bulb_id}`?",
  ]);
  const both = [...operations, section("Show a bulb", "GET /v1/house/bulbs/{bulb_id}")];
  expect(messages("path-parameter-renamed", { "index.rst": `House\n=====\n\n${both.join("")}` })).toEqual([
    "warning: `{house_bulb_id}` stands where the same path has `{lamp_id}` elsewhere. Use one name for it in all of them.",
  ]);
});

test("a name that says what else it takes may differ on purpose", () => {
  const operations = [
    section("Show lamp", "GET /lamps/{lamp_name_or_id}"),
    section("Delete lamp", "DELETE /lamps/{lamp_id}"),
  ];
  expect(
    messages("path-parameter-renamed", { "index.rst": `Lamps\n=====\n\n${operations.join("")}` }),
  ).toEqual([]);
});

test.each([
  [
    "a table without rows of the body",
    "POST /lamps",
    "- X-Dim: dim_header",
    "shows a sample of the request's body, but the request's table documents no property of it. Add rows to the table.",
  ],
])("what is to be done of a sample without rows: %s", (_, method, row, said) => {
  const parts = `Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   ${row}\n\nRequest Example\n~~~~~~~~~~~~~~~\n\n.. literalinclude:: dim.json\n`;
  const field = (key: string, place: string) =>
    `${key}:\n  description: How dim.\n  in: ${place}\n  required: false\n  type: integer\n`;
  expect(
    messages("body-undocumented", {
      "index.rst": `Lamps\n=====\n\n${section("Dim", method, parts)}`,
      "parameters.yaml": field("dim_header", "header") + field("dim_query", "query"),
      "dim.json": '{"dim": 1}\n',
    }),
  ).toEqual([`warning: \`Dim\` ${said}`]);
});

test.each([
  ["Request Response", "their tables document no property of them. Add rows to the tables."],
  [
    "Response",
    "the response's table documents no property of it, and the request has no table. Add rows to the table, and `rest_parameters` for the request.",
  ],
  ["", "no table documents them. Add `rest_parameters` with their rows."],
])("samples of both bodies without rows, with tables of: %s", (tables, said) => {
  const parts = ["Request", "Response"].map((side) => {
    const title = (words: string) => `${words}\n${"~".repeat(words.length)}\n\n`;
    const table = tables.includes(side)
      ? `${title(side)}.. rest_parameters:: parameters.yaml\n\n   - X-Dim: dim\n\n`
      : "";
    return `${table}${title(`${side} Example`)}.. literalinclude:: dim.json\n\n`;
  });
  expect(
    messages("body-undocumented", {
      "index.rst": `Lamps\n=====\n\n${section("Dim", "POST /lamps", parts.join(""))}`,
      "parameters.yaml": "dim:\n  description: How dim.\n  in: header\n  required: false\n  type: integer\n",
      "dim.json": '{"dim": 1}\n',
    }),
  ).toEqual([`warning: \`Dim\` shows samples of the request's and the response's bodies, but ${said}`]);
});

test("prose that repeats the codes of lists is to be taken away", () => {
  const codes =
    "Normal response codes: 200\n\nResponse codes\n~~~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n";
  expect(
    messages("status-codes-freeform", {
      "index.rst": `Lamps\n=====\n\n${section("List", "GET /lamps", codes)}`,
      "status.yaml": "200:\n  default: Done.\n",
    }),
  ).toEqual([
    "info: Status codes as prose: 200. `rest_status_code` lists them as well. Take the prose away, or what it repeats.",
  ]);
});

test.each([
  ["DELETE", "What to dim.", 0],
  ["PUT", "The image file.", 0],
  ["PUT", "What to dim.", 1],
])("a sample is asked for where there can be one: %s of a body, %s", (method, description, count) => {
  const parts = "Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - dim: dim\n";
  expect(
    messages("operation-unsampled", {
      "index.rst": `Lamps\n=====\n\n${section("Dim", `${method} /lamps`, parts)}${section("List", "GET /lamps", ".. code-block:: json\n\n   {}\n")}`,
      "parameters.yaml": `dim:\n  description: ${description}\n  in: body\n  required: true\n  type: string\n`,
    }),
  ).toHaveLength(count);
});

test("of a definition that no row looks up, which no page shows, it is at most an information", () => {
  const table = "Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - dim: dim\n";
  expect(
    messages("definition-field-missing", {
      "index.rst": `Lamps\n=====\n\n${section("List", "GET /lamps", table)}`,
      "parameters.yaml":
        "dim:\n  description: How dim.\n  in: query\n  required: false\n  type: integer\nlit:\n  description: Whether it is lit.\n  in: query\n  required: false\n",
    }),
  ).toEqual(["info: The definition of `lit` lacks `type`."]);
});
