import { expect, test } from "vitest";
import {
  boundaryOf,
  joinPath,
  LARGEST_FILE,
  openSources,
  resolveFromDocument,
} from "../../src/apiref/sources.ts";
import { memoryFiles } from "../../src/files/memory.ts";

test.each([
  ["/a/b", "c.inc", "/a/b/c.inc"],
  ["/a/b", "../c.inc", "/a/c.inc"],
  ["/a/b", "./x/../c.inc", "/a/b/c.inc"],
  ["/a", "../../../c", "/c"],
  ["/a/b", "/c", "/c"],
])("joins %s and %s", (directory, path, wanted) => {
  expect(joinPath(directory, path)).toBe(wanted);
});

test("a name with a leading slash is below the source root", () => {
  expect(resolveFromDocument("/p/source", "/p/source/v3/index.rst", "/shared/x.inc")).toBe(
    "/p/source/shared/x.inc",
  );
  expect(resolveFromDocument("/p/source", "/p/source/v3/index.rst", "../x.inc")).toBe("/p/source/x.inc");
});

const tree = memoryFiles({
  files: {
    "/repo/.git/config": "[credential]",
    "/repo/api-ref/source/index.rst": "x",
    "/repo/doc/sample.json": "{}",
    "/repo/large.json": "x".repeat(LARGEST_FILE + 1),
    "/repo/latin.inc": new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
    "/etc/secret": "s",
    "/plain/api-ref/source/index.rst": "x",
    "/plain/doc/sample.json": "{}",
    "/bare/index.rst": "x",
    "/next.json": "{}",
  },
  links: {
    "/repo/api-ref/source/link.json": "/etc/secret",
    "/repo/api-ref/source/inside.json": "/repo/doc/sample.json",
    "/checkout": "/repo",
    "/linked/source": "/repo/api-ref/source",
  },
});

test.each([
  ["/repo/api-ref/source", "/repo"],
  ["/plain/api-ref/source", "/plain"],
  ["/bare", "/bare"],
])("the boundary of %s is %s", (root, wanted) => {
  expect(boundaryOf(tree, root)).toBe(wanted);
});

test.each([
  ["/repo/doc/sample.json", undefined],
  ["/repo/api-ref/source/inside.json", undefined],
  ["/repo/api-ref/source/link.json", "path-outside"],
  ["/etc/secret", "path-outside"],
  ["/etc/missing", "path-outside"],
  ["/repo/.git/config", "path-outside"],
  ["/repo/missing.json", "not-found"],
  ["/repo/doc", "unreadable"],
  ["/repo/large.json", "file-too-large"],
  ["/repo/latin.inc", "not-utf8"],
])("reading %s from a git work tree: %s", (path, failure) => {
  expect(openSources(tree, "/repo/api-ref/source").read(path).failure).toBe(failure);
});

test.each([
  ["/checkout/api-ref/source", "/checkout/doc/sample.json"],
  ["/linked/source", "/linked/source/../../doc/sample.json"],
])("beside %s, which is a link, %s is inside", (root, path) => {
  const { file, failure } = openSources(tree, root).read(path);
  expect([file?.text, failure]).toEqual(["{}", undefined]);
});

test("a file that is no UTF-8 is read all the same", () => {
  expect(openSources(tree, "/repo/api-ref/source").read("/repo/latin.inc").file?.text).toBe("caf\ufffd");
});

test("without git nothing above SOURCE is read", () => {
  expect(openSources(tree, "/bare").read("/next.json").failure).toBe("path-outside");
});
