import { posix } from "node:path";
import { builtin } from "./builtin.ts";

/** What came of a call of git. */
export interface GitAnswer {
  /** What it printed; empty where it failed. */
  readonly output: Buffer;
  /** The first line of what it complained of, without a full stop; undefined where it did what was asked. */
  readonly failure: string | undefined;
}

/**
 * Runs git on the work tree whose top is given (`workTreeOf`), so that nothing of the tree or of its `.git` is executed: a
 * change under review writes the one, whoever packed an archive wrote both. The only place that runs another program.
 *
 * - git looks nowhere but at the top, and takes no folder there for a bare repository;
 * - hooks, the file system monitor, filters, pagers and what fetches missing objects are off; whoever calls `diff` adds
 *   `--no-ext-diff`, `--no-textconv` and `--ignore-submodules=dirty`;
 * - it takes no lock, asks nothing, and is ended when it takes too long.
 *
 * @param input what it reads from standard input
 */
export function git(top: string, args: readonly string[], input = ""): GitAnswer {
  const filters = call(top, FILTERS, SETTINGS, LONGEST_READ);
  // Without a match it fails, and complains of nothing.
  if (filters.failure) return filters;
  return call(top, args, [...SETTINGS, ...filtersOff(filters.output)], LONGEST, input);
}

type Setting = readonly [name: string, value: string];

/** Count before those of the repository (git-config, "SCOPES"). */
const SETTINGS: readonly Setting[] = [
  ["safe.bareRepository", "explicit"],
  ["core.fsmonitor", "false"],
  ["core.hooksPath", "/dev/null"],
  ["core.pager", "cat"],
  ["core.bare", "false"],
  ["log.showSignature", "false"],
];

/** What git is asked for the names of the filters' settings. */
const FILTERS = ["config", "--null", "--name-only", "--get-regexp", "^filter\\."];

/** A filter is a command under a name that the repository chooses; without a command there is none. */
function filtersOff(names: Buffer): Setting[] {
  return names
    .toString()
    .split("\0")
    .filter((name) => name !== "")
    .map((name) => [name, name.endsWith(".required") ? "false" : ""]);
}

/** Variables that send git elsewhere than to the tree that was found. */
const ELSEWHERE = ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX"];

/** The variables of this process, and what git is told by them. */
function environment(top: string, settings: readonly Setting[]): NodeJS.ProcessEnv {
  const { env } = process;
  const before = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
  const configured = settings.flatMap(([name, value], index): [string, string][] => [
    [`GIT_CONFIG_KEY_${before + index}`, name],
    [`GIT_CONFIG_VALUE_${before + index}`, value],
  ]);
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !ELSEWHERE.includes(name))),
    ...Object.fromEntries(configured),
    GIT_CONFIG_COUNT: `${before + settings.length}`,
    // Where the repository's `core.worktree` points does not matter.
    GIT_WORK_TREE: top,
    GIT_CEILING_DIRECTORIES: posix.dirname(top),
    // A clone without all objects names whoever is to bring the others; that may be any command.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
  };
}

/** In milliseconds; longer than git takes for any of this on the largest work trees. */
const LONGEST = 120_000;
/** To read settings, unless those of the repository send git to a pipe that nobody writes to. */
const LONGEST_READ = 10_000;

function call(
  top: string,
  args: readonly string[],
  settings: readonly Setting[],
  longest: number,
  input = "",
): GitAnswer {
  const { spawnSync } = builtin("node:child_process") as typeof import("node:child_process");
  // Not in the tree: a program is looked for in the working directory where `PATH` says so.
  const { status, stdout, stderr, error } = spawnSync("git", ["--no-pager", "-C", top, ...args], {
    cwd: "/",
    env: environment(top, settings),
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    timeout: longest,
    killSignal: "SIGKILL",
  });
  if (status === 0) return { output: stdout, failure: undefined };
  return { output: Buffer.alloc(0), failure: failureOf(error, stderr, longest) };
}

function failureOf(error: Error | undefined, stderr: Buffer | null, longest: number): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === "ENOENT") return "git was not found";
  if (code === "ETIMEDOUT") return `git gave no answer within ${longest / 1000} seconds`;
  if (error !== undefined) return error.message;
  const [complaint = ""] = (stderr ?? "").toString().split("\n");
  return complaint.replace(/^(?:fatal|error): /, "").replace(/\.$/, "");
}
