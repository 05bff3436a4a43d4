import { expect, test } from "vitest";
import { memoryFiles } from "../../src/files/memory.ts";
import { UsageError } from "../../src/usage-error.ts";

const files = () =>
  memoryFiles({
    files: { "/a/b/one.txt": "1", "/a/two.txt": "22" },
    links: { "/a/link": "b", "/a/b/up": "../two.txt", "/a/out": "/elsewhere", "/loop": "/loop/x" },
  });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test.each([
  ["/a/b/one.txt", { kind: "file", size: 1, version: "0" }],
  ["/a", { kind: "directory", size: 0 }],
  ["/a/link/one.txt", { kind: "file", size: 1, version: "0" }],
  ["/a/link/up", { kind: "file", size: 2, version: "0" }],
  ["/a/out", undefined],
  ["/loop", undefined],
  ["/none", undefined],
])("status of %s", (path, want) => {
  expect(files().status(path)).toEqual(want);
});

test("a file that is written is another version, and no other file is", () => {
  const changed = files();
  changed.writeAll(new Map([["/a/link/up", "33"]]));
  const versions = ["/a/two.txt", "/a/b/one.txt"].map((path) => changed.status(path)?.version);
  expect(versions).toEqual(["1", "0"]);
});

test.each([
  ["/a/link/up", "/a/two.txt"],
  ["/a/./b/../b", "/a/b"],
  ["/a/out", undefined],
])("real path of %s", (path, want) => {
  expect(files().realPath(path)).toBe(want);
});

test("lists names in order, of a directory that is not there none", () => {
  expect(files().list("/a")).toEqual(["b", "link", "out", "two.txt"]);
  expect(files().list("/none")).toEqual([]);
});

test("reads through links, and says what it cannot read", () => {
  expect(text(files().read("/a/link/one.txt"))).toBe("1");
  expect(() => files().read("/none")).toThrow(UsageError);
});

test("writes new and old files", () => {
  const memory = files();
  memory.writeAll(
    new Map([
      ["/a/two.txt", "new"],
      ["/c/d", "D"],
    ]),
  );
  expect(text(memory.read("/a/two.txt"))).toBe("new");
  expect(memory.list("/c")).toEqual(["d"]);
});

test("writes nothing where one cannot be written", () => {
  const memory = files();
  expect(() =>
    memory.writeAll(
      new Map([
        ["/a/two.txt", "new"],
        ["/a/two.txt/x", "D"],
      ]),
    ),
  ).toThrow(UsageError);
  expect(text(memory.read("/a/two.txt"))).toBe("22");
});
