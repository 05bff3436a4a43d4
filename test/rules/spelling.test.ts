import { expect, test } from "vitest";
import { MISSPELLINGS } from "../../src/checks/misspellings.ts";
import { spellingSlips } from "../../src/checks/spelling.ts";
import { settle } from "../../src/findings/settle.ts";
import { ruleNames } from "../../src/rules/index.ts";
import { checkTree } from "../support/project.ts";

const slips = (text: string) => spellingSlips(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["a word twice", "all of of them", ["of"]],
  ["at the end of a line", "all of\n    of them", ["of"]],
  ["in two paragraphs", "what it is of\n\nOf them", []],
  ["words that may stand twice", "that that had had", []],
  ["a part of a word", "in-in the inn and an and-and", []],
  ["misspelt", "Seperate lamps are recieved.", ["Seperate", "recieved"]],
  ["code and addresses", "``recieve`` `seperate`_ /seperate/x seperate_it http://a.example/recieve", []],
  ["code in brackets", "(``seperate it``) recieve", ["recieve"]],
  ["a value in quotes", 'seperate="recieve" (the recieve.)', ["recieve"]],
  ["a quotation", 'the word "seperate"', []],
])("%s", (_, text, expected) => {
  expect(slips(text)).toEqual(expected);
});

test("no misspelling is meant by another one", () => {
  for (const [written, meant] of MISSPELLINGS) {
    expect(written).toMatch(/^[a-z]{3,}$/);
    expect(meant).toMatch(/^[a-z]{2,}$/);
    expect(MISSPELLINGS.has(meant)).toBe(false);
  }
});

test("documents, descriptions and reasons are looked at, and words of the configuration are not found", () => {
  const found = checkTree({
    "index.rst":
      "Seperate lamps\n==============\n\n.. rest_method:: GET /lamps\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n\n.. rest_parameters:: parameters.yaml\n\n   - a: a\n",
    "parameters.yaml":
      "a:\n  description: |\n    First line.\n    The lenght.\n  in: query\n  required: false\n  type: string\n",
    "status.yaml": "200:\n  default: |\n    Sucess.\n",
  }).filter(({ rule }) => rule === "spelling");
  expect(found.map(({ span: { file, start, end } }) => file.text.slice(start, end))).toEqual([
    "Seperate",
    "lenght",
    "Sucess",
  ]);
  const { findings } = settle(found, [], {
    allow: [],
    words: ["Lenght"],
    rules: new Map(),
    overrides: [],
    ruleNames,
    wholeTree: true,
    isRun: () => true,
    includedAt: () => [],
  });
  expect(findings).toHaveLength(2);
});
