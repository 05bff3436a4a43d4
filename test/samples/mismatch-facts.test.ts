import { expect, test } from "vitest";
import type { Sample } from "../../src/apiref/model.ts";
import type { Json } from "../../src/data/json-value.ts";
import type { Mismatch, SampleCheck } from "../../src/samples/check.ts";
import { readSample } from "../../src/samples/read.ts";
import { checkSamples } from "../../src/samples/validate.ts";
import { validators } from "../../src/samples/validators.ts";
import { placeRows } from "../../src/schema/body.ts";
import { toSchema } from "../../src/schema/json-schema.ts";
import { rowsOf } from "../support/rows.ts";
import { sampleOf } from "../support/sample.ts";

interface Given {
  readonly siblings?: readonly Json[];
  readonly version?: string;
}

/** What is found of some samples of a body. */
function checksOf(
  rows: string,
  texts: readonly string[],
  { siblings = [], version }: Given = {},
): SampleCheck[] {
  const samples = texts.map((text) => {
    const sample = { ...sampleOf(text), ...(version === undefined ? {} : { asOf: version }) };
    return { sample, content: readSample(sample) };
  });
  const node = placeRows({
    rows: rowsOf(rows),
    samples: samples.flatMap(({ content }) => (content.kind === "json" ? [content.value] : [])),
    siblings,
    path: "/",
  });
  const schema = toSchema(node, { describe: () => "" });
  return checkSamples({ node, schema, samples, siblings, others: () => [] }, validators());
}

/** What a mismatch says beside its messages; rows and places by their names. */
function factsOf({ span, message: _, ifConfirmed: __, ...facts }: Mismatch): object {
  const text = span.file.text.slice(span.start, span.end);
  const { row, beside, meantRow, inside, strangers, ...plain } = facts;
  const named = Object.entries({ row, beside, meantRow, inside }).flatMap(([name, one]) =>
    one === undefined ? [] : [[name, one.key]],
  );
  const listed = strangers?.map(({ path, span: at, node, neighbour, isBehind, container }) =>
    [
      `${path} ${span.file.text.slice(at.start, at.end)} ${[...node.shown].join("/")}`,
      neighbour === undefined ? "" : `${isBehind ? "behind" : "before"} ${neighbour.name}`,
      container === undefined ? "" : `in ${container.name}`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  );
  return {
    text,
    ...plain,
    ...Object.fromEntries(named),
    ...(listed === undefined ? {} : { strangers: listed }),
  };
}

test.each<[string, string[], object[], Given?]>([
  [
    "size: integer = lamp_size",
    ['{"size": "x"}'],
    [
      {
        text: '"x"',
        kind: "type",
        property: "size",
        keyword: "type",
        shown: '`"x"`, a string',
        row: "lamp_size",
      },
    ],
  ],
  [
    "size: integer",
    ['{"size": "null"}'],
    [
      {
        text: '"null"',
        kind: "type",
        property: "size",
        keyword: "type",
        shown: '`"null"`',
        quotedNull: true,
        row: "size",
      },
    ],
  ],
  [
    'size: string # enum=["a"]',
    ['{"size": "b"}'],
    [{ text: '"b"', kind: "enum", property: "size", keyword: "enum", shown: '`"b"`', row: "size" }],
  ],
  [
    "size: string # maxLength=1",
    ['{"size": "bc"}'],
    [{ text: '"bc"', kind: "format", property: "size", keyword: "maxLength", shown: '`"bc"`', row: "size" }],
  ],
  [
    "id: uuid",
    ['{"id": "x"}'],
    [{ text: '"x"', kind: "format", property: "id", keyword: "format", shown: '`"x"`', row: "id" }],
  ],
  [
    "size: integer!\nname: string",
    ['{"name": "x"}', '{"name": "x", "size": 1}'],
    [{ text: '"', kind: "required", property: "size", keyword: "required", row: "size" }],
  ],
  [
    "lamp: object\nlamp.size: integer!\nlamp.name: string",
    ['{"lamp": {"name": "x"}}'],
    [{ text: '"name"', kind: "required", property: "lamp.size", keyword: "required", row: "lamp.size" }],
  ],
  [
    "name: string\nsize: integer!\nzone: string",
    ['{"lamp": {"name": "x", "zone": ""}}'],
    [
      {
        text: '"zone"',
        kind: "required",
        property: "lamp.size",
        keyword: "required",
        guessed: true,
        row: "size",
      },
    ],
  ],
  [
    "lamp: object\nname: string",
    ['{"lamp": {"name": "x", "shade": {"a": 1}}, "extra": null}'],
    [
      {
        text: '"shade"',
        kind: "undocumented",
        property: "lamp.shade",
        beside: "name",
        strangers: ['lamp.shade "shade" object, behind name, in lamp'],
      },
      {
        text: '"extra"',
        kind: "undocumented",
        property: "extra",
        beside: "lamp",
        strangers: ['extra "extra" null, behind lamp'],
      },
    ],
  ],
  [
    "lamps: array",
    ['{"lamps": [{"a": 1, "b/c": "x"}]}'],
    [
      {
        text: '"a"',
        kind: "undocumented",
        property: "lamps.a",
        beside: "lamps",
        inside: "lamps",
        strangers: ['lamps.a "a" integer, in lamps', 'lamps.b/c "b/c" string, in lamps'],
      },
    ],
  ],
  [
    "size: integer",
    ['[{"a": 1, "b": 2}]'],
    [
      { text: '"a"', kind: "undocumented", property: "a", strangers: ['a "a" integer'] },
      { text: '"b"', kind: "undocumented", property: "b", strangers: ['b "b" integer'] },
    ],
  ],
  [
    "",
    ['{"a": 1, "b": 2}'],
    [{ text: '"a"', kind: "undocumented", property: "a", strangers: ['a "a" integer', 'b "b" integer'] }],
  ],
  [
    "lamp: object\nname: string\nsize: integer",
    ['{"lamp": {"size": 1, "naem": "x"}}'],
    [
      {
        text: '"naem"',
        kind: "undocumented",
        property: "lamp.naem",
        meant: "name",
        beside: "size",
        meantRow: "name",
        strangers: ['lamp.naem "naem" string, behind size, in lamp'],
      },
    ],
  ],
  [
    "lamp: object\nname: string!\nsize: integer",
    ['{"lamp": {"size": 1, "naem": "x"}}', '{"lamp": {"name": "x"}}'],
    [
      {
        text: '"naem"',
        kind: "undocumented",
        property: "lamp.naem",
        meant: "name",
        beside: "size",
        strangers: ['lamp.naem "naem" string, behind size, in lamp'],
      },
    ],
  ],
  [
    "metadata: dict # Labels.\n>key: object\n>>size: integer",
    ['{"metadata": {"a": {"size": "x", "b": 1}}}'],
    [
      {
        text: '"size"',
        kind: "undocumented",
        property: "metadata.<key>.size",
        beside: "metadata",
        strangers: ['metadata.<key>.size "size" string'],
      },
      {
        text: '"b"',
        kind: "undocumented",
        property: "metadata.<key>.b",
        beside: "metadata",
        strangers: ['metadata.<key>.b "b" integer'],
      },
    ],
  ],
  [
    "lamps: array\ngadgets_links: array",
    ['{"lamps": [1], "lamps_links": [{"href": ""}]}'],
    [
      {
        text: '"lamps_links"',
        kind: "undocumented",
        property: "lamps_links",
        meant: "gadgets_links",
        beside: "lamps",
        meantRow: "gadgets_links",
        strangers: ['lamps_links "lamps_links" array, behind lamps'],
      },
    ],
  ],
  [
    "size: integer! @2.5-",
    ['{"name": 1}'],
    [{ text: '"name"', kind: "undocumented", property: "name", strangers: ['name "name" integer'] }],
    { version: "2.6" },
  ],
  [
    "lamp: object\n>size: integer! @2.5-\n>name: string",
    ['{"lamp": {"name": "x"}}', '{"lamp": {"name": "x", "size": 1}}'],
    [{ text: '"', kind: "required", property: "lamp.size", keyword: "required", row: "size" }],
    { version: "2.6" },
  ],
  [
    "a: object\n>x: integer!\nb: object\n>x: integer!",
    ['{"a": {"y": 1}, "b": {"xx": 1}}', '{"a": {"x": 1}, "b": {"x": 1}}'],
    [
      {
        text: '"y"',
        kind: "undocumented",
        property: "a.y",
        beside: "a",
        strangers: ['a.y "y" integer, in a'],
      },
      {
        text: '"xx"',
        kind: "undocumented",
        property: "b.xx",
        meant: "x",
        beside: "b",
        strangers: ['b.xx "xx" integer, in b'],
      },
      { text: '"y"', kind: "required", property: "a.x", keyword: "required", row: "x" },
    ],
  ],
  [
    "created_at: string!\nname: string",
    ['{"name": "x", "create_date": "y"}'],
    [
      {
        text: '"create_date"',
        kind: "undocumented",
        property: "create_date",
        meant: "created_at",
        beside: "name",
        meantRow: "created_at",
        strangers: ['create_date "create_date" string, behind name'],
      },
    ],
  ],
  [
    "lamp: object\n>created_at: string!\n>name: string",
    ['{"lamp": {"name": "x", "create_date": "y"}, "create_date": "z"}'],
    [
      {
        text: '"create_date"',
        kind: "undocumented",
        property: "lamp.create_date",
        meant: "created_at",
        beside: "name",
        meantRow: "created_at",
        strangers: ['lamp.create_date "create_date" string, behind name, in lamp'],
      },
      {
        text: '"create_date"',
        kind: "undocumented",
        property: "create_date",
        beside: "lamp",
        strangers: ['create_date "create_date" string, behind lamp'],
      },
    ],
  ],
  ["lamp: object!\nname: string!", ['{"light": {"name": "x"}}', '{"lamp": {"name": "x"}}'], []],
  [
    "lamp_group: object!\n>limits: integer",
    ['{"lamp_grup": {"limits": 1}}'],
    [
      {
        text: '"lamp_grup"',
        kind: "undocumented",
        property: "lamp_grup",
        meant: "lamp_group",
        meantRow: "lamp_group",
        strangers: ['lamp_grup "lamp_grup" object'],
      },
    ],
  ],
  ["action: string\nname: string", ['{"lock": {"name": "x", "y": 1}}'], []],
  [
    "users: string\nusers.name: string",
    ['{"users": {"a": {"name": 1}}}', '{"a": 1}'],
    [
      {
        text: '{"a": {"name": 1}}',
        kind: "type",
        property: "users",
        keyword: "type",
        shown: '`{"a":{"name":1}}`, an object',
        row: "users",
      },
    ],
  ],
  [
    "group: string\nname: string",
    ['{"name": "x", "group_size": "y"}', '{"group": "z"}'],
    [
      {
        text: '"group_size"',
        kind: "undocumented",
        property: "group_size",
        beside: "name",
        strangers: ['group_size "group_size" string, behind name'],
      },
    ],
  ],
  [
    "group: string\nname: string",
    ['{"name": "x", "group_size": "y"}'],
    [
      {
        text: '"group_size"',
        kind: "undocumented",
        property: "group_size",
        meant: "group",
        beside: "name",
        meantRow: "group",
        strangers: ['group_size "group_size" string, behind name'],
      },
    ],
  ],
  [
    "widgets: integer\nname: string",
    ['{"name": "x", "widget": "y"}'],
    [
      {
        text: '"widget"',
        kind: "undocumented",
        property: "widget",
        meant: "widgets",
        beside: "name",
        meantRow: "widgets",
        strangers: ['widget "widget" string, behind name'],
      },
    ],
  ],
  [
    "ab: integer\nname: string",
    ['{"name": "x", "ac": "y"}'],
    [
      {
        text: '"ac"',
        kind: "undocumented",
        property: "ac",
        beside: "name",
        strangers: ['ac "ac" string, behind name'],
      },
    ],
  ],
  [
    "number: integer = size\nname: string",
    ['{"name": "x", "size": 2}'],
    [
      {
        text: '"size"',
        kind: "undocumented",
        property: "size",
        meant: "number",
        beside: "name",
        meantRow: "size",
        strangers: ['size "size" integer, behind name'],
      },
    ],
  ],
  [
    "number: integer = lamp-size\nname: string",
    ['{"name": "x", "size": 2}'],
    [
      {
        text: '"size"',
        kind: "undocumented",
        property: "size",
        meant: "number",
        beside: "name",
        meantRow: "lamp-size",
        strangers: ['size "size" integer, behind name'],
      },
    ],
  ],
  [
    "number: integer = lamp_sizes\nname: string",
    ['{"name": "x", "size": 2}'],
    [
      {
        text: '"size"',
        kind: "undocumented",
        property: "size",
        beside: "name",
        strangers: ['size "size" integer, behind name'],
      },
    ],
  ],
  [
    "lamps: object\nname: string",
    ['{"name": "x", "lamps_links": [1]}'],
    [
      {
        text: '"lamps_links"',
        kind: "undocumented",
        property: "lamps_links",
        beside: "name",
        strangers: ['lamps_links "lamps_links" array, behind name'],
      },
    ],
  ],
  [
    "size: list of integers",
    ['{"size": [[1, "x"]]}'],
    [{ text: '[1, "x"]', kind: "type", property: "size", keyword: "type", shown: '`[1,"x"]`, an array' }],
  ],
  [
    "1: integer\na: object\n>2: string",
    ['{"1": "x", "a": {"2": 3}}'],
    [
      { text: '"x"', kind: "type", property: "1", keyword: "type", shown: '`"x"`, a string', row: "1" },
      { text: "3", kind: "type", property: "a.2", keyword: "type", shown: "`3`, an integer", row: "2" },
    ],
  ],
  [
    "size: integer # minimum=1.50",
    ['{"size": 1}'],
    [{ text: "1", kind: "format", property: "size", keyword: "minimum", shown: "`1`", row: "size" }],
  ],
  [
    'size: number # minimum="1.50"',
    ['{"size": 1}'],
    [{ text: "1", kind: "format", property: "size", keyword: "minimum", shown: "`1`", row: "size" }],
  ],
  [
    "size: integer or string",
    ['{"size": [1]}'],
    [{ text: "[1]", kind: "type", property: "size", keyword: "type", shown: "`[1]`, an array", row: "size" }],
  ],
  [
    "size: null",
    ['{"size": 1}'],
    [{ text: "1", kind: "type", property: "size", keyword: "type", shown: "`1`, an integer", row: "size" }],
  ],
])("%s: what is told of the first of %j", (rows, texts, wanted, given) => {
  expect(checksOf(rows, texts, given)[0]!.mismatches.map(factsOf)).toEqual(wanted);
});

test.each<[string, string, SampleCheck["outcome"], string[], string[]]>([
  ["size: integer", '{"size": 1}', "valid", [], []],
  ["size: integer", '{"size": "x"}', "invalid", [], ["type size"]],
  ["size: integer", '{"size": 1, "y": 1}', "valid", [], ["undocumented y"]],
  ["size: integer", "{", "not-json", ["never-closed"], []],
  ["size: integer", '{"size": "x",}', "not-json", ["comma-before-closer"], ["type size"]],
  [
    "size: integer!\nname: string",
    '{"size": "x", "y": 1,}',
    "not-json",
    ["comma-before-closer"],
    ["type size"],
  ],
  ["size: integer", '{"size": None}', "not-json", ["word-unknown"], []],
  ["size: integer", '{"size": 1, "size": 2}', "valid", ["name-twice"], []],
  ["size: integer!", '{"y": 1,}', "not-json", ["comma-before-closer"], []],
])("%s, %s: %s", (rows, text, outcome, faults, mismatches) => {
  const [check] = checksOf(rows, [text]);
  expect(check!.outcome).toBe(outcome);
  expect(check!.faults.map(({ mistake }) => mistake.kind)).toEqual(faults);
  expect(check!.mismatches.map(({ kind, property }) => `${kind} ${property}`)).toEqual(mismatches);
});

test("what is no JSON is not checked, nor is a slip in a block, which may be a pattern", () => {
  const [other] = checksOf("size: integer", ["size: x"]);
  const node = placeRows({ rows: rowsOf("size: integer"), samples: [], siblings: [], path: "/" });
  const sample = { ...sampleOf('{"size": "x",}'), path: undefined } as unknown as Sample;
  const samples = [
    {
      sample: sampleOf("text", { path: "a.txt", language: "text" }),
      content: { kind: "other", mediaType: "text/plain", text: "text" } as const,
    },
    { sample, content: readSample(sample) },
  ];
  const checks = checkSamples({ node, schema: {}, samples, siblings: [], others: () => [] }, validators());
  expect(checks.map(({ outcome, mismatches }) => [outcome, mismatches])).toEqual([
    ["not-validated", []],
    ["not-json", []],
  ]);
  expect(other!.outcome).toBe("not-json");
});
