import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const page = (config: string) => ({
  "index.rst": `
Widgets
=======

.. include:: a/part.inc
.. include:: b/part.inc
`,
  "a/part.inc": `
List widgets
============

.. rest_method:: GET /widgets
`,
  "b/part.inc": `
Create widget
=============

.. rest_method:: POST /widgets
`,
  "apiref.config.yaml": config,
});

/** The findings of two rules: `error status-codes-missing POST /widgets`. */
const found = (config: string) =>
  checkTree(page(config))
    .filter(({ rule }) => ["status-codes-missing", "setting-unmatched"].includes(rule))
    .map(({ rule, severity, operation = "" }) => `${severity} ${rule} ${operation}`.trim());

test("without a word of the configuration", () => {
  expect(found("")).toEqual([
    "warning status-codes-missing GET /widgets",
    "warning status-codes-missing POST /widgets",
  ]);
});

test.each([
  ["one folder", "a/**"],
  ["a path", "a/part.inc"],
])("overrides for %s", (_, files) => {
  expect(found(`overrides: [{ files: ${files}, rules: { status-codes-missing: error } }]`)).toEqual([
    "error status-codes-missing GET /widgets",
    "warning status-codes-missing POST /widgets",
  ]);
});

test("a pattern without a slash is for names in any folder, and the last override counts", () => {
  expect(
    found(`
overrides:
  - { files: "*.inc", rules: { status-codes-missing: info } }
  - { files: "b/*", rules: { status-codes-missing: off } }
`),
  ).toEqual(["info status-codes-missing GET /widgets"]);
});

test("a rule that is off runs for the files for which it is on", () => {
  expect(
    found(`
rules: { status-codes-missing: off }
overrides: [{ files: b/*, rules: { status-codes-missing: error } }]
`),
  ).toEqual(["error status-codes-missing POST /widgets"]);
});

test("an allowed fact is left out, by its operation", () => {
  expect(
    found("allow: [{ rule: status-codes-missing, operation: GET /widgets, reason: Not known. }]"),
  ).toEqual(["warning status-codes-missing POST /widgets"]);
});

test("an allowed fact is left out, by what it names", () => {
  expect(found("allow: [{ rule: status-codes-missing, name: Create widget, reason: Not known. }]")).toEqual([
    "warning status-codes-missing GET /widgets",
  ]);
});

test.each([
  ["an entry of allow", "allow: [{ rule: url-malformed, name: x, reason: None. }]"],
  ["a pattern", "overrides: [{ files: c/*, rules: { url-malformed: off } }]"],
  ["an operation", "public: [GET /gadgets]"],
  ["a history file", "history: history.rst"],
  ["a pattern of documents", "documents: [index, gadgets]"],
])("%s that matches nothing is a finding", (_, config) => {
  expect(found(config)).toContain("warning setting-unmatched");
});
