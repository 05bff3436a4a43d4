import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { operationName } from "../../src/apiref/targets.ts";
import { fix } from "../../src/commands/fix.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { ROOT } from "../support/project.ts";

interface Fixed {
  readonly index: string;
  readonly part: string;
  readonly said: string;
  /** The codes of each operation as they are read afterwards: `GET /lamps/{id}: 200 404`. */
  readonly codes: readonly string[];
}

/** What `apiref fix` makes of a page and a part of it; the part as it is where it is left to a person. */
async function fixed(index: string, part = ""): Promise<Fixed> {
  const files = memoryFiles({
    files: {
      [`${ROOT}/index.rst`]: index,
      [`${ROOT}/part.inc`]: part,
      [`${ROOT}/status.yaml`]:
        "200:\n  default: |\n    OK.\n404:\n  default: |\n    No such lamp.\n409:\n  default: |\n    Busy.\n",
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
  const codes = readApiRef(files, ROOT).documents.flatMap(({ operations }) =>
    operations.map(
      (operation) => `${operationName(operation)}: ${operation.statuses.map(({ code }) => code).join(" ")}`,
    ),
  );
  return { index: read("index.rst"), part: read("part.inc"), said, codes };
}

const SHOW = `Show lamp
---------

.. rest_method:: GET /lamps/{id}

`;
const INDEX = `Lamps
=====

${SHOW}.. include:: part.inc
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

/** Titles of four levels, so that the underlines `~` and `^` are known to be of the third and the fourth. */
const LEVELS = `Lamps
=====

About lamps
-----------

Words.

Kinds
~~~~~

Words.

Halogen
^^^^^^^

Words.

`;

const LIGHT = `Light
^^^^^

.. rest_method:: PUT /lamps/{id}/light

Error response codes: 409
`;

test("codes above an operation whose title skips a level stay prose: a new title would take it in", async () => {
  const index = `${LEVELS}${SHOW}Error response codes: 404\n\n${LIGHT}`;
  const result = await fixed(index);
  expect(result.index).toBe(index);
  expect(result.said).toContain("2 findings of status-codes-freeform: not safe to fix");
});

test("the same where a part brings both", async () => {
  const index = `${LEVELS}${SHOW}.. include:: part.inc\n`;
  const part = `Error response codes: 404\n\n${LIGHT}`;
  const { said, codes, ...after } = await fixed(index, part);
  expect(after).toEqual({ index, part });
  expect(said).toContain("2 findings of status-codes-freeform: not safe to fix");
  expect(codes).toEqual(["GET /lamps/{id}: 404", "PUT /lamps/{id}/light: 409"]);
});

test("one such operation leaves the codes of others to be fixed", async () => {
  const index = `${LEVELS}${SHOW}.. include:: part.inc

Dim lamp
--------

.. rest_method:: PUT /lamps/{id}/dim

Normal response codes: 200
`;
  const part = `Error response codes: 404\n\n${LIGHT}`;
  const result = await fixed(index, part);
  expect(result.part).toBe(part);
  expect(result.index).toContain(
    "Response codes\n~~~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml",
  );
  expect(result.codes).toEqual([
    "GET /lamps/{id}: 404",
    "PUT /lamps/{id}/light: 409",
    "PUT /lamps/{id}/dim: 200",
  ]);
});

test("operations that all stand at a deep level keep their codes as lists below them", async () => {
  const index = `${LEVELS}Show
^^^^

.. rest_method:: GET /lamps/{id}

Normal response codes: 200

Error response codes: 404

${LIGHT}`;
  const result = await fixed(index);
  expect(result.index).not.toContain("Error response codes");
  expect(result.codes).toEqual(["GET /lamps/{id}: 200 404", "PUT /lamps/{id}/light: 409"]);
});

test("codes behind a part that ends with another operation become lists of that one", async () => {
  const part = `Error response codes: 404

Request
~~~~~~~

Words.

Light
-----

.. rest_method:: PUT /lamps/{id}/light
`;
  const result = await fixed(`${INDEX}\nError response codes: 409\n`, part);
  expect(result.index + result.part).not.toContain("Error response codes");
  expect(result.codes).toEqual(["GET /lamps/{id}: 404", "PUT /lamps/{id}/light: 409"]);
});
