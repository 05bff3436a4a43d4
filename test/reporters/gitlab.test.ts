import { expect, test } from "vitest";
import { findingWith, textOf } from "../support/fixed-report.ts";

test("the whole report", async () => {
  await expect(textOf("gitlab")).toMatchFileSnapshot("__snapshots__/report.gitlab.json");
});

test("no findings, an empty list", () => {
  expect(textOf("gitlab", [])).toBe("[]\n");
});

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
test("every entry has the documented fields, and a fingerprint of its own", () => {
  const entries = JSON.parse(textOf("gitlab"));
  for (const entry of entries)
    expect(entry).toEqual({
      description: expect.any(String),
      check_name: expect.any(String),
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
      location: { path: expect.stringMatching(/^[^/]/), lines: { begin: expect.any(Number) } },
    });
  expect(new Set(entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(
    entries.length,
  );
});

test("a fingerprint stays when its line moves", () => {
  const fingerprint = (text: string, at: number) => {
    const finding = findingWith("M.", "/work/a.rst", text);
    const moved = { ...finding, span: { ...finding.span, start: at, end: at + 4 } };
    return JSON.parse(textOf("gitlab", [moved]))[0].fingerprint;
  };
  expect(fingerprint("new\n\n  text\n", 7)).toBe(fingerprint("text\n", 0));
  expect(fingerprint("text!\n", 0)).not.toBe(fingerprint("text\n", 0));
});
