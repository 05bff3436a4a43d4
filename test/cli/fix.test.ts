import { applyPatch } from "diff";
import { expect, test } from "vitest";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";

const index =
  "Lamps\n=====\n\nDim\n---\n\n.. rest_method:: PUT /lamps\n\nNormal response codes: 200\n\nRequest\n~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - b: b\n";
const parameters =
  "# Ours.\nb:\n  in: body\n  type: string\n  requried: true\n  description: 'B'   # kept\na:\n  in: query\n  type: string\n  required: false\n  description: A\n";

function tree(more: Record<string, string | Uint8Array> = {}) {
  const files = memoryFiles({
    files: { "/project/source/index.rst": index, "/project/source/parameters.yaml": parameters, ...more },
  });
  return { files, text: (name: string) => Buffer.from(files.read(`/project/source/${name}`)).toString() };
}

test("fixes everything that can be fixed, in as many passes as it takes, and says so", async () => {
  const { files, text } = tree();
  expect(await run(files, ["fix", "source"])).toEqual({
    exitCode: 0,
    out: "",
    err: "fixed 4 findings in 3 files\n",
  });
  expect(text("index.rst")).toBe(
    index
      .replace("~~~~\n", "~~~~~~~\n")
      .replace(
        "Normal response codes: 200\n",
        "Response codes\n~~~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n",
      ),
  );
  expect(text("parameters.yaml")).toBe(
    "a:\n  in: query\n  type: string\n  required: false\n  description: A\n# Ours.\nb:\n  in: body\n  type: string\n  required: true\n  description: 'B'   # kept\n",
  );
  expect(text("status.yaml")).toBe("200:\n  default: |\n    The request was successful.\n");
  expect((await run(files, ["fix", "source"])).err).toBe("fixed 0 findings in 0 files\n");
});

test("--dry-run prints a diff and writes nothing", async () => {
  const { files, text } = tree();
  const dry = await run(files, ["fix", "source", "--dry-run"]);
  expect([text("index.rst"), files.status("/project/source/status.yaml")]).toEqual([index, undefined]);
  expect(dry.err).toBe("would fix 4 findings in 3 files\n");
  const [ofIndex, ofParameters, ofStatus] = dry.out.split(/^(?=--- )/m);
  expect(ofStatus).toBe(
    "--- /dev/null\n+++ b/source/status.yaml\n@@ -0,0 +1,3 @@\n+200:\n+  default: |\n+    The request was successful.\n",
  );
  await run(files, ["fix", "source"]);
  expect(applyPatch(index, ofIndex!)).toBe(text("index.rst"));
  expect(applyPatch(parameters, ofParameters!)).toBe(text("parameters.yaml"));
});

test("--rule limits what is fixed", async () => {
  const { files, text } = tree();
  const { err } = await run(files, [
    "fix",
    "source",
    "--rule",
    "definition-field-unknown",
    "--rule",
    "rst-title-underline",
  ]);
  expect(err).toBe("fixed 2 findings in 2 files\n");
  expect(text("index.rst")).toBe(index.replace("~~~~\n", "~~~~~~~\n"));
  expect(text("parameters.yaml")).toBe(parameters.replace("requried", "required"));
});

test("a rule that is off in the configuration is not fixed unless it is named", async () => {
  const config = { "/project/source/apiref.config.yaml": "rules:\n  status-codes-freeform: off\n" };
  const { files, text } = tree(config);
  await run(files, ["fix", "source"]);
  expect(text("index.rst")).toContain("Normal response codes: 200");
  await run(files, ["fix", "source", "--rule", "status-codes-freeform"]);
  expect(text("index.rst")).not.toContain("Normal response codes: 200");
});

test("a suppressed finding is not fixed", async () => {
  const suppressed = index.replace("Normal", ".. apiref-disable-next-line status-codes-freeform\n\nNormal");
  const { files, text } = tree({ "/project/source/index.rst": suppressed });
  await run(files, ["fix", "source", "--rule", "status-codes-freeform"]);
  expect(text("index.rst")).toBe(suppressed);
});

test("says what it leaves, and that it does", async () => {
  const twice = `${index}\n.. rest_method:: GET /lamps\n\nNormal response codes: 200\n`;
  const { files, text } = tree({
    "/project/source/index.rst":
      index.slice(0, index.indexOf("\nRequest")) + twice.slice(twice.indexOf("\n.. rest_method:: GET")),
  });
  const before = text("index.rst");
  const { err } = await run(files, ["fix", "source", "--rule", "status-codes-freeform"]);
  expect(err).toBe(
    "left 2 findings of status-codes-freeform: not safe to fix without a person; see apiref lint\nfixed 0 findings in 0 files\n",
  );
  expect(text("index.rst")).toBe(before);
});

test("bytes that are no UTF-8 stay, and so does a byte order mark", async () => {
  const latin = Buffer.concat([Buffer.from(index), Buffer.of(0xe9, 0x0a)]);
  const { files, text } = tree({
    "/project/source/index.rst": latin,
    "/project/source/parameters.yaml": `\ufeff${parameters}`,
  });
  await run(files, ["fix", "source"]);
  expect(Buffer.from(files.read("/project/source/index.rst"))).toEqual(latin);
  expect(text("parameters.yaml")).toMatch(/^\ufeffa:/);
});

test.each<[string[], RegExp]>([
  [["--rule", "status-codes-freefrom"], /^apiref: .*`status-codes-freeform`/],
  [["--rule", "sample-unused"], /^apiref: `sample-unused` has no automatic fix\. Rules that have one: /],
  [["--rule", "openapi/operation-summary"], /has no automatic fix/],
  [["--format", "json"], /unknown option/],
])("refuses %j", async (options, wanted) => {
  const { exitCode, out, err } = await run(tree().files, ["fix", "source", ...options]);
  expect([exitCode, out]).toEqual([2, ""]);
  expect(err).toMatch(wanted);
});

test("--quiet says nothing", async () => {
  expect(await run(tree().files, ["fix", "source", "--quiet"])).toEqual({ exitCode: 0, out: "", err: "" });
});
