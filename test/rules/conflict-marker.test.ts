import { test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

const head = `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

`;

function expectAtMarks(_: string, text: string): void {
  expectFindingsAtMarks("conflict-marker", { "index.rst": head + text });
}

test.each([
  ["a conflict of a merge", "«<<<<<<< mine»\nGreen.\n=======\nBlue.\n>>>>>>> yours\n"],
  ["the one marker that is left", "=======\nGreen.\n"],
  ["a conflict that is shown", "So::\n\n   <<<<<<< mine\n   =======\n   >>>>>>> yours\n"],
])("%s", expectAtMarks);
