import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonMistakeText } from "../../src/checks/json-mistakes.ts";
import {
  contentSpan,
  readSample,
  shownBy,
  shownJson,
  shownObject,
  withValue,
} from "../../src/samples/read.ts";
import { sampleOf } from "../support/sample.ts";

const json = (value: unknown) => ({ kind: "json", value });
const other = (mediaType: string) => ({ kind: "other", mediaType });

const cases: [string, { path?: string; language?: string; text: string }, object][] = [
  ["a JSON file", { path: "a.json", language: "", text: '{"a": 1}' }, json({ a: 1 })],
  ["a JSON file called JavaScript", { path: "a.json", text: "[1]" }, json([1])],
  ["JSON without a name that says so", { path: "a", language: "", text: '{"a": 1}' }, json({ a: 1 })],
  ["what only looks like JSON", { path: "a.txt", language: "text", text: "{a}" }, other("text/plain")],
  ["a broken JSON file", { path: "a.json", text: '{"a": 1' }, { kind: "invalid-json" }],
  [
    "JSON with a slip without a name that says so",
    { path: "", language: "", text: '{"a": 1\n"b": 2, ...}' },
    { kind: "invalid-json", mended: { a: 1, b: 2 } },
  ],
  ["a configuration", { path: "", language: "", text: "[lamps]\ncolour = red" }, other("text/plain")],
  ["XML", { path: "a.xml", language: "xml", text: "<?xml version='1.0'?><a/>" }, other("application/xml")],
  ["XML without a name", { path: "a", language: "", text: "<a/>" }, other("application/xml")],
  ["a page", { path: "a", language: "", text: "<!DOCTYPE html><html/>" }, other("text/html")],
  ["YAML", { path: "a.yaml", language: "yaml", text: "a: 1" }, other("application/yaml")],
  ["text", { path: "a.txt", language: "text", text: "hello" }, other("text/plain")],
  ["nothing", { path: "a.txt", language: "", text: "" }, other("text/plain")],
  ["a request", { path: "a.txt", text: "GET /widgets HTTP/1.1\nHost: x\n\n" }, other("message/http")],
  [
    "a response with JSON",
    { path: "a.txt", text: 'HTTP/1.1 200 OK\r\nContent-Type: text/x\r\n\r\n{"a": 1}' },
    json({ a: 1 }),
  ],
  [
    "a response with broken JSON",
    { path: "a.txt", text: 'HTTP/1.1 200 OK\nContent-Type: application/json; charset=x\n\n{"a": 1' },
    { kind: "invalid-json" },
  ],
  ["a shortened response", { path: "a.txt", text: 'HTTP/1.1 200 OK\n\n{"a": …' }, other("text/plain")],
  [
    "curl that sends nothing",
    { path: "a", language: "bash", text: "curl -X GET /x" },
    other("text/x-shellscript"),
  ],
  ["curl", { path: "a", language: "bash", text: `curl -X PUT -d '{"a": 1}' /x` }, json({ a: 1 })],
  [
    "curl behind a prompt",
    { path: "a", language: "console", text: `$ curl /x --data '{"a": 1}'` },
    json({ a: 1 }),
  ],
  ["curl, glued", { path: "a", language: "bash", text: `curl -d'[1]' /x` }, json([1])],
  [
    "curl, double quotes",
    { path: "a", language: "bash", text: 'curl -d "{\\"a\\": \\"b\\"}" /x' },
    json({ a: "b" }),
  ],
  [
    "curl on several lines",
    { path: "a", language: "bash", text: "curl \\\n  --data-raw '{\n\"a\": 1}' \\\n /x" },
    json({ a: 1 }),
  ],
  [
    "curl, a document",
    { path: "a", language: "bash", text: 'curl /x -d @- <<EOF\n{"a": 1}\nEOF\nls' },
    json({ a: 1 }),
  ],
  [
    "curl, the second of two",
    { path: "a", language: "bash", text: `curl -d x=y -d '{"a": 1}' /x` },
    json({ a: 1 }),
  ],
  [
    "curl, words joined",
    { path: "a", language: "bash", text: `curl -d '{"a": "'"$ID"'"}' /x` },
    json({ a: "$ID" }),
  ],
  [
    "curl, broken JSON",
    { path: "a", language: "bash", text: `curl -d '{"a": 1' /x` },
    { kind: "invalid-json" },
  ],
  ["curl, a form", { path: "a", language: "bash", text: "curl -d a=b /x" }, other("text/x-shellscript")],
];

describe("readSample", () => {
  test.each(cases)("%s", (_name, { text, ...how }, want) => {
    expect(readSample(sampleOf(text, how))).toMatchObject(want);
  });

  test("knows where the JSON of a command stands", () => {
    const script = `curl -d "{\\"colour\\": \\"gr\\"'een" -X PUT`;
    const sample = sampleOf(script.replace("'een", "een"), { path: "a", language: "bash" });
    const content = readSample(sample);
    expect(content.kind).toBe("invalid-json");
    const whole = sampleOf(`curl -d "{\\"colour\\": 12}" /x`, { path: "a", language: "bash" });
    const read = readSample(whole);
    if (read.kind !== "json") throw new Error("no JSON");
    const at = read.text.indexOf("12");
    const { start, end } = contentSpan(whole, read.pieces, at, at + 2);
    expect(whole.text.slice(start, end)).toBe("12");
  });

  test("gives mistakes where they stand in the file", () => {
    const sample = sampleOf(`curl -d '{"a": None}' /x`, { path: "a", language: "bash" });
    const content = readSample(sample);
    const spans = content.kind === "invalid-json" ? content.errors.map(({ span }) => span) : [];
    expect(spans.map(({ start, end }) => sample.text.slice(start, end))).toEqual(["None"]);
  });

  test.each([
    ["command", `curl \\\n  -X PUT /x \\\n  -d '{\n  "a": 1' \n`, "`}` is missing for the `{` in line 3."],
    ["response", 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"a": 1', "in line 4."],
    ["command with a name twice", `curl -X PUT \\\n  -d '{"a": 1,\n"a": 2}' /x`, "first in line 2;"],
  ])("names lines of the file, not of what it carries: a %s", (_, text, message) => {
    const content = readSample(sampleOf(text, { path: "a", language: "bash" }));
    const errors = content.kind === "other" ? [] : content.errors;
    expect(errors.map(({ mistake }) => jsonMistakeText(mistake))).toEqual([expect.stringContaining(message)]);
  });

  test("takes any text", () => {
    const pieces = fc.constantFrom(
      "curl ",
      "-d ",
      "'",
      '"',
      "\\",
      "\n",
      "{",
      "}",
      "<<EOF",
      "EOF",
      "HTTP/1.1 200",
      ":",
      " ",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((all) => all.join("")),
    );
    const languages = fc.constantFrom("", "json", "javascript", "bash", "xml", "none");
    fc.assert(
      fc.property(texts, languages, fc.constantFrom("a", "a.json", "a.txt"), (text, language, path) => {
        const sample = sampleOf(text, { path, language });
        const content = readSample(sample);
        if (content.kind !== "invalid-json") return;
        expect(content.errors.length).toBeGreaterThan(0);
        for (const { span } of content.errors) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

/** Texts with how they are called, and what they are read as: a media type, or the JSON. */
test.each<[string, { path?: string; language?: string }, string | object]>([
  ["<a>", { path: "a.json", language: "" }, "invalid-json"],
  ["<a>", { path: "a", language: "JavaScript" }, "invalid-json"],
  ["<a>", { path: "a.xml", language: "json" }, "application/xml"],
  ["  <?xml version='1.0'?>", { path: "a.json", language: "json" }, "application/xml"],
  ["<!DOCTYPE  html>", { path: "a.json", language: "json" }, "text/html"],
  ["<!DOCTYPE lamps>", { path: "a.json", language: "json" }, "application/xml"],
  ["<HTML lang=en>", { path: "a", language: "" }, "text/html"],
  ["<htmlx>", { path: "a", language: "" }, "application/xml"],
  ["x <html>", { path: "a", language: "" }, "text/plain"],
  ["a: 1", { path: "a.yml", language: "" }, "application/yaml"],
  ["a: 1", { path: "a.YML", language: "" }, "application/yaml"],
  ["a: 1", { path: "a", language: "YAML" }, "application/yaml"],
  ["a: 1", { path: "yml", language: "" }, "text/plain"],
  ["a: 1", { path: "a.yml.txt", language: "" }, "text/plain"],
  ["a", { path: "a.html", language: "" }, "text/html"],
  ["{}", { path: "a.html", language: "json" }, "text/html"],
  ["a", { path: "a", language: "json" }, "invalid-json"],
  ["a", { path: "a.txt", language: "json" }, "text/plain"],
  ["{}", { path: "a.txt", language: "json-object" }, {}],
  [" \n [1]", { path: "a.txt", language: "" }, [1]],
  [`[${"x".repeat(300)}`, { path: "a", language: "" }, "text/plain"],
  ["curl /x -d '{}'", { path: "a.json", language: "" }, {}],
  [`${"#".repeat(300)}\ncurl /x -d '{}'`, { path: "a", language: "Bash" }, {}],
  [`${"#".repeat(300)}\ncurl /x -d '{}'`, { path: "a", language: "" }, "text/plain"],
  ["$ ls", { path: "a", language: "bash" }, "text/plain"],
  ["curl /x -d ' [1]'", { path: "a", language: "" }, [1]],
])("%j as %j", (text, how, wanted) => {
  const content = readSample(sampleOf(text, how));
  const shown =
    content.kind === "json" ? content.value : content.kind === "other" ? content.mediaType : content.kind;
  expect(shown).toEqual(wanted);
});

test.each<[string, string | object]>([
  ["HTTP/1.1 200 OK\n\n{}", {}],
  ["HTTP/2 200\n\n{}", {}],
  ["HTTP/1.1 OK\n\n{}", "text/plain"],
  ["HTTP/1.1 2000\n\n{}", "text/plain"],
  ["see HTTP/1.1 200 OK\n\n{}", "text/plain"],
  ["GET /lamps\nHost: x\n\n{}", {}],
  ["GET /lamps\r\nX-Host: x\r\n\r\n{}", {}],
  ["GET /lamps HTTP/1.1\n\n{}", {}],
  ["GET /lamps\nhost\n\n{}", "text/plain"],
  ["GET the lamps\n\n{}", "text/plain"],
  ["GETS /lamps\nHost: x\n\n{}", "text/plain"],
  ["PATCH /lamps\nHost: x\n \t\n{}", {}],
  ["PUT /lamps\nHost: x", "message/http"],
  ["PUT /lamps\nHost: x\n\n \n", "message/http"],
  ["HTTP/1.1 200 OK\nContent-Type: text/csv\n\na,b", "text/csv"],
  ["HTTP/1.1 200 OK\ncontent-type:text/csv\n\na,b", "text/csv"],
  ["HTTP/1.1 200 OK\nX-Content-Type: text/csv\n\na,b", "text/plain"],
  ["HTTP/1.1 200 OK\n\ncontent-type: text/csv", "text/plain"],
  ["HTTP/1.1 200 OK\nContent-Type: application/lamps+json\n\n{", "invalid-json"],
  ["HTTP/1.1 200 OK\nContent-Type: application/JSON\n\n {", "invalid-json"],
  ["HTTP/1.1 200 OK\nContent-Type: application/json-lamps\n\n{", "application/json-lamps"],
  ["HTTP/1.1 200 OK\nContent-Type: application/xjson\n\n{", "application/xjson"],
])("a request or a response: %j", (text, wanted) => {
  const content = readSample(sampleOf(text, { path: "a", language: "" }));
  const shown =
    content.kind === "json" ? content.value : content.kind === "other" ? content.mediaType : content.kind;
  expect(shown).toEqual(wanted);
});

test("the body of a response is what stands below its headers", () => {
  const text = "HTTP/1.1 200 OK\nContent-Type: text/csv\n\na,b\n";
  expect(readSample(sampleOf(text, { path: "a" }))).toEqual({
    kind: "other",
    mediaType: "text/csv",
    text: "a,b\n",
  });
});

test("a slip with one way to mend it has the edits, and what they make of it, at its places", () => {
  const sample = sampleOf('{\n  "size": None\n  "tags": ["a" "b"],}\n', { path: "a.json" });
  const content = readSample(sample);
  if (content.kind !== "invalid-json") throw new Error("no slip");
  const { repair, repaired } = content;
  expect(repair!.map(({ span, text }) => [sample.text.slice(span.start, span.end), text])).toEqual([
    ["None", "null"],
    ["", ","],
    ["", ","],
    [",", ""],
  ]);
  expect(repaired).toMatchObject({ kind: "json", value: { size: null, tags: ["a", "b"] }, errors: [] });
  const at = (text: string) => {
    const start = repaired!.text.indexOf(text);
    const span = contentSpan(sample, repaired!.pieces, start, start + text.length);
    return sample.text.slice(span.start, span.end);
  };
  expect([at('"size"'), at('"tags"'), at('"a"'), at('"b"'), at("]")]).toEqual([
    '"size"',
    '"tags"',
    '"a"',
    '"b"',
    "]",
  ]);
});

test("what a sample shows, and what another value makes of it", () => {
  const content = (text: string) => readSample(sampleOf(text, { path: "a.json", language: "" }));
  const [valid, mended, broken, other] = [
    content('{"a": 1}'),
    content('{"a": 1,}'),
    content("{]"),
    readSample(sampleOf("a", { path: "a", language: "" })),
  ];
  expect([valid, mended, broken, other].map(shownJson)).toEqual([{ a: 1 }, { a: 1 }, undefined, undefined]);
  expect(shownBy([valid, mended, broken, other].map((one) => ({ content: one })))).toEqual([
    { a: 1 },
    { a: 1 },
  ]);
  expect([valid, mended, broken, other].map((one) => shownJson(withValue(one, () => 2)))).toEqual([
    2,
    2,
    undefined,
    undefined,
  ]);
  expect(withValue(broken, () => 2)).toBe(broken);
  expect(shownObject(sampleOf('{"a": 1}', { path: "a.json" }))).toEqual({ a: 1 });
  expect(shownObject(sampleOf("[1]", { path: "a.json" }))).toBeUndefined();
  expect(shownObject(sampleOf('{"a": 1,}', { path: "a.json" }))).toBeUndefined();
});
