import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readEvidence } from "../../src/evidence/read-evidence.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { verifyPropertyUndocumented } from "../../src/rules/verify-property-undocumented.ts";
import { UsageError } from "../../src/usage-error.ts";

const LOG = readFileSync(new URL("replicas.har", import.meta.url), "utf8");
const DOCUMENT = verifyPropertyUndocumented.bad["service.yaml"]!;

/** How many observations there are; undefined for what is refused. Anything else that is thrown is a bug. */
function read(text: string): number | undefined {
  try {
    const evidence = readEvidence(memoryFiles({ files: { "/evidence": text } }), "/evidence", "evidence");
    return [...evidence.observations()].length;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

test.each([
  ["a log", LOG],
  ["a document", DOCUMENT],
])("takes %s that ends anywhere", (_, text) => {
  const whole = read(text)!;
  expect(whole).toBeGreaterThan(0);
  const step = Math.ceil(text.length / 150);
  for (let end = 0; end < text.length; end += step)
    expect(read(text.slice(0, end)) ?? 0).toBeLessThanOrEqual(whole);
});

test.each([
  ["a log", LOG],
  ["a document", DOCUMENT],
])("takes %s with characters in wrong places", (_, text) => {
  const step = Math.ceil(text.length / 150);
  for (const [index, character] of ['"', "{", "}", "[", "]", ",", ":", "\\", "\0", "\ud800"].entries())
    for (let at = index; at < text.length; at += step)
      expect(() => read(text.slice(0, at) + character + text.slice(at + 1))).not.toThrow();
});
