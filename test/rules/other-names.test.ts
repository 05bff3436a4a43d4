import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

const definition = (key: string, required: boolean, type = "string", text = "Words.") =>
  `${key}:\n  description: ${text}\n  in: body\n  required: ${required}\n  type: ${type}\n`;

/** What `sample-undocumented` and `sample-required` tell of requests with these rows inside `lamp`. */
function told(rows: readonly string[], definitions: string, samples: readonly object[]): string[] {
  const operation = (_: object, index: number) =>
    `Change lamp ${index}\n-------------\n\n.. rest_method:: POST /lamps/${index}\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp: lamp\n${rows.map((row) => `   - ${row}\n`).join("")}\n.. literalinclude:: ${index}.json\n\n`;
  return joined(
    checkTree({
      "index.rst": `Lamps\n=====\n\n${samples.map(operation).join("")}`,
      "parameters.yaml": definition("lamp", true, "object") + definitions,
      ...Object.fromEntries(samples.map((lamp, index) => [`${index}.json`, JSON.stringify({ lamp })])),
    }).filter(({ rule }) => /^sample-(?:undocumented|required)/.test(rule)),
  ).map(({ message }) => message);
}

test.each([["group"], ["project_id"]])("a word more than the optional `%s` makes another name", (name) => {
  const shown = name === "group" ? "group_size" : "target_project_id";
  expect(
    told([`${name}: ${name}`, "colour: colour"], definition(name, false) + definition("colour", true), [
      { colour: "red", [shown]: "a" },
    ]),
  ).toEqual([`No row names \`lamp.${shown}\`. Add a row to this table, or take it out of the sample.`]);
});

test("what requests cannot do without, or all samples show so, is a row with a word too few", () => {
  const both = (required: boolean) => definition("group", required) + definition("colour", true);
  const sample = { colour: "red", group_size: "a" };
  const rows = ["group: group", "colour: colour"];
  expect(told(rows, both(true), [sample])).toEqual([
    "`group` is `group_size` in the sample. Correct the row, or the sample.",
  ]);
  expect(told(rows, both(false), [sample, { ...sample, colour: "blue" }])).toEqual([
    "`group` is `group_size` in all samples that show it. Correct the rows, or the samples.",
  ]);
});

test("samples do not outvote a row that as many others spell as it does", () => {
  const rows = ["lamp_color: lamp_color", "watts: watts"];
  const definitions = definition("lamp_color", true) + definition("watts", true);
  const [slip, right] = [{ lampcolor: "red" }, { lamp_color: "red" }];
  const samples = [1, 2].flatMap((watts) => [
    { ...slip, watts },
    { ...right, watts },
  ]);
  expect(told(rows, definitions, samples)).toEqual([
    "No row names `lamp.lampcolor`. Did you mean `lamp_color`? The same at 1 more place.",
  ]);
  expect(told(rows, definitions, samples.slice(0, 3))[0]).toContain("Correct the rows");
  expect(told(rows, definitions, [samples[0]!, samples[2]!])).toEqual([
    "`lamp_color` is `lampcolor` in all samples that show it. Correct the rows, or the samples.",
  ]);
});

test("a row with another name than its key is called as the key where samples show that", () => {
  expect(
    told(
      ["number: lamp_size", "colour: colour"],
      definition("lamp_size", false) + definition("colour", true),
      [{ colour: "red", size: "a" }],
    ),
  ).toEqual(["`number` is `size` in the sample. Correct the row, or the sample."]);
});

test("of two properties inside of an object, each with a name of its own, neither is the other misspelt", () => {
  expect(
    told(["urls: urls", "colour: colour"], definition("urls", true, "object") + definition("colour", true), [
      { colour: "red", settings: { a: 1 } },
    ]),
  ).toContain("No row names `lamp.settings`. Add a row to this table, or take it out of the sample.");
});

test("a sample may lack what the text of its definition lets requests leave out", () => {
  const text = "The size, not required if the lamp is named.";
  expect(
    told(
      ["size: size", "colour: colour"],
      definition("size", true, "string", text) + definition("colour", true),
      [{ colour: "red" }],
    ),
  ).toEqual([]);
});

test("definitions of which most leave out that they are optional are told of once", () => {
  const lacking = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `lamp_${index}:\n  description: Words.\n  in: query\n  type: string\n`,
    ).join("");
  const messages = (text: string) =>
    joined(
      checkTree({
        "index.rst":
          "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp_0: lamp_0\n",
        "parameters.yaml": text,
      }).filter(({ rule, severity }) => rule === "definition-field-missing" && severity === "info"),
    ).length;
  expect(messages(lacking(6))).toBe(1);
  expect(messages(lacking(4))).toBe(3);
});

test("a file with a slip that can be mended in one way is a witness all the same, each value where it stands", () => {
  const findings = checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: POST /lamps\n\n.. rest_parameters:: parameters.yaml\n\n   - watts: watts\n   - size: size\n\n.. literalinclude:: a.json\n",
    "parameters.yaml": definition("watts", true, "integer") + definition("size", true),
    "a.json": '{\n  "watts": "3",\n  "shade": "red"\n  "age": 3,\n}\n',
  }).filter(({ rule, severity }) => /^sample-/.test(rule) && severity !== "info");
  const shown = findings.map(({ rule, span: { file, start, end }, related = [] }) => [
    rule,
    file.text.slice(start, end),
    ...related
      .filter(({ message }) => message === "shown here")
      .map((place) => place.span.file.text.slice(place.span.start, place.span.end)),
  ]);
  expect(shown.filter(([rule]) => rule !== "sample-syntax")).toEqual([
    ["sample-type", '"3"'],
    ["sample-required", '"shade"'],
    ["sample-undocumented", "watts: watts", '"shade"', '"age"'],
  ]);
});
