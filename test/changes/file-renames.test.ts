import { expect, test } from "vitest";
import { fileRenames } from "../../src/changes/file-renames.ts";
import { SourceFile } from "../../src/text/source-file.ts";

const files = (texts: Record<string, string>) =>
  new Map(Object.entries(texts).map(([name, text]) => [name, new SourceFile(`/${name}`, text)]));

test.each<[string, Record<string, string>, Record<string, string>, Record<string, string>]>([
  ["the same text", { "a.rst": "x\n" }, { "b.rst": "x\n" }, { "a.rst": "b.rst" }],
  [
    "of two with the same text the one with the same name",
    { "old/a.json": "{}", "old/b.json": "{}" },
    { "new/b.json": "{}", "new/a.json": "{}" },
    { "old/a.json": "new/a.json", "old/b.json": "new/b.json" },
  ],
  ["moved and changed", { "old/a.inc": "x\ny\n" }, { "new/a.inc": "x\nz\n" }, { "old/a.inc": "new/a.inc" }],
  ["renamed and changed", { "a.inc": "x\ny\nz\n" }, { "b.inc": "x\ny\nw\n" }, { "a.inc": "b.inc" }],
  ["another file", { "a.inc": "x\ny\n" }, { "b.inc": "v\nw\n" }, {}],
  ["another kind of file", { "a.inc": "x\ny\n" }, { "b.json": "x\ny\nz\n" }, {}],
  ["nothing in it", { "a.json": "" }, { "b.json": "" }, {}],
])("%s", (_, before, now, want) => {
  expect(Object.fromEntries(fileRenames(files(before), files(now)))).toEqual(want);
});
