import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { officialSchema } from "../scripts/lib/official-schema.mjs";
import type { ApiRef } from "../src/apiref/model.ts";
import { readApiRef } from "../src/apiref/read.ts";
import { type Bodies, readBodies } from "../src/bodies/read-bodies.ts";
import { readEvidence } from "../src/evidence/read-evidence.ts";
import { memoryFiles } from "../src/files/memory.ts";
import type { Finding } from "../src/findings/finding.ts";
import { runRules, sortFindings } from "../src/findings/run.ts";
import { buildSpecification } from "../src/openapi/build.ts";
import { serialize } from "../src/openapi/serialize.ts";
import { renderPage } from "../src/page/page.ts";
import { sourceLinks } from "../src/page/source-links.ts";
import { pageSources } from "../src/page/sources.ts";
import { rules, rulesNeedingEvidence } from "../src/rules/index.ts";
import { reportedLacks } from "../src/suggestions/reported.ts";
import { suggestionsFor } from "../src/suggestions/suggest.ts";
import { applyEdits } from "../src/text/edit.ts";
import { groupedBy } from "../src/text/grouped.ts";
import { UsageError } from "../src/usage-error.ts";
import { compareEvidence } from "../src/verify/compare.ts";

const INPUT = fileURLToPath(new URL("../input", import.meta.url));
const ROOT = "/project/source";

/** The default input, by file name below its folder. */
function inputFiles(folder = INPUT): Record<string, Buffer> {
  return Object.assign(
    {},
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? inputFiles(path) : { [relative(INPUT, path)]: readFileSync(path) };
    }),
  );
}

const problemsOf = officialSchema();

/** Runs everything but Redocly on a tree; gives what makes the document invalid, which must be nothing. */
function problems(
  files: Readonly<Record<string, Uint8Array | string>>,
  onRead?: (apiRef: ApiRef, bodies: Bodies, found: readonly Finding[]) => void,
): unknown[] {
  const contents = Object.fromEntries(Object.entries(files).map(([name, text]) => [join(ROOT, name), text]));
  const apiRef = readApiRef(memoryFiles({ files: contents }), ROOT);
  const bodies = readBodies(apiRef, undefined);
  const specification = buildSpecification(bodies, {});
  const found = sortFindings(runRules(rules, { apiRef, bodies }, new Map()));
  onRead?.(apiRef, bodies, found);
  return problemsOf(JSON.parse(serialize(specification.document, "json")));
}

/** Suggests rows, which must go into their files, and makes the page. */
function suggestAndShow(apiRef: ApiRef, bodies: Bodies, found: readonly Finding[]): void {
  const { edits } = suggestionsFor(reportedLacks(found, { apiRef, bodies }), new Map(), apiRef, () => true);
  for (const [file, own] of groupedBy(edits, ({ span }) => span.file)) applyEdits(file.text, own);
  const { document } = buildSpecification(bodies, { operations: "apart" });
  const sources = pageSources(apiRef, ROOT, { options: {} });
  const links = sourceLinks(document, "https://example.org/{file}#{line}", (path) => path);
  const versions = sources && { sources, code: "" };
  renderPage(document, { code: "", versions, links, version: "1.0", documentName: "openapi.yaml" });
}

const input = inputFiles();

test.each(Object.keys(input).filter((name) => /\.(?:rst|inc|yaml|json)$/.test(name)))(
  "%s without any one of its lines",
  (name) => {
    const lines = input[name]!.toString().split("\n");
    for (const index of lines.keys())
      expect(
        problems({ ...input, [name]: lines.toSpliced(index, 1).join("\n") }),
        `line ${index + 1}`,
      ).toEqual([]);
  },
);

test("any file cut anywhere, or with other bytes in it", () => {
  const names = Object.keys(input);
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat(100_000),
      fc.option(fc.uint8Array({ minLength: 1, maxLength: 30 })),
      (name, at, bytes) => {
        const whole = input[name]!;
        const cut = whole.subarray(0, at % (whole.length + 1));
        const changed = bytes === null ? cut : Buffer.concat([cut, bytes, whole.subarray(cut.length)]);
        expect(problems({ ...input, [name]: changed })).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

/** Lines that mean something to api-refs, in any order and indentation. */
const fragment = fc.constantFrom(
  "Title",
  "=====",
  "~~~~~",
  ".. rest_method:: POST /v1/things/{id}/action",
  ".. rest_method::",
  ".. rest_parameters:: parameters.yaml",
  ".. rest_status_code:: success status.yaml",
  ".. literalinclude:: sample.json",
  ".. include:: index.rst",
  ".. include:: part.inc",
  ".. note:: text",
  "- thing: thing",
  "- 200",
  "- thing.{key}: thing",
  "+---+---+",
  "| a | b |",
  "Normal response codes: 200, 20x, (404",
  "::",
  "``a *b **c `d |e",
  "",
);

test("any lines of an api-ref in any order", () => {
  const line = fc.tuple(fc.nat(4), fragment).map(([indent, text]) => " ".repeat(indent * 3) + text);
  const page = fc.array(line, { maxLength: 40 }).map((lines) => lines.join("\n"));
  const json = fc.oneof(fc.json(), fc.string());
  const yaml = fc.oneof(
    fc.string(),
    fc.constant("thing:\n  in: body\n  type: object\n  required: true\n  description: x\n"),
  );
  fc.assert(
    fc.property(page, page, json, yaml, (index, part, sample, parameters) => {
      const files = {
        "index.rst": index,
        "part.inc": part,
        "sample.json": sample,
        "parameters.yaml": parameters,
        "status.yaml": parameters,
      };
      expect(problems(files, suggestAndShow)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const apiRef = readApiRef(
  memoryFiles({
    files: Object.fromEntries(Object.entries(input).map(([name, text]) => [join(ROOT, name), text])),
  }),
  ROOT,
);
const bodies = readBodies(apiRef, undefined);
const ofEvidence = rules.filter(({ name }) => rulesNeedingEvidence.has(name));
const [operation] = apiRef.documents.flatMap(({ operations }) => operations);
const { method, target } = operation!;

/** Holds a text against the default input; only a `UsageError` may come of it. */
function holdAgainst(text: string): void {
  try {
    const evidence = readEvidence(memoryFiles({ files: { "/evidence": text } }), "/evidence", "evidence");
    const comparison = compareEvidence(apiRef, bodies.placed, [evidence]);
    runRules(ofEvidence, { apiRef, bodies, comparison }, new Map());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
}

/** What may stand where evidence has a value: such a value, or anything. */
const orAnything = (...values: unknown[]) => fc.oneof(fc.constantFrom(...values), fc.jsonValue());
/** Objects with some of their properties. */
const some = (properties: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(properties, { requiredKeys: [] });
const body = fc.oneof(fc.json(), fc.string(), fc.constantFrom('{"a": 1', "null", ""));

test("any text, and any JSON, as evidence", () => {
  const texts = fc.oneof(fc.string(), fc.json(), fc.stringMatching(/^[{}[\]":,a-z0-9 \n&*!|>-]{0,60}$/));
  fc.assert(fc.property(texts, holdAgainst), { numRuns: 100 });
});

test("logs of traffic with anything in their places", () => {
  const headers = orAnything([{ name: "OpenStack-API-Version", value: "compute 2.1" }], []);
  const url = orAnything(`https://cloud.example${target.path}`, target.path, "http://[", "");
  const entry = some({
    request: some({
      method: orAnything(method, "", "BREW"),
      url,
      headers,
      queryString: orAnything([{ name: "limit", value: "1" }]),
      postData: some({
        mimeType: orAnything("application/json"),
        text: body,
        encoding: orAnything("base64"),
      }),
    }),
    response: some({
      status: orAnything(200, 404, 0, -1, 1e9),
      headers,
      content: some({ mimeType: orAnything("application/json"), text: body, encoding: orAnything("base64") }),
    }),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(entry, fc.jsonValue()), { maxLength: 4 }), (entries) =>
      holdAgainst(JSON.stringify({ log: { version: "1.2", creator: {}, entries } })),
    ),
    { numRuns: 100 },
  );
});

test("OpenAPI documents with anything in their places", () => {
  const references = [
    "#/components/schemas/A",
    "#/components/schemas/B",
    "#/nowhere",
    "other.yaml#/a",
    "#",
    "",
  ];
  const { schema } = fc.letrec((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      orAnything({}, true, false),
      some({ $ref: orAnything(...references) }),
      some({
        type: orAnything("object", ["string", "null"], "array"),
        properties: fc.dictionary(fc.string(), tie("schema")),
        required: orAnything(["a"]),
        items: tie("schema"),
        allOf: fc.array(tie("schema"), { maxLength: 2 }),
        oneOf: fc.array(tie("schema"), { maxLength: 2 }),
        enum: orAnything(["a", null]),
        nullable: orAnything(true),
      }),
    ),
  }));
  const content = some({ "application/json": some({ schema }), "text/plain": fc.jsonValue() });
  const described = some({
    parameters: fc.array(some({ name: orAnything("limit"), in: orAnything("query", "path"), schema }), {
      maxLength: 2,
    }),
    requestBody: fc.oneof(some({ content, required: orAnything(true) }), fc.jsonValue()),
    responses: fc.oneof(
      fc.dictionary(fc.constantFrom("200", "2XX", "default", "x"), some({ content })),
      fc.jsonValue(),
    ),
  });
  const item = some({
    [method.toLowerCase()]: described,
    parameters: fc.jsonValue(),
    $ref: orAnything("#/paths/x"),
  });
  const paths = fc.dictionary(fc.constantFrom(target.path, "/x", "", "/{a}/{a}"), item);
  const schemas = fc.dictionary(fc.constantFrom("A", "B"), schema);
  fc.assert(
    fc.property(paths, schemas, orAnything("3.1.0", "3.0.3"), (own, shared, openapi) =>
      holdAgainst(JSON.stringify({ openapi, info: {}, paths: own, components: { schemas: shared } })),
    ),
    { numRuns: 100 },
  );
});
