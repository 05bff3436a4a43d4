import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { ROOT, treeOf } from "../support/project.ts";

/** The bounds of the one operation of a page: `1.4 -`, `- 1.6`, or nothing. */
function versions(page: string): string {
  const [operation] = readApiRef(treeOf({ "index.rst": page }).files, ROOT).documents.flatMap(
    ({ operations }) => operations,
  );
  const { minVersion = "", maxVersion = "" } = operation!;
  return minVersion + maxVersion === "" ? "" : `${minVersion} - ${maxVersion}`.trim();
}

const introduced = (text: string) =>
  versions(`Lamps\n=====\n\nDim lamp\n--------\n\n.. rest_method:: PUT /lamps/1\n\n${text}\n`);

test.each([
  ["Dims a lamp.\n*(Since Lamp API v1.4)*", "1.4 -"],
  ["(Since API v1.4) Dims a lamp.", "1.4 -"],
  ["Dims a lamp.\n\n(Since API v1.4)", "1.4 -"],
  ["Available starting in the 1.4 microversion.", "1.4 -"],
  ["Dims a lamp. This API is available in versions later than or equal to 1.4.", "1.4 -"],
  ["Dims a lamp.\n\nAvailable since API microversion ``1.4``.", "1.4 -"],
  ["Dims a lamp, available since microversion 1.4.", "1.4 -"],
  ["Dims a lamp, waits, and lights it again (New in version 1.4).", "1.4 -"],
  [".. note:: Lamp API requests are available starting from version 1.4.", "1.4 -"],
  [".. note::\n\n   This API requires microversion 1.4 or later.", "1.4 -"],
  [
    ".. warning::\n\n   Lamps are old. These will fail with a 404 starting\n   from microversion 2.36.",
    "- 2.35",
  ],
  [
    ".. warning:: This API is deprecated and will fail with HTTP 404 starting with microversion 2.9.",
    "- 2.8",
  ],
  [".. versionadded:: 1.4\n   Lamps can now be dimmed.", "1.4 -"],
  [".. versionadded:: 1.4\n   This call, in which a shade can be sent, came.", "1.4 -"],
  ["**Minimum supported API version**: 1.0, 2.0\n**Last supported API version**: 2.6", "- 2.6"],
])("an introduction says when an operation came: %j", (text, expected) => {
  expect(introduced(text)).toBe(expected);
});

test.each([
  "Since 1.4 a lamp without a shade is refused.",
  "Dims a lamp.\n\n(Since API v1.4) The shades of its hall are dimmed as well. Lamps of others are not.",
  "Dims a lamp. Two shades may be named, since microversion 1.4 three.",
  "Dims a lamp.\n\nAnswers with its shade (new in version 1.4).",
  "Dims a lamp, for which the parameter ``shade`` is available (since 1.4).",
  "The words of the log were added in version 1.4.",
  "This API came with version 1.2 and was changed in version 1.4.",
  ".. warning:: The lamps of halls will fail with a 404 starting from microversion 2.9.",
  ".. versionadded:: 1.4\n   The light can be sent via request body.",
  ".. versionadded:: 1.4\n   A shade may also be given.",
  ".. versionadded:: 1.4\n   The room of the lamp is returned.",
  // The first version of all bounds nothing.
  "*(Since Lamp API v2.0)*",
])("what is said of a part, or of a change, bounds no operation: %j", (text) => {
  expect(introduced(text)).toBe("");
});

test("the title of a section counts for its operations where a bracket says no more than a version", () => {
  const below = (title: string) =>
    versions(
      `Lamps\n=====\n\n${title}\n${"-".repeat(title.length)}\n\nDim lamp\n~~~~~~~~\n\n.. rest_method:: PUT /lamps/1\n`,
    );
  expect(below("Dimmers (since API v1.31)")).toBe("1.31 -");
  expect(below("Dimmers (until version 1.9)")).toBe("- 1.9");
  expect(below("Dimmers (Lamp 2.31)")).toBe("");
  expect(below("What is new in version 1.4")).toBe("");
});

test.each([
  ["**Deprecated in v1.1**. Use the switch.", true],
  ["Dims a lamp.\n\nDeprecated since the switch came.", true],
  ["Deprecated lamps are dimmed as well.", false],
])("a paragraph that begins with it calls the operation deprecated: %s", (text, deprecated) => {
  const page = `Lamps\n=====\n\nDim lamp\n--------\n\n.. rest_method:: PUT /lamps/1\n\n${text}\n`;
  const { documents } = readApiRef(treeOf({ "index.rst": page }).files, ROOT);
  expect(documents[0]!.operations[0]!.deprecated).toBe(deprecated);
});

test.each([
  ["Obsolete APIs", true],
  ["Deprecated APIs", true],
  ["Lamps (obsolete)", true],
  ["How lamps grow obsolete", false],
])("a title above an operation calls it deprecated: %s", (title, deprecated) => {
  const page = `Lamps\n=====\n\n${title}\n${"-".repeat(title.length)}\n\nDim lamp\n~~~~~~~~\n\n.. rest_method:: PUT /lamps/1\n`;
  const { documents } = readApiRef(treeOf({ "index.rst": page }).files, ROOT);
  expect(documents[0]!.operations[0]!.deprecated).toBe(deprecated);
});
