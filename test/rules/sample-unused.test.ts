import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

function operation(title: string, method: string, sample: string) {
  return `
${title}
${"-".repeat(title.length)}

.. rest_method:: ${method}

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: ${sample}
   :language: json
`;
}

const SHOW = operation("Show lamp", "GET /lamps/{lamp_id}", "lamp-show.json");

test("an operation that shows the sample of another one is told which lies unused", () => {
  const [finding] = expectFindingsAtMarks("sample-unused", {
    "index.rst": `Lamps\n=====\n${SHOW}${operation("Dim a lamp", "POST /lamps/{lamp_id}/dim", "«lamp-show.json»")}`,
    "lamp-show.json": "{}",
    "lamp-dim.json": "{}",
  });
  expect(finding!.message).toBe(
    "`Dim a lamp` shows `lamp-show.json`, and no document includes `lamp-dim.json`. Show that here instead.",
  );
  expect(finding!.related![0]!.span.file.path).toMatch(/lamp-dim\.json$/);
});

test("a sample that is named after more than the verb is the operation's own", () => {
  expectFindingsAtMarks("sample-unused", {
    "index.rst": `Lamps\n=====\n${SHOW}${operation("List lamps in detail", "GET /lamps/detail", "lamps-details.json")}`,
    "lamps-details.json": "{}",
    "lamp-show.json": "{}",
    "lamps-list.json": "«»{}",
  });
});
