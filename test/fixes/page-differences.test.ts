import { expect, test } from "vitest";
import { allowancesOf } from "../../scripts/lib/fix/allowances.mjs";
import { pageDifferences } from "../../scripts/lib/fix/page-differences.mjs";

interface Shown {
  readonly url?: string;
  readonly rows?: readonly (readonly string[])[];
  readonly below?: string;
}

/** A document tree as Sphinx prints it, with one operation. */
function page({ url = "/lamps", rows = [["size", "body", "string", "Its size."]], below = "" }: Shown) {
  const cell = (text: string) => `
                <entry>
                    <paragraph>
                        ${text}`;
  const shown = rows.map(
    (cells) => `
            <row>${cells.map(cell).join("")}`,
  );
  const text = `<document>
    <rest_method desc="List" method="GET" url="${url}">
    <section classes="api-detail" ids="list-0123456789012345678901234567890123456789">
        <table>${shown.join("")}
${below}`;
  return new Map([["index", text.split("\n").filter((line) => line.trim() !== "")]]);
}

/** The problems that an edit, given as the lines of its diff, leaves between two pages. */
function problemsOf(diff: string, before: Shown, after: Shown, rules: readonly string[] = []) {
  const { allowances } = allowancesOf(`--- a/index.rst\n+++ b/index.rst\n@@ -1 +1 @@\n${diff}`, rules);
  return pageDifferences(page(before), page(after), allowances).problems;
}

const LIST = `        <bullet_list bullet="-">
            <list_item>
                Small`;
const QUOTED = `        <block_quote>\n${LIST.replace(/^/gm, "    ")}`;
const NUMBER = [["size", "body", "integer", "Its size."]];
const LATER = [["size", "body", "string", "Its size. New in version 2.9"]];
const OF_PATH = [["size", "path", "string", "Which size."]];

test.each<[string, string, Shown, Shown]>([
  ["a URL", "-.. rest_method:: GET lamps\n+.. rest_method:: GET /lamps", { url: "lamps" }, {}],
  ["a type", "-  type: string\n+  type: integer # of all", {}, { rows: NUMBER }],
  ["a key", "-   - size: size\n+   - size: size_path", {}, { rows: OF_PATH }],
  [
    "a row's name",
    "-   - siez: size\n+   - size: size",
    { rows: [["siez", "body", "string", "Its size."]] },
    {},
  ],
  ["a row that goes", "-   - size: size", { rows: [...NUMBER, ...OF_PATH] }, { rows: [] }],
  [
    "a list in a table that gets its blank line",
    "+",
    { rows: [["size", "body", "string", "One of: - small"]] },
    { rows: [["size", "body", "string", 'One of: <bullet_list bullet="-"> <list_item> small']] },
  ],
  ["a list that is moved", "-  - Small\n+- Small", { below: QUOTED }, { below: LIST }],
])("%s: what the edit says is explained", (_, diff, before, after) => {
  expect(problemsOf(diff, before, after)).toEqual([]);
});

test.each<[string, string, Shown, Shown]>([
  [
    "another URL",
    "-.. rest_method:: GET lamps\n+.. rest_method:: GET /lamps",
    { url: "lamps" },
    { url: "/lamp" },
  ],
  ["another type", "-  type: string\n+  type: number", {}, { rows: NUMBER }],
  ["another microversion", "-   - size: size\n+   - size: size_new", {}, { rows: LATER }],
  [
    "another description",
    "-  type: string\n+  type: integer",
    {},
    { rows: [["size", "body", "integer", "Its."]] },
  ],
  ["a row", "-   - colour: colour", {}, { rows: [] }],
  ["a list", "-  - Small\n+- Small", { below: QUOTED }, {}],
  [
    "text that joins a list",
    "-  - Small\n+- Small",
    { below: `${QUOTED}\n        Text` },
    { below: `${LIST}\n                Text` },
  ],
])("%s: what no edit says is a problem", (_, diff, before, after) => {
  expect(problemsOf(diff, before, after)).toHaveLength(1);
});

test("a quotation may go only where lists are moved", () => {
  expect(problemsOf("", { below: QUOTED }, { below: LIST }, ["sample-type"])).toEqual([
    "index, List: 1 quotations of lists → 0",
  ]);
});

test("only the fix of their JSON may change samples", () => {
  expect(allowancesOf("--- a/lamp.json\n+++ b/lamp.json\n", []).problems).toEqual([]);
  expect(allowancesOf("--- a/lamp.json\n+++ b/lamp.json\n", ["url-malformed"]).problems).toEqual([
    "changes b/lamp.json",
  ]);
});
