import { expect, test } from "vitest";
import { harmlessMarkdown, isWebTarget } from "../../src/rst/web-target.ts";

test.each([
  ["https://example.org/a:b?c=d:e", true],
  ["HTTP://example.org", true],
  ["mailto:docs@example.org", true],
  ["../widgets.html#a:b", true],
  ["#widgets", true],
  ["", true],
  ["javascript:alert(1)", false],
  ["JavaScript:alert(1)", false],
  ["java\nscript:alert(1)", false],
  ["\u0001 javascript:alert(1)", false],
  ["javascript&colon;alert(1)", false],
  ["&#106;avascript:alert(1)", false],
  ["javascript\\:alert(1)", false],
  ["vbscript:x", false],
  ["data:text/html,x", false],
  ["file:///etc/passwd", false],
  ["ftp://example.org", false],
])("%s is a target of the web: %s", (address, wanted) => {
  expect(isWebTarget(address)).toBe(wanted);
});

test.each([
  ["1 < 2, see [here](https://example.org) and <https://example.org>", undefined],
  ["Mail <docs@example.org>, *please*", undefined],
  ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)>"],
  ["a <b\n>c</b>", "a \\<b\n>c\\</b>"],
  ["<!-- x --> <?php ?>", "\\<!-- x --> \\<?php ?>"],
  ["<javascript:alert(1)>", "\\<javascript:alert(1)>"],
  ['<https://x" onclick=alert(1)>', '\\<https://x" onclick=alert(1)>'],
  ["[a](javascript:alert(1))", "[a]\\(javascript:alert(1))"],
  ["[a](\n> < javascript:alert(1)>)", "[a]\\(\n> < javascript:alert(1)>)"],
  ["[a][b]\n\n[b]:\n  javascript&colon;alert(1)", "[a][b]\n\n[b]\\:\n  javascript&colon;alert(1)"],
])("what a browser would run in %j is text", (markdown, wanted) => {
  expect(harmlessMarkdown(markdown)).toBe(wanted ?? markdown);
});
