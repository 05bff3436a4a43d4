import { expect, test } from "vitest";
import { findingWith, textOf } from "../support/fixed-report.ts";
import { validateXml, xmlTexts } from "../support/xml.ts";

test("the whole report", async () => {
  await expect(textOf("checkstyle")).toMatchFileSnapshot("__snapshots__/report.checkstyle.xml");
});

test.each([
  ["the fixed report", textOf("checkstyle")],
  ["no findings", textOf("checkstyle", [])],
  ["hard characters", textOf("checkstyle", [findingWith('<&">\u0000\ud800\n', '/work/<&">.rst')])],
])("%s: as Checkstyle writes it", (_, text) => {
  validateXml(text, "checkstyle.xsd");
});

test("a reader gets message and name back", () => {
  const text = textOf("checkstyle", [findingWith("a\n<b> & 'c'", '/work/<&">.rst')]);
  expect(xmlTexts(text, "//error/@message", "//file/@name")).toEqual(["a\n<b> & 'c'", '<&">.rst']);
});
