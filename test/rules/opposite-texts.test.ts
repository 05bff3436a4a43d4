import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** What is said of the descriptions of definitions, with the line. */
function told(descriptions: Readonly<Record<string, string>>): string[] {
  const definition = ([key, text]: readonly [string, string]) =>
    `${key}:\n  description: |\n    ${text}\n  in: body\n  required: true\n  type: string\n`;
  const keys = Object.keys(descriptions);
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n${keys.map((key) => `   - ${key}: ${key}\n`).join("")}`,
    "parameters.yaml": Object.entries(descriptions).map(definition).join(""),
  })
    .filter(({ rule }) => rule === "definition-value-suspicious")
    .map(({ span: { file, start }, message }) => `${file.positionAt(start).line} ${message}`);
}

test("a description copied from the definition of the opposite is told at the wrong word", () => {
  expect(
    told({ created_at: "When the lamp was created.", updated_at: "When the lamp was created. Or null." }),
  ).toEqual([
    "9 `updated_at` is described in the words of `created_at`: `created`. Say what `updated_at` is.",
  ]);
  expect(told({ max_height: "The maximum height.", min_height: "The maximum height." })).toHaveLength(1);
});

test.each<[string, Readonly<Record<string, string>>]>([
  [
    "its own word beside the other",
    { created_at: "When it was created.", updated_at: "When it was updated or created." },
  ],
  [
    "nothing of the other's words",
    { max_lamps: "The maximum count.", lamps_no_min: "At the maximum ten lamps." },
  ],
  ["a text that speaks of both", { start_at: "Start or end of it.", end_at: "Start or end of it." }],
  ["a text that speaks of neither", { created_at: "A time in UTC.", updated_at: "A time in UTC." }],
  ["a name that says both", { start_at: "The start.", start_or_end: "The start." }],
])("%s accuses nobody", (_, descriptions) => {
  expect(told(descriptions)).toEqual([]);
});
