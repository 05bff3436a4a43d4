import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/rules/index.ts";
import { fixedTexts } from "../support/fixed.ts";
import { readMarks } from "../support/marks.ts";
import { checkTree } from "../support/project.ts";

describe.each(catalogue.filter((rule) => rule.fixable).map((rule) => [rule.name, rule] as const))(
  "%s",
  (name, rule) => {
    const bad = Object.fromEntries(
      Object.entries(rule.bad).map(([file, text]) => [file, readMarks(text).text]),
    );

    test("the fixed bad example has no finding left, and a second fix changes nothing", async () => {
      const fixed = await fixedTexts(bad, "--rule", name);
      expect(fixed).not.toEqual(bad);
      expect(checkTree(fixed).filter((finding) => finding.rule === name)).toEqual([]);
      expect(await fixedTexts(fixed, "--rule", name)).toEqual(fixed);
    });

    test("the fix brings no other finding", async () => {
      const rules = (texts: Record<string, string>) =>
        new Set(checkTree(texts).map((finding) => finding.rule));
      const before = rules(bad);
      const after = rules(await fixedTexts(bad, "--rule", name));
      expect([...after].filter((one) => !before.has(one))).toEqual([]);
    });

    test("a good example stays as it is", async () => {
      expect(await fixedTexts(rule.good, "--rule", name)).toEqual(rule.good);
    });
  },
);
