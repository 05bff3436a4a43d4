import { expect, test } from "vitest";
import { isForSomeOnly } from "../../src/schema/for-some-only.ts";

test.each([
  ["The key of the lamp. This is only shown to its owner.", true],
  ["The key of the lamp. Only visible to its owner.", true],
  ["Returned if the lamp is lit.", true],
  ["The key of the lamp, which shows its owner.", false],
])("%s", (description, want) => {
  expect(isForSomeOnly(description)).toBe(want);
});
