import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

const definition = (key: string, type = "string", place = "body", text = "Words.") =>
  `${key}:\n  description: ${text}\n  in: ${place}\n  required: true\n  type: ${type}\n`;

/** The findings of some rules in responses that show samples of these rows, an operation for each sample. */
function told(rows: readonly string[], definitions: string, samples: readonly unknown[]): string[][] {
  const operation = (_: unknown, index: number) =>
    `Show lamp ${index}\n-----------\n\n.. rest_method:: GET /lamps/${index}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}: ${row}\n`).join("")}\n.. literalinclude:: ${index}.json\n\n`;
  return joined(
    checkTree({
      "index.rst": `Lamps\n=====\n\n${samples.map(operation).join("")}`,
      "parameters.yaml": definitions,
      ...Object.fromEntries(samples.map((sample, index) => [`${index}.json`, JSON.stringify(sample)])),
    }).filter(({ rule }) => /^(?:sample-|row-)/.test(rule)),
  ).map(({ message, span: { file, start, end } }) => [file.text.slice(start, end), message]);
}

test("a number that many samples have in quotes is a text, unless they quote others, too, or the text says number", () => {
  const rows = ["watts", "size"];
  const samples = Array.from({ length: 5 }, (_, index) => ({ watts: `${index}00`, size: index }));
  const both = definition("watts", "integer") + definition("size", "integer");
  expect(told(rows, both, samples)).toEqual([
    [
      "type: integer",
      '`watts` is defined with `type: integer`, but all 5 samples of 5 operations that show it contradict that, such as `"000"`, a string in 0.json. Correct the definition.',
    ],
  ]);
  const quoting = samples.map(({ watts, size }) => ({ watts, size: `${size}` }));
  expect(told(rows, both, quoting)[0]![1]).toContain("Write them without quotes");
  const counted =
    definition("watts", "integer", "body", "The number of watts.") + definition("size", "integer");
  expect(told(rows, counted, samples)[0]![1]).toContain("Write `000`, without quotes.");
});

test("what Python printed of a list is a text", () => {
  const list = definition("parts", "array");
  const printed = [{ parts: "[{'a': ['b']}]" }, { parts: "[{'c': ['d']}]" }];
  expect(told(["parts"], list, printed)[0]![1]).toContain("Write `type: string`.");
  const quoted = [{ parts: '["a"]' }, { parts: '["b"]' }];
  expect(told(["parts"], list, quoted)[0]![1]).toContain("Write the list without quotes round it.");
});

test("the row of another list's links to its pages is one finding at that row", () => {
  const definitions = definition("lamps", "array") + definition("id") + definition("shades_links", "array");
  const sample = { lamps: [{ id: "a" }], lamps_links: [{ href: "b" }] };
  expect(told(["lamps", "id", "shades_links"], definitions, [sample])).toEqual([
    ["shades_links", "`shades_links` is `lamps_links` in the sample. Correct the row, or the sample."],
  ]);
});

test("of a row of the URL in the body only its place is told", () => {
  const findings = checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: PUT /lamps/{lamp_id}\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp_id: lamp_id\n   - watts: watts\n\n.. literalinclude:: lamp.json\n",
    "parameters.yaml": definition("lamp_id") + definition("watts", "integer"),
    "lamp.json": '{"watts": 3}',
  }).filter(({ rule }) => /^(?:sample-|row-|path-)/.test(rule));
  expect(findings.map(({ rule }) => rule)).toEqual(["path-parameter-undocumented"]);
});

test.each([
  ["what two methods identify may be two things", "lamp", "task", 0],
  ["one thing has one name", "lamp", "big_lamp", 1],
  ["one definition is of one thing", "lamp", "lamp", 0],
])("%s", (_, first, second, count) => {
  const words = second.replaceAll("_", " ");
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\nLight\n-----\n\n.. rest_method:: POST /lights/{${first}_id}\n\n.. rest_parameters:: parameters.yaml\n\n   - ${first}_id: ${first}_id\n\nShow\n----\n\n.. rest_method:: GET /lights/{${second}_id}\n\n.. rest_parameters:: parameters.yaml\n\n   - ${second}_id: ${second}_id\n`,
    "parameters.yaml": [
      ...new Set([
        definition(`${first}_id`, "string", "path", `The UUID of the ${first}.`),
        definition(`${second}_id`, "string", "path", `The UUID of the ${words}.`),
      ]),
    ].join(""),
  }).filter(({ rule }) => rule === "path-parameter-renamed");
  expect(findings).toHaveLength(count);
});
