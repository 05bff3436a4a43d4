import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const definition = (name: string, type: string, description: string) =>
  `${name}:\n  description: |\n    ${description}\n  in: body\n  required: false\n  type: ${type}\n`;

function found(type: string, description: string, value: string) {
  return checkTree({
    "index.rst": `Lamps\n=====\n\nShow lamp\n---------\n\n.. rest_method:: GET /lamp\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - tags: tags\n   - one: one\n   - two: two\n\n.. literalinclude:: lamp.json\n`,
    "parameters.yaml": ["one", "two"]
      .map((name) => definition(name, "object", "More of it."))
      .concat(definition("tags", type, description))
      .join(""),
    "lamp.json": `{"tags": ${value}, "one": {}, "two": {}}`,
  }).filter(({ rule }) => rule === "definition-type-alias");
}

test("a word of Python for a type is mended where nothing says that another is meant", () => {
  expect(found("dict", "The tags.", "{}")[0]!.edits).toMatchObject([{ text: "object" }]);
});

test("a text that speaks of a list leaves it to a person", () => {
  expect(found("dict", "The tag list.", "{}")[0]).not.toHaveProperty("edits");
});

test("of a type that a sample contradicts the other rule tells", () => {
  expect(found("dict", "The tags.", '["red"]')).toEqual([]);
});
