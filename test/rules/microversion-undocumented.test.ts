import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { readBodies } from "../../src/bodies/read-bodies.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { buildSpecification } from "../../src/openapi/build.ts";
import { microversionUndocumented } from "../../src/rules/microversion-undocumented.ts";

const TOP = "/planets";
const SOURCE = `${TOP}/api-ref/source`;

const PAGE = `
Planets
=======

List planets
------------

.. rest_method:: GET /planets

`;

/** A history with a section for each version. */
function history(...versions: readonly string[]): string {
  return `API history\n===========\n\n${versions.map((version) => `${version}\n${"-".repeat(version.length)}\n\nSomething new.\n\n`).join("")}`;
}

function read(texts: Readonly<Record<string, string>>, configured?: string) {
  const contents = Object.fromEntries(
    Object.entries({ ".git/HEAD": "", ...texts }).map(([path, text]) => [
      `${TOP}/${path}`,
      Buffer.from(text),
    ]),
  );
  return readApiRef(memoryFiles({ files: contents }), SOURCE, { history: configured });
}

/** `file:line message` of each finding. */
function found(texts: Readonly<Record<string, string>>, configured?: string): string[] {
  const apiRef = read(texts, configured);
  return [...microversionUndocumented.check({ apiRef, bodies: readBodies(apiRef, undefined) })].map(
    ({ span, message }) =>
      `${span.file.path.slice(TOP.length + 1)}:${span.file.positionAt(span.start).line} ${message.split(". ")[0]}`,
  );
}

const HISTORY = "planets/api/openstack/rest_api_version_history.rst";

test.each([
  "planets/rest_api_version_history.rst",
  HISTORY,
  "doc/source/contributor/webapi-version-history.rst",
])("a history is found at %s", (path) => {
  const page = `${PAGE}New in version 1.2.\n`;
  expect(
    found({ "api-ref/source/index.rst": page, [path]: history("1.1", "1.2", "v1.3 (Maximum in Mars)") }),
  ).toEqual([`${path}:14 Nothing in the api-ref names version \`1.3\``]);
});

test("folders of tests and of other things are not searched", () => {
  const path = "planets/tests/unit/rest_api_version_history.rst";
  expect(found({ "api-ref/source/index.rst": PAGE, [path]: history("1.1", "1.2") })).toEqual([]);
});

test.each([
  ["in prose", "Moons come with 1.2."],
  ["as what was last", "Available until version 1.1."],
  ["in a range", ".. versionchanged:: 1.2"],
  ["as a folder of samples", ".. literalinclude:: samples/v1.2/planets.json"],
])("a version is named %s", (_, text) => {
  expect(found({ "api-ref/source/index.rst": `${PAGE}${text}\n`, [HISTORY]: history("1.0", "1.2") })).toEqual(
    [],
  );
});

test.each(["Get /v1.2/planets", "Takes 11.2 years", "From 1.2.3 on", "At 10.1.2.7"])(
  "`%s` names no version",
  (text) => {
    const page = `${PAGE}Get it in 1.1.\n\n${text}.\n`.replace("/v1.2/planets", "version 1.21");
    expect(found({ "api-ref/source/index.rst": page, [HISTORY]: history("1.0", "1.1", "1.2") })).toEqual([
      `${HISTORY}:14 Nothing in the api-ref names version \`1.2\``,
    ]);
  },
);

test("of a service that names few versions that is said once, at the first", () => {
  const page = `${PAGE}New in 1.3.\n`;
  const versions = ["1.0", "1.1", "1.2", "1.3", "1.4"];
  expect(found({ "api-ref/source/index.rst": page, [HISTORY]: history(...versions) })).toEqual([
    `${HISTORY}:9 The api-ref names 1 of the 4 versions that rest_api_version_history.rst tells of`,
  ]);
});

test("of two histories that of the documented service counts", () => {
  const texts = {
    "api-ref/source/index.rst": `${PAGE}New in 2.2.\n`,
    "planets/api/rest_api_version_history.rst": history("2.1", "2.2", "2.3"),
    "moons/api/rest_api_version_history.rst": history("1.0", "1.1", "1.2"),
  };
  expect(found(texts)).toEqual([
    "planets/api/rest_api_version_history.rst:14 Nothing in the api-ref names version `2.3`",
  ]);
});

test("the configuration names another file", () => {
  const texts = {
    "api-ref/source/index.rst": `${PAGE}New in 2.2.\n`,
    "changes.rst": history("2.1", "2.2", "2.3"),
    [HISTORY]: history("2.1", "2.2", "2.4"),
  };
  expect(found(texts, `${TOP}/changes.rst`)).toEqual([
    "changes.rst:14 Nothing in the api-ref names version `2.3`",
  ]);
});

test("a history on a page names the version of the document, and documents nothing", () => {
  const texts = {
    "api-ref/source/index.rst": PAGE,
    "api-ref/source/history.rst": `.. include:: ../../${HISTORY}\n`,
    [HISTORY]: history("1.0", "1.1"),
  };
  expect(found(texts)).toEqual([`${HISTORY}:9 Nothing in the api-ref names version \`1.1\``]);
  const { document } = buildSpecification(readBodies(read(texts), undefined), {});
  expect((document.info as { version: string }).version).toBe("1.1");
});
