import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

const parameters = `
lamp: {in: path, type: string, required: true, description: Name or number., min_version: 1.5}
number: {in: path, type: string, required: true, description: The number., max_version: 1.4}
always: {in: path, type: string, required: true, description: At all versions.}
`;

function variableOf(rows: readonly string[], microversion?: string, path = "/lamps/{lamp}"): JsonObject {
  const table = rows.map((row) => `   - ${row}: ${row}\n`).join("");
  const { files } = treeOf({
    "index.rst": `Lamps\n=====\n\nShow a lamp\n-----------\n\n.. rest_method:: GET ${path}\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${table}`,
    "parameters.yaml": parameters,
  });
  const { document } = specificationOf(
    files,
    microversion === undefined ? {} : { microversion },
  ).specification;
  const [item] = Object.values(document.paths as Record<string, Record<string, JsonObject>>);
  const [parameter] = item!.get!.parameters as JsonObject[];
  const { components } = document as { components?: { parameters?: JsonObject } };
  const reference = parameter!.$ref as string | undefined;
  return reference === undefined
    ? parameter!
    : (components!.parameters![reference.slice(reference.lastIndexOf("/") + 1)] as JsonObject);
}

test("rows of a variable that hold at different microversions all document it", () => {
  const variable = variableOf(["number", "lamp"]);
  expect(variable.name).toBe("lamp");
  expect(variable.description).toContain("Name or number.");
  expect(variable.description).toContain("The number.\n\n*Until version 1.4.*");
  expect(variable).not.toHaveProperty("x-openstack");
});

test("at one microversion the row of that version documents the variable", () => {
  expect(variableOf(["number", "lamp"], "1.4")).toMatchObject({ name: "lamp", description: "The number." });
  expect(variableOf(["number", "lamp"], "1.5")).toMatchObject({ description: "Name or number." });
});

test("rows of the same microversions, and of one of two variables, document nothing else", () => {
  expect(variableOf(["always", "lamp"]).description).not.toContain("At all versions");
  expect(variableOf(["number", "always"], undefined, "/lamps/{always}").description).toBe("At all versions.");
});
