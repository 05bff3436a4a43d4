import { describe, expect, test } from "vitest";
import { internalError } from "../../src/findings/internal-error.ts";
import { catalogue } from "../../src/rules/index.ts";
import { expectFindingsAtMarks, findingText } from "../support/expect-findings.ts";
import { checkTree, treeOf } from "../support/project.ts";

// What a check throws needs the check: see test/findings/internal-error.test.ts.
const found = catalogue.filter((rule) => rule !== internalError);

describe.each(found.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  test("finds what is marked in the bad example", () => {
    expect(treeOf(rule.bad).marks.length, "a bad example marks where the finding stands").toBeGreaterThan(0);
    expectFindingsAtMarks(name, rule.bad);
  });

  test("finds nothing in the good example", () => {
    const found = checkTree(rule.good).filter((finding) => finding.rule === name);
    expect(found.map(findingText)).toEqual([]);
  });

  test("offers a fix if and only if it says so", () => {
    const found = checkTree(rule.bad).filter((finding) => finding.rule === name);
    expect(found.some(({ edits }) => edits !== undefined)).toBe(rule.fixable);
  });
});
