import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { officialSchema } from "../scripts/lib/official-schema.mjs";
import { readApiRef } from "../src/apiref/read.ts";
import { readBodies } from "../src/bodies/read-bodies.ts";
import { memoryFiles } from "../src/files/memory.ts";
import { runRules, sortFindings } from "../src/findings/run.ts";
import { buildSpecification } from "../src/openapi/build.ts";
import { serialize } from "../src/openapi/serialize.ts";
import { rules } from "../src/rules/index.ts";

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
function problems(files: Readonly<Record<string, Uint8Array | string>>): unknown[] {
  const contents = Object.fromEntries(Object.entries(files).map(([name, text]) => [join(ROOT, name), text]));
  const apiRef = readApiRef(memoryFiles({ files: contents }), ROOT);
  const bodies = readBodies(apiRef, undefined);
  const specification = buildSpecification(bodies, {});
  sortFindings(runRules(rules, { apiRef, bodies }, new Map()));
  return problemsOf(JSON.parse(serialize(specification.document, "json")));
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
      expect(problems(files)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
