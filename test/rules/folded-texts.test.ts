import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

/** What is told of a description that stands in a block of YAML, with what it marks and what the fix writes. */
function told(sign: string, lines: readonly string[]): (string | undefined)[][] {
  return checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - kind: kind\n",
    "parameters.yaml": `kind:\n  description: ${sign}\n${lines.map((line) => (line === "" ? "\n" : `    ${line}\n`)).join("")}  in: body\n  required: true\n  type: string\n`,
  })
    .filter(({ rule }) => rule === "rst-list-glued")
    .map(({ message, severity, edits, span: { file, start, end } }) => [
      file.text.slice(start, end),
      message,
      severity,
      edits?.[0]?.text,
    ]);
}

const LIST = ["The kind, one of:", "", "- ``desk``", "- ``floor``"];

test.each([[">"], [">-"]])("a list in a folded block (%s) is one finding, at the sign", (sign) => {
  expect(told(sign, LIST)).toEqual([
    [
      ">",
      "`>` joins the lines of the description of `kind`, and the list in it is shown as running text. Write `|`.",
      "warning",
      "|",
    ],
  ]);
});

test("so are paragraphs", () => {
  expect(told(">", ["The kind.", "", "It does not change."])).toEqual([
    [
      ">",
      "`>` joins the lines of the description of `kind`, and its paragraphs are shown as one. Write `|`.",
      "info",
      "|",
    ],
  ]);
});

test.each([
  [">", ["The kind, which", "does not change."]],
  [">", ["The kind, one of:", "", "  - ``desk``", "  - ``floor``"]],
  [">", ["- desk"]],
  ["|", LIST],
])("nothing is lost of %s %j", (sign, lines) => {
  expect(told(sign, lines)).toEqual([]);
});

test("the same of other descriptions of a file is one finding, with their names", () => {
  const definition = (key: string) =>
    `${key}:\n  description: >\n    The ${key}.\n\n    It does not change.\n  in: body\n  required: true\n  type: string\n`;
  const findings = checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - kind: kind\n   - shade: shade\n",
    "parameters.yaml": `${definition("kind")}${definition("shade")}`,
  });
  expect(joined(findings).filter(({ rule }) => rule === "rst-list-glued")).toMatchObject([
    { message: expect.stringMatching(/of `kind`, .* Write `\|`\. The same for `shade`\.$/), edits: [{}, {}] },
  ]);
});
