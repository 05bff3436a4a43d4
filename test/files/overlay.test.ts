import { expect, test } from "vitest";
import { memoryFiles } from "../../src/files/memory.ts";
import { overlayFiles } from "../../src/files/overlay.ts";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test("what is written is read, and the files below stay as they are", () => {
  const base = memoryFiles({ files: { "/a/x": "old", "/a/y": "kept" }, links: { "/a/link": "x" } });
  const layer = overlayFiles(base);
  layer.writeAll(
    new Map([
      ["/a/link", "newer"],
      ["/a/z", "added"],
    ]),
  );
  expect(["/a/x", "/a/link", "/a/y", "/a/z"].map((path) => text(layer.read(path)))).toEqual([
    "newer",
    "newer",
    "kept",
    "added",
  ]);
  expect(layer.list("/a")).toEqual(["link", "x", "y", "z"]);
  expect(layer.status("/a/z")).toMatchObject({ kind: "file", size: 5 });
  expect(layer.status("/a/x")).toMatchObject({ kind: "file", size: 5 });
  expect(layer.realPath("/a/z")).toBe("/a/z");
  expect([...layer.written]).toEqual([
    ["/a/x", "newer"],
    ["/a/z", "added"],
  ]);
  expect(text(base.read("/a/x"))).toBe("old");
  expect(base.status("/a/z")).toBeUndefined();
});

test("a text that is taken off uncovers the file; each text is a version of its own", () => {
  const layer = overlayFiles(memoryFiles({ files: { "/a/x": "old" } }));
  const versions = ["", "new", "newer"].map((text) => {
    if (text !== "") layer.writeAll(new Map([["/a/x", text]]));
    return layer.status("/a/x")?.version;
  });
  expect(new Set(versions).size).toBe(3);
  layer.takeOff("/a/x");
  expect(new TextDecoder().decode(layer.read("/a/x"))).toBe("old");
  expect(layer.status("/a/x")?.version).toBe(versions[0]);
  expect([...layer.written]).toEqual([]);
});
