import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

const definition = (key: string, type: string, required = true) =>
  `${key}:\n  description: What it is.\n  in: body\n  required: ${required}\n  type: ${type}\n`;

/** What is found of lamps, each with the rows of its response and its sample, as `file:text message`. */
function found(lamps: readonly { rows: readonly string[]; sample: unknown }[], definitions: string) {
  const sections = lamps.map(
    ({ rows }, index) =>
      `Lamp ${index}\n======\n\n.. rest_method:: GET /lamps/${index}\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n.. literalinclude:: lamp-${index}.json\n`,
  );
  const samples = lamps.map(({ sample }, index) => [`lamp-${index}.json`, JSON.stringify(sample)]);
  return checkTree({
    "index.rst": sections.join("\n"),
    "parameters.yaml": definitions,
    ...Object.fromEntries(samples),
  })
    .filter(({ rule }) => rule === "sample-undocumented")
    .map(({ span, message }) => {
      const { file, start, end } = span;
      return `${file.path.split("/").at(-1)} ${file.text.slice(start, end)}: ${message}`;
    });
}

const bulbs = [{ base: "/1", shape: "self" }];

test("what several tables show in one definition is told once, at the definition", () => {
  const rows = ["colour: colour", "bulbs: bulbs"];
  const definitions = definition("colour", "string") + definition("bulbs", "array");
  const sample = { colour: "red", bulbs };
  expect(found([{ rows, sample }], definitions)).toEqual([
    "index.rst bulbs: bulbs: No row names `bulbs.base` and `bulbs.shape`. Add rows below that of `bulbs`, or name them in its description.",
  ]);
  expect(found([{ rows, sample: { ...sample, size: 1 } }], definitions)).toEqual([
    "index.rst bulbs: bulbs: No row names `bulbs.base`, `bulbs.shape` and `size`. Add rows to this table.",
  ]);
  expect(
    found(
      [
        { rows, sample },
        { rows, sample },
      ],
      definitions,
    ),
  ).toEqual([
    "parameters.yaml bulbs: Samples show `base` and `shape` in `bulbs`, but nothing describes them. Say in its description what they are, or add rows below its rows.",
  ]);
  // what is not of the definition is told at the table
  expect(
    found(
      [
        { rows, sample: { ...sample, watts: 4 } },
        { rows, sample },
      ],
      definitions,
    ),
  ).toEqual([
    expect.stringContaining("index.rst bulbs: bulbs: No row names `watts`."),
    expect.stringContaining("parameters.yaml bulbs: Samples show `base` and `shape`"),
  ]);
  // a definition for different things says nothing of either
  const other = { colour: "red", bulbs: [{ lamp: 1 }] };
  expect(
    found(
      [
        { rows, sample },
        { rows, sample: other },
      ],
      definitions,
    ),
  ).toHaveLength(2);
});

test("a row that all samples spell otherwise is corrected, not the samples", () => {
  const definitions = definition("lit_at", "string", false) + definition("colour", "string");
  const rows = ["lit_att: lit_at", "colour: colour"];
  const sample = { colour: "red", lit_at: "dusk" };
  const atRow =
    "index.rst lit_att: `lit_att` is `lit_at` in all samples that show it. Correct the rows, or the samples.";
  expect(
    found(
      [
        { rows, sample },
        { rows, sample: { ...sample, lit_at: "dawn" } },
      ],
      definitions,
    ),
  ).toEqual([atRow]);
  // samples are recorded, rows are typed
  expect(found([{ rows, sample }], definitions)).toEqual([
    "index.rst lit_att: `lit_att` is `lit_at` in the sample. Correct the row, or the sample.",
  ]);
  // what nothing else in the tree is called is a slip of the sample
  expect(found([{ rows, sample: { colour: "red", lit_aat: "dusk" } }], definitions)).toEqual([
    'lamp-0.json "lit_aat": No row names `lit_aat`. Did you mean `lit_att`?',
  ]);
});

test("an envelope is no slip for what may stand in it", () => {
  const definitions = definition("name", "string") + definition("lamp_group_limits", "object", false);
  const rows = ["name: name", "lamp_group_limits: lamp_group_limits"];
  expect(found([{ rows, sample: { lamp_group: { name: "a" } } }], definitions)).toEqual([]);
});

test("a row in: query that the sample sends in the body", () => {
  const tree = (sample: unknown, place: string) => ({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: POST /lamps\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n   - colour: colour\n   - name: name\n\n.. literalinclude:: lamp.json\n`,
    "parameters.yaml":
      definition("colour", "string") + definition("name", "string").replace("in: body", `in: ${place}`),
    "lamp.json": JSON.stringify(sample),
  });
  const messages = (sample: unknown, place: string) =>
    checkTree(tree(sample, place))
      .filter(({ rule }) => rule === "sample-undocumented")
      .map(({ message }) => message);
  const told = [
    "`name` is `in: query`, but the sample sends it in the body. Look up a definition with `in: body`.",
  ];
  expect(messages({ colour: "red", name: "a" }, "query")).toEqual(told);
  expect(messages({ colour: "red", name: "a" }, "path")).toEqual([]);
  expect(messages({ colour: "red" }, "query")).toEqual([]);
});

test("a row of nearly the name that a sample shows is told once, at the row", () => {
  const definitions =
    definition("colour", "string") + definition("l7bulbs", "array") + definition("lamp_links", "array");
  const lamp = (rows: readonly string[], sample: unknown) => found([{ rows, sample }], definitions);
  expect(lamp(["colour: colour", "l7bulbs: l7bulbs"], { colour: "red", bulbs: [] })).toEqual([
    "index.rst l7bulbs: `l7bulbs` is `bulbs` in the sample. Correct the row, or the sample.",
  ]);
  expect(lamp(["colour: colour", "lamp_links: lamp_links"], { lamp: { colour: "red", links: [] } })).toEqual([
    "index.rst lamp_links: `lamp_links` is `links` in the sample. Correct the row, or the sample.",
  ]);
});

test("where a sample has the words of a row in another order, others tell which of them is wrong", () => {
  const definitions = definition("colour", "string") + definition("in_no_room", "boolean", false);
  const rows = ["colour: colour", "in_no_room: in_no_room"];
  const swapped = { colour: "red", no_in_room: true };
  expect(
    found(
      [
        { rows, sample: swapped },
        { rows, sample: { colour: "red", in_no_room: true } },
      ],
      definitions,
    ),
  ).toEqual(['lamp-0.json "no_in_room": No row names `no_in_room`. Did you mean `in_no_room`?']);
});

test.each([
  [2, 2],
  [3, 1],
  [4, 1],
])("what the tables of %i files lack, all or a part of it, is told %i times", (files, count) => {
  const names = ["desk", "floor", "wall", "part"].slice(0, files);
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n${names.map((name) => `.. include:: ${name}.inc\n`).join("")}`,
    "parameters.yaml": definition("colour", "string"),
    ...Object.fromEntries(
      names.flatMap((name) => [
        [
          `${name}.inc`,
          `Show ${name}\n----------------\n\n.. rest_method:: GET /${name}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - colour: colour\n\n.. literalinclude:: ${name}.json\n\n`,
        ],
        [`${name}.json`, `{"colour": "red", "lit_at": "noon"${name === "part" ? "" : ', "out_at": "one"'}}`],
      ]),
    ),
  });
  const told = joined(findings).filter(({ rule }) => rule === "sample-undocumented");
  expect(told).toHaveLength(count);
  expect(told[0]!.message).toMatch(/^No row names `lit_at` and `out_at`\./);
});
