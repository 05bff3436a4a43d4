import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const bounded = (key: string, bounds: string) =>
  `${key}:\n  description: Words.\n  in: body\n  required: true\n  type: string\n${bounds}`;

/** What is told of the microversions of two rows of one name, with the text that it marks. */
function told(before: string, after: string, between = ""): string[][] {
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - watts: watts_old\n${between}   - watts: watts_new\n`,
    "parameters.yaml": `${bounded("size", "")}${bounded("watts_new", after)}${bounded("watts_old", before)}`,
  }).filter(({ rule }) => rule === "microversion-invalid");
  return findings.map(({ message, span: { file, start, end } }) => [file.text.slice(start, end), message]);
}

const [max, min] = ["  max_version: 2.10\n", (version: string) => `  min_version: ${version}\n`];

test.each([
  ["2.12", "ends with 2.10: at 2.11 neither is there. Write `min_version: 2.11`"],
  ["2.13", "ends with 2.10: from 2.11 on neither is there. Write `min_version: 2.11`"],
  ["2.10", "ends with 2.10: at 2.10 both are there. Write `min_version: 2.11`"],
  ["2.9", "ends with 2.10: from 2.9 to 2.10 both are there. Write `min_version: 2.11`"],
])(
  "the second of two rows of a name begins with %s, where the first has not ended or long has",
  (version, words) => {
    expect(told(max, min(version))).toEqual([
      [
        version,
        `\`watts_new\` begins with ${version}, and \`watts_old\`, which it follows, ${words}, or correct the \`max_version\`.`,
      ],
    ]);
  },
);

test("rows that follow each other, return much later, or stand in other objects are right", () => {
  expect(told(max, min("2.11"))).toEqual([]);
  expect(told(max, min("2.40"))).toEqual([]);
  expect(told(max, min("2.12"), "   - size: size\n")).toEqual([]);
  expect(told(max, min("3.1"))).toEqual([]);
});

test("a code that HTTP does not have is told for what it is", () => {
  const messages = checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nNormal response codes: 200\n\nError response codes: 400, 600, 40\n",
  })
    .filter(({ rule }) => rule === "rst-markup-mistaken")
    .map(({ message }) => message);
  expect(messages).toEqual([
    "`600` is not a status code: those are from 100 to 599. Correct it.",
    "`40` is not a status code: those have three digits. Correct it.",
  ]);
});

test.each([
  [
    "a title",
    "Error response codes\n~~~~~~~~~~~~~~~~~~~~\n\n- Bad Request (400)\n- Burnt Out (753)\n",
    ["753"],
  ],
  ["a label", "Error response codes:\n\n- 400: no lamp\n- ``640``: no shade\n", ["640"]],
  ["a term", "Error response codes:\n  - 400\n  - 940 (no lamp)\n", ["940"]],
  ["no title", "Errors\n~~~~~~\n\n- Bad Request (400)\n- Burnt Out (753)\n", []],
  ["other items", "Error response codes:\n\n- 400: no lamp\n- 640\n- the lamp burns\n", []],
  ["no code at all", "Error response codes:\n\n- 640: no lamp\n- Burnt Out (753)\n", []],
  ["what is counted", "Error response codes:\n\n- 400: no lamp\n- 750 lamps or more\n", []],
])("numbers that are no codes in a list below %s", (_, below, numbers) => {
  const found = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n${below}`,
  }).filter(({ rule, message }) => rule === "rst-markup-mistaken" && message.includes("status code"));
  expect(found.map(({ span: { file, start, end } }) => file.text.slice(start, end))).toEqual(numbers);
});

/** What is told of descriptions of two operations that have the same. */
function ofCopies(title: string, method: string, text: string): string[] {
  return checkTree({
    "index.rst": `Lamps\n=====\n\nIgnite lamp\n-----------\n\n.. rest_method:: POST /lamps/1/fire\n\n${text}\n\n${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method} /lamps/1\n\n${text}\n`,
  })
    .filter(({ rule }) => rule === "title-repeated")
    .map(({ message }) => message);
}

test("a description that says the verb of another title in another form was copied", () => {
  const text = "Start ignition of a lamp that is cold.";
  expect(ofCopies("Show lamp", "GET", text)).toEqual([]);
  const igniting = "Begin to ignite a lamp that is cold.";
  expect(ofCopies("Show lamp", "GET", igniting)).toEqual([
    "The description begins with `Begin`, but the title is `Show lamp`. It is that of `Ignite lamp`: say what this operation does.",
  ]);
  expect(ofCopies("Quench lamp", "DELETE", igniting)).toEqual([]);
  expect(ofCopies("Show lamp", "POST", igniting)).toEqual([]);
});
