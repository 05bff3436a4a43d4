import { expect, test } from "vitest";
import { readStatusFile } from "../../src/apiref/status-file.ts";
import { SourceFile } from "../../src/text/source-file.ts";

/** Codes with their reasons, and notices as `line:column {detail}`. */
function read(text: string) {
  const { status, notices } = readStatusFile(new SourceFile("/source/status.yaml", text));
  return {
    reasons: Object.fromEntries(
      [...status.entries].map(([code, entry]) => [
        code,
        Object.fromEntries([...entry.reasons].map(([name, reason]) => [name, reason.text])),
      ]),
    ),
    notices: notices.map(({ rule, span, detail }) => {
      expect(rule).toBe("status-file-invalid");
      const { line, column } = span.file.positionAt(span.start);
      return `${line}:${column} ${JSON.stringify(detail)}`;
    }),
  };
}

test.each<[string, string, object]>([
  [
    "codes and reasons",
    "200:\n  default: |\n    Fine.\n  other: Well.\n",
    { 200: { default: "Fine.\n", other: "Well." } },
  ],
  [
    "an indented file",
    "    200:\n      default: a\n    409:\n     default: b\n",
    { 200: { default: "a" }, 409: { default: "b" } },
  ],
  ["a reason that looks like a number", "404:\n  default: 2.10\n", { 404: { default: "2.10" } }],
])("reads %s", (_, text, want) => {
  expect(read(text)).toEqual({ reasons: want, notices: [] });
});

test.each<[string, string, object, string[]]>([
  ["an empty file", "# none\n", {}, ['1:1 {"kind":"top","top":"empty"}']],
  ["a list", "- 200\n", {}, ['1:1 {"kind":"top","top":"list"}']],
  [
    "codes in quotes",
    '"404":\n  default: a\n',
    { 404: { default: "a" } },
    ['1:1 {"kind":"code-quoted","code":"404"}'],
  ],
  ["a text", "200\n", {}, ['1:1 {"kind":"top","top":"text"}']],
  [
    "a code without reasons",
    "200:\n404: Gone.\n",
    { 200: {}, 404: { default: "Gone." } },
    ['1:1 {"kind":"no-reasons","code":"200"}', '2:1 {"kind":"no-reasons","code":"404"}'],
  ],
  [
    "a reason without text",
    "200:\n  default:\n  other: [a]\n",
    { 200: { default: "", other: "" } },
    [
      '2:3 {"kind":"reason-empty","code":"200","reason":"default"}',
      '3:3 {"kind":"reason-empty","code":"200","reason":"other"}',
    ],
  ],
  ["no code", "20O:\n  default: a\n", { "20O": { default: "a" } }, ['1:1 {"kind":"no-code","code":"20O"}']],
  [
    "a code twice",
    "200: {default: a}\n200: {default: b}\n",
    { 200: { default: "b" } },
    ['2:1 {"kind":"code-duplicate","code":"200"}'],
  ],
  [
    "a reason twice",
    "200: {default: a, default: b}\n",
    { 200: { default: "b" } },
    ['1:19 {"kind":"reason-duplicate","code":"200","reason":"default"}'],
  ],
  [
    "broken YAML",
    "200:\n  default: a: b\n404:\n  default: c\n",
    { 200: { default: "" }, 404: { default: "c" } },
    ['2:12 {"kind":"yaml","fault":{"kind":"second-colon"}}'],
  ],
])("notices %s", (_, text, reasons, notices) => {
  expect(read(text)).toEqual({ reasons, notices });
});
