// Repositories that lie elsewhere, are parts of others, lack what git would fetch, and variables that lead git astray.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { widgets } from "./lib/box.mjs";
import { ended, expect, refused, worked } from "./lib/expect.mjs";
import { trap } from "./lib/trap.mjs";

const AGAINST = ["lint", "source", "--changed-since", "before", "--format", "json"];
const BROKEN = `${widgets["source/index.rst"]}\n:ref:\`nowhere\`\n`;

/** A work tree whose page has a new fault, once something was done to it; nothing of it may run, and the fault is found. */
const prepared =
  (prepare, environment = () => ({})) =>
  async (place) => {
    const { script, hasRun } = trap(place);
    place.workTree("tree");
    place.workTree("other");
    prepare(place, script);
    place.write({ "tree/source/index.rst": BROKEN });
    const outcome = await place.apiref(AGAINST, {
      folder: "tree",
      environment: environment(place, script),
    });
    expect(!hasRun(), "a command was run");
    worked(outcome);
    expect(JSON.parse(outcome.out).findings.length === 1, `not one finding: ${outcome.out}`);
  };

/** Settings of a repository that would run a command, whatever git does in it. */
const monitor = (place, folder, script) => place.git(folder, "config", "core.fsmonitor", script);

export const cases = {
  "a file that points to the repository": prepared((place, script) => {
    monitor(place, "tree", script);
    renameSync(place.at("tree/.git"), place.at("tree/elsewhere"));
    writeFileSync(place.at("tree/.git"), "gitdir: elsewhere\n");
  }),
  "a second work tree": async (place) => {
    place.workTree("first");
    place.git("first", "worktree", "add", "--quiet", place.at("tree"), "before");
    place.write({ "tree/source/index.rst": BROKEN });
    const outcome = await place.apiref(AGAINST, { folder: "tree" });
    worked(outcome);
    expect(JSON.parse(outcome.out).findings.length === 1, outcome.out);
  },
  "a file that points nowhere": async (place) => {
    place.write({ ...widgets, ".git": "gitdir: nowhere\n" });
    refused(await place.apiref(AGAINST));
  },
  "a file that points to itself": async (place) => {
    place.write({ ...widgets, ".git": "gitdir: .git\n" });
    refused(await place.apiref(AGAINST));
  },
  "a submodule with a command of its own": prepared((place, script) => {
    place.git(
      "tree",
      "-c",
      "protocol.file.allow=always",
      "submodule",
      "add",
      "--quiet",
      "../other",
      "source/part",
    );
    place.git("tree", "commit", "--quiet", "--no-verify", "--message", "part");
    place.git("tree", "tag", "--force", "before");
    monitor(place, "tree/source/part", script);
    place.write({ "tree/source/part/source/index.rst": "Widgets\n=======\n" });
  }),
  "objects that a command would bring": async (place) => {
    const { script, hasRun } = trap(place);
    place.workTree("tree");
    for (const [name, value] of [
      ["core.repositoryFormatVersion", "1"],
      ["extensions.partialClone", "origin"],
      ["remote.origin.promisor", "true"],
      ["remote.origin.url", place.at("other")],
      ["remote.origin.uploadPack", script],
      ["core.sshCommand", script],
    ])
      place.git("tree", "config", name, value);
    place.workTree("other");
    const blob = `${place.git("tree", "rev-parse", "before:source/index.rst")}`.trim();
    rmSync(place.at(`tree/.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`));
    place.write({ "tree/source/index.rst": BROKEN });
    const outcome = await place.apiref(AGAINST, { folder: "tree" });
    expect(!hasRun(), "a command was run");
    refused(outcome);
  },
  "settings in a pipe": async (place) => {
    place.workTree("tree");
    execFileSync("mkfifo", [place.at("tree/pipe")]);
    place.git("tree", "config", "include.path", "../pipe");
    refused(await place.apiref(AGAINST, { folder: "tree" }), /no answer/);
  },
  "variables of another repository": prepared(
    () => {},
    (place) => ({
      GIT_DIR: place.at("other/.git"),
      GIT_WORK_TREE: place.at("other"),
      GIT_COMMON_DIR: place.at("other/.git"),
      GIT_PREFIX: "source/",
      GIT_NAMESPACE: "other",
    }),
  ),
  "variables that name commands": prepared(
    () => {},
    (_, script) => ({
      GIT_EXTERNAL_DIFF: script,
      GIT_PAGER: script,
      PAGER: script,
      GIT_EDITOR: script,
      GIT_ASKPASS: script,
      GIT_SSH_COMMAND: script,
      GIT_PROXY_COMMAND: script,
    }),
  ),
  "settings in variables": prepared(
    () => {},
    (_, script) => ({
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: "core.fsmonitor",
      GIT_CONFIG_VALUE_0: script,
      GIT_CONFIG_KEY_1: "filter.x.clean",
      GIT_CONFIG_VALUE_1: script,
    }),
  ),
  "variables that are no numbers and no paths": async (place) => {
    place.workTree("tree");
    for (const environment of [
      { GIT_CONFIG_COUNT: "-1" },
      { GIT_CONFIG_COUNT: "1e9" },
      { GIT_INDEX_FILE: "/dev/zero" },
    ])
      ended(await place.apiref(AGAINST, { folder: "tree", environment }));
  },
  "what a killed run left, and what only looks so": async (place) => {
    place.write({
      ...widgets,
      "source/.apiref-999999999-a.old": "left\n",
      "source/.apiref-999999999-a.new": "left\n",
      "source/.apiref-1-b.new": "of a process that runs\n",
      "source/.apiref-999999999-c.new.txt": "of others\n",
      "source/.apiref-x-c.new": "of others\n",
    });
    mkdirSync(place.at("source/.apiref-999999999-d.old"));
    worked(await place.apiref(["fix", "source", "--quiet"]));
    const left = readdirSync(place.at("source"))
      .filter((name) => name.startsWith(".apiref-"))
      .sort();
    for (const name of left) rmSync(place.at(`source/${name}`), { recursive: true });
    expect(
      `${left}` === ".apiref-1-b.new,.apiref-999999999-c.new.txt,.apiref-999999999-d.old,.apiref-x-c.new",
      `${left}`,
    );
  },
};
