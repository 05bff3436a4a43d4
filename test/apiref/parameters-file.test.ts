import { expect, test } from "vitest";
import type { Notice } from "../../src/apiref/notice.ts";
import { readParametersFile } from "../../src/apiref/parameters-file.ts";
import { SourceFile } from "../../src/text/source-file.ts";

function read(text: string) {
  return readParametersFile(new SourceFile("/source/parameters.yaml", text));
}

/** A notice as `line:column rule {detail}`. */
function shown({ rule, span, detail }: Notice): string {
  const { line, column } = span.file.positionAt(span.start);
  return `${line}:${column} ${rule} ${JSON.stringify(detail)}`;
}

test("reads definitions with the places of their fields", () => {
  const text = `limit:
  in: query
  type: integer
  required: false
  description: |
    How many.
  min_version: 2.20
`;
  const { parameters, notices } = read(text);
  expect(notices).toEqual([]);
  const definition = parameters.definitions.get("limit")!;
  expect(definition).toMatchObject({
    key: "limit",
    in: "query",
    type: "integer",
    required: false,
    description: "How many.\n",
    minVersion: "2.20",
  });
  expect(definition).not.toHaveProperty("maxVersion");
  expect(text.slice(definition.keySpan.start, definition.keySpan.end)).toBe("limit");
  expect(text.slice(definition.span.start, definition.span.end).trimEnd()).toBe(text.trimEnd());
  const { nameSpan, valueSpan } = definition.fields.get("min_version")!;
  expect(text.slice(nameSpan.start, valueSpan.end)).toBe("min_version: 2.20");
});

test.each<[string, boolean]>([
  ["required: true", true],
  ["required: no", false],
  ["required: ture", true],
  ['required: "false"', true],
  ["required:", true],
  ["requried: true", false],
])("takes %s as os-api-ref does", (line, want) => {
  expect(read(`a:\n  in: body\n  ${line}\n`).parameters.definitions.get("a")!.required).toBe(want);
});

test("a field may be a list, a mapping or empty", () => {
  const { definitions } = read(
    "a:\n  in:\n  type: [string]\n  enum: [x, 2.10, 3]\n  default: {k: no}\n",
  ).parameters;
  const definition = definitions.get("a")!;
  expect(definition.in).toBeUndefined();
  expect(definition.type).toBeUndefined();
  expect(definition.fields.get("enum")!.value).toEqual(["x", "2.10", 3]);
  expect(definition.fields.get("default")!.value).toEqual({ k: false });
});

test("keys are the text as written", () => {
  const { definitions } = read(
    "on: {in: body}\n200: {in: body}\n2.10: {in: body}\n'quoted': {in: body}\n",
  ).parameters;
  expect([...definitions.keys()]).toEqual(["on", "200", "2.10", "quoted"]);
});

test.each<[string, string, string[], string[]]>([
  ["an empty file", "", [], ["1:1 parameters-file-empty {}"]],
  ["comments only", "# later\n", [], ["1:1 parameters-file-empty {}"]],
  ["an empty mapping", "{}\n", [], ["1:1 parameters-file-empty {}"]],
  ["a list", "- a\n", [], ['1:1 parameters-file-invalid {"kind":"top","top":"list"}']],
  ["a text", "just text\n", [], ['1:1 parameters-file-invalid {"kind":"top","top":"text"}']],
  [
    "an entry without fields",
    "a: x\nb:\nc: {in: body}\n",
    ["a", "b", "c"],
    [
      '1:1 parameters-file-invalid {"kind":"no-fields","key":"a"}',
      '2:1 parameters-file-invalid {"kind":"no-fields","key":"b"}',
    ],
  ],
  [
    "a key twice",
    "a: {in: body}\nb: {in: body}\na: {in: path}\n",
    ["b", "a"],
    ['3:1 definition-duplicate {"key":"a"}'],
  ],
  [
    "a field twice",
    "a:\n  in: body\n  type: x\n  in: path\n",
    ["a"],
    ['4:3 definition-duplicate {"key":"a","field":"in"}'],
  ],
  ["a merged definition", "a: &a {in: body}\nb: {<<: *a, in: path}\n", ["a", "b"], []],
])("notices %s", (_, text, keys, want) => {
  const { parameters, notices } = read(text);
  expect(notices.map(shown)).toEqual(want);
  expect([...parameters.definitions.keys()]).toEqual(keys);
});

test("a broken definition costs only itself", () => {
  const { parameters, notices } = read(
    "a:\n  in: body\n  description: x: y\nb:\n\tin: body\nc:\n  in: path\n",
  );
  expect(notices.map(shown).map((one) => one.split(" ", 2).join(" "))).toEqual([
    "3:16 parameters-file-invalid",
    "5:1 parameters-file-invalid",
  ]);
  const { definitions } = parameters;
  expect([...definitions.values()].map(({ key, broken }) => [key, broken])).toEqual([
    ["a", true],
    ["b", true],
    ["c", undefined],
  ]);
  expect(definitions.get("a")!.in).toBe("body");
});

test("of a definition or field that stands twice the last counts, the first is told as related", () => {
  const { parameters, notices } = read("a:\n  in: body\n  in: path\na:\n  in: query\n");
  expect(parameters.definitions.get("a")!.in).toBe("query");
  expect(notices.map(({ related }) => related?.map(({ span }) => span.start))).toEqual([[0], [5]]);
});

test("a description says the microversions where no field does", () => {
  const { parameters } = read(`dim: {in: body, description: Available since version 1.4.}
glow: {in: body, min_version: 1.5, description: Available since version 1.4.}
`);
  expect([...parameters.definitions.values()].map(({ minVersion }) => minVersion)).toEqual(["1.4", "1.5"]);
});
