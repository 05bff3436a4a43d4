import { expect, test } from "vitest";
import { type Allowed, withoutAllowed } from "../../src/findings/allow.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const file = new SourceFile("/lamps.rst", "shade shaded\n");
const finding: Finding = {
  rule: "row-lost",
  severity: "warning",
  message: "No row names `bulb`.",
  operation: "GET /lamps",
  span: span(file, 0, 5),
};
const entry = (more: Partial<Allowed> = {}): Allowed => ({
  rule: "row-lost",
  reason: "So be it.",
  span: span(file, 0, 0),
  ...more,
});

test.each<[string, Partial<Allowed>, boolean]>([
  ["its rule alone", {}, true],
  ["another rule", { rule: "row-found" }, false],
  ["its operation", { operation: "GET /lamps" }, true],
  ["another operation", { operation: "PUT /lamps" }, false],
  ["the text at its place", { name: "shade" }, true],
  ["the beginning of that text", { name: "sha" }, false],
  ["a longer text", { name: "shade shaded" }, false],
  ["another text as long", { name: "shape" }, false],
  ["a name of its message", { name: "bulb" }, true],
  ["a word of its message that is no name", { name: "row" }, false],
  ["a name of another operation", { operation: "PUT /lamps", name: "bulb" }, false],
])("an entry with %s", (_, more, isAllowed) => {
  const allowed = [entry(more)];
  expect(withoutAllowed([finding], allowed)).toEqual(
    isAllowed ? { kept: [], unused: [] } : { kept: [finding], unused: allowed },
  );
});

test.each<[string, (string | undefined)[], boolean]>([
  ["all of its names", ["bulb", "cord"], true],
  ["one of its names", ["bulb"], false],
  ["no name", [undefined], true],
  ["one name, and another entry without any", ["bulb", undefined], true],
])(
  "a finding that lists several is allowed by entries with %s, each of which has its use",
  (_, names, isAllowed) => {
    const several = { ...finding, message: "No row names `bulb`, `cord`.", names: ["bulb", "cord"] };
    const allowed = names.map((name) => entry(name === undefined ? {} : { name }));
    expect(withoutAllowed([several], allowed)).toEqual({ kept: isAllowed ? [] : [several], unused: [] });
  },
);

test("without entries everything is kept", () => {
  expect(withoutAllowed([finding], [])).toEqual({ kept: [finding], unused: [] });
});
