import { expect, test } from "vitest";
import { watchedFiles } from "../../src/files/watched.ts";
import { watchableFiles } from "../support/watchable.ts";

/** A tree and its watched files, with the number of changes that were told since the last time one asked. */
function watching() {
  const base = watchableFiles({
    "/home/dev/main/input/index.rst": "",
    "/home/dev/main/input/part.inc": "",
    "/home/dev/samples/list.json": "",
  });
  let told = 0;
  const files = watchedFiles(base, "/home/dev/main", () => told++);
  const changes = () => {
    const count = told;
    told = 0;
    return count;
  };
  return { base, files, changes };
}

test.each([
  ["a file that was read", "/home/dev/main/input/index.rst", 1],
  ["a file that was not there", "/home/dev/main/input/status.yaml", 1],
  ["a file in a directory that was not there", "/home/dev/main/more/parts/a.inc", 1],
  ["a file far away", "/home/dev/samples/list.json", 1],
  ["a file beside it", "/home/dev/samples/other.json", 0],
  ["a new file in a directory that was listed", "/home/dev/main/input/new.rst", 1],
  ["an editor's file in a directory that was listed", "/home/dev/main/input/.index.rst.swp", 0],
  ["a file nobody asked for", "/home/dev/main/notes.txt", 0],
  ["what was written through it", "/home/dev/main/input/openapi.yaml", 0],
])("%s: %s", (_, path, want) => {
  const { base, files, changes } = watching();
  files.list("/home/dev/main/input");
  files.read("/home/dev/main/input/index.rst");
  files.status("/home/dev/main/input/status.yaml");
  files.realPath("/home/dev/main/more/parts/a.inc");
  files.read("/home/dev/samples/list.json");
  files.writeAll(new Map([["/home/dev/main/input/openapi.yaml", ""]]));
  changes();
  base.save(path, "new");
  expect(changes()).toBe(want);
});

test("a directory that comes is watched once it was asked for again", () => {
  const { base, files, changes } = watching();
  files.status("/home/dev/main/more/a.inc");
  base.save("/home/dev/main/more/b.inc", "");
  expect(changes()).toBe(1);
  files.begin();
  files.status("/home/dev/main/more/a.inc");
  base.save("/home/dev/main/more/a.inc", "");
  expect(changes()).toBe(1);
});

test("a directory that is replaced is watched anew", () => {
  const { base, files } = watching();
  files.read("/home/dev/samples/list.json");
  base.tell("/home/dev/samples");
  expect(base.watched()).toEqual(["/work"]);
  files.begin();
  files.read("/home/dev/samples/list.json");
  expect(base.watched()).toEqual(["/work", "/home/dev/samples"]);
});

test("what a round has not asked for is watched no more", () => {
  const { base, files } = watching();
  files.read("/home/dev/samples/list.json");
  files.begin();
  files.read("/home/dev/main/input/index.rst");
  files.begin();
  expect(base.watched()).toEqual(["/home/dev/main", "/home/dev/main/input"]);
  files.close();
  expect(base.watched()).toEqual([]);
});
