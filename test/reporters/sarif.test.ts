import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { reporters } from "../../src/reporters/index.ts";
import { catalogue } from "../../src/rules/index.ts";
import { version } from "../../src/version.ts";
import { findingWith, reportOf, textOf } from "../support/fixed-report.ts";

const require = createRequire(import.meta.url);
const path = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// Draft 4, of which it uses nothing that later drafts read otherwise, but for the key of its own name.
const { id, $schema, ...schema } = JSON.parse(readFileSync(path, "utf8"));
// One of its patterns is no regular expression in Unicode mode.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

test("the whole report", async () => {
  const text = textOf("sarif").replace(`"version": "${version}"`, '"version": "VERSION"');
  await expect(text).toMatchFileSnapshot("__snapshots__/report.sarif");
});

test("a report that the schema refuses", () => {
  expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
});

test.each([
  ["the fixed report", textOf("sarif")],
  ["no findings", textOf("sarif", [])],
  ["names that are no URIs", textOf("sarif", [findingWith("M.", "/work/a b%?#[ü\ud800:\\.rst")])],
])("%s: as the schema of SARIF 2.1.0 has it", (_, text) => {
  validate(JSON.parse(text));
  expect(validate.errors ?? []).toEqual([]);
});

test("the rules of this program, all of them, are as the schema has them", () => {
  const text = reporters.sarif(reportOf([], catalogue), { colour: false, columns: 80 });
  validate(JSON.parse(text));
  expect(validate.errors ?? []).toEqual([]);
  // GitHub takes ten megabytes; one of the examples is longer.
  expect(text.length).toBeLessThan(1_000_000);
});

test("every result points at its rule", () => {
  const [run] = JSON.parse(textOf("sarif")).runs;
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
});
