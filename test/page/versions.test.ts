import { beforeAll, expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { documentAt } from "../../src/browser/versions.ts";
import type { JsonObject } from "../../src/data/json-value.ts";
import { type PageSources, pageSources } from "../../src/page/sources.ts";
import { ROOT, specificationOf, treeOf } from "../support/project.ts";

const operation = (title: string, method: string, url: string, more = "") =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method} ${url}\n\n${more}Normal response codes: 200\n\n`;

const ROWS =
  "Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - name: name\n   - hue: hue\n   - watt: watt\n\n";

const TREE = {
  "index.rst":
    "Lamps\n=====\n\n" +
    operation("Show lamp", "GET", "/v2/lamps/{id}", ROWS) +
    operation("Move lamp (old)", "POST", "/v2/lamps/{id}/action", ".. versionremoved:: 2.4\n\n") +
    operation("Move lamp (new)", "POST", "/v2/lamps/{id}/action", ".. versionadded:: 2.4\n\n") +
    "Bulbs\n=====\n\nWhat lamps hold.\n\n" +
    operation("List bulbs", "GET", "/v2/bulbs", ".. versionadded:: 2.7\n\n"),
  "parameters.yaml": `
hue: {in: body, type: string, required: true, min_version: 2.3, description: The colour.}
name: {in: body, type: string, required: true, description: The name.}
watt: {in: body, type: string, required: true, max_version: 2.5, description: What it takes.}
`,
};

const { files } = treeOf(TREE);
let sources: PageSources;
beforeAll(() => {
  sources = pageSources(readApiRef(files, ROOT), ROOT, { options: {} })!;
});

test("all microversions may be chosen, from the one before the first that is named", () => {
  expect(sources.versions).toEqual(["2.7", "2.6", "2.5", "2.4", "2.3", "2.2"]);
});

test("no path of the machine is in the page", () => {
  expect(sources.root).toBe("/tree");
});

/** Path, method, summary, codes and properties. */
function told(document: JsonObject): unknown {
  const text = JSON.stringify(document.components ?? {});
  return {
    operations: Object.entries(document.paths as JsonObject)
      .flatMap(([path, item]) =>
        Object.entries(item as JsonObject).map(([method, one]) => {
          const { summary, responses } = one as { summary: string; responses: object };
          return `${method} ${path.split("#")[0]} ${summary} ${Object.keys(responses)}`;
        }),
      )
      .sort(),
    properties: ["hue", "name", "watt"].filter((name) => text.includes(`"${name}":`)),
    version: (document.info as JsonObject).version,
  };
}

test.each(["2.2", "2.3", "2.4", "2.6", "2.7"])(
  "at %s the page shows what the program builds",
  async (microversion) => {
    const { document } = specificationOf(files, { microversion, operations: "apart" }).specification;
    expect(told(await documentAt(sources, microversion))).toEqual(told(document));
  },
);

test("operations have the names that they have in the document of all microversions", async () => {
  const idsIn = (document: JsonObject) =>
    Object.values(document.paths as JsonObject).flatMap((item) =>
      Object.values(item as JsonObject).map((one) => (one as JsonObject).operationId),
    );
  const all = idsIn(specificationOf(files, { operations: "apart" }).specification.document);
  expect(all).toEqual(["showLamp", "moveLampOld", "moveLampNew", "listBulbs"]);
  expect(idsIn(await documentAt(sources, "2.4"))).toEqual(["showLamp", "moveLampNew"]);
});

test("what is said of a section whose operations are not there yet is not shown", async () => {
  expect(JSON.stringify(await documentAt(sources, "2.4"))).not.toContain("What lamps hold");
  expect(JSON.stringify(await documentAt(sources, "2.7"))).toContain("What lamps hold");
});
