import { expect, test } from "vitest";
import { findingWith, textOf } from "../support/fixed-report.ts";
import { validateXml, xmlTexts } from "../support/xml.ts";

test("the whole report", async () => {
  await expect(textOf("junit")).toMatchFileSnapshot("__snapshots__/report.junit.xml");
});

test("no findings, one test that passed", () => {
  expect(textOf("junit", [])).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="apiref" tests="1" failures="0" errors="0">
  <testsuite name="findings" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="apiref.findings"/>
  </testsuite>
</testsuites>
`);
});

test.each([
  ["the fixed report", textOf("junit")],
  ["no findings", textOf("junit", [])],
  ["hard characters", textOf("junit", [findingWith('<&">\u0000\ud800\n', '/work/<&">.rst')])],
])("%s: as Jenkins's schema has it", (_, text) => {
  validateXml(text, "jenkins-junit.xsd");
});

test("the names of tests do not change when lines move, and repeats are numbered", () => {
  const text = textOf("junit", [findingWith("M."), findingWith("M.", "/work/a.rst", "\n\n\ntext\n")]);
  expect(xmlTexts(text, "//testcase[1]/@name", "//testcase[2]/@name")).toEqual([
    "a.rst: M.",
    "a.rst: M. (2)",
  ]);
});
