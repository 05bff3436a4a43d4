import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const section = (title: string, method: string, rows: readonly string[]) =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n`;

const definitions = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts)
    .map(
      ([key, text]) =>
        `${key}:\n  description: |\n    ${text}\n  in: body\n  required: true\n  type: string\n`,
    )
    .join("");

const shades = section("Show shade", "GET /shades/{shade_id}", ["colour: colour"]);

function found(index: string, texts: Readonly<Record<string, string>>): string[] {
  return checkTree({ "index.rst": `Lamps\n=====\n\n${index}`, "parameters.yaml": definitions(texts) })
    .filter(({ rule }) => /^key-mismatch|^definition-unused/.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test("a definition of another resource is wrong where one of the row's own lies unused", () => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", ["colour: colour"]);
  const texts = { colour: "The colour of the shade.", colour_1: "The colour of the lamp." };
  expect(found(lamps + shades, texts)).toEqual([
    "key-mismatch: `colour` looks up `colour`, which speaks of the shade; nothing looks up `colour_1`, which speaks of the lamp. Did you mean `colour_1`?",
  ]);
});

test.each([
  ["the lamp's row of a shade", ["shade: shade", "colour: colour"], "The colour of the shade."],
  ["a text that speaks of neither", ["colour: colour"], "The colour of the thing."],
  ["two rows of one name", ["colour: colour", "colour: colour"], "The colour of the shade."],
])("%s is no such mistake", (_, rows, text) => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", rows);
  const texts = { colour: text, colour_1: "The colour of the lamp.", shade: "What is round it." };
  expect(found(lamps + shades, texts).filter((one) => one.startsWith("key-mismatch"))).toEqual([]);
});

test.each([
  ["colour", "lamp_colour", "is called as the row"],
  ["colour_lamp", "colour", "says what the operation is about"],
  ["colour_2", "any_colour", "speaks of the lamp, as the other does not"],
])("an unused `%s` names the row that looks up `%s`: it %s", (unused, used) => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", [`colour: ${used}`]);
  const texts = { [unused]: "How the lamp looks.", [used]: "How it looks." };
  expect(found(lamps, texts)).toEqual([
    `definition-unused: No row looks up \`${unused}\` in parameters.yaml; \`colour\` of \`Show lamp\` looks up \`${used}\`. Let it look up \`${unused}\` if that is meant, or remove the definition.`,
  ]);
});

test("an unused definition that no row is called after is told as before", () => {
  const lamps = section("Show lamp", "GET /lamps/{lamp_id}", ["size: size"]);
  expect(found(lamps, { colour_shade: "How the shade looks.", size: "How large it is." })).toEqual([
    "definition-unused: No row looks up `colour_shade` in parameters.yaml. Remove the definition, or add its row.",
  ]);
});
