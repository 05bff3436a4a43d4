import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
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

test("writes new files and replaces old ones, keeping their mode and owner", () => {
  writeFileSync(at("old"), "old");
  chmodSync(at("old"), 0o664);
  if (process.getuid?.() === 0) chownSync(at("old"), 12345, 54321);
  const { uid, gid } = statSync(at("old"));
  files.writeAll(
    new Map([
      [at("old"), "new"],
      [at("deep/er/file"), "text"],
    ]),
  );
  expect(read("old")).toBe("new");
  expect(statSync(at("old"))).toMatchObject({ mode: 0o100664, uid, gid });
  expect(read("deep/er/file")).toBe("text");
  expect(readdirSync(directory).sort()).toEqual(["deep", "old"]);
});

test("no link is written through or replaced", () => {
  writeFileSync(at("old"), "old");
  symlinkSync("old", at("link"));
  symlinkSync("nowhere", at("dangling"));
  for (const name of ["link", "dangling"])
    expect(() => files.writeAll(new Map([[at(name), "new"]]))).toThrow(
      /is a link, .*; nothing was changed\. Remove the link/,
    );
  expect(read("old")).toBe("old");
  expect(readdirSync(directory).sort()).toEqual(["dangling", "link", "old"]);
});

test("a link that leads out of its work tree is not followed, one within it is", () => {
  for (const name of ["tree/.git", "tree/docs", "other", "tree/.git/hooks"])
    mkdirSync(at(name), { recursive: true });
  symlinkSync("../other", at("tree/out"));
  symlinkSync("docs", at("tree/in"));
  symlinkSync(".git/hooks", at("tree/hooks"));
  symlinkSync("tree", at("checkout"));
  for (const name of ["tree/out/file", "tree/out/deep/file", "tree/hooks/post-commit", "checkout/out/file"])
    expect(() => files.writeAll(new Map([[at(name), "new"]]))).toThrow(
      /leads by a link out of the work tree/,
    );
  files.writeAll(new Map([[at("checkout/in/file"), "new"]]));
  expect(read("tree/docs/file")).toBe("new");
  expect([...readdirSync(at("other")), ...readdirSync(at("tree/.git/hooks"))]).toEqual([]);
});

test.runIf(process.platform === "linux")(
  "devices and pipes are written to and stay what they are",
  async () => {
    files.writeAll(new Map([["/dev/null", "text"]]));
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(() => files.writeAll(new Map([["/dev/full", "text"]]))).toThrow(/no space left on the device/);

    execFileSync("mkfifo", [at("pipe")]);
    expect(() => files.writeAll(new Map([[at("pipe"), "text"]]))).toThrow(/nobody reads from it/);
    const reader = spawn("cat", [at("pipe")]);
    let got = "";
    reader.stdout.on("data", (piece) => {
      got += piece;
    });
    // more than a pipe holds
    const text = "x".repeat(200_000);
    const deadline = Date.now() + 20_000;
    for (let written = false; !written && Date.now() < deadline; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      try {
        files.writeAll(new Map([[at("pipe"), text]]));
        written = true;
      } catch {
        // not opened yet
      }
    }
    await new Promise((resolve) => reader.once("close", resolve));
    expect(got).toBe(text);
    expect(statSync(at("pipe")).isFIFO()).toBe(true);
  },
);

test("what a killed run left is removed, what a running one has is not", () => {
  const gone = spawnSync(process.execPath, ["--version"]).pid;
  for (const name of [
    `.apiref-${gone}-a1.new`,
    `.apiref-${gone}-a2.old`,
    `.apiref-${process.ppid}-a3.new`,
    ".other",
  ])
    writeFileSync(at(name), "");
  files.writeAll(new Map([[at("file"), "text"]]));
  expect(readdirSync(directory).sort()).toEqual([`.apiref-${process.ppid}-a3.new`, ".other", "file"]);
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
