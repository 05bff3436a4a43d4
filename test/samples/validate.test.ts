import { describe, expect, test } from "vitest";
import type { Json } from "../../src/data/json-value.ts";
import type { Mismatch, SampleCheck } from "../../src/samples/check.ts";
import { readSample } from "../../src/samples/read.ts";
import { checkSamples } from "../../src/samples/validate.ts";
import { validators } from "../../src/samples/validators.ts";
import { placeRows } from "../../src/schema/body.ts";
import { toSchema } from "../../src/schema/json-schema.ts";
import { readMarks } from "../support/marks.ts";
import { rowsOf } from "../support/rows.ts";
import { sampleOf } from "../support/sample.ts";

/** The disagreements of one sample with rows. */
function mismatchesOf(rows: string, sample: Json): readonly Mismatch[] {
  return checksOf(rows, [JSON.stringify(sample)])[0]!.mismatches;
}

/** The disagreements of samples with rows: kind, property and the marked text, sample by sample. */
function check(rows: string, texts: readonly string[], siblings: Json[] = []): string[][] {
  return checksOf(rows, texts, siblings).map(({ faults, mismatches }) =>
    [...faults.map(({ mistake, span }) => ({ kind: mistake.kind, property: "", span })), ...mismatches].map(
      ({ kind, property, span }) => `${kind} ${property} ${span.start}-${span.end}`,
    ),
  );
}

function checksOf(rows: string, texts: readonly string[], siblings: Json[] = []): SampleCheck[] {
  const samples = texts
    .map((text) => sampleOf(text))
    .map((sample) => ({ sample, content: readSample(sample) }));
  const node = placeRows({
    rows: rowsOf(rows),
    samples: samples.flatMap(({ content }) => (content.kind === "json" ? [content.value] : [])),
    siblings,
    path: "/",
  });
  const schema = toSchema(node, { describe: () => "" });
  return checkSamples({ node, schema, samples, siblings, others: () => [] }, validators());
}

const WIDGET = "widget: object!\nname: string!\nsize: integer!\ncolour: string";

/** Rows, a sample with a mark at each disagreement, what is found there. */
const cases: [string, string, string, string[], Json[]?][] = [
  ["all is well", WIDGET, '{"widget": {"name": "x", "size": 1, "colour": "red"}}', []],
  ["a value of another type", WIDGET, '{"widget": {"name": "x", "size": «"1"»}}', ["type widget.size"]],
  ["a name twice", WIDGET, '{"widget": {"name": "x", "size": 1, «"size"»: 2}}', ["name-twice "]],
  ["a null says nothing", WIDGET, '{"widget": {"name": null, "size": 1}}', []],
  ["a whole number is a number", "a: number", '{"a": 1}', []],
  ["a row named as what every object has", "constructor: string\na: integer", '{"a": «"1"»}', ["type a"]],
  [
    "a required property is missing: before what stands behind it elsewhere",
    WIDGET,
    '{"widget": {"name": "x", «"colour"»: "red"}}',
    ["required widget.size"],
    [{ widgets: [{ name: "y", size: 2, colour: "blue" }] }],
  ],
  [
    "a missing property stands where most of the objects like this one have it",
    "bolt: object!\nlength: integer!\nthread: string!\nfinish: string!",
    '{"bolt": {"thread": "fine", "length": «5»}}',
    ["required bolt.finish"],
    [
      { bolts: [{ thread: "fine", length: 6, finish: "zinc" }] },
      { bolt: { length: 7, finish: "zinc", maker: "y" } },
      { bolt: { finish: "zinc", maker: "y", town: "z", weight: 2, thread: "fine" } },
    ],
  ],
  [
    "of several kinds of items, the kind that has the property elsewhere lacks it",
    "parts: array!\nkind: string!\nteeth: integer\nmodulus: number!\nbore: number!",
    '{"parts": [{"kind": "bolt", "bore": 2}, {"kind": "wheel", "teeth": 9, «"bore"»: 2}]}',
    ["required parts.modulus"],
    [{ parts: [{ kind: "wheel", teeth: 8, modulus: 1, bore: 3 }] }],
  ],
  [
    "a misspelt name is one mistake",
    WIDGET,
    '{"widget": {"name": "x", «"sise"»: 1}}',
    ["undocumented widget.sise"],
  ],
  [
    "a name that another object has beside the similar one is no misspelling",
    "sold: boolean!\nid: integer!",
    '{«"sold_at"»: "today", "id": «1»}',
    ["undocumented sold_at", "required sold"],
    [{ sold_at: null, id: 2, sold: false }],
  ],
  [
    "an object that lacks all that it should hold",
    "widget: object!\nname: string!",
    '{«"widget"»: {}}',
    ["required widget.name"],
    [{ widget: { name: "y" } }],
  ],
  ["a misspelt envelope", WIDGET, '{«"widgte"»: {"name": "x", "size": 1}}', ["undocumented widgte"]],
  [
    "of nested strangers the outermost",
    WIDGET,
    '{"widget": {"name": "x", "size": 1, «"maker"»: {"town": "y"}}}',
    ["undocumented widget.maker"],
  ],
  [
    "an object documented as a whole",
    `${WIDGET}\nmaker: object`,
    '{"widget": {"name": "x", "size": 1, "maker": {"t": 1}}}',
    [],
  ],
  [
    "a list whose items no row describes",
    `${WIDGET}\nlinks: array`,
    '{"widget": {"name": "x", "size": 1, "links": [{«"href"»: "", "rel": ""}, {"href": ""}]}}',
    ["undocumented widget.links.href"],
  ],
  ["a list is told of once", "name: string\nsize: integer", '[{"name": «1»}, {"name": 2}]', ["type name"]],
  ["names that are data", "metadata: object", '{"metadata": {"owner": "x"}}', []],
  [
    "another variant of the body",
    "widget: object!\nname: string",
    '{"gadget": {"name": "x"}}'.replace('"gadget"', '«"gadget"»'),
    ["undocumented gadget"],
  ],
  [
    "another of two variants in tables that repeat names",
    "lock: object!\nmethod: string!\npin: object!\n---\nlock: object!\nmethod: string!\nkey: object!",
    '{"lock": {"method": "pin", "pin": {}}}',
    [],
  ],
  [
    "required for some only",
    "name: string!\nsize: integer\nhost: string! # Appears in the response for administrative users only.",
    '{"name": "x", "size": 1}',
    [],
    [{ name: "y", size: 1, host: "z" }],
  ],
  [
    "a sample that shows only a part",
    "id: string!\na: string!\nb: string!\nc: string!",
    '{"id": "x"}',
    [],
    [{ id: "", a: "", b: "", c: "" }],
  ],
  [
    "a part of which another sample has all and this",
    "id: string!\na: string!\nb: string!\nc: string!\nd: string!",
    '{"id": "x«"»}',
    ["required a"],
    [
      { id: "", a: "" },
      { id: "", a: "", b: "", c: "", d: "" },
    ],
  ],
  [
    "a name documented elsewhere",
    "widget: object\nname: string",
    '{"widget": {"name": "x", "maker": {"name": "y"}}}'.replace('"maker"', '«"maker"»'),
    ["undocumented widget.maker"],
  ],
  [
    "a name of which its object's row speaks",
    "widget: object # Has a `teeth` count.\nname: string",
    '{"widget": {"name": "x", "teeth": 8}}',
    [],
  ],
  ["a format", "id: uuid", '{"id": «"x"»}', ["format id"]],
  ["a uuid without hyphens", "id: uuid", '{"id": "0B1EF2C45D5F4F1C9A532F8F5C1D7E10"}', []],
  ["a time without a zone", "at: datetime", '{"at": "2019-06-06 18:59:02"}', []],
  ["a time with a fraction", "at: datetime", '{"at": "2019-06-06T18:59:02.123456"}', []],
  ["a time whose zone has no colon", "at: datetime", '{"at": "2019-06-06T18:59:02+0000"}', []],
  ["no day of any month", "at: datetime", '{"at": «"2019-13-06 18:59:02"»}', ["format at"]],
  [
    "a format that the definition writes",
    'at: string # format="date-time"',
    '{"at": «"2019-06-06 18:59:02"»}',
    ["format at"],
  ],
  ["a list of uuids", "ids: list of uuids", '{"ids": ["0b1ef2c45d5f4f1c9a532f8f5c1d7e10"]}', []],
  ["a choice", 'state: string # enum=["on","off"]', '{"state": «"of"»}', ["enum state"]],
  ["a bound", "size: integer # minimum=1", '{"size": «0»}', ["format size"]],
  [
    "two mistakes",
    WIDGET,
    '{"widget": {"name": «1», "size": «"1"»}}',
    ["type widget.name", "type widget.size"],
  ],
  [
    "a value of no range of microversions",
    'state: string! @-2.5 # enum=["on","off"]\nstate: string! @2.6- # enum=["lit","dark"]',
    '{"state": «"of"»}',
    ["enum state"],
  ],
  [
    "a value of the type that one range has, and not of its choices",
    'state: integer @-2.5\nstate: string @2.6- # enum=["lit","dark"]',
    '{"state": «"of"»}',
    ["enum state"],
  ],
  [
    "values of two ranges at once",
    'state: string! @-2.5 # enum=["on"]\nlevel: string! @-2.5 # enum=["low"]\nstate: string! @2.6- # enum=["lit"]\nlevel: string! @2.6- # enum=["high"]',
    '{"state": "on", "level": «"high"»}',
    ["enum level"],
  ],
  [
    "a list whose items changed their type",
    "sizes: list of strings @-2.5\nsizes: list of integers @2.6-",
    '{"sizes": [1]}',
    [],
  ],
  ["no JSON", WIDGET, '{"widget": «None»}', ["word-unknown "]],
];

describe("checkSamples", () => {
  test.each(cases)("%s", (_name, rows, marked, want, siblings) => {
    const { text, places } = readMarks(marked);
    const [found] = check(rows, [text], siblings);
    expect(found).toEqual(want.map((what, index) => `${what} ${places[index]?.start}-${places[index]?.end}`));
  });

  test.each([
    ["the nearest that may have the value", "sizes: array\nsize: integer", "sizee", "size"],
    ["the one that it begins with", "sold: integer", "sold_at", "sold"],
    ["none where the word goes on", "sold: integer", "soldier_x", undefined],
    ["none where only the ending is alike", "sold: integer", "gold_at", undefined],
  ])("a name may stand for another: %s", (_, rows, name, want) => {
    const [mismatch] = mismatchesOf(rows, { [name]: 1 });
    expect(mismatch).toMatchObject({ kind: "undocumented", property: name });
    expect(mismatch!.meant).toBe(want);
  });

  test.each([
    ["before it", { name: "x", extra: 1 }, "name", true],
    ["behind it", { extra: 1, name: "x" }, "name", false],
    ["behind another stranger", { extra: 1, other: [], name: "x", size: 1 }, "name", false],
    ["before and behind it", { size: 1, extra: 1, name: "x" }, "size", true],
  ])("says which documented property is next to a stranger: %s", (_, sample, neighbour, isBehind) => {
    const [mismatch] = mismatchesOf("name: string\nsize: integer", sample);
    expect(mismatch!.strangers).toMatchObject([{ path: "extra", neighbour: { name: neighbour }, isBehind }]);
  });

  test("values are shortened in messages", () => {
    const message = (length: number) => mismatchesOf("a: integer", { a: "x".repeat(length - 2) })[0]!.message;
    expect(message(60)).toContain(`\`"${"x".repeat(58)}"\``);
    expect(message(61)).toContain(`\`"${"x".repeat(56)}…\``);
  });

  test("what is missing stands where its row stands among the others, where no sample shows it", () => {
    const [mismatch] = mismatchesOf("zeta: string!\nalpha: string!\nmid: string!", { zeta: "", mid: "" });
    expect(mismatch).toMatchObject({ kind: "required", property: "alpha", span: { start: 11 } });
  });

  test.each([
    [
      "widget: array!\nname: string!\nsize: integer!",
      '{"widget": {"name": "x", "size": "1"}}',
      ["type widget 11-37", "type widget.size 33-36"],
    ],
    [
      "widgets: object!\nname: string!\nsize: integer!",
      '{"widgets": [{"name": "x", "size": 1}, {"name": "y"}]}',
      ["type widgets 12-53", "required widgets.size 50-51"],
    ],
  ])("an object for a list, or a list for an object, and what is wrong inside: %s", (rows, text, want) => {
    expect(check(rows, [text])).toEqual([want]);
  });

  test("a property that another sample of the body shows", () => {
    const found = check("name: string!\nsize: integer!", ['{"name": "x", "size": 1}', '{"name": "y"}']);
    expect(found).toEqual([[], ["required size 11-12"]]);
  });

  test("variants of items: what the others lack tells them apart", () => {
    const rows = ["kind", "a", "b", "c", "d", "e", "f"].map((name) => `${name}: string!`).join("\n");
    expect(
      check(rows, ['[{"kind": "1", "a": "", "b": "", "c": ""}, {"kind": "2", "d": "", "e": "", "f": ""}]']),
    ).toEqual([[]]);
  });
});
