import { expect, test } from "vitest";
import { fix } from "../../src/commands/fix.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { ROOT } from "../support/project.ts";

/** What `apiref fix` makes of a page and a part of it; the part as it is where it is left to a person. */
async function fixed(index: string, part: string): Promise<{ index: string; part: string; said: string }> {
  const files = memoryFiles({
    files: {
      [`${ROOT}/index.rst`]: index,
      [`${ROOT}/part.inc`]: part,
      [`${ROOT}/status.yaml`]: "200:\n  default: |\n    OK.\n404:\n  default: |\n    No such lamp.\n",
    },
  });
  let said = "";
  const terminal = {
    out: () => {},
    err: (text: string) => {
      said += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
    workingDirectory: ROOT,
    environment: {},
    now: () => 0,
    interrupted: () => new Promise<void>(() => {}),
    open: async () => false,
  };
  await fix(files, terminal as unknown as Parameters<typeof fix>[1], { source: ROOT, progress: false });
  const read = (name: string) => new TextDecoder().decode(files.read(`${ROOT}/${name}`));
  return { index: read("index.rst"), part: read("part.inc"), said };
}

const INDEX = `Lamps
=====

Show lamp
---------

.. rest_method:: GET /lamps/{id}

.. include:: part.inc
`;

test("codes at the top of a part that brings another operation stay with theirs", async () => {
  const part = `Normal response codes: 200

Shows it.

Light
-----

.. rest_method:: PUT /lamps/{id}/light

Error response codes: 404
`;
  const { index, part: after, said } = await fixed(INDEX, part);
  expect(index).toBe(INDEX);
  expect(after).toContain("Normal response codes: 200\n\nShows it.\n");
  expect(said).toContain("status-codes-freeform");
});

test("codes of a part that brings nothing else become a list", async () => {
  const { index, part } = await fixed(INDEX, "Normal response codes: 200\n\nShows it.\n");
  expect(index + part).toContain(".. rest_status_code:: success status.yaml\n\n   - 200");
  expect(part).not.toContain("Normal response codes");
});
