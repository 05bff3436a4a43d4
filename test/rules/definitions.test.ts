import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { rules } from "../../src/rules/index.ts";
import { spanPositions } from "../../src/text/span.ts";
import { checkTree } from "../support/project.ts";

const names = new Set<string>(rules.filter(({ group }) => group === "definitions").map(({ name }) => name));

/** All findings of the group as `file:line:column rule message`, for a tree with these rows and definitions. */
function findings(rows: string, parameters: string, fields = ""): string[] {
  const index = `Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets
${fields}
.. rest_parameters:: parameters.yaml

${rows.replace(/^/gm, "   ")}
`;
  return checkTree({ "index.rst": index, "parameters.yaml": parameters })
    .filter(({ rule }) => names.has(rule))
    .map(({ rule, span, message }) => {
      const { start } = spanPositions(span);
      const file = span.file.path.slice(span.file.path.lastIndexOf("/") + 1);
      return `${file}:${start.line}:${start.column} ${rule}: ${message}`;
    });
}

/** A definition without mistakes, with some of its lines replaced or others added. */
function definition(key: string, lines: Record<string, string> = {}): string {
  const all = { description: "Some text.", in: "query", required: "false", type: "string", ...lines };
  return `${key}:\n${Object.entries(all)
    .filter(([, value]) => value !== "-")
    .map(([name, value]) => `  ${name}: ${value}`.trimEnd())
    .join("\n")}\n`;
}

test("a tree without mistakes has no findings", () => {
  expect(findings("- a: a\n- b: b", definition("a") + definition("b"))).toEqual([]);
});

test.each<[string, string, string[]]>([
  [
    "fields that are no fields",
    definition("a", { Type: "string", type: "-", colour: "red", descriptoin: "Twice." }),
    [
      "5:3 definition-field-unknown: `Type` is not a field of a definition (`a`). Did you mean `type`?",
      "6:3 definition-field-unknown: `colour` is not a field of a definition (`a`). Nothing reads it; remove it.",
      "7:3 definition-field-unknown: `descriptoin` is not a field of a definition (`a`). `description` stands beside it; remove one.",
    ],
  ],
  [
    "two slips for one field",
    definition("a", { requried: "true", required: "-", requred: "false" }),
    [
      "5:3 definition-field-unknown: `requried` is not a field of a definition (`a`). Did you mean `required`? `requred` means it too; remove one.",
      "6:3 definition-field-unknown: `requred` is not a field of a definition (`a`). Did you mean `required`? `requried` means it too; remove one.",
    ],
  ],
  [
    "all that may be missing",
    "a:\n  default: 1\n",
    ["1:1 definition-field-missing: The definition of `a` lacks `in`, `type`, `required`, `description`."],
  ],
  [
    "fields with nothing behind them",
    definition("a", { in: "", type: "", required: "", description: "" }),
    [
      "2:3 definition-field-missing: `description` of `a` is empty. Write it behind the colon.",
      "3:3 definition-field-missing: `in` of `a` is empty. Write it behind the colon.",
      "4:12 definition-required-invalid: `required` of `a` is empty; expected `true` or `false`.",
      "5:3 definition-field-missing: `type` of `a` is empty. Write it behind the colon.",
    ],
  ],
  [
    "a block of text without a text, and a type that something was to follow",
    definition("a", { description: "|", type: "string," }),
    [
      "2:3 definition-field-missing: `description` of `a` is empty. Write it behind the colon.",
      "5:9 definition-type-unknown: `type` of `a` is `string,`, which is not a known type. Did you mean `string`?",
    ],
  ],
  [
    "lists where words belong",
    definition("a", { in: "[query]", type: "[string]", required: "[no]" }),
    [
      "3:7 definition-in-invalid: `in` of `a` is a list or mapping; expected `header`, `path`, `query` or `body`.",
      "4:13 definition-required-invalid: `required` of `a` is a list or mapping; expected `true` or `false`.",
      "5:9 definition-type-unknown: `type` of `a` is a list or mapping, which is not a known type.",
    ],
  ],
  [
    "values that are nearly right",
    definition("a", { in: "Query", type: "bolean", required: '"false"' }),
    [
      "3:7 definition-in-invalid: `in` of `a` is `Query`; expected `header`, `path`, `query` or `body`. Did you mean `query`?",
      "4:13 definition-required-invalid: `required` of `a` is the string `false`; expected `true` or `false`. Remove the quotes.",
      "5:9 definition-type-unknown: `type` of `a` is `bolean`, which is not a known type. Did you mean `boolean`?",
    ],
  ],
  [
    "another word for a place",
    definition("a", { in: "params" }),
    [
      "3:7 definition-in-invalid: `in` of `a` is `params`; expected `header`, `path`, `query` or `body`. Did you mean `query`?",
    ],
  ],
  ["words of YAML 1.1", definition("a", { required: "no", type: "null" }), []],
  [
    "microversions that are none",
    definition("a", { min_version: "2", max_version: "v2.5" }),
    [
      "6:16 microversion-invalid: `min_version` of `a` is `2`; expected a microversion such as `2.11`.",
      "7:16 microversion-invalid: `max_version` of `a` is `v2.5`; expected a microversion such as `2.11`.",
    ],
  ],
  ["a microversion that is taken back", definition("a", { min_version: "null" }), []],
  ["microversions by number", definition("a", { min_version: "2.9", max_version: "2.10" }), []],
  [
    "a mistake that is merged into others, told once",
    `${definition("a", { type: "strnig" }).replace("a:", "a: &a")}b:\n  <<: *a\nc: *a\nd:\n  <<: *a\n  type: strnig\n`,
    [
      "5:9 definition-type-unknown: `type` of `a` is `strnig`, which is not a known type. Did you mean `string`?",
      "11:9 definition-type-unknown: `type` of `d` is `strnig`, which is not a known type. Did you mean `string`?",
    ],
  ],
  [
    "broken YAML, told once",
    `${definition("a", { description: "Note: this: that." })}${definition("b", { type: "'string" })}${definition("c").replace("  in", "\tin")}`,
    [
      "2:16 parameters-file-invalid: Invalid YAML: a second `: ` in one line; a value that holds `: ` needs quotes.",
      "10:9 parameters-file-invalid: Invalid YAML: Missing closing 'quote.",
      "13:1 parameters-file-invalid: Invalid YAML: a tab in the indentation, where YAML allows only spaces.",
    ],
  ],
  [
    "a field twice",
    `${definition("a")}  in: query\n`,
    [
      "6:3 definition-duplicate: `in` stands twice in the definition of `a`, and only the last counts. Remove one.",
    ],
  ],
])("%s", (_, parameters, want) => {
  const keys = parameters.match(/^\w+(?=:)/gm)!;
  const rows = keys.map((key) => `- ${key}: ${key}`).join("\n");
  expect(findings(rows, parameters)).toEqual(want.map((one) => `parameters.yaml:${one}`));
});

test("an empty file is one finding, not one for each row", () => {
  expect(findings("- a: a\n- b: b", "# later\n")).toEqual([
    "parameters.yaml:1:1 parameters-file-empty: parameters.yaml defines no parameters. Write the definitions that its rows look up.",
  ]);
});

test("a file that is a list is one finding", () => {
  expect(findings("- a: a", "- a\n")).toEqual([
    "parameters.yaml:1:1 parameters-file-invalid: parameters.yaml is a list. Expected a mapping of keys to definitions.",
  ]);
});

test("lines that are no rows", () => {
  expect(findings("- a: a\n-b: b\n- c\n- d: e: f\n- g:", definition("a") + definition("b"))).toEqual([
    "index.rst:12:4 parameter-row-invalid: `-b: b` is not a row. Expected `- name: key`, or for a status code `- code` or `- code: reason`.",
    "index.rst:13:6 parameter-row-invalid: `c` is not a row. Expected `- name: key`, or for a status code `- code` or `- code: reason`.",
    "index.rst:14:4 parameter-row-invalid: `- d: e: f` is not a row: a second `: ` in one line; a value that holds `: ` needs quotes. Expected `- name: key`, or for a status code `- code` or `- code: reason`.",
    "index.rst:15:6 parameter-row-invalid: `g` is not a row. Expected `- name: key`, or for a status code `- code` or `- code: reason`.",
  ]);
});

test("rows of one name under other keys are no duplicates", () => {
  expect(findings("- id: a\n- id: b\n- id: a", definition("a") + definition("b"))).toEqual([
    "index.rst:13:6 parameter-row-duplicate: The row `id: a` stands twice in this table. Remove one, or correct its name or key.",
  ]);
});

test("microversions of an operation", () => {
  const fields = "\n   min_version: 2.40\n   max_version: 2.5\n";
  expect(findings("- a: a", definition("a"), fields)).toEqual([
    "index.rst:9:17 microversion-invalid: `min_version` of `rest_method` is 2.40, above its `max_version` 2.5: no microversion is in between.",
  ]);
});

test("a definition that only a table outside of operations uses is not unused", () => {
  const tree = {
    "index.rst": `Widgets
=======

.. toctree::

   widgets

Headers
-------

.. rest_parameters:: parameters.yaml

   - X-Trace: trace
`,
    "widgets.rst": `Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - a: a
`,
    "parameters.yaml": definition("trace", { in: "header" }) + definition("a"),
  };
  expect(checkTree(tree).filter(({ rule }) => rule === "definition-unused")).toEqual([]);
});

test("a field that is indented as far as the description is told of in its line", () => {
  const text = `limit:
  description: |
    How many.
    in: query
  required: false
  type: integer
  min_version: 2.3
`;
  expect(findings("- limit: limit", text)).toEqual([
    "parameters.yaml:4:5 definition-field-missing: `in: query` is indented so far that it is a part of the description. Indent it as the field above.",
  ]);
  const withVersion = text
    .replace("    in:", "  in:")
    .replace("  in: query\n", "    min_version: 2.3\n  in: query\n");
  expect(findings("- limit: limit", withVersion.replace(/ {2}min_version: 2.3\n$/, ""))).toEqual([
    "parameters.yaml:4:5 definition-field-missing: `min_version: 2.3` is indented so far that it is a part of the description. Indent it as the field above.",
  ]);
});

test("fields that the description above them swallows are one mistake", () => {
  const text = `limit:
  description: |
    How many.
    in: query
    required: false
    type: integer
`;
  expect(findings("- limit: limit", text)).toEqual([
    "parameters.yaml:4:5 definition-field-missing: `in: query`, `required: false` and `type: integer` are indented so far that they are a part of the description. Indent them as the field above.",
  ]);
});

test("a row with a colon too many", () => {
  expect(findings("- limit:: limit", definition("limit"))).toEqual([
    "index.rst:11:6 parameter-row-invalid: `- limit:: limit` is not a row: it has a colon too many. Expected `- name: key`, or for a status code `- code` or `- code: reason`.",
  ]);
});

test("to leave out `required` again and again is a habit, told of once", () => {
  const keys = ["a", "b", "c", "d", "e"];
  const lacking = (count: number) => {
    const shown = keys.map((key, index) =>
      definition(key).replace(/\n {2}required: .*/, (line) => (index < count ? "" : line)),
    );
    const rows = keys.map((key) => `   - ${key}: ${key}\n`).join("");
    const index = `Widgets\n=======\n\n.. rest_method:: GET /widgets\n\n.. rest_parameters:: parameters.yaml\n\n${rows}`;
    const found = checkTree({ "index.rst": index, "parameters.yaml": shown.join("") });
    return joined(found.filter(({ rule }) => rule === "definition-field-missing"));
  };
  expect(lacking(4)).toHaveLength(4);
  const [habit, ...others] = lacking(5);
  expect(others).toEqual([]);
  expect(habit!.message).toMatch(
    /^The definition of `a` lacks `required`, .*The same for `b`, `c`, `d` and `e`\.$/,
  );
});

test("definitions that stand behind each other and belong elsewhere are one mistake", () => {
  const told = (...parts: readonly [key: string, place?: string][]) =>
    joined(
      checkTree({
        "index.rst":
          "Widgets\n=======\n\n.. rest_method:: GET /widgets\n\n.. rest_parameters:: parameters.yaml\n\n   - a: a\n",
        "parameters.yaml": parts.map(([key, place = "body"]) => definition(key, { in: place })).join(""),
      }),
    )
      .filter(({ rule }) => rule === "parameters-unsorted")
      .map(({ span, message, related = [], edits }) => ({
        line: spanPositions(span).start.line,
        message,
        related: related.map((one) => one.message),
        edits: edits?.length,
      }));
  expect(told(["a"], ["m"], ["n"], ["z"], ["b"], ["c"])).toEqual([
    {
      line: 21,
      message: "`b` (body) is out of order; it belongs behind `a` (body). The same at 1 more place.",
      related: ["here, too"],
      edits: 3,
    },
  ]);
  // what stays in order parts them
  expect(
    told(["a"], ["m"], ["n"], ["o"], ["p"], ["b"], ["limit", "query"], ["z"], ["c"]).map(
      ({ line, message }) => `${line} ${message}`,
    ),
  ).toEqual([
    "26 `b` (body) is out of order; it belongs behind `a` (body). The same at 1 more place.",
    "41 `c` (body) is out of order; it belongs behind `b` (body).",
  ]);
});

test("one slip in the name of a field that several definitions have is one mistake", () => {
  const definition = (key: string, field: string) =>
    `${key}:\n  description: Its ${key}.\n  in: query\n  ${field}: true\n  type: string\n`;
  const found = checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n.. rest_parameters:: parameters.yaml\n\n   - a: a\n   - b: b\n   - c: c\n",
    "parameters.yaml": definition("a", "requred") + definition("b", "requred") + definition("c", "require"),
  }).filter(({ rule }) => rule === "definition-field-unknown");
  expect(found.map(({ called }) => called)).toEqual(["a", "b", "c"]);
  expect(found[0]!.cause).toBe(found[1]!.cause);
  expect(found[2]!.cause).not.toBe(found[1]!.cause);
  expect(found[0]!.message).toBe(
    "`requred` is not a field of a definition (`a`). Did you mean `required`? As it is, the page says that the parameter is optional.",
  );
});
