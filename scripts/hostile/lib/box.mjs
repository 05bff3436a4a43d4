import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cli } from "../../lib/trees.mjs";

/** A page with one operation and nothing to find in it, and what it needs. */
export const widgets = {
  "source/index.rst": `Widgets
=======

List widgets
------------

.. rest_method:: GET /v1/widgets

Lists all widgets.

Normal response codes: 200

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - name: name
`,
  "source/parameters.yaml":
    "name:\n  description: |\n    The name.\n  in: body\n  required: true\n  type: string\n",
};

/** A folder for one case, with what it needs to make a tree and to run the program on it. */
export function box() {
  const top = realpathSync(mkdtempSync(join(tmpdir(), "apiref-hostile-")));
  const at = (name = "") => join(top, name);
  const write = (files) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), text);
    }
  };
  const git = (folder, ...args) => {
    const who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...who, ...args], { cwd: at(folder), stdio: ["ignore", "pipe", "ignore"] });
  };
  /** A work tree with one commit, tagged `before`. */
  const workTree = (folder, files = widgets) => {
    mkdirSync(at(folder), { recursive: true });
    write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text])));
    git(folder, "init", "--quiet");
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--no-verify", "--message", "before");
    git(folder, "tag", "before");
  };
  const apiref = (args, options = {}) => start(at(options.folder), args, options).done;
  const leftNothing = () => {
    const left = readdirSync(top, { recursive: true }).filter((name) => /(?:^|\/)\.apiref-/.test(name));
    if (left.length > 0) throw new Error(`left behind: ${left.join(", ")}`);
  };
  return {
    at,
    write,
    git,
    workTree,
    apiref,
    start: (args, options = {}) => start(at(options.folder), args, options),
    leftNothing,
    remove: () => rmSync(top, { recursive: true, force: true }),
  };
}

/** No case takes as long as that, in milliseconds. */
const LONGEST = 60_000;

/** Starts the program in a folder; `shell` is what follows it on a shell's command line, as `> /dev/full`. */
function start(folder, args, { node = [], shell, environment = {} }) {
  const command = [process.execPath, ...node, cli, ...args];
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const [program, ...rest] = shell === undefined ? command : ["bash", "-c", `exec ${quoted} ${shell}`];
  const child = spawn(program, rest, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (piece) => {
    out += piece;
  });
  child.stderr.on("data", (piece) => {
    err += piece;
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), LONGEST);
  const done = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, out, err });
    });
  });
  return { child, done };
}
