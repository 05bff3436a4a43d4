import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** Where one sample of `{"part": …}` contradicts the definition, as `file: message`. */
function told(description: string, type: string, value: unknown): string[] {
  return checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - part: part\n\n.. literalinclude:: lamps.json\n",
    "parameters.yaml": `part:\n  description: ${description}\n  in: body\n  required: true\n  type: ${type}\n`,
    "lamps.json": JSON.stringify({ part: value }),
  })
    .filter(({ rule }) => rule === "sample-type")
    .map(({ span, message }) => `${span.file.path.split("/").at(-1)}: ${message}`);
}

test.each([
  ["The ID of the lamp.", "dict", "l-1", "Write `type: string`."],
  ["The exit code of the switch.", "object", 0, "Write `type: integer`."],
])(
  "what a text says is one value is no object, though one sample alone says so: %s",
  (text, type, value, remedy) => {
    expect(told(text, type, value)).toEqual([expect.stringMatching(/^parameters\.yaml: /)]);
    expect(told(text, type, value)[0]).toContain(remedy);
  },
);

test("of what a text says it holds, the sample may be wrong", () => {
  expect(told("The output of the switch, including its state.", "object", "on")).toEqual([
    expect.stringMatching(/^lamps\.json: /),
  ]);
});

test("an empty list alone says nothing against the definition of an object", () => {
  expect(told("The shades of the lamp.", "object", [])).toEqual([expect.stringMatching(/^lamps\.json: /)]);
});

test("where the text tells of a third type, both are wrong", () => {
  expect(told("A list of shades.", "string", { hue: 1 })).toEqual([
    expect.stringContaining("Its text tells of an array: write `type: array` in the definition"),
  ]);
});
