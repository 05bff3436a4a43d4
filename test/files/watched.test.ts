import { expect, test } from "vitest";
import { watchedFiles } from "../../src/files/watched.ts";
import { watchableFiles } from "../support/watchable.ts";

/** A tree and its watched files, with the number of changes that were told since the last time one asked. */
function watching() {
  const base = watchableFiles({
    "/desk/main/input/index.rst": "",
    "/desk/main/input/part.inc": "",
    "/desk/samples/list.json": "",
  });
  let told = 0;
  const files = watchedFiles(base, "/desk/main", () => told++);
  const changes = () => {
    const count = told;
    told = 0;
    return count;
  };
  return { base, files, changes };
}

test.each([
  ["a file that was read", "/desk/main/input/index.rst", 1],
  ["a file that was not there", "/desk/main/input/status.yaml", 1],
  ["a file in a directory that was not there", "/desk/main/more/parts/a.inc", 1],
  ["a file far away", "/desk/samples/list.json", 1],
  ["a file beside it", "/desk/samples/other.json", 0],
  ["a new file in a directory that was listed", "/desk/main/input/new.rst", 1],
  ["an editor's file in a directory that was listed", "/desk/main/input/.index.rst.swp", 0],
  ["a file nobody asked for", "/desk/main/notes.txt", 0],
  ["what was written through it", "/desk/main/input/openapi.yaml", 0],
])("%s: %s", (_, path, want) => {
  const { base, files, changes } = watching();
  files.list("/desk/main/input");
  files.read("/desk/main/input/index.rst");
  files.status("/desk/main/input/status.yaml");
  files.realPath("/desk/main/more/parts/a.inc");
  files.read("/desk/samples/list.json");
  files.writeAll(new Map([["/desk/main/input/openapi.yaml", ""]]));
  changes();
  base.save(path, "new");
  expect(changes()).toBe(want);
});

test("a directory that comes is watched once it was asked for again", () => {
  const { base, files, changes } = watching();
  files.status("/desk/main/more/a.inc");
  base.save("/desk/main/more/b.inc", "");
  expect(changes()).toBe(1);
  files.begin();
  files.status("/desk/main/more/a.inc");
  base.save("/desk/main/more/a.inc", "");
  expect(changes()).toBe(1);
});

test("a directory that is replaced is watched anew", () => {
  const { base, files } = watching();
  files.read("/desk/samples/list.json");
  base.tell("/desk/samples");
  expect(base.watched()).toEqual(["/desk"]);
  files.begin();
  files.read("/desk/samples/list.json");
  expect(base.watched()).toEqual(["/desk", "/desk/samples"]);
});

test("what a round has not asked for is watched no more", () => {
  const { base, files } = watching();
  files.read("/desk/samples/list.json");
  files.begin();
  files.read("/desk/main/input/index.rst");
  files.begin();
  expect(base.watched()).toEqual(["/desk/main", "/desk/main/input"]);
  files.close();
  expect(base.watched()).toEqual([]);
});

test("what is known is not asked of the disk again until a change is told", () => {
  const base = watchableFiles({ "/desk/main/input/index.rst": "a", "/desk/main/input/parts/list.inc": "" });
  const asked: string[] = [];
  const version = () => "1";
  const counting = {
    ...base,
    status(path: string) {
      asked.push(`status ${path}`);
      const status = base.status(path);
      return status && { ...status, version: version() };
    },
    list(path: string) {
      asked.push(`list ${path}`);
      return base.list(path);
    },
  };
  const files = watchedFiles(counting, "/desk/main", () => {});
  const look = () => {
    asked.length = 0;
    files.begin();
    files.status("/desk/main/input/index.rst");
    files.list("/desk/main/input/parts");
    files.status("/desk/main/input/not-there.rst");
    return asked;
  };
  expect(look()).toHaveLength(3);
  expect(look()).toEqual(["status /desk/main/input/not-there.rst"]);
  base.save("/desk/main/input/index.rst", "b");
  expect(look()).toEqual(["status /desk/main/input/index.rst", "status /desk/main/input/not-there.rst"]);
  base.save("/desk/main/input/parts/more.inc", "");
  expect(look()).toEqual(["list /desk/main/input/parts", "status /desk/main/input/not-there.rst"]);
  // Another directory may have come in its place.
  base.tell("/desk/main/input");
  expect(look()).toHaveLength(3);
});

test("once closed, nothing is watched whatever is asked", () => {
  const { base, files } = watching();
  files.close();
  files.read("/desk/samples/list.json");
  files.list("/desk/main/input");
  expect(base.watched()).toEqual([]);
});
