import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { proseCodesEdits } from "../../src/fixes/prose-codes.ts";
import { applyEdits, type Edit } from "../../src/text/edit.ts";
import { ROOT, treeOf } from "../support/project.ts";

/** The files of a tree that the repairs of prose change, after all of them. */
function repaired(texts: Record<string, string>): Record<string, string> {
  const found = proseCodesEdits(readApiRef(treeOf(texts).files, ROOT));
  const byFile = new Map<string, { text: string; edits: Set<Edit> }>();
  for (const edit of new Set([...found.values()].flat())) {
    const { path, text } = edit.span.file;
    const known = byFile.get(path) ?? { text, edits: new Set() };
    byFile.set(path, known);
    known.edits.add(edit);
  }
  const after = [...byFile].map(([path, { text, edits }]) => [
    path.replace(`${ROOT}/`, ""),
    applyEdits(text, [...edits]),
  ]);
  return Object.fromEntries(after);
}
const HEAD = "Lamps\n=====\n\nDim\n---\n\n.. rest_method:: PUT /lamps\n\n";

const TITLE = "Response codes\n~~~~~~~~~~~~~~\n\n";
const codes = (kind: string, ...listed: string[]) =>
  `.. rest_status_code:: ${kind} status.yaml\n\n${listed.map((code) => `   - ${code}\n`).join("")}`;

test.each<[prose: string, wanted: string | undefined]>([
  ["Normal response codes: 200\n\nText.\n", `Text.\n\n${TITLE}${codes("success", "200")}`],
  [
    "Text.\n\nNormal response codes: 200",
    `Text.\n\n${TITLE}.. rest_status_code:: success status.yaml\n\n   - 200`,
  ],
  ["Normal response codes: 200\n\n\n\nText.\n", `Text.\n\n${TITLE}${codes("success", "200")}`],
  [
    "Normal response codes: 200\nError response codes: 404\n\n.. comment\n",
    `${TITLE}${codes("success", "200")}\n${codes("error", "404")}\n.. comment\n`,
  ],
  [
    "Normal response codes: 200\n\n.. note::\n\n   Error response codes: 404\n\n   More.\n",
    `.. note::\n\n   Error response codes: 404\n\n   More.\n\n${TITLE}${codes("success", "200")}`,
  ],
  [".. note::\n\n   Normal response codes: 200\n\nText.\n", undefined],
  [
    "Text.\n\nNormal response codes: 200\n\nMore.\n\nError response codes: 404\n\nEnd.\n\nRequest\n~~~~~~~\n\nWords.\n",
    `Text.\n\nMore.\n\nEnd.\n\n${TITLE}${codes("success", "200")}\n${codes("error", "404")}\nRequest\n~~~~~~~\n\nWords.\n`,
  ],
  [
    "Normal response codes: 200\n\nRequest\n~~~~~~~\n\nWords.\n\nResponse\n~~~~~~~~\n\nError response codes: 404\n\nMore.\n",
    `${TITLE}${codes("success", "200")}\nRequest\n~~~~~~~\n\nWords.\n\nResponse\n~~~~~~~~\n\nMore.\n\nResponse codes\n^^^^^^^^^^^^^^\n\n${codes("error", "404")}`,
  ],
  [
    `${TITLE}Normal response codes: 200\n\nSee.\n\n- 404\n\nRequest\n~~~~~~~\n\nWords.\n`,
    `${TITLE}See.\n\n${codes("success", "200")}\n${codes("error", "404")}\nRequest\n~~~~~~~\n\nWords.\n`,
  ],
  [
    "Normal response codes: 200\n\n.. class:: lit\n\nText.\n\n.. _here:\n\nRequest\n~~~~~~~\n\nWords.\n",
    `.. class:: lit\n\nText.\n\n${TITLE}${codes("success", "200")}\n.. _here:\n\nRequest\n~~~~~~~\n\nWords.\n`,
  ],
  [
    "Normal response codes: 200\n\n.. |x| replace:: y\n\nRequest\n~~~~~~~\n\nWords.\n",
    `${TITLE}${codes("success", "200")}\n.. |x| replace:: y\n\nRequest\n~~~~~~~\n\nWords.\n`,
  ],
  [
    "Normal response codes: 200\n\n.. rst-class:: x\n\nRequest\n~~~~~~~\n\nWords.\n",
    `${TITLE}${codes("success", "200")}\n.. rst-class:: x\n\nRequest\n~~~~~~~\n\nWords.\n`,
  ],
  [
    "Normal response codes: 200 (as ever), more or less\n\nText.\n",
    `Normal response codes: more or less\n\nText.\n\n${TITLE}${codes("success", "200: as_ever")}`,
  ],
  [
    "Error codes:\n\n- 404\n- one\n\n  two\n    three\n- 409\n",
    `Error codes:\n\n- one\n\n  two\n    three\n\n${TITLE}${codes("error", "404", "409")}`,
  ],
  ["  Normal response codes: 200\n\n  More.\n", undefined],
  [
    "Normal response codes:\n\n- 200\n\nError response codes:\n\nText.\n",
    `Text.\n\n${TITLE}${codes("success", "200")}`,
  ],
  [
    "Error response codes:\n\nNormal response codes: 200\n\nText.\n",
    `Text.\n\n${TITLE}${codes("success", "200")}`,
  ],
  [
    "Normal response codes: 200\n\nError response codes\n\nText.\n",
    `Error response codes\n\nText.\n\n${TITLE}${codes("success", "200")}`,
  ],
  [
    "Normal response codes: 200, 200, 202 (since 1.2)\n",
    `${TITLE}${codes("success", "200", "202: since_1_2")}`,
  ],
  ["Normal response codes: 404\n", `${TITLE}${codes("success", "404")}`],
  [
    "Error codes: 404 (gone)\n\nError codes: 404 (lost)\n\nError codes: 404\n",
    `${TITLE}${codes("error", "404: gone", "404: lost")}`,
  ],
  [
    `Normal response codes: 200\n\n${codes("success", "200")}\nText.\n`,
    `${codes("success", "200")}\nText.\n`,
  ],
  [
    `Normal response codes: 202\n\n${codes("success", "200")}\nText.\n`,
    `${codes("success", "200", "202")}\nText.\n`,
  ],
  [
    `Error response codes: 404\n\n${codes("success", "200")}\nText.\n`,
    `${codes("error", "404")}\n${codes("success", "200")}\nText.\n`,
  ],
  [
    `Normal response codes: 202\n\nStatus Codes\n~~~~~~~~~~~~\n\n${codes("success", "200")}\n   .. more\n\n.. rest_status_code:: error other.yaml\n\n   - 404\n`,
    `Status Codes\n~~~~~~~~~~~~\n\n${codes("success", "200")}\n   .. more\n\n.. rest_status_code:: error other.yaml\n\n   - 404\n\n${codes("success", "202")}`,
  ],
  [
    "Normal response codes: 202\n\nStatus Codes\n~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 200:\n       x\n",
    `Status Codes\n~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 200:\n       x\n\n${codes("success", "202")}`,
  ],
  [
    "Normal response codes: 202\n\nStatus Codes\n~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   -  200 \n   \n\n",
    "Status Codes\n~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   -  200 \n   - 202\n   \n\n",
  ],
  [
    "Normal response codes: 202\n\nStatus Codes\n~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   * 200\n",
    `Status Codes\n~~~~~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   * 200\n\n${codes("success", "202")}`,
  ],
  ["Normal response codes: 200\n\nResponse codes\n~~~~~~~~~~~~~~\n", `${TITLE}${codes("success", "200")}`],
  [
    `Normal response codes: 200\n\n${TITLE}Request\n~~~~~~~\n`,
    `${TITLE}${codes("success", "200")}\nRequest\n~~~~~~~\n`,
  ],
  ["Normal response codes: 200\n-----\n", undefined],
  ["Normal response codes: 200\n.. _x:\n", undefined],
  ["Normal response codes: 200\n...\n", undefined],
  ["Normal response codes: 200\n..\n", undefined],
  ["Normal response codes: 200\n!!!\n", undefined],
  ["- Normal response codes: 200\n  ===\n", undefined],
  [
    "Normal response codes: 200\n\n.. only:: html\n\n   Text.\n",
    `.. only:: html\n\n   Text.\n\n${TITLE}${codes("success", "200")}`,
  ],
  [
    "Normal response codes: 200\n\nMore\n~~~~\n\n.. rest_method:: GET /lamps\n\nError codes: 404\n",
    `${TITLE}${codes("success", "200")}\nMore\n~~~~\n\n.. rest_method:: GET /lamps\n\nResponse codes\n^^^^^^^^^^^^^^\n\n${codes("error", "404")}`,
  ],
  ["Normal response codes: 200\n\n.. rest_method:: GET /lamps\n\nError codes: 404\n", undefined],
])("%j", (prose, wanted) => {
  const after = repaired({ "index.rst": HEAD + prose, "status.yaml": "200:\n  default: |\n    Fine.\n" });
  expect(after["index.rst"]).toBe(wanted === undefined ? undefined : HEAD + wanted);
});

test.each([
  [
    "Normal response codes: 202\n",
    "202:\n  default: |\n    The request was accepted; the work may take some more time.\n",
  ],
  ["Normal response codes: 200 (as ever)\n", "  as_ever: |\n    As ever.\n"],
  [
    "Error codes: 404 (gone)\n\nError codes: 404 (lost)\n\nError codes: 404\n",
    "404:\n  default: |\n    The resource was not found.\n  gone: |\n    The resource was not found (gone).\n  lost: |\n    The resource was not found (lost).\n",
  ],
])("%j brings into the status file: %j", (prose, added) => {
  const status = "200:\n  default: |\n    Fine.\n";
  expect(repaired({ "index.rst": HEAD + prose, "status.yaml": status })["status.yaml"]).toBe(status + added);
});
