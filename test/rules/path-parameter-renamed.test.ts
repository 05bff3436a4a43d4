import { describe, expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** What is said of `GET /lamps/{one}` and another operation at `/lamps/{other}`, with these texts of their rows. */
function told([
  one = "",
  text = "",
  other = "",
  otherText = "",
  method = "GET",
]: readonly string[]): string[] {
  const section = (title: string, verb: string, name: string) =>
    `${title}\n-----\n\n.. rest_method:: ${verb} /lamps/{${name}}\n\n.. rest_parameters:: parameters.yaml\n\n   - ${name}: of_${name}\n\n`;
  const definition = (name: string, description: string) =>
    `of_${name}:\n  description: ${description}\n  in: path\n  required: true\n  type: string\n`;
  return checkTree({
    "index.rst": `Lamps\n=====\n\n${section("One..", "GET", one)}${section("Other", method, other)}`,
    "parameters.yaml": `${definition(one, text)}${definition(other, otherText)}`,
  })
    .filter(({ rule }) => rule === "path-parameter-renamed")
    .map(({ message }) => message);
}

test.each([
  ["an address and a name", ["ip", "The IP address.", "name", "The name of the lamp."]],
  ["a key and an id", ["colour", "The colour that is asked for.", "lamp_id", "The UUID of the lamp."]],
  ["a name and an id", ["name", "The name of the lamp.", "id", "The UUID of the lamp.", "DELETE"]],
])("%s at one place are two things", (_, args) => {
  expect(told(args)).toEqual([]);
});

test.each([
  ["two ids", ["id", "The lamp.", "lamp_id", "The UUID of the lamp."]],
  ["an id that only its text calls one", ["lamp", "The UUID of the lamp.", "id", "Which one."]],
  ["names that share a word", ["lamp", "The lamp.", "lamp_id", "The UUID of the lamp."]],
  ["names of one thing", ["name", "The name of the lamp.", "lamp", "The lamp, by its name."]],
  ["names with one text", ["name", "Which one it is.", "lamp_id", "Which one it is."]],
])("%s are one thing", (_, args) => {
  expect(told(args)).toHaveLength(1);
});

test("a variable is named as the URL has it", () => {
  expect(told(["lamp_id/name", "The lamp.", "id/name", "The UUID of the lamp."])).toEqual([
    "`{id/name}` stands where the same path has `{lamp_id/name}` elsewhere. Use one name for it in all of them.",
  ]);
});

describe("of several spellings", () => {
  const operation = ([verb, name, row = name]: readonly string[]) =>
    `${verb} lamp\n${"-".repeat(verb!.length + 5)}\n\n.. rest_method:: ${verb} /lamps/{${name}}\n\n.. rest_parameters:: parameters.yaml\n\n   - ${row}: lamp_id\n\n`;
  const page = (...operations: readonly (readonly string[])[]) => ({
    "index.rst": `Lamps\n=====\n\n${operations.map(operation).join("")}`,
    "parameters.yaml": "lamp_id:\n  description: The lamp.\n  in: path\n  required: true\n  type: string\n",
  });

  test("the one that fewer have is at fault, wherever it stands", () => {
    const found = checkTree(page(["GET", "id"], ["PUT", "lamp_id"], ["DELETE", "lamp_id"])).filter(
      ({ rule }) => rule === "path-parameter-renamed",
    );
    expect(found.map(({ message }) => message)).toEqual([
      "`{id}` stands where the same path has `{lamp_id}` elsewhere. Write `{lamp_id}`.",
    ]);
    expect(found[0]!.span.file.text.slice(found[0]!.span.start, found[0]!.span.end)).toBe("id");
  });

  test("nothing is said twice of a URL whose row has the name of the others", () => {
    const rules = checkTree(
      page(["GET", "lamp-id", "lamp_id"], ["PUT", "lamp_id"], ["DELETE", "lamp_id"]),
    ).map(({ rule }) => rule);
    expect(rules).toContain("path-parameter-undocumented");
    expect(rules).not.toContain("path-parameter-renamed");
  });
});
