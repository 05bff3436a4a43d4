import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonMistakeText } from "../../src/checks/json-mistakes.ts";
import { DEEPEST_JSON, locate, locateAll, parseJson } from "../../src/data/json.ts";
import { escapePointer, type Json } from "../../src/data/json-value.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { readMarks } from "../support/marks.ts";

describe("parseJson", () => {
  test.each<[string, Json]>([
    ["{}", {}],
    ["\ufeff[1]", [1]],
    [' {"a": {"b": [true, null, "x"]}} ', { a: { b: [true, null, "x"] } }],
  ])("%s", (text, value) => expect(parseJson(text)).toEqual({ value, repeated: [] }));

  test.each([
    ["none", '{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}'],
    ["one", '{\n  "a": 1,\n  «"a"»: 2\n}'],
    ["one in an object of a list", '[{"a": 1}, {"a": 1, "b": "\\":", «"a"»: 2}]'],
    ["what looks like one in a text", '{"a": "\\"a\\":", "b": "\\"b\\":"}'],
  ])("tells names that stand twice in one object: %s", (_, marked) => {
    const { text, places } = readMarks(marked);
    const parsed = parseJson(text);
    const found = "value" in parsed ? parsed.repeated : [];
    expect(found.map(({ offset, length }) => ({ start: offset, end: offset + length }))).toEqual(places);
  });

  test("a property named __proto__ is one like any other", () => {
    const parsed = parseJson('{"__proto__": {"x": 1}}');
    expect("value" in parsed && Object.keys(parsed.value as object)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("refuses texts that nest too deep, whatever their size", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(parseJson(nested(DEEPEST_JSON))).toHaveProperty("value");
    expect(parseJson(nested(DEEPEST_JSON + 2))).toHaveProperty("errors");
    expect(parseJson(nested(1_000_000))).toHaveProperty("errors");
    expect(parseJson("[".repeat(1_000_000))).toHaveProperty("errors");
  });
});

/** A text with the place of its mistake, and what is said of it. */
const mistakes: [string, string, string][] = [
  ["a comma too many", '{\n  "a": 1«,»\n}', "`,` before `}`. Remove it."],
  ["two commas", '{"a": 1,«,» "b": 2}', "A second `,`. Remove it."],
  ["no comma between properties", '{\n  "a": 1«»\n  "b": 2\n}', "`,` is missing after `1`."],
  ["no comma between items", '[{"a": 1}«» {"a": 2}]', "`,` is missing after `}`."],
  ["a comment", '{\n  «# how many»\n  "a": 1\n}', "JSON has no comments."],
  ["a comment behind", '{\n  "a": 1 «// one»\n}', "JSON has no comments."],
  ["a long comment", '{ «/* x\n y */» "a": 1}', "JSON has no comments."],
  ["an ellipsis for items", "[1, 2, «...»]", "`...` is not JSON."],
  ["an ellipsis for a value", '{"a": «...», "b": 1}', "`...` is not JSON."],
  ["an ellipsis inside", '{"a": {«…»}}', "`…` is not JSON."],
  ["single quotes", `{«'a'»: 'b'}`, "single quotes"],
  ["a name without quotes", '{«colour»: "green"}', "has no quotes"],
  ["Python's None", '{"a": «None»}', "Write `null`."],
  ["Python's True", '{"a": «True»}', "Write `true`."],
  ["a number with a leading zero", '{"a": «012»}', "not a JSON value"],
  ["a wide space", '{"a":«\u3000»1}', "U+3000"],
  ["a string that goes on", '{\n  "a": «"green,»\n  "b": 1\n}', "does not end on its line"],
  ["an unknown escape", '{"a": "C:«\\w»"}', "not an escape in JSON"],
  ["a tab in a string", '{"a": "x«\t»"}', "U+0009"],
  ["no value", '{"a":«» }', "A value is missing"],
  ["no opening brace", '{\n  "a":«»\n    "b": 1,\n    "c": 2\n  }\n}', "`{` is missing"],
  ["no opening brace in a list", '[«»\n  "b": 1\n}]', "`{` is missing"],
  ["no opening brace at all", '«»"a": 1}', "`{` is missing"],
  ["no closing brace at the end", '{\n  "a": {\n    "b": 1\n  }«»\n', "`}` is missing"],
  ["no closing brace before a property", '{\n  "a": {\n    "b": 1«»\n  ,\n  "c": 2\n}', "`}` is missing"],
  [
    "no closing brace, deep down",
    '{\n  "l": [\n    {\n      "a": {\n        "b": 1«»\n      ,\n      "c": 2\n    }\n  ]\n}',
    "`}` is missing",
  ],
  ["no closing brace before a bracket", '{"l": [{"a": 1«»]}', "`}` is missing"],
  ["a brace too many", '{"a": 1}«}»', "Nothing is open"],
  ["two values", '{"a": 1}\n«{»}', "after the end"],
  ["nothing", "«»", "empty"],
  ["no opening bracket", '{"a": «»{"b": 1}, {"b": 2}]}', "`[` is missing"],
];

describe("says what keeps a text from being JSON", () => {
  test.each(mistakes)("%s", (_name, marked, message) => {
    const { text, places } = readMarks(marked);
    const parsed = parseJson(text);
    const errors = "errors" in parsed ? parsed.errors : [];
    expect(errors.map(({ offset, length }) => [offset, offset + length])).toEqual(
      places.map(({ start, end }) => [start, end]),
    );
    expect(jsonMistakeText(errors[0]!.mistake)).toContain(message);
  });

  test("tells each of several mistakes", () => {
    const parsed = parseJson('{"a": 1,, "b": None, /* c */ "d": [1,]}');
    expect("errors" in parsed && parsed.errors.map(({ offset }) => offset)).toEqual([8, 15, 21, 36]);
  });
});

const values = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

test("a bracket is missed where it closes what opens, whatever else is wrong and however the lines are indented", () => {
  const text = `{
    "moons": [
        {
            "names": ["Io",]
        },
        {
        "radius": 1560,
        "rings": None
    }
}`;
  const parsed = parseJson(text);
  const messages = "errors" in parsed ? parsed.errors.map(({ mistake }) => jsonMistakeText(mistake)) : [];
  expect(messages).toEqual([
    "`,` before `]`. Remove it.",
    "`None` is not a JSON value. Write `null`.",
    "`]` is missing. Write it here.",
  ]);
});

test("takes any text, and says something of every one that is no JSON", () => {
  const pieces = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"a"',
    "'b'",
    "...",
    "1",
    "None",
    "\n",
    "#x",
    "//",
    '"',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseJson(text);
      if ("value" in parsed) return;
      expect(parsed.errors.length).toBeGreaterThan(0);
      for (const { offset, length } of parsed.errors) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset + length).toBeLessThanOrEqual(Math.max(text.length, 1));
      }
    }),
  );
});

test("a brace that is taken out is missed within a line", () => {
  const objects = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.oneof(fc.integer(), fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.boolean(), { minKeys: 1 })),
    { minKeys: 2 },
  );
  fc.assert(
    fc.property(fc.array(objects, { minLength: 1 }), fc.nat(), (list, nth) => {
      const text = JSON.stringify({ list }, null, 2);
      const braces = [...text.matchAll(/[{}]/g)].map(({ index }) => index);
      const at = braces[nth % braces.length]!;
      const broken = new SourceFile("/x", text.slice(0, at) + text.slice(at + 1));
      const parsed = parseJson(broken.text);
      const lines =
        "errors" in parsed ? parsed.errors.map(({ offset }) => broken.positionAt(offset).line) : [];
      const line = broken.positionAt(at).line;
      expect(lines.some((found) => Math.abs(found - line) <= 1)).toBe(true);
    }),
  );
});

describe("locate", () => {
  const text = '\ufeff{"a": [10, {"b/c": "x", "é\\n": null}], "a~": {}, "a": [7]}';
  test.each<[string, "key" | "value", string | undefined]>([
    ["/a~0", "value", "{}"],
    ["/a~0", "key", '"a~"'],
    // of two the last counts
    ["/a/0", "value", "7"],
    ["/a/1/b~1c", "value", '"x"'],
    ["/a/1/é\n", "key", '"é\\n"'],
    ["/b", "value", undefined],
    ["/a/0", "key", undefined],
    ["", "value", text.slice(1)],
  ])("%s, its %s", (pointer, what, want) => {
    const place = locate(text, pointer, what);
    expect(place && text.slice(place.start, place.end)).toBe(want);
  });

  test("finds every value of any JSON text", () => {
    fc.assert(
      fc.property(values, fc.nat(3), (value, indent) => {
        const all = new Map<string, Json>();
        const visit = (at: Json, pointer: string): void => {
          all.set(pointer, at);
          if (at !== null && typeof at === "object")
            for (const [key, child] of Object.entries(at))
              visit(child as Json, `${pointer}/${escapePointer(key)}`);
        };
        const text = JSON.stringify(value, null, indent);
        const parsed = JSON.parse(text) as Json;
        visit(parsed, "");
        const places = locateAll(text, all.keys());
        for (const [pointer, at] of all) {
          const { start, end } = places.get(pointer)!.value;
          expect(JSON.parse(text.slice(start, end))).toEqual(at);
        }
      }),
    );
  });

  test("a text of a million brackets", () => {
    expect(locate("[".repeat(1_000_000), "/0/0", "value")).toBeUndefined();
  });
});
