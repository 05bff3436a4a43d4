import { expect, test } from "vitest";
import { watchedFiles } from "../../src/files/watched.ts";
import { watchableFiles } from "../support/watchable.ts";

/** A tree and its watched files, with the number of changes that were told since the last time one asked. */
function watching() {
  const base = watchableFiles({
    "/work/main/input/index.rst": "",
    "/work/main/input/part.inc": "",
    "/work/samples/list.json": "",
  });
  let told = 0;
  const files = watchedFiles(base, "/work/main", () => told++);
  const changes = () => {
    const count = told;
    told = 0;
    return count;
  };
  return { base, files, changes };
}

test.each([
  ["a file that was read", "/work/main/input/index.rst", 1],
  ["a file that was not there", "/work/main/input/status.yaml", 1],
  ["a file in a directory that was not there", "/work/main/more/parts/a.inc", 1],
  ["a file far away", "/work/samples/list.json", 1],
  ["a file beside it", "/work/samples/other.json", 0],
  ["a new file in a directory that was listed", "/work/main/input/new.rst", 1],
  ["an editor's file in a directory that was listed", "/work/main/input/.index.rst.swp", 0],
  ["a file nobody asked for", "/work/main/notes.txt", 0],
  ["what was written through it", "/work/main/input/openapi.yaml", 0],
])("%s: %s", (_, path, want) => {
  const { base, files, changes } = watching();
  files.list("/work/main/input");
  files.read("/work/main/input/index.rst");
  files.status("/work/main/input/status.yaml");
  files.realPath("/work/main/more/parts/a.inc");
  files.read("/work/samples/list.json");
  files.writeAll(new Map([["/work/main/input/openapi.yaml", ""]]));
  changes();
  base.save(path, "new");
  expect(changes()).toBe(want);
});

test("a directory that comes is watched once it was asked for again", () => {
  const { base, files, changes } = watching();
  files.status("/work/main/more/a.inc");
  base.save("/work/main/more/b.inc", "");
  expect(changes()).toBe(1);
  files.begin();
  files.status("/work/main/more/a.inc");
  base.save("/work/main/more/a.inc", "");
  expect(changes()).toBe(1);
});

test("a directory that is replaced is watched anew", () => {
  const { base, files } = watching();
  files.read("/work/samples/list.json");
  base.tell("/work/samples");
  expect(base.watched()).toEqual(["/work"]);
  files.begin();
  files.read("/work/samples/list.json");
  expect(base.watched()).toEqual(["/work", "/work/samples"]);
});

test("what a round has not asked for is watched no more", () => {
  const { base, files } = watching();
  files.read("/work/samples/list.json");
  files.begin();
  files.read("/work/main/input/index.rst");
  files.begin();
  expect(base.watched()).toEqual(["/work/main", "/work/main/input"]);
  files.close();
  expect(base.watched()).toEqual([]);
});
