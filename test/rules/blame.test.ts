import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

/** Two operations on a lamp, each with a sample; `fields` are those of the definition of its `power`. */
function lamps(power: string, list: string, show: string) {
  const operation = (title: string, method: string, envelope: string, sample: string) => `
${title}
${"-".repeat(title.length)}

.. rest_method:: ${method}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - ${envelope}: ${envelope}
   - name: name
   - power: power

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: ${sample}
   :language: json
`;
  return {
    "index.rst": `
Lamps
=====
${operation("List lamps", "GET /lamps", "lamps", "list.json")}
${operation("Show lamp", "GET /lamps/1", "lamp", "show.json")}`,
    "parameters.yaml": `
lamp:
  description: The lamp.
  in: body
  required: true
  type: object
lamps:
  description: The lamps.
  in: body
  required: true
  type: array
name:
  description: What it is called.
  in: body
  required: true
  type: string
power:
  description: How much power it takes, in watts.
  in: body
${power}
`,
    "list.json": `{"lamps": [${list}]}\n`,
    "show.json": `{"lamp": ${show}}\n`,
  };
}

const WATTS = `{"name": "a", "power": 40}`;
const NONE = `{"name": "a"}`;

test.each([
  {
    rule: "sample-type" as const,
    power: "  required: true\n  «type: string»",
    sample: WATTS,
    said: "`power` is defined with `type: string`, but both samples of 2 operations that show it contradict that, such as `40`, an integer in list.json. Write `type: integer`.",
  },
  {
    rule: "sample-enum" as const,
    power: "  required: true\n  type: integer\n  «enum:\n    - 25\n    - 60»",
    sample: WATTS,
    said: "`power` is defined with `enum`, but both samples of 2 operations that show it contradict that, such as `40` in list.json. Correct the definition.",
  },
  {
    rule: "sample-format" as const,
    power: "  required: true\n  type: integer\n  «maximum: 25»",
    sample: WATTS,
    said: "`power` is defined with `maximum: 25`, but both samples of 2 operations that show it contradict that, such as `40` in list.json. Correct the definition.",
  },
  {
    rule: "sample-required" as const,
    power: "  «required: true»\n  type: integer",
    sample: NONE,
    said: "`power` is `required`, but none of the 2 samples of 2 operations that show its object has it. Say `required: false`, or add it to the samples.",
  },
])(
  "$rule: what all samples contradict is one finding, at the definition",
  ({ rule, power, sample, said }) => {
    const [finding] = expectFindingsAtMarks(rule, lamps(power, sample, sample));
    expect(finding!.message).toBe(said);
    expect(finding!.related!.map(({ span }) => span.file.path.split("/").at(-1))).toEqual([
      "list.json",
      "show.json",
    ]);
  },
);

test("what some samples contradict is a finding at each, with the field of the definition beside it", () => {
  const [finding] = expectFindingsAtMarks(
    "sample-type",
    lamps("  required: true\n  type: integer", `{"name": "a", "power": «"40"»}`, WATTS),
  );
  const { file, start, end } = finding!.related![0]!.span;
  expect(file.text.slice(start, end)).toBe("type: integer");
});

test("a list of which one item agrees clears the definition", () => {
  expectFindingsAtMarks(
    "sample-type",
    lamps(
      "  required: true\n  type: integer",
      `{"name": "a", "power": «"40"»}, ${WATTS}`,
      `{"name": "a", "power": «"40"»}`,
    ),
  );
});

test("null says nothing of what a value is otherwise", () => {
  expectFindingsAtMarks(
    "sample-type",
    lamps("  required: true\n  «type: string»", `${WATTS}, {"name": "b", "power": null}`, WATTS),
  );
});

const PLAIN = (type: string) => `  required: true\n  «type: ${type}»`;

test.each([
  ["an object", PLAIN("string"), `{"name": "a", "power": {"least": 1}}`, "object"],
  ["a list", PLAIN("integer"), `{"name": "a", "power": [1]}`, "array"],
])("%s in the one sample contradicts a scalar type", (_, power, sample, meant) => {
  const [finding] = expectFindingsAtMarks("sample-type", lamps(power, sample, NONE));
  expect(finding!.message).toMatch(
    new RegExp(`the one sample that shows it has .* in list.json. Write \`type: ${meant}\`\\.$`),
  );
});

test.each([
  ["a number where the text is that of no number", "  required: true\n  type: string", `«40»`],
  ["a list where an object is declared", "  required: true\n  type: object", `«[1]»`],
])("one sample is not enough for %s", (_, power, value) => {
  expectFindingsAtMarks("sample-type", lamps(power, `{"name": "a", "power": ${value}}`, NONE));
});

test("definitions that were copied with their type are one finding, and one fix", () => {
  const texts = lamps("  required: true\n  «type: string»", `{"name": "a", "power": {"least": 1}}`, NONE);
  const [, own] = texts["parameters.yaml"].split("\npower:");
  const twin = own!.replaceAll(/[«»]/g, "");
  const [finding] = expectFindingsAtMarks("sample-type", {
    ...texts,
    "parameters.yaml": `${texts["parameters.yaml"]}power-response:${twin}`,
  });
  expect(finding!.message).toMatch(/Write `type: object`\. The same for `power-response`\.$/);
  expect(finding!.edits).toHaveLength(2);
});

test.each([
  ["delay_response", "The delay of a lamp.", "Write `type: integer`."],
  ["power", "The time it takes, in seconds.", "Write `type: integer`."],
])("a number contradicts the text of a measure: %s, %s", (key, text, said) => {
  const texts = lamps("  required: true\n  «type: string»", WATTS, NONE);
  const [finding] = expectFindingsAtMarks("sample-type", {
    ...texts,
    "index.rst": texts["index.rst"].replaceAll("power: power", `power: ${key}`),
    "parameters.yaml": texts["parameters.yaml"]
      .replace("\npower:", `\n${key}:`)
      .replace("How much power it takes, in watts.", text),
  });
  expect(finding!.message).toContain(said);
});
