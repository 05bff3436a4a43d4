import { expect, test } from "vitest";
import { LARGEST_FILE } from "../../src/apiref/sources.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";

test("no document is missing in silence", async () => {
  const files = memoryFiles({
    files: {
      "/project/.git/HEAD": "",
      "/project/input/index.rst":
        "Widgets\n=======\n\nShow a widget\n-------------\n\n.. rest_method:: GET /widgets/1\n",
      "/project/input/large.rst": "x".repeat(LARGEST_FILE + 1),
      "/elsewhere/secret.rst": "Secret\n======\n",
    },
    links: { "/project/input/gone.rst": "nowhere.rst", "/project/input/out.rst": "/elsewhere/secret.rst" },
  });
  const { exitCode, out } = await run(files, ["lint", "--format", "json"]);
  const found = JSON.parse(out).findings as { rule: string; file: string; severity: string }[];
  const errors = found.filter(({ severity }) => severity === "error");
  expect(exitCode).toBe(1);
  expect(errors.map(({ rule, file }) => `${rule} ${file}`).sort()).toEqual([
    "document-unreadable input/gone.rst",
    "file-too-large input/large.rst",
    "path-outside input/out.rst",
  ]);
});
