import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** Where `sample-type` is told of a lamp's `shade`, and what is to be done. */
function told(type: string, description: string, shown: readonly string[]) {
  const operations = shown.map(
    (_, index) =>
      `Show ${index}\n------\n\n.. rest_method:: GET /lamps/${index}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - shade: shade\n\n.. literalinclude:: lamp-${index}.json\n\n`,
  );
  return checkTree({
    "index.rst": `Lamps\n=====\n\n${operations.join("")}`,
    "parameters.yaml": `shade:\n  description: ${description}\n  in: body\n  required: true\n  type: ${type}\n`,
    ...Object.fromEntries(shown.map((value, index) => [`lamp-${index}.json`, `{"shade": ${value}}\n`])),
  })
    .filter(({ rule }) => rule === "sample-type")
    .map(
      ({ span, message }) => `${span.file.path.replace(/.*\//, "")}: ${/[^.]*\.$/.exec(message)![0].trim()}`,
    );
}

test.each([
  ["string", "A list of shades.", '["red"]', "array"],
  ["string", "Dictionary with the shades.", '{"red": 1}', "object"],
  ["array", "A map of colours and their shades.", '{"red": 1}', "object"],
  ["string", "A JSON object that names the shades.", '{"red": 1}', "object"],
  ["object", "Whether it has a shade.", "true", "boolean"],
  ["string", "The number of shades.", "3", "integer"],
])("a definition `%s` of which the description says otherwise: %s", (type, description, value, meant) => {
  expect(told(type, description, [value])).toEqual([`parameters.yaml: Write \`type: ${meant}\`.`]);
});

test("a sample that agrees with a type that the description contradicts clears nothing", () => {
  expect(told("string", "Whether it has a shade.", ["true", '"true"'])).toEqual([
    "parameters.yaml: Write `type: boolean`.",
  ]);
});

test.each([
  ["boolean", "Whether it has a shade.", '"True"', "Write `true`, without quotes."],
  ["integer", "The number of shades.", '"3"', "Write `3`, without quotes."],
  ["list", "What it has.", '"[red, blue]"', "Write the list without quotes round it."],
  ["dict", "What it has.", '"{red: 1}"', "Write the object without quotes round it."],
])(
  "two samples that quote what is a %s are to be corrected, not the definition",
  (type, description, value, mend) => {
    expect(told(type, description, [value, value])).toEqual([`lamp-0.json: ${mend}`, `lamp-1.json: ${mend}`]);
  },
);

test.each([
  ["string", "The number of shades, or a string such as many.", "3", "integer"],
  ["string", "The shade.", "true", "boolean"],
])(
  "one sample and a definition `%s` that is described as %s stay equal witnesses",
  (type, description, value, shown) => {
    expect(told(type, description, [value])).toEqual([
      `lamp-0.json: Correct the sample, or write \`type: ${shown}\` in the definition.`,
    ]);
  },
);

test.each([
  ["object", "The UUID of its secret.", '"7f3c"', "parameters.yaml: Write `type: string`."],
  [
    "object",
    "Its secret.",
    '"7f3c"',
    "lamp-0.json: Correct the sample, or write `type: string` in the definition.",
  ],
])("one text for a definition `%s`, described as %s", (type, description, value, wanted) => {
  expect(told(type, description, [value])).toEqual([wanted]);
});

test("a text of a number and the object that the one sample shows convict a definition of a text", () => {
  expect(told("string", "The number of shades on and off.", ['{"on": 1, "off": 2}'])).toEqual([
    "parameters.yaml: Write `type: object`.",
  ]);
});

test("a definition of a list that another sample confirms is not to be changed for one without brackets", () => {
  expect(told("array", "Its shades.", ['["red"]', '"red"'])).toEqual(["lamp-1.json: Correct the sample."]);
});

test("a list is no slip of one sample", () => {
  expect(told("string", "The shade.", ['["red"]'])).toEqual(["parameters.yaml: Write `type: array`."]);
});

test("quotes round one value are told of with both ways out", () => {
  expect(told("boolean", "The shade.", ['"True"'])).toEqual([
    "lamp-0.json: Write `true`, without quotes, or correct the definition.",
  ]);
});

test.each(["None", "null"])("the text `%s` in a sample is null, and convicts no definition", (word) => {
  const shown = [`"${word}"`, `"${word}"`];
  expect(told("integer", "The shade.", shown)).toEqual(
    [0, 1].map((index) => `lamp-${index}.json: Write \`null\`, without quotes.`),
  );
  expect(told("integer", "The shade.", ['"red"', '"blue"', `"${word}"`])).toEqual([
    "lamp-2.json: Write `null`, without quotes.",
    "parameters.yaml: Write `type: string`.",
  ]);
});

test("an empty text says nothing for the definition of a list that other samples put into quotes", () => {
  expect(told("list", "What it has.", ['"[red, blue]"', '""'])).toEqual([
    "lamp-0.json: Write the list without quotes round it.",
    "lamp-1.json: Correct the sample or the definition.",
  ]);
});
