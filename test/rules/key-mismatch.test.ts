import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

function found(rows: readonly string[], keys: readonly string[]) {
  const definition = (key: string) =>
    `${key}:\n  description: Words.\n  in: body\n  required: true\n  type: string\n`;
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}`,
    "parameters.yaml": keys.map(definition).join(""),
  })
    .filter(({ rule }) => rule === "key-mismatch")
    .map(({ message }) => message);
}

test("the definition that the copied key is the pattern of", () => {
  expect(
    found(["maximum: lamp_minimum", "minimum: lamp_minimum"], ["lamp_maximum", "lamp_minimum", "maximum"]),
  ).toEqual([expect.stringContaining("Did you mean `lamp_maximum`?")]);
});

test.each([
  ["no definition of its own", ["owner: lamp", "lamp: lamp"], ["lamp"]],
  ["a shorter name of the same", ["id: lamp_id", "lamp_id: lamp_id"], ["lamp_id", "id"]],
  ["nobody else's key", ["owner: lamp_owner"], ["lamp_owner", "owner"]],
])("nothing where there is %s", (_, rows, keys) => {
  expect(found(rows, keys)).toEqual([]);
});
