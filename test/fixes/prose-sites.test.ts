import { expect, test } from "vitest";
import type { Operation } from "../../src/apiref/model.ts";
import type { ProseRow } from "../../src/fixes/codes-section.ts";
import { groupsOf, type Site } from "../../src/fixes/prose-sites.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const file = new SourceFile("/a.rst", "x".repeat(100_000));

/** A site whose prose stands at some offsets. */
function site(...starts: number[]): Site {
  const rows = starts.map((start) => ({ origin: { span: span(file, start, start + 1) } }) as ProseRow);
  return { operations: [{} as Operation], documents: [], rows };
}

test("sites with a paragraph in common are a group, also by way of others; the last comes first", () => {
  const [a, b, c, d, e] = [site(1), site(2), site(3, 4), site(1, 3), site(5)];
  const groups = groupsOf([a, b, c, d, e]);
  const names = new Map([a, b, c, d, e].map((one, index) => [one, "abcde"[index]]));
  expect(groups.map((group) => group.map((one) => names.get(one)).join(""))).toEqual(["dac", "b", "e"]);
});

test("a long chain of sites is one group", () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => site(index, index + 1));
  expect(groupsOf(chain)).toEqual([chain.toReversed()]);
});
