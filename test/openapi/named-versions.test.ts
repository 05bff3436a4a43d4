import { expect, test } from "vitest";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";

const page = (title: string) => `
Widgets
=======

${title}
${"-".repeat(title.length)}

.. rest_method:: GET /widgets

.. rest_status_code:: success status.yaml

   - 200

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - size: size
`;
const tree = (minVersion: string) =>
  memoryFiles({
    files: {
      "/project/input/index.rst": page("List widgets"),
      "/project/input/status.yaml": "200:\n  default: Fine.\n",
      "/project/input/parameters.yaml": `size:\n  description: Its size.\n  in: body\n  required: true\n  type: integer\n${minVersion}`,
    },
  });

test.each([
  ["2.20", "  min_version: 2.20\n", undefined],
  ["2.7", "  min_version: 2.20\n", undefined],
  ["latest", "  min_version: 2.20\n", undefined],
  ["2.21", "  min_version: 2.20\n", /2\.21 is above 2\.20, the highest microversion that the sources name/],
  ["2.999", "", /The sources name no microversion/],
])("--microversion %s where the sources say %j", async (version, minVersion, refusal) => {
  const files = tree(minVersion);
  const { exitCode, err } = await run(files, ["build", "--microversion", version, "--ext", "json"]);
  if (refusal === undefined) {
    const written = JSON.parse(new TextDecoder().decode(files.read("/project/output/openapi.json")));
    expect([exitCode, written.info.version]).toEqual([0, version === "latest" ? "2.20" : version]);
  } else {
    expect(exitCode).toBe(2);
    expect(err).toMatch(refusal);
  }
});
