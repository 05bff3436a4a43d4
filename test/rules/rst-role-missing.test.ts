import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

/** What people are told of single backquotes where each of so many parts has these words. */
function told(parts: number, words: string): string[] {
  const names = Array.from({ length: parts }, (_, index) => `lamps${index}`);
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n${names.map((name) => `.. include:: ${name}.inc\n`).join("")}`,
    ...Object.fromEntries(
      names.map((name) => [
        `${name}.inc`,
        `List ${name}\n----------------\n\n.. rest_method:: GET /${name}\n\n${words}\n`,
      ]),
    ),
  });
  return joined(findings)
    .filter(({ rule }) => rule === "rst-role-missing")
    .map(({ message }) => message);
}

test("single backquotes in a few files are a finding for each file", () => {
  expect(told(3, "Those of `shade_id`, one after `other_id`.")).toHaveLength(3);
});

test("in many files they are a habit of the tree", () => {
  expect(told(4, "Those of `shade_id`.")).toEqual([
    "`shade_id` in single backquotes is shown in italics. Write two backquotes on either side for code. The same at 3 more places.",
  ]);
});

test("what is mended in another way is another habit", () => {
  expect(told(4, "Those of `shade_id`.\n\nSee `the lamps`.")).toHaveLength(2);
});
