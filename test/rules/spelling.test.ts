import { expect, test } from "vitest";
import { isListed } from "../../src/checks/english.ts";
import { MISSPELLINGS } from "../../src/checks/misspellings.ts";
import { meantWords } from "../../src/checks/misspelt.ts";
import { spellingOf } from "../../src/checks/spelling.ts";
import { joined } from "../../src/findings/joined.ts";
import { settle } from "../../src/findings/settle.ts";
import { ruleNames } from "../../src/rules/index.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { checkTree } from "../support/project.ts";

const slips = (text: string) => spellingOf(text).slips.map(({ start, end }) => text.slice(start, end));

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

test.each([
  [
    "a vowel",
    "a instance, a Image, a unset lamp, a API and a ID",
    ["a instance", "a Image", "a unset", "a API", "a ID"],
  ],
  ["a consonant", "an lamp and an URL of an unique user", ["an lamp", "an URL", "an unique"]],
  ["at the end of a line", "a\ninstance", ["a\ninstance"]],
  ["right ones", "an hour, a unit, a European one, a one-off, an LVM, a host, an x-ray, an SSH key", []],
  ["no articles", "option a is, a or b, a also, vitamin-a inside, `a` instance, plan a: image", []],
])("articles: %s", (_, text, expected) => {
  expect(slips(text)).toEqual(expected);
});

test("words are found in a sorted list, and no others", () => {
  const all = ["bulb", "lamp", "lamps", "shade", "socket"];
  for (let count = 0; count <= all.length; count++) {
    const list = all.slice(0, count);
    const text = list.map((word) => `${word}\n`).join("");
    for (const word of [...all, "", "a", "lam", "lampss", "lampr", "zone"])
      expect(isListed(word, text), `${word} in ${list}`).toBe(list.includes(word));
  }
});

const meant = (text: string) => {
  const { unknown } = spellingOf(text);
  return Object.fromEntries(meantWords(unknown, [new SourceFile("a.inc", text)]));
};

test.each([
  ["a letter wrong", "Lamps of a coridor. The corridor.", { coridor: "corridor" }],
  ["letters that changed places", "Eanbled lamps are enabled", { eanbled: "enabled" }],
  ["a genitive", "The cieling's lamp, the ceiling", { cieling: "ceiling" }],
  ["the word that the tree has most", "A cover, the covert hovers. Ccover.", { ccover: "cover" }],
  ["a word that the tree lacks", "Lamps of a coridor.", {}],
  ["what stands often", "lampz lampz lampz lampz lamps lamps lamps lamps", {}],
  ["another form, and a short form", "The proxied proxies. The params of a param.", {}],
  ["a long name", "The new Corridoors of a corridor, the corridors", { corridoors: "corridors" }],
  ["a name, an abbreviation, code", "The Corridr and CORRIDR, ``corridr``, corridr_id in a corridor", {}],
  ["British", "The colour and color, cancelled and canceled, the metre and meter, authorise, authorize", {}],
])("misspelt: %s", (_, text, expected) => {
  expect(meant(text)).toEqual(expected);
});

test("a slip that was copied is one finding, in other files, too", () => {
  const found = checkTree({
    "index.rst":
      "Lamps\n=====\n\nA instance.\n\nA instance of a lmap. A lamp.\n\nA lmap of lamps, a lamp.\n\n.. include:: part.inc\n",
    "part.inc": "A instance.\n",
  }).filter(({ rule }) => rule === "spelling");
  expect(joined(found).map(({ message }) => message)).toEqual([
    "`A` stands before `instance`. Write `An instance`. The same at 2 more places.",
  ]);
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

test.each([
  ["the description of an operation", "Shows a lamp,", "The kind.", 1],
  ["the description of a definition", "Shows a lamp.", "The kind, such as ``desk``,", 1],
  [
    "what a list follows",
    "Shows a lamp,\n\n- lit, or\n- not,",
    "|\n    One of\n\n    - desk,\n    - floor,",
    0,
  ],
])("a comma at the end of %s", (_, description, kind, count) => {
  const found = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n${description}\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - kind: kind\n`,
    "parameters.yaml": `kind:\n  description: ${kind}\n  in: body\n  required: true\n  type: string\n`,
  }).filter(({ message }) => message.startsWith("The text ends with a comma"));
  expect(found).toHaveLength(count);
  for (const { span } of found) expect(span.file.text.slice(span.start, span.end)).toBe(",");
});

test("a misspelt title of a part of an operation is one finding, of what follows from it", () => {
  const found = checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nReponse Parameters\n------------------\n\nThe reponse has lamps.\n",
  }).filter(({ message }) => message.includes("eponse"));
  expect(found.map(({ rule, span }) => `${rule}:${span.file.positionAt(span.start).line}`)).toEqual([
    "operation-part-stray:6",
    "spelling:9",
  ]);
});
