import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { ExampleTree } from "../../src/findings/rule.ts";
import { catalogue } from "../../src/rules/index.ts";
import { osApiRef, sphinx } from "../sphinx/warnings.ts";
import { findingText } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

/**
 * What is found in the rules' examples and in the trees that Sphinx warns of beside the finding that each is there for:
 * nothing that a change to one rule does elsewhere stays unseen. `OTHERS=write npx vitest run
 * test/rules/whole-lists.test.ts` writes it anew, for you to read.
 */
const RECORD = fileURLToPath(new URL("other-findings.txt", import.meta.url));

const trees: [string, string, ExampleTree][] = [
  ...catalogue.flatMap(({ name, bad, good }): [string, string, ExampleTree][] => [
    [name, `${name}, bad`, bad],
    [name, `${name}, good`, good],
  ]),
  ...Object.entries({ ...osApiRef, ...sphinx }).map(
    ([title, { rule, files }]): [string, string, ExampleTree] => [rule, `Sphinx: ${title}`, files],
  ),
];

test("the whole lists of findings are those that were read", () => {
  const found = trees.map(([rule, title, texts]) => {
    const others = checkTree(texts)
      .filter((finding) => finding.rule !== rule)
      .map((finding) => `  ${findingText(finding).replaceAll("\n", "⏎")}\n`);
    return others.length === 0 ? "" : `${title}\n${others.join("")}`;
  });
  if (process.env.OTHERS === "write") writeFileSync(RECORD, found.join(""));
  expect(found.join("")).toBe(readFileSync(RECORD, "utf8"));
});
