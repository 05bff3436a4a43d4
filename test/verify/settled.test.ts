import { expect, test } from "vitest";
import { diskFiles } from "../../src/files/disk.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { verifyPropertyUndocumented } from "../../src/rules/verify-property-undocumented.ts";
import { verifyType } from "../../src/rules/verify-type.ts";
import { workTree } from "../support/git.ts";
import { readMarks } from "../support/marks.ts";
import { run } from "../support/run.ts";

/** The tree of a rule's bad example, with changes. */
function tree(example: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const texts = Object.entries({ ...example, ...more });
  return memoryFiles({
    files: Object.fromEntries(texts.map(([name, text]) => [`/project/source/${name}`, readMarks(text).text])),
  });
}

const rulesFound = (out: string) => (JSON.parse(out).findings as { rule: string }[]).map(({ rule }) => rule);
const VERIFY = ["verify", "source", "--format", "json", "--quiet", "--against"];

test("a baseline holds, and keeps what the other command has recorded", async () => {
  const files = tree(verifyPropertyUndocumented.bad);
  const baseline = ["--baseline", "known.json", "--quiet"];
  await run(files, ["lint", "source", ...baseline, "--update-baseline"]);
  const of = [...VERIFY, "source/service.yaml", ...baseline];
  expect(rulesFound((await run(files, of)).out)).toEqual(["verify-property-undocumented"]);
  await run(files, [...of, "--update-baseline"]);
  expect(rulesFound((await run(files, of)).out)).toEqual([]);
  const lint = await run(files, ["lint", "source", "--format", "json", ...baseline]);
  expect(rulesFound(lint.out)).toEqual([]);
});

test("a comment and an allowed fact hold, and are no leftovers for lint", async () => {
  const { "parameters.yaml": parameters, ...others } = verifyType.bad;
  const files = tree(others, {
    "parameters.yaml": parameters!.replace(
      /^( *)type: .*integer/m,
      "$1# apiref-disable-next-line verify-type: as it was\n$&",
    ),
  });
  const only = ["verify-type", "verify-null", "suppression-*", "setting-*"].flatMap((rule) => [
    "--only",
    rule,
  ]);
  const of = [...VERIFY, "source/traffic.har", ...only];
  expect(rulesFound((await run(files, of)).out)).toEqual([]);
  const lint = ["lint", "source", "--format", "json", "--only", "suppression-*", "--only", "setting-*"];
  expect(rulesFound((await run(files, lint)).out)).toEqual([]);

  const allowing = tree(verifyType.bad, {
    "apiref.config.yaml":
      "allow:\n  - rule: verify-type\n    name: widget.size\n    reason: as it was\n  - rule: verify-null\n    name: colour\n    reason: never\n",
  });
  expect(rulesFound((await run(allowing, of)).out)).toEqual(["setting-unmatched"]);
  expect(rulesFound((await run(allowing, lint)).out)).toEqual([]);
});

test("severities, --only and --max-warnings count", async () => {
  const files = tree(verifyPropertyUndocumented.bad);
  const of = [...VERIFY, "source/service.yaml"];
  expect((await run(files, of)).exitCode).toBe(0);
  expect((await run(files, [...of, "--max-warnings", "0"])).exitCode).toBe(1);
  expect((await run(files, [...of, "--rule", "verify-property-undocumented=error"])).exitCode).toBe(1);
  expect(rulesFound((await run(files, [...of, "--only", "verify-type"])).out)).toEqual([]);
});

test("of a change only what it brings is told", async () => {
  const contents = Object.entries(verifyType.good).map(([name, text]) => [`source/${name}`, text]);
  const before = Object.fromEntries(contents) as Record<string, string>;
  const { path, write, remove } = workTree(before);
  try {
    write({ "source/parameters.yaml": before["source/parameters.yaml"]!.replace("integer", "boolean") });
    const argv = [...VERIFY, "source/traffic.har", "--changed-since", "before"];
    const { out } = await run(diskFiles(), argv, { workingDirectory: path });
    expect(rulesFound(out)).toEqual(["verify-type"]);
  } finally {
    remove();
  }
});

test("lint tells nothing of evidence", async () => {
  const { out } = await run(tree(verifyPropertyUndocumented.bad), ["lint", "source", "--format", "json"]);
  expect(rulesFound(out).filter((rule) => rule.startsWith("verify-"))).toEqual([]);
});
