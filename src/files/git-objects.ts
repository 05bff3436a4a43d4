import { UsageError } from "../usage-error.ts";
import { git } from "./git-call.ts";

/** A file of a commit. */
export interface TreeEntry {
  /** `file`, a symbolic `link`, or a `module`: another repository below this one. */
  readonly kind: "file" | "link" | "module";
  /** The name of its object. */
  readonly object: string;
}

const kinds: Readonly<Record<string, TreeEntry["kind"]>> = { "120000": "link", "160000": "module" };

/** All files of a commit by their path from the top of the work tree. */
export function listTree(top: string, commit: string): Map<string, TreeEntry> {
  const listed = new Map<string, TreeEntry>();
  // 100644 blob 3b18e512dba79e4c8300dd08aeb37f8e728b8dad\tsource/index.rst
  for (const line of records(asked(top, ["ls-tree", "-r", "-z", "--full-tree", commit]))) {
    const tab = line.indexOf("\t");
    const [mode = "", , object = ""] = line.slice(0, tab).split(" ");
    listed.set(line.slice(tab + 1), { kind: kinds[mode] ?? "file", object });
  }
  return listed;
}

/**
 * The paths at which the work tree may hold something else than a commit. Found by what the index knows of the files; no
 * file is read, so that some of them may be the same after all.
 */
export function pathsThatDiffer(top: string, commit: string): Set<string> {
  const options = [
    "--raw",
    "-z",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=all",
  ];
  const differing = new Set<string>();
  // :100644 100644 3b18e51 0000000 M\0source/index.rst\0
  for (const line of records(asked(top, ["diff-index", ...options, commit, "--"])))
    if (!line.startsWith(":")) differing.add(line);
  return differing;
}

/** Files that git is told to ignore; a folder of which all is ignored ends with `/`. */
export function ignoredPaths(top: string): string[] {
  return records(
    asked(top, ["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"]),
  );
}

/** The contents of objects, by their names. */
export function readObjects(top: string, names: Iterable<string>): Map<string, Uint8Array> {
  const wanted = [...new Set(names)];
  const contents = new Map<string, Uint8Array>();
  if (wanted.length === 0) return contents;
  const output = asked(top, ["cat-file", "--batch"], `${wanted.join("\n")}\n`);
  // NAME blob SIZE\nCONTENT\n
  let at = 0;
  for (const name of wanted) {
    const end = output.indexOf("\n", at);
    const [, type, size = ""] = output.toString("latin1", at, end).split(" ");
    if (type !== "blob" || !/^\d+$/.test(size))
      throw new UsageError(
        `This clone lacks ${name}, a file of the state to compare with. Clone the repository without \`--filter\`.`,
      );
    contents.set(name, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

function asked(top: string, args: readonly string[], input?: string): Buffer {
  const { output, failure } = git(top, args, input);
  if (failure !== undefined)
    throw new UsageError(`git cannot tell what has changed: ${failure || "it ended without a word"}.`);
  return output;
}

function records(output: Buffer): string[] {
  return output
    .toString()
    .split("\0")
    .filter((record) => record !== "");
}
