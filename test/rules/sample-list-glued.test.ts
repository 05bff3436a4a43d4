import { expect, test } from "vitest";
import { fixedTexts } from "../support/fixed.ts";
import { checkTree } from "../support/project.ts";

const tree = (json: string, definition: string, shown = "    {json}\n") => ({
  "index.rst": `Widgets\n=======\n\nShow widget\n-----------\n\n.. rest_method:: GET /widgets/1\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - tags: tags\n\nResponse Example\n~~~~~~~~~~~~~~~~\n\n::\n\n${shown.replace("{json}", json)}`,
  "parameters.yaml": `tags:\n  description: ${definition}`,
});
const LIST = "The tags.\n  in: body\n  required: true\n  type: array\n";

const found = (texts: ReturnType<typeof tree>) =>
  checkTree(texts).filter(({ rule }) => rule === "sample-list-glued");

test("each value becomes a string of its own", async () => {
  const before = tree('{"tags": ["red,blue, green"]}', LIST);
  const fixed = await fixedTexts(before, "--rule", "sample-list-glued");
  expect(fixed).toEqual(tree('{"tags": ["red", "blue", "green"]}', LIST));
});

test("in a command it is for people to write", () => {
  const shown = "    curl -X PUT https://widgets.example.org/widgets/1 -d '{json}'\n";
  const [finding, ...others] = found(tree('{"tags": ["red,blue"]}', LIST, shown));
  expect(others).toEqual([]);
  expect(finding?.edits).toBeUndefined();
});

test.each([
  ["several strings", '{"tags": ["red,blue", "green"]}', LIST],
  ["a string", '{"tags": "red,blue"}', LIST.replace("array", "string")],
  ["numbers", '{"tags": ["1,2"]}', LIST],
  ["a sentence", '{"tags": ["red, as ever"]}', LIST],
  ["a text that speaks of commas", '{"tags": ["red,blue"]}', LIST.replace("tags", "tags, parted by commas")],
])("nothing is said of %s", (_, json, definition) => {
  expect(found(tree(json, definition))).toEqual([]);
});
