import { expect, test } from "vitest";
import { mendedJson } from "../../src/data/mended-json.ts";

/** A text with slips, and the value that is meant; undefined where that is not clear. */
const cases: readonly (readonly [text: string, meant: unknown])[] = [
  ['{"a": 1,}', { a: 1 }],
  ['{"a": 1 "b": 2}', { a: 1, b: 2 }],
  ["[1,, 2]", [1, 2]],
  ['{"a": 1, // the first\n"b": [2, ...]}', { a: 1, b: [2] }],
  ["{'a': None, 'b': True}", { a: null, b: true }],
  ['{"a": {"b": [1', { a: { b: [1] } }],
  ['{"a": "one\n    two"}', { a: "one two" }],
  ['\ufeff{"a":\u00a01,}', { a: 1 }],
  ['{"a": }', undefined],
  ['{"a": 1]', undefined],
  ['{"a": 1} {"b": 2}', undefined],
  ["{a: <id>}", undefined],
  ['{"a": [{"b": 1}, {"b": 2}}', { a: [{ b: 1 }, { b: 2 }] }],
  ['{"a": {"b": [1, 2,}, "c": 3}', { a: { b: [1, 2] }, c: 3 }],
  ['{"a": [1}, "b": [2}', undefined],
  ['{"a": {"b": [1}, "c": 3', undefined],
  ['{"a": {"b": [1]], "c": 3}', undefined],
  ["{,", {}],
  ["}", undefined],
];

for (const [text, meant] of cases) test(text, () => expect(mendedJson(text)).toEqual(meant));
