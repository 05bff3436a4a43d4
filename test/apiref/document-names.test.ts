import { expect, test } from "vitest";
import { documentNames } from "../../src/apiref/documents.ts";
import { readApiRef } from "../../src/apiref/read.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { UsageError } from "../../src/usage-error.ts";

const ROOT = "/project/api-ref/source";
const PAGE = "Widgets\n=======\n\n.. rest_method:: GET /widgets\n";

test("links to folders in the repository are followed, others are a finding", () => {
  const files = memoryFiles({
    files: {
      "/project/.git/HEAD": "",
      [`${ROOT}/index.rst`]: PAGE,
      "/project/shared/lamps.rst": PAGE,
      "/machine/secret.rst": PAGE,
    },
    links: { [`${ROOT}/here`]: "/project/shared", [`${ROOT}/away`]: "/machine" },
  });
  expect(documentNames(files, ROOT)).toEqual({
    names: ["here/lamps", "index"],
    parts: [],
    outside: ["away"],
  });
  const { documents, notices } = readApiRef(files, ROOT);
  expect(documents.map(({ name }) => name)).toEqual(["index", "here/lamps"]);
  expect(notices.map(({ rule, span: { file }, detail }) => [rule, file.path, detail])).toEqual([
    ["path-outside", `${ROOT}/away`, { path: "away" }],
  ]);
});

test("more files than are looked at are an error, for some documents would be missing", () => {
  const many = Array.from({ length: 50_001 }, (_, index) => [`${ROOT}/a${index}.txt`, ""]);
  const files = memoryFiles({ files: { ...Object.fromEntries(many), [`${ROOT}/index.rst`]: PAGE } });
  expect(() => documentNames(files, ROOT)).toThrow(UsageError);
});
