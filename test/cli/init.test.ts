import { expect, test } from "vitest";
import { memoryFiles } from "../../src/files/memory.ts";
import { jobOf } from "../../src/setup/ci-jobs.ts";
import { preCommitConfig } from "../../src/setup/pre-commit-entry.ts";
import { run } from "../support/run.ts";

const S = "/project/api-ref/source";
const tree = {
  [`${S}/index.rst`]:
    "=======\nWidgets\n=======\n\n.. rest_method:: GET /v1/widgets\n\n.. rest_method:: GET\n",
  "/project/.git/HEAD": "",
};
const textOf = (files: ReturnType<typeof memoryFiles>, path: string) =>
  new TextDecoder().decode(files.read(path));

test("writes what is not there, and says so; then lint is content", async () => {
  const files = memoryFiles({ files: { ...tree, "/project/.github/README.md": "" } });
  const { exitCode, out } = await run(files, ["init"]);
  expect(exitCode).toBe(0);
  expect(out).toMatch(
    /^wrote api-ref\/source\/apiref\.config\.yaml: .*\nwrote api-ref\/source\/apiref-baseline\.json: \d+ findings? .*\nwrote \.pre-commit-config\.yaml: .*\nwrote \.github\/workflows\/api-ref\.yaml: a job for GitHub\.\n$/,
  );
  expect(textOf(files, "/project/.pre-commit-config.yaml")).toContain("      files: ^api-ref/\n");
  expect(textOf(files, "/project/.github/workflows/api-ref.yaml")).toContain("lint . --format github");
  const after = await run(files, ["lint"]);
  expect(after.out).toBe("");
  expect(after.exitCode).toBe(0);
});

test("a second time it changes nothing", async () => {
  const files = memoryFiles({ files: { ...tree, "/project/tox.ini": "[tox]\n", "/project/.gitreview": "" } });
  await run(files, ["init"]);
  const written = [
    `${S}/apiref.config.yaml`,
    `${S}/apiref-baseline.json`,
    "/project/.pre-commit-config.yaml",
    "/project/tox.ini",
  ];
  const before = written.map((path) => textOf(files, path));
  expect(before[3]).toMatch(/^\[tox\]\n\n\[apiref\]\n.*\n\n\[testenv:api-ref-lint\]\n/);
  const { out } = await run(files, ["init"]);
  expect(out).not.toContain("wrote");
  expect(written.map((path) => textOf(files, path))).toEqual(before);
});

test.each<[string, Record<string, string>, string]>([
  ["no forge", { "/project/.git/HEAD": "" }, "The forge is not known"],
  ["no work tree", {}, "No git work tree here"],
  [
    "a hook that is there",
    { "/project/.git/HEAD": "", "/project/.pre-commit-config.yaml": "# apiref\n" },
    "has the hook already",
  ],
  [
    "hooks that cannot be told apart",
    { "/project/.git/HEAD": "", "/project/.pre-commit-config.yaml": "repos: []\nci: {}\n" },
    "Add the hook apiref-lint by hand",
  ],
])("%s is told", async (_, more, want) => {
  const files = memoryFiles({ files: { [`${S}/index.rst`]: tree[`${S}/index.rst`]!, ...more } });
  expect((await run(files, ["init"])).out).toContain(want);
});

test("the hook joins those that are there, indented as they are", () => {
  const text = preCommitConfig("fail_fast: true\nrepos:\n- repo: local\n  hooks: []\n", "1.0.0", "");
  expect(text).toContain("  hooks: []\n- repo: local\n  hooks:\n    - id: apiref-lint\n");
});

test("a job for GitLab joins those that are there", () => {
  const repository = { isThere: () => true, read: () => "test:\n  script: [a]\n", remote: "" };
  expect(jobOf("GitLab", repository, ".")?.text).toMatch(/^test:\n {2}script: \[a\]\n\napi-ref:\n/);
  expect(jobOf("GitLab", { ...repository, read: () => "a: apiref lint" }, ".")).toBeUndefined();
});
