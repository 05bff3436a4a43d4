import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rulesInReadme } from "../scripts/lib/rules-in-readme.mjs";
import { catalogue } from "../src/rules/index.ts";

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), "utf8");
const readme = read("README.md");

test("the table of rules is the one that the rules give (npm run readme)", () => {
  expect(readme).toBe(rulesInReadme(readme, catalogue));
});

test("what the README shows of the input and of the output is there", () => {
  const [, rst] = /```rst\n([\s\S]*?)```/.exec(readme)!;
  const input = read("input/share-replicas.inc").split("\n");
  for (const line of rst!.split("\n")) expect(input).toContain(line);
  const [, yaml] = /```yaml\n( {2}\/v2[\s\S]*?)```/.exec(readme)!;
  const output = read("output/openapi.yaml").split("\n");
  for (const line of yaml!.split("\n")) expect(output).toContain(line);
});

test("every script that the README names is there", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  for (const [, name] of readme.matchAll(/npm run ([\w-]+)/g)) expect(Object.keys(scripts)).toContain(name);
});

test("the snippets name the version that is to be released", () => {
  const { version } = JSON.parse(read("package.json")) as { version: string };
  const named = [...readme.matchAll(/os-api-ref-openapi[@-](\d[\w.]*)|rev: v(\S+)/g)];
  expect(named.length).toBeGreaterThan(4);
  expect(new Set(named.map(([, ofPackage, ofTag]) => ofPackage ?? ofTag))).toEqual(new Set([version]));
  expect(read("CHANGELOG.md")).toContain(version);
});
