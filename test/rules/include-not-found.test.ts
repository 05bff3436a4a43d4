import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const operation = (name: string) =>
  `List ${name}\n${"-".repeat(20)}\n\n.. rest_method:: GET /${name}\n\nNormal response codes: 200\n`;

/** What is told of parts where a document includes files of these names, and these are there. */
function told(includes: readonly string[], parts: readonly string[]) {
  return checkTree({
    "index.rst": `Lamps\n=====\n\n${includes.map((name) => `.. include:: ${name}\n`).join("")}`,
    ...Object.fromEntries(parts.map((part, index) => [part, operation(`lamps${index}`)])),
  })
    .filter(({ rule }) => /^include-|^part-/.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test("a misspelt name and the part that it means are one mistake", () => {
  expect(told(["lmaps.inc", "shades.inc"], ["lamps.inc", "shades.inc"])).toEqual([
    "include-not-found: No file `lmaps.inc`, relative to the document. Did you mean `lamps.inc`?",
  ]);
});

test("a part that the document includes is not meant once more", () => {
  expect(told(["lamps.inc", "lamp.inc"], ["lamps.inc"])).toEqual([
    "include-not-found: No file `lamp.inc`, relative to the document.",
  ]);
});

test("a part is meant once", () => {
  expect(told(["lmaps.inc", "lampss.inc"], ["lamps.inc", "shades.inc"])).toEqual([
    "include-not-found: No file `lmaps.inc`, relative to the document. Did you mean `lamps.inc`?",
    "include-not-found: No file `lampss.inc`, relative to the document.",
    expect.stringMatching(/^part-not-included: .*`shades\.inc`/),
  ]);
});
