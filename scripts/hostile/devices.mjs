// Devices, pipes and full disks, as input and as output.
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { widgets } from "./lib/box.mjs";
import { ended, expect, refused, Skipped, worked } from "./lib/expect.mjs";

const on = (args, options, check) => async (place) => {
  place.write({ ...widgets, "source/wrong.rst": "Wrong\n===\n\n:ref:`nowhere`\n" });
  execFileSync("mkfifo", [place.at("pipe"), place.at("source/pipe.rst"), place.at("source/pipe.yaml")]);
  const outcome = await place.apiref(args, options);
  if (check === refused) refused(outcome);
  else check(outcome, place);
};
const lint = (...args) => ["lint", "source", "--quiet", ...args];

export const cases = {
  "/dev/null stays a device": on(lint("--report", "json=/dev/null"), {}, (outcome) => {
    worked(outcome);
    expect(statSync("/dev/null").isCharacterDevice(), "it was replaced");
  }),
  "/dev/stdout": on(lint("--report", "json=/dev/stdout"), {}, (outcome) => {
    worked(outcome);
    expect(outcome.out.includes('"summary"'), outcome.out);
  }),
  "a pipe of the shell": on(lint("--report"), { shell: '"json=/dev/fd/9" 9> >(cat >&2)' }, (outcome) => {
    worked(outcome);
    expect(outcome.err.includes('"summary"'), outcome.err);
  }),
  "a pipe that nobody reads": on(lint("--report", "json=pipe"), {}, (outcome, place) => {
    refused(outcome, /nobody reads/);
    expect(statSync(place.at("pipe")).isFIFO(), "it was replaced");
  }),
  "a pipe for a document is a finding": on(lint(), {}, (outcome) => {
    worked(outcome);
    expect(/document-unreadable/.test(outcome.out), outcome.out);
  }),
  "a pipe for the baseline": on(lint("--baseline", "pipe"), {}, refused),
  "a device without end for the baseline": on(lint("--baseline", "/dev/zero"), {}, refused),
  "a device without end for the configuration": on(lint("--config", "/dev/zero"), {}, refused),
  "a full device for a report": on(lint("--report", "json=/dev/full"), {}, (outcome) =>
    refused(outcome, /no space left/),
  ),
  "a full device for what is printed": on(lint(), { shell: "> /dev/full" }, (outcome) =>
    refused(outcome, /no space left/),
  ),
  "a full device for messages": on(lint(), { shell: "2> /dev/full" }, worked),
  "no standard output": on(lint(), { shell: ">&-" }, ended),
  "a reader that goes": on(lint("--format", "json"), { shell: "| head -c 1" }, ended),
  "a full disk": async (place) => {
    place.write(widgets);
    mkdirSync(place.at("disk"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=4k", "tmpfs", place.at("disk")], { stdio: "ignore" });
    } catch {
      throw new Skipped("no disk can be mounted here");
    }
    try {
      const outcome = await place.apiref(["build", "source", "-o", "disk"]);
      refused(outcome, /no space left/);
      expect(readdirSync(place.at("disk")).length === 0, "files were left behind");
    } finally {
      execFileSync("umount", [place.at("disk")]);
    }
  },
  "what is mended keeps mode and owner": async (place) => {
    place.write(widgets);
    const file = place.at("source/index.rst");
    chmodSync(file, 0o664);
    if (process.getuid?.() === 0) chownSync(file, 12345, 54321);
    const before = statSync(file);
    worked(await place.apiref(["fix", "source"]));
    const { mode, uid, gid, ino } = statSync(file);
    expect(ino !== before.ino || existsSync(place.at("source/status.yaml")), "nothing was mended");
    expect(`${[mode, uid, gid]}` === `${[before.mode, before.uid, before.gid]}`, `${[mode, uid, gid]}`);
  },
};
