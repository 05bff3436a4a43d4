import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

function told(text: string, rows = "   - limit: limit_query\n", more = "", limit = "How many.") {
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n${text}\n\n${rows === "" ? "" : `.. rest_parameters:: parameters.yaml\n\n${rows}\n`}${more}`,
    "parameters.yaml": `limit_query:\n  description: ${limit}\n  in: query\n  required: false\n  type: integer\n`,
  })
    .filter(({ rule }) => rule === "prose-parameter-undocumented")
    .map(({ message }) => message);
}

test.each([
  ["Use the ``watts`` query parameter.", "`watts`, and no row names it. Add a row to the request, or"],
  [
    "To go on, use\nthe ``next`` and ``marker`` parameters.",
    "`marker` and `next`, and no row names them. Add rows",
  ],
])("%s", (text, words) => {
  expect(told(text)).toEqual([expect.stringContaining(words)]);
});

test.each([
  ["what has a row", "Use the ``limit`` query parameter."],
  ["what is no parameter", "Use the ``watts`` unit, and the ``watts`` of the lamp."],
  ["another operation's", "Sort them with the ``watts`` query parameter of `Sort lamps`_."],
])("nothing of %s", (_, text) => {
  expect(told(text)).toEqual([]);
});

test("the description of a parameter tells of another", () => {
  const text = "How many; the last ID goes as the ``marker`` parameter into the next request.";
  expect(told("Lists lamps.", undefined, undefined, text)).toEqual([
    expect.stringContaining("`marker`, and no row names it. Add a row"),
  ]);
  expect(
    told("Lists lamps.", "   - limit: limit_query\n   - marker: limit_query\n", undefined, text),
  ).toEqual([]);
});

test("a text tells of them where there is no table at all, too", () => {
  expect(told("Use the ``watts`` query parameter.", "")).toEqual([
    expect.stringContaining("`watts`, and no row names it"),
  ]);
});

const FILTERS = "- ``watts={watts}`` - Lamps of this power.\n- ``limit`` - How many.\n- ``all=True/False``";

test.each([
  ["a list that is announced", `The following filters are supported:\n\n${FILTERS}`],
  ["an indented one", `These query parameters are known:\n\n  ${FILTERS.replaceAll("\n", "\n  ")}`],
])("%s", (_, text) => {
  expect(told(text)).toEqual([expect.stringContaining("`all` and `watts`, and no row names them")]);
});

test.each([
  ["a list of something else", `The following lamps are lit:\n\n${FILTERS}`],
  ["items that begin otherwise", "The following filters are supported:\n\n- by ``watts``"],
  ["what does not follow at once", `The following filters are supported:\n\nLit ones.\n\n${FILTERS}`],
])("nothing of %s", (_, text) => {
  expect(told(text)).toEqual([]);
});

test("a row of the response does not document a parameter of the query", () => {
  const text = "If ``watts`` is specified in the URL query parameters, lamps of that power are listed.";
  const response = "Response\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - watts: limit_query\n";
  expect(told(text, undefined, response)).toEqual([expect.stringContaining("`watts`, and no row names it")]);
  expect(told(text, "   - watts: limit_query\n")).toEqual([]);
});

test("operations that lack the same are one finding, which names the row of other tables", () => {
  const operation = (name: string, row: string) =>
    `\n${name}\n${"=".repeat(name.length)}\n\n.. rest_method:: GET /${name}\n\nUse the \`\`limit\`\` parameter.\n\n.. rest_parameters:: parameters.yaml\n\n   - ${row}: limit_query\n`;
  const more = operation("shades", "size") + operation("bulbs", "size");
  expect(told("Lists lamps.", "   - limit: limit_query\n", more)).toEqual([
    "The text says to use `limit`, and no row names it in this operation and 1 other. Add a row to the request (other tables have `limit: limit_query`), or correct the text.",
  ]);
});

test("a row of another name that looks the parameter up is misnamed", () => {
  const findings = checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nUse the ``marker`` parameter to ask for the next page.\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n   - offset: marker\n",
    "parameters.yaml":
      "marker:\n  description: |\n    The last lamp.\n  in: query\n  required: false\n  type: string\n",
  }).filter(({ rule }) => rule === "prose-parameter-undocumented");
  expect(findings.map(({ message }) => message)).toEqual([
    "The row `offset` looks up `marker`, and the text says to use that. Correct the name of the row, or what it looks up.",
  ]);
});
