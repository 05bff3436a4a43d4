import { expect, test } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import { joined } from "../../src/findings/joined.ts";
import { SourceFile } from "../../src/text/source-file.ts";

const file = new SourceFile("/lamps.inc", "one\ntwo\nthree\n");

const at = (start: number, more: Partial<Finding> = {}): Finding => ({
  rule: "row-lost",
  severity: "warning",
  message: "No row names `shade`.",
  span: { file, start, end: start + 3 },
  ...more,
});

test("findings of one cause are one, at the first place, with everything that belongs to the others", () => {
  const insertion = (start: number) => ({ span: { file, start, end: start }, text: "-" });
  const related = [{ span: { file, start: 12, end: 13 }, message: "shown here" }];
  const one = joined([
    at(0, { cause: "a", edits: [insertion(0)], operation: "GET /lamps" }),
    at(4, { cause: "a", edits: [insertion(4)], related, operation: "PUT /lamps" }),
  ]);
  expect(one).toEqual([
    {
      ...at(0, { cause: "a", operation: "GET /lamps" }),
      message: "No row names `shade`. The same at 1 more place.",
      related: [{ span: { file, start: 4, end: 7 }, message: "here, too" }, ...related],
      edits: [insertion(0), insertion(4)],
    },
  ]);
});

test.each([
  ["no cause", {}],
  ["another cause", { cause: "b" }],
  ["another severity", { cause: "a", severity: "error" }],
  ["another rule", { cause: "a", rule: "row-found" }],
] as const)("%s stays a finding of its own", (_, more) => {
  const findings = [at(0, { cause: "a" }), at(4, more)];
  expect(joined(findings)).toEqual(findings);
});

test("the places are counted, and the order stays", () => {
  const findings = [at(0, { cause: "a" }), at(2), at(4, { cause: "a" }), at(8, { cause: "a" })];
  expect(joined(findings).map(({ message }) => message)).toEqual([
    "No row names `shade`. The same at 2 more places.",
    "No row names `shade`.",
  ]);
});

test("a line that is related is named once for each thing that is said of it", () => {
  const related = (start: number, message: string) => ({ span: { file, start, end: start + 1 }, message });
  const [one] = joined([
    at(0, { cause: "a", related: [related(8, "the row"), related(9, "the row"), related(8, "shown here")] }),
    at(4, { cause: "a", related: [related(8, "the row"), related(4, "shown here")] }),
  ]);
  expect(one!.related).toEqual([
    related(8, "the row"),
    related(8, "shown here"),
    { span: { file, start: 4, end: 7 }, message: "here, too" },
    related(4, "shown here"),
  ]);
});

test("findings without edits get none, and one alone stays the same object", () => {
  const alone = at(8);
  const [two, other] = joined([at(0, { cause: "a" }), at(4, { cause: "a" }), alone]);
  expect(two).not.toHaveProperty("edits");
  expect(other).toBe(alone);
});

test("two places in one line are both named as places of the same", () => {
  const [one] = joined([at(0, { cause: "a" }), at(8, { cause: "a" }), at(9, { cause: "a" })]);
  expect(one!.related!.map(({ span, message }) => `${span.start} ${message}`)).toEqual([
    "8 here, too",
    "9 here, too",
  ]);
});

test("what each is called is said of the others, where all of them have a name", () => {
  const called = (...names: readonly (string | undefined)[]) =>
    joined(
      names.map((name, index) => at(index, { cause: "a", ...(name === undefined ? {} : { called: name }) })),
    ).map(({ message }) => message);
  expect(called("a", "b", "c")).toEqual(["No row names `shade`. The same for `b` and `c`."]);
  expect(called("a", "b", undefined)).toEqual(["No row names `shade`. The same at 2 more places."]);
  expect(called(..."abcdefghi")).toEqual([
    "No row names `shade`. The same for `b`, `c`, `d`, `e`, `f` and 3 more.",
  ]);
});
