import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

/** What is said of a table whose definitions are `lamp`, `hue` and `query`. */
function told(rows: string): string[] {
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n.. rest_parameters:: parameters.yaml\n\n${rows}`,
    "parameters.yaml": ["lamp", "hue", "query"]
      .map((key) => `${key}:\n  description: Words.\n  in: query\n  required: false\n  type: string\n`)
      .join(""),
  });
  return joined(findings)
    .filter(({ rule }) => rule !== "definition-unused" && /row|unknown/.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test("fields of a definition below rows are no rows, which is one mistake", () => {
  expect(told("   - lamp: lamp\n     in: body\n   - hue: hue\n     in: body\n     required: true\n")).toEqual(
    [
      "parameter-row-invalid: `in: body` below a row is read as a row of its own. Let the row look up a definition that says so. The same at 2 more places.",
    ],
  );
});

test.each([
  ["a row below another without a dash, whose definition is there", "   - lamp: lamp\n     in: query\n"],
  ["a row with the name of a field", "   - in: query\n   - lamp: lamp\n"],
])("nothing is said of %s", (_, rows) => {
  expect(told(rows)).toEqual([]);
});
