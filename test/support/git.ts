import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files of a work tree: name → text. */
export type Contents = Readonly<Record<string, string | undefined>>;

/** A git work tree in a temporary directory, without anybody's configuration. */
export interface WorkTree {
  readonly path: string;
  /** Writes files; those that are undefined are removed. */
  readonly write: (contents: Contents) => void;
  readonly git: (...args: readonly string[]) => void;
  readonly remove: () => void;
}

/** Makes a work tree whose one commit, tagged `before`, holds these files and symbolic links (name → target). */
export function workTree(contents: Contents, links: Readonly<Record<string, string>> = {}): WorkTree {
  const tree = emptyWorkTree();
  tree.write(contents);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(tree.path, name));
  tree.git("add", "--all");
  tree.git("commit", "--quiet", "--message", "before", "--no-verify");
  tree.git("tag", "before");
  return tree;
}

/** Makes a work tree without a commit. */
export function emptyWorkTree(): WorkTree {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "apiref-git-")));
  const git = (...args: readonly string[]): void => {
    const who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    execFileSync("git", [...who, ...args], { cwd: path, stdio: "ignore" });
  };
  const write = (files: Contents): void => {
    for (const [name, text] of Object.entries(files)) {
      const file = join(path, name);
      if (text === undefined) rmSync(file);
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  };
  git("init", "--quiet");
  return { path, write, git, remove: () => rmSync(path, { recursive: true }) };
}
