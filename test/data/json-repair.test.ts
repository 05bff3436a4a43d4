import { expect, test } from "vitest";
import { parseJson } from "../../src/data/json.ts";
import { jsonRepair } from "../../src/data/json-repair.ts";

/** The text with its repair; undefined without one. */
function repaired(text: string): string | undefined {
  const read = parseJson(text);
  if ("value" in read) throw new Error("It is JSON");
  const replacements = jsonRepair(text, read.errors);
  return replacements?.reduceRight(
    (all, { offset, length, text: replaced }) => all.slice(0, offset) + replaced + all.slice(offset + length),
    text,
  );
}

test.each([
  ['{"size": 1,}', '{"size": 1}'],
  ['["a", "b",\n]', '["a", "b"\n]'],
  ['{"size": 1\n "name": "b"}', '{"size": 1,\n "name": "b"}'],
  ['[{"size": 1} {"size": 2},]', '[{"size": 1}, {"size": 2}]'],
  ['{"size": 1,, "name": "b"}', '{"size": 1, "name": "b"}'],
  ['{"size": None, "big": True}', '{"size": null, "big": true}'],
  ['{\u3000"size": 1}', '{ "size": 1}'],
])("%j", (text, want) => {
  expect(repaired(text)).toBe(want);
});

test.each([
  ["an ellipsis", '{"size": 1, ...}'],
  ["a word of nobody", '{"size": big}'],
  ["a name twice behind a comma that lacks", '{"size": 1 "size": 2}'],
  ["another mistake beside the comma", '{"size": 1, "name" "b",}'],
  ["a bracket that lacks", '{"sizes": [1, 2,}'],
  ["more faults than are told", `[${"[1,],".repeat(20)}[1]]`],
])("%s is left to people", (_, text) => {
  expect(repaired(text)).toBeUndefined();
});
