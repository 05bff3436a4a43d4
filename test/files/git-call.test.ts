import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskFiles } from "../../src/files/disk.ts";
import { gitBase } from "../../src/files/git-base.ts";
import { git } from "../../src/files/git-call.ts";
import { gitFiles } from "../../src/files/git-files.ts";
import { pathsThatDiffer } from "../../src/files/git-objects.ts";
import { type WorkTree, workTree } from "../support/git.ts";

// Each tree is made to run a command that leaves this file; a plain git does so, which shows that the tree is right.
let outside = "";
let ran = "";
let command = "";
let tree: WorkTree;
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), "apiref-ran-"));
  ran = join(outside, "ran");
  command = join(outside, "command.sh");
  writeFileSync(command, `#!/bin/sh\ntouch ${ran}\ncat 2>/dev/null\n`);
  chmodSync(command, 0o755);
  tree = workTree({ "source/index.rst": "one\n", "source/list.json": "{}\n" });
});
afterEach(() => {
  tree.remove();
  rmSync(outside, { recursive: true });
});

const plainGit = (directory: string, ...args: readonly string[]) => {
  try {
    execFileSync("git", args, { cwd: directory, stdio: "ignore", timeout: 2000 });
  } catch {
    // what it says does not matter, what it has run does
  }
  const hasRun = existsSync(ran);
  rmSync(ran, { force: true });
  return hasRun;
};

/** What makes a tree run a command, and the call of git that does; the configuration is that of the tree's `.git`. */
const traps: Readonly<Record<string, () => readonly string[]>> = {
  "a file system monitor": () => {
    tree.git("config", "core.fsmonitor", command);
    return ["diff", "HEAD"];
  },
  "a hook": () => {
    cpSync(command, join(tree.path, ".git/hooks/post-index-change"));
    return ["add", "--all"];
  },
  "hooks elsewhere": () => {
    cpSync(command, join(tree.path, "source/post-index-change"));
    tree.git("config", "core.hooksPath", join(tree.path, "source"));
    return ["add", "--all"];
  },
  "a filter": () => {
    tree.git("config", "filter.a=b.clean", command);
    tree.git("config", "filter.a=b.required", "true");
    writeFileSync(join(tree.path, ".git/info/attributes"), "*.rst filter=a=b\n");
    return ["diff", "HEAD"];
  },
  "a filter that stays": () => {
    tree.git("config", "filter.x.process", command);
    tree.write({ ".gitattributes": "*.rst filter=x\n" });
    return ["diff", "HEAD"];
  },
  "an external diff": () => {
    tree.git("config", "diff.external", command);
    return ["diff", "HEAD"];
  },
  "a driver for differences": () => {
    tree.git("config", "diff.x.command", command);
    tree.write({ ".gitattributes": "*.rst diff=x\n" });
    return ["diff", "HEAD"];
  },
  "a driver that makes text": () => {
    tree.git("config", "diff.x.textconv", command);
    tree.write({ ".gitattributes": "*.rst diff=x\n" });
    return ["diff", "HEAD"];
  },
  "a remote that brings missing objects": () => {
    for (const [name, value] of [
      ["core.repositoryFormatVersion", "1"],
      ["extensions.partialClone", "origin"],
      ["remote.origin.url", `ext::${command}`],
      ["remote.origin.promisor", "true"],
      ["protocol.ext.allow", "always"],
    ] as const)
      tree.git("config", name, value);
    rmSync(join(tree.path, ".git/objects"), { recursive: true });
    mkdirSync(join(tree.path, ".git/objects"));
    return ["cat-file", "-t", "1234567890123456789012345678901234567890"];
  },
};

test.each(Object.keys(traps))("%s of the tree's own git is not run", (name) => {
  const args = traps[name]!();
  tree.write({ "source/index.rst": "another\n" });
  expect(plainGit(tree.path, ...args)).toBe(true);
  for (const call of [
    ["rev-parse", "--verify", "HEAD^{commit}"],
    ["ls-files", "--others", "-z"],
    ["ls-tree", "-r", "-z", "HEAD"],
    ["cat-file", "-p", "HEAD:source/index.rst"],
    ["cat-file", "-t", "1234567890123456789012345678901234567890"],
    ["status"],
  ])
    git(tree.path, call);
  try {
    const disk = diskFiles();
    gitFiles(disk, gitBase(disk, join(tree.path, "source"), "before")).list(join(tree.path, "source"));
  } catch {
    // where objects are missing
  }
  expect(existsSync(ran)).toBe(false);
});

test("a folder that is shaped like a bare repository is a folder", () => {
  const bare = mkdtempSync(join(tmpdir(), "apiref-bare-"));
  const shape = join(tree.path, "source");
  execFileSync("git", ["init", "--quiet", "--bare", bare]);
  cpSync(bare, shape, { recursive: true });
  rmSync(bare, { recursive: true });
  writeFileSync(
    join(shape, "config"),
    `[core]\n\trepositoryFormatVersion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = ${command}\n`,
  );
  plainGit(shape, "add", "index.rst");
  expect(plainGit(shape, "diff", "HEAD") || plainGit(shape, "status")).toBe(true);

  const disk = diskFiles();
  const base = gitBase(disk, shape, "before");
  expect(base.top).toBe(tree.path);
  expect(gitFiles(disk, base).status(join(shape, "config"))).toBeUndefined();
  expect(existsSync(ran)).toBe(false);
});

test("a work tree that is said to be elsewhere is where its `.git` is", () => {
  tree.write({ "source/index.rst": "another\n" });
  tree.git("config", "core.worktree", outside);
  writeFileSync(join(outside, "secret"), "secret\n");
  const { top, commit } = gitBase(diskFiles(), tree.path, "before");
  expect(top).toBe(tree.path);
  expect([...pathsThatDiffer(top, commit)]).toEqual(["source/index.rst"]);
});

test("the variables of a hook that runs the program do not send it elsewhere", () => {
  process.env.GIT_DIR = outside;
  try {
    expect(git(tree.path, ["rev-parse", "--show-toplevel"]).output.toString().trim()).toBe(tree.path);
  } finally {
    delete process.env.GIT_DIR;
  }
});
