import { expect, test } from "vitest";
import { isPlainText } from "../../src/samples/plain-text.ts";

test.each([
  ["Lamp is lit\n", true],
  ["  2024 lit\n", false],
  ["INFO: the lamp\n", true],
  ["lamp-lit: yes\n", true],
  ["lamp\n", false],
  ["lamp: \n", false],
  ["lamp  is lit", true],
  ["?lamp is lit", false],
  ["Lamp is lit\n{\n", false],
  ["Lamp is lit\n  ]\n", false],
  ['Lamp is lit\n"a"\n', false],
  ["Lamp {is} lit\n", true],
])("%j is plain text: %s", (text, wanted) => {
  expect(isPlainText(text)).toBe(wanted);
});
