import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskFiles } from "../../src/files/disk.ts";
import { UsageError } from "../../src/usage-error.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "apiref-"));
});
afterEach(() => rmSync(directory, { recursive: true }));
const at = (name: string) => join(directory, name);
const read = (name: string) => readFileSync(at(name), "utf8");
const files = diskFiles();

test("tells files, directories and nothing apart", () => {
  writeFileSync(at("file"), "four");
  symlinkSync("file", at("link"));
  symlinkSync("ring", at("ring"));
  expect(files.status(at("file"))).toEqual({ kind: "file", size: 4 });
  expect(files.status(at("link"))).toEqual({ kind: "file", size: 4 });
  expect(files.status(directory)?.kind).toBe("directory");
  for (const name of ["none", "file/below", "ring", "nul\0", "x".repeat(5000)])
    expect(files.status(at(name))).toBeUndefined();
  expect(files.realPath(at("link"))).toBe(files.realPath(at("file")));
  expect(files.realPath(at("none"))).toBeUndefined();
  expect(files.list(directory)).toEqual(["file", "link", "ring"]);
  expect(files.list(at("none"))).toEqual([]);
});

test("reads bytes, and says what it cannot read", () => {
  writeFileSync(at("file"), Buffer.of(0xff, 0x00));
  expect([...files.read(at("file"))]).toEqual([0xff, 0]);
  expect(() => files.read(at("none"))).toThrow(/^Cannot read .*none \(no such file\)/);
});

test("writes new files and replaces old ones, keeping their mode and links to them", () => {
  writeFileSync(at("old"), "old");
  chmodSync(at("old"), 0o640);
  symlinkSync("old", at("link"));
  files.writeAll(
    new Map([
      [at("link"), "new"],
      [at("deep/er/file"), "text"],
    ]),
  );
  expect(read("old")).toBe("new");
  expect(statSync(at("old")).mode & 0o777).toBe(0o640);
  expect(read("deep/er/file")).toBe("text");
  expect(readdirSync(directory).sort()).toEqual(["deep", "link", "old"]);
});

test.each([
  ["a file stands where a directory is needed", "blocked/file", "a file stands where a directory is needed"],
  ["a directory stands where the file is to be", "directory", "it is a directory"],
])("leaves everything as it was where %s", (_, name, reason) => {
  writeFileSync(at("old"), "old");
  writeFileSync(at("blocked"), "");
  mkdirSync(at("directory"));
  const write = () =>
    files.writeAll(
      new Map([
        [at("old"), "new"],
        [at("fresh"), "new"],
        [at(name), "new"],
      ]),
    );
  expect(write).toThrow(UsageError);
  expect(write).toThrow(`(${reason}); nothing was changed`);
  expect(read("old")).toBe("old");
  expect(readdirSync(directory).sort()).toEqual(["blocked", "directory", "old"]);
});

// The system makes no directory there, and says that one is missing: mkdir's own recursion never ends on that.
test.runIf(process.platform === "linux")("ends where no directory can be made", () => {
  expect(() => files.writeAll(new Map([["/proc/nowhere/deep/file", "text"]]))).toThrow(UsageError);
});
