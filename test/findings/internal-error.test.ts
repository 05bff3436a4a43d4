import { expect, test } from "vitest";
import { resolveSettings } from "../../src/config/resolve.ts";
import { failedCheck, internalError } from "../../src/findings/internal-error.ts";
import type { Rule } from "../../src/findings/rule.ts";
import { runRules } from "../../src/findings/run.ts";
import { runProject } from "../../src/project.ts";
import { ruleNames } from "../../src/rules/index.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { UsageError } from "../../src/usage-error.ts";
import { ROOT, treeOf } from "../support/project.ts";

const file = new SourceFile("/b.rst", "one\n");

const failing: Rule<null> = {
  ...internalError,
  name: "failing",
  *check() {
    yield { message: "before", span: { file, start: 0, end: 1 } };
    throw new TypeError("no such thing\n    at /home/somebody");
  },
};

test("what a rule throws is a finding, in one line, and the other findings stand", () => {
  const settings = new Map();
  const found = runRules([failing, failing], null, settings, (rule, error) =>
    failedCheck(rule, error, file, settings),
  );
  const failure =
    "The check `failing` failed (TypeError: no such thing), and its findings are missing here. Please report this as a bug, with the source.";
  expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    "failing: before",
    `internal-error: ${failure}`,
    "failing: before",
    `internal-error: ${failure}`,
  ]);
});

test("wrong usage is thrown on, and nothing is found where the rule is off", () => {
  expect(() => failedCheck("failing", new UsageError("No."), file, new Map())).toThrow("No.");
  expect(failedCheck("failing", new Error(), file, new Map([["internal-error", "off"]]))).toEqual([]);
});

test.each(["bad", "good"] as const)("what Redocly throws is a finding: %s example", async (example) => {
  const { files, marks } = treeOf(internalError[example]);
  const settings = resolveSettings(files, ROOT, { source: ROOT }, ruleNames);
  const { findings, specification } = await runProject(files, settings);
  expect(specification.document.paths).toHaveProperty(["/widgets", "get"]);
  expect(
    findings.flatMap(({ rule, span: { start, end } }) =>
      rule === "internal-error" ? [{ file: "index.rst", start, end }] : [],
    ),
  ).toEqual(marks);
});

test("of a long error the first line is told, and of that what can be read", () => {
  const [finding] = failedCheck("failing", new Error(`${"x".repeat(300)}\nmore`), file, new Map());
  expect(finding!.message).toMatch(/\(Error: x{193}\), and/);
  expect(finding!.span).toEqual({ file, start: 0, end: 0 });
});
