import { expect, test } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import {
  isFor,
  type Override,
  overrideFindings,
  settingAt,
  settingsToRun,
} from "../../src/findings/override.ts";
import type { RuleSetting } from "../../src/findings/severity.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const config = new SourceFile("/tree/apiref.config.yaml", "");
const override = (files: string[], rules: Record<string, RuleSetting> = {}): Override => ({
  files,
  directory: "/tree/source",
  rules: new Map(Object.entries(rules)),
  span: span(config, 0, 0),
});

test.each<[string[], string, boolean]>([
  [["*.inc"], "/tree/source/a/b.inc", true],
  [["*.inc"], "/tree/source/a/b.rst", false],
  [["a/*.inc"], "/tree/source/a/b.inc", true],
  [["a/*.inc"], "/tree/source/b/a/b.inc", false],
  [["x.inc", "b.inc"], "/tree/source/a/b.inc", true],
  [["../shared/*"], "/tree/shared/b.inc", true],
])("an override for %j is for %s: %s", (files, path, wanted) => {
  expect(isFor(override(files), path)).toBe(wanted);
});

test("of overrides for one file the last that names the rule counts, else what holds everywhere", () => {
  const choice = {
    rules: new Map<string, RuleSetting>([["spelling", "info"]]),
    overrides: [
      override(["*"], { spelling: "error" }),
      override(["a.inc"], { spelling: "off" }),
      override(["a.inc"], { other: "error" }),
    ],
  };
  expect(settingAt(choice, "spelling", "/tree/source/a.inc")).toBe("off");
  expect(settingAt(choice, "spelling", "/tree/source/b.inc")).toBe("error");
  expect(settingAt({ ...choice, overrides: [] }, "spelling", "/tree/source/a.inc")).toBe("info");
  expect(settingAt(choice, "unknown", "/tree/source/a.inc")).toBeUndefined();
});

test("a rule that is off runs where an override wants it, the first of them with its severity", () => {
  const choice = (first: RuleSetting, ...others: RuleSetting[]) => ({
    rules: new Map<string, RuleSetting>([["spelling", first]]),
    overrides: others.map((setting) => override(["*"], { spelling: setting })),
  });
  const run = (...settings: Parameters<typeof choice>) => settingsToRun(choice(...settings)).get("spelling");
  expect(run("off", "off", "info", "error")).toBe("info");
  expect(run("warning", "error")).toBe("warning");
  expect(run("off", "off")).toBe("off");
});

test("findings take the severity of their file, or are none", () => {
  const finding = (name: string): Finding => ({
    rule: "spelling",
    severity: "warning",
    message: "",
    span: span(new SourceFile(`/tree/source/${name}`, ""), 0, 0),
  });
  const given = ["a.inc", "b.inc", "c.inc", "d.inc"].map(finding);
  const overrides = [
    override(["a.inc"], { spelling: "off" }),
    override(["b.inc"], { spelling: "error" }),
    override(["c.inc"], { spelling: "warning" }),
  ];
  const found = overrideFindings(given, { rules: new Map(), overrides });
  expect(found).toEqual([{ ...given[1], severity: "error" }, given[2], given[3]]);
  // a finding that is as it was stays the same object
  expect(found[1]).toBe(given[2]);
  expect(overrideFindings(given, { rules: new Map([["spelling", "off"]]), overrides: [] })).toBe(given);
});
