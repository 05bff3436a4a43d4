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
});

test("a name that says what else it takes may differ on purpose", () => {
  const operations = [
    section("Show lamp", "GET /lamps/{lamp_name_or_id}"),
    section("Delete lamp", "DELETE /lamps/{lamp_id}"),
  ];
  expect(
    messages("path-parameter-renamed", { "index.rst": `Lamps\n=====\n\n${operations.join("")}` }),
  ).toEqual([
    "info: `{lamp_id}` stands where the same path has `{lamp_name_or_id}` elsewhere. Use one name for it in all of them.",
  ]);
});
