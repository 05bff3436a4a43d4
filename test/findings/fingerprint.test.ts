import { expect, test } from "vitest";
import { fingerprints, type Identity } from "../../src/findings/fingerprint.ts";

const finding: Identity = { rule: "r", file: "a.rst", operation: "GET /a", message: "M.", text: "- a: b" };
const one = (identity: Identity) => fingerprints([identity])[0];

test.each<[string, Partial<Identity>]>([
  ["rule", { rule: "s" }],
  ["file", { file: "b.rst" }],
  ["operation", { operation: "PUT /a" }],
  ["message", { message: "N." }],
  ["text", { text: "- a: c" }],
])("another %s is another finding", (_, other) => {
  expect(one({ ...finding, ...other })).not.toBe(one(finding));
});

test("parts that only together make the same text are other findings", () => {
  expect(one({ ...finding, rule: "ra", file: ".rst" })).not.toBe(
    one({ ...finding, rule: "r", file: "a.rst" }),
  );
});

test("a line that a message names may have moved as well", () => {
  const missing = (line: number) =>
    one({ ...finding, message: `\`}\` is missing for the one in line ${line}.` });
  expect(missing(12)).toBe(missing(5));
});

test("equal findings are told apart, the first as if it were alone", () => {
  const three = fingerprints([finding, finding, finding]);
  expect(three[0]).toBe(one(finding));
  expect(new Set(three).size).toBe(3);
});

test("a fingerprint is 32 characters, and never changes: files hold it", () => {
  const { operation: _, ...without } = finding;
  expect(fingerprints([finding, finding, finding, without])).toEqual([
    "113ec8cd234c432c5c177bd1bc3b149e",
    "235da040aebdc46153d7ccf8b10b18be",
    "fe58be7d2404fbfc1ceccf88b7ce6c39",
    "5b4fd4fa2b826574dc2fc036616e1e6d",
  ]);
});
