import { expect } from "vitest";
import type { ExampleTree } from "../../src/findings/rule.ts";
import { ROOT, treeOf } from "./project.ts";
import { run } from "./run.ts";

/** The texts of a tree after `apiref fix`, with those of new files. */
export async function fixedTexts(
  texts: ExampleTree,
  ...options: readonly string[]
): Promise<Record<string, string>> {
  const { files } = treeOf(texts);
  const { exitCode, err } = await run(files, ["fix", ROOT, ...options]);
  expect(err).toMatch(/^(?:left .*\n)?fixed \d+ findings? in \d+ files?\n$/);
  expect(exitCode).toBe(0);
  const fixed: Record<string, string> = {};
  const read = (directory: string): void => {
    for (const name of files.list(directory)) {
      const path = `${directory}/${name}`;
      if (files.status(path)?.kind === "directory") read(path);
      else fixed[path.slice(ROOT.length + 1)] = Buffer.from(files.read(path)).toString();
    }
  };
  read(ROOT);
  return fixed;
}
