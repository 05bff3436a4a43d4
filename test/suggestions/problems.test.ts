import { expect, test } from "vitest";
import { suggestionProblems } from "../../scripts/lib/suggestion-problems.mjs";

const finding = (rule: string, message: string) => ({ rule, message, file: "index.rst", line: 1 });
const asking = finding(
  "sample-undocumented",
  "No row names `watts`. Add a row to this table, or take it out.",
);
const slip = finding("sample-undocumented", "No row names `wats`. Did you mean `watts`?");
const toWrite = finding("definition-undescribed", "The description of `watts` is still to be written.");
const other = finding("sample-type", "`watts` is a string.");

test("after suggestions, only slips and descriptions to write are no problem", () => {
  expect(suggestionProblems([slip], [toWrite], 0)).toEqual([]);
  expect(suggestionProblems([asking, slip], [toWrite, other], 0)).toEqual([asking, other]);
});

test("what was left to a person may be told of in other words; nothing else may be new", () => {
  expect(suggestionProblems([asking], [asking, toWrite, other], 1)).toEqual([other]);
});
