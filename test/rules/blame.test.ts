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
    said: "`power` is defined with `type: string`, but all 2 samples of 2 operations that show it contradict that, such as `40`, an integer in list.json. Write `type: integer`.",
  },
  {
    rule: "sample-enum" as const,
    power: "  required: true\n  type: integer\n  «enum:\n    - 25\n    - 60»",
    sample: WATTS,
    said: "`power` is defined with `enum`, but all 2 samples of 2 operations that show it contradict that, such as `40` in list.json. Correct the definition.",
  },
  {
    rule: "sample-format" as const,
    power: "  required: true\n  type: integer\n  «maximum: 25»",
    sample: WATTS,
    said: "`power` is defined with `maximum: 25`, but all 2 samples of 2 operations that show it contradict that, such as `40` in list.json. Correct the definition.",
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
