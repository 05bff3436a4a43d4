import { expect, test } from "vitest";
import { build, lint, memoryFiles, UsageError } from "../src/index.ts";

const files = memoryFiles({
  files: {
    "/project/input/index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /v2/widgets

.. rest_parameters:: parameters.yaml

   - limit: limti
`,
    "/project/input/parameters.yaml":
      "limit:\n  description: Most.\n  in: query\n  required: false\n  type: integer\n",
  },
});
const options = { files, workingDirectory: "/project" };

test("build gives document, findings, source map and summary, and writes nothing", async () => {
  const { document, findings, sourceMap, summary } = await build(options);
  expect(document).toHaveProperty(["paths", "/v2/widgets", "get", "operationId"], "listWidgets");
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: "unknown-parameter", file: "input/index.rst" }),
  );
  expect(sourceMap.sources).toHaveProperty(["/paths/~1v2~1widgets/get", "file"], "index.rst");
  expect(summary).toMatchObject({ errors: 1, operations: 1, parameters: 1 });
  expect(files.list("/project")).toEqual(["input"]);
});

test("lint gives findings and summary; rules can be set", async () => {
  const { findings, summary } = await lint({ ...options, rules: { "unknown-parameter": "off" } });
  expect(findings.map(({ rule }) => rule)).not.toContain("unknown-parameter");
  expect(summary.errors).toBe(0);
});

test("wrong usage is a UsageError", async () => {
  await expect(build({ ...options, source: "none" })).rejects.toThrow(UsageError);
});
