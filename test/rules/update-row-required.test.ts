import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** Updates of as many things, each with a row `name` that looks up one of these keys. */
function told(keys: readonly string[], method = "PUT", path = "/{id}") {
  const definition = (key: string, required: boolean) =>
    `${key}:\n  description: The name.\n  in: body\n  required: ${required}\n  type: string\n`;
  const operation = (key: string, index: number) =>
    `Thing ${index}\n=======\n\n.. rest_method:: ${method} /things${index}${path}\n\n.. rest_parameters:: parameters.yaml\n\n   - name: ${key}\n\n`;
  return checkTree({
    "index.rst": keys.map(operation).join(""),
    "parameters.yaml":
      definition("name", true) + definition("name-request", false) + definition("named", false),
  })
    .filter(({ rule }) => rule === "update-row-required")
    .map(({ message, operation: where }) => `${where}: ${message}`);
}

const FIVE = Array.from({ length: 5 }, () => "name-request");

test("an update that looks up the required definition, where five look up the optional one", () => {
  expect(told([...FIVE, "name"])).toEqual([
    "PUT /things5/{id}: This update requires `name`; 5 other updates look up `name-request`, which is optional. Look that up.",
  ]);
});

test.each([
  ["fewer than five", [...FIVE.slice(1), "name"], "PUT", "/{id}"],
  ["as many require it", [...FIVE, ...FIVE.map(() => "name")], "PUT", "/{id}"],
  ["the optional key is another one", [...FIVE.map(() => "named"), "name"], "PUT", "/{id}"],
  ["they create", [...FIVE, "name"], "POST", "/{id}"],
  ["they are actions", [...FIVE, "name"], "PUT", "/{id}/move"],
] as const)("nothing where %s", (_, keys, method, path) => {
  expect(told(keys, method, path)).toEqual([]);
});
