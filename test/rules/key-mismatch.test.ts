import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

function found(rows: readonly string[], keys: readonly string[], sample = "") {
  const definition = (key: string) =>
    `${key}:\n  description: Words on the ${key.replaceAll("_", " ")}.\n  in: body\n  required: true\n  type: string\n`;
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}${sample === "" ? "" : `\n.. code-block:: json\n\n   ${sample}\n`}`,
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

test.each([
  ["two things", '{"owner_id": "a", "lamp_id": "b"}', ["Add a definition for `owner_id`"]],
  ["one thing", '{"owner_id": "a", "lamp_id": "a"}', []],
  ["one of them only", '{"lamp_id": "a"}', []],
])("without a definition of the other name, where a sample shows %s", (_, sample, expected) => {
  expect(found(["owner_id: lamp_id", "lamp_id: lamp_id"], ["lamp_id"], sample)).toEqual(
    expected.map((text) => expect.stringContaining(text)),
  );
});

test.each([
  ["X-Lamp-Reqeust", "header", ["Correct the name"]],
  ["X-Lamp_Request", "header", ["Correct the name"]],
  ["X-Lamp-Requests", "header", []],
  ["X-Lamp-Reply", "header", []],
  ["X-Lamp_Request", "body", []],
])("%s in: %s, where all others are X-Lamp-Request", (name, place, expected) => {
  const rows = [...Array.from({ length: 5 }, () => "X-Lamp-Request"), name];
  const tree = checkTree({
    "index.rst": rows
      .map(
        (row, index) =>
          `Lamp ${index}\n======\n\n.. rest_method:: PUT /lamps/${index}\n\n.. rest_parameters:: parameters.yaml\n\n   - ${row}: lamp_request\n`,
      )
      .join("\n"),
    "parameters.yaml": `lamp_request:\n  description: Words.\n  in: ${place}\n  required: false\n  type: string\n`,
  });
  expect(tree.filter(({ rule }) => rule === "key-mismatch").map(({ message }) => message)).toEqual(
    expected.map((text) => expect.stringContaining(text)),
  );
});
