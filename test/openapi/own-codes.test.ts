import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { documentOf, treeOf } from "../support/project.ts";

const status = `
200:
  default: |
    OK.
1:
  default: |
    The lamp is lit.
-1:
  default: |
    The lamp is broken.

    It needs a new bulb.
`;

/** The descriptions of the responses of an operation by their codes. */
function described(success: string): Record<string, unknown> {
  const page = `Lamps
=====

Light lamp
----------

.. rest_method:: POST /lamps/light

.. rest_status_code:: success status.yaml

   - ${success}

.. rest_status_code:: error status.yaml

   - -1
`;
  const { paths } = documentOf(treeOf({ "index.rst": page, "status.yaml": status }).files);
  const { responses } = ((paths as JsonObject)["/lamps/light"] as JsonObject).post as JsonObject;
  const found = Object.entries(responses as JsonObject);
  return Object.fromEntries(found.map(([code, one]) => [code, (one as JsonObject).description]));
}

const broken = "- `-1` (error): The lamp is broken.\n\n  It needs a new bulb.";

test("codes of the service's own and their reasons stand where success is described", () => {
  expect(described("1")).toEqual({
    "2XX": `Success; the sources name no code of HTTP.\n\nCodes that the sources name and that are none of HTTP:\n\n- \`1\` (success): The lamp is lit.\n${broken}`,
  });
});

test("so do those beside a code of HTTP", () => {
  expect(described("200")).toEqual({
    200: `OK.\n\nCodes that the sources name and that are none of HTTP:\n\n${broken}`,
  });
});
