import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Json } from "../../src/openapi/specification.ts";
import { writeYaml } from "../../src/openapi/yaml-writer.ts";

test.each<[string, Json, string]>([
  ["nested", { a: { b: [1, { c: true, d: null }] } }, "a:\n  b:\n    - 1\n    - c: true\n      d: null\n"],
  ["empty", { a: {}, b: [], c: "" }, "a: {}\nb: []\nc: ''\n"],
  ["a list in a list", [[1, [2]], []], "- - 1\n  - - 2\n- []\n"],
  [
    "lines",
    { a: "one\n\ntwo", b: "end\n", c: "ends\n\n" },
    "a: |-\n  one\n\n  two\nb: |\n  end\nc: |+\n  ends\n\n",
  ],
  ["lines in a list", ["a\nb", { c: "d\ne" }], "- |-\n  a\n  b\n- c: |-\n    d\n    e\n"],
  ["lines that a block would not keep", [" a\nb", "a\n \nb"], '- " a\\nb"\n- "a\\n \\nb"\n'],
  ["keys", { "200": 1, $ref: "#/a", "a: b": 2, yes: 3 }, "'200': 1\n$ref: '#/a'\n'a: b': 2\n'yes': 3\n"],
  ["plain texts", ["a b", "/v2/{id}", "it's", "a:b", "a#b"], "- a b\n- /v2/{id}\n- it's\n- a:b\n- a#b\n"],
  ["quotes in quotes", ["'", '"'], "- ''''\n- '\"'\n"],
  ["numbers", [1, -2, 0.5, 1e21, 1e-7, 1.5e300], "- 1\n- -2\n- 0.5\n- 1.0e+21\n- 1.0e-7\n- 1.5e+300\n"],
  ["characters that YAML 1.1 minds", ["a\u0085b", "\ufeff", "\t"], '- "a\\u0085b"\n- "\\ufeff"\n- "\\t"\n'],
])("%s", (_, value, want) => {
  expect(writeYaml(value)).toBe(want);
});

test("leaves out keys without a value", () => {
  expect(writeYaml({ a: undefined, b: 1 })).toBe("b: 1\n");
});

/** Texts that one or other reader takes for something else. */
const tricky = [
  ..."y Y yes Yes YES n no on off true True TRUE false null Null ~ NULL".split(" "),
  ..."1 0 -1 +1 1.0 .5 1e3 E0 e+1 0x1f 0o17 017 0b1 1_000 .inf -.inf .nan 12:30 190:20:30 2001-12-14 = <<".split(
    " ",
  ),
  ..."- -- --- ... ? : :a a: a:b # a#b *a &a !a %a @a `a | > { } [ ] , ' \" \\ /".split(" "),
  "2001-12-14t21:59:43.10-05:00",
  "2001-12-14 21:59:43",
  "a: b",
  "a #b",
  "a :b",
  "- a",
  "? a",
  " a",
  "a ",
  "",
  "\n",
  "a\n",
  "\na",
  "a\n\n",
  " \n",
  "a\n ",
  "a\n \nb",
  "a\n  b",
  "\ta\nb",
  "a\n\tb",
  "a\tb\nc",
  "# a\n- b\n---\n...\n%",
  "a\r\nb",
  "\r",
  "\u0000",
  "\u0007",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u2028",
  "\u2029",
  "\ufeff",
  "\uffff",
  "\ud800",
  "\udc00x",
  "😀",
  "é\nü",
  "x".repeat(2000),
  "key: value\nwith: colon\n\n",
];

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...tricky),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..." \n\t:#-'\"\\ab1.|>") }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value")),
    fc.dictionary(fc.oneof(fc.constantFrom(...tricky), fc.string()), tie("value"), { noNullPrototype: true }),
  ),
})).value;

test.each(["1.2", "1.1"] as const)("a reader of YAML %s reads what was written", (version) => {
  fc.assert(
    fc.property(json, (value) => {
      const read = parse(writeYaml(value), { version, merge: true, maxAliasCount: 0 });
      expect(read).toEqual(value);
    }),
    { numRuns: 1000 },
  );
});

test("tricky texts are themselves as values, as keys and in lists", () => {
  const values = tricky.map((text) => ({ [text]: text, list: [text, [text], { [text]: text }] }));
  for (const version of ["1.1", "1.2"] as const)
    expect(values.map((value) => parse(writeYaml(value), { version, merge: true }))).toEqual(values);
});
