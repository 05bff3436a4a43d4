import fc from "fast-check";
import { expect, test } from "vitest";
import { element, xmlDocument } from "../../src/reporters/xml.ts";
import { visibleLines } from "../../src/text/visible.ts";
import { xmlTexts } from "../support/xml.ts";

test("elements within elements, and attributes that are left out", () => {
  const inner = element("c", { d: undefined, e: 1 }, "text");
  expect(xmlDocument(element("a", { b: "x" }, [inner, element("f", {})]))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="x">\n  <c e="1">text</c>\n  <f/>\n</a>\n',
  );
});

test.each([
  ["markup", `<a href="b">&amp;]]>`, `<a href="b">&amp;]]>`],
  ["white space that readers would change", "a\tb\nc", "a\tb\nc"],
  ["control characters", "a\u0000\u001b[1m\u0007", "a\\u0000\\u001b[1m\\u0007"],
  ["half a pair, and a whole one", "\ud83d \ude00 \u{1f600}", "\\ud83d \\ude00 \u{1f600}"],
  ["what is no character", "\ufffe\uffff", "\ufffd\ufffd"],
])("%s", (_, text, want) => {
  const document = xmlDocument(element("a", { b: text }, text));
  expect(xmlTexts(document, "/a/@b", "/a")).toEqual([want, want]);
});

test("any text can be read back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
      const document = xmlDocument(element("a", { b: text }, text));
      const legal = visibleLines(text).replace(/[\ufffe\uffff]/g, "\ufffd");
      expect(xmlTexts(document, "/a/@b", "/a")).toEqual([legal, legal]);
    }),
    { numRuns: 50 },
  );
});
