import { afterAll, expect, test } from "vitest";
import { resolveSettings } from "../../src/config/resolve.ts";
import { diskFiles } from "../../src/files/disk.ts";
import { runProject } from "../../src/project.ts";
import { ruleNames } from "../../src/rules/index.ts";
import { type Contents, type WorkTree, workTree } from "../support/git.ts";

const page = `=======
Widgets
=======

Show widget
===========

.. rest_method:: GET /v1/widgets/{widget_id}

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - 404

Response
--------

.. rest_parameters:: parameters.yaml

   - colour: colour
   - size: size

.. literalinclude:: samples/widget.json
   :language: javascript
`;
const parameters = `colour:
  description: |
    The colour.
  in: body
  required: true
  type: string
size:
  description: |
    The size.
  in: body
  required: true
  type: integer
`;
const sample = `{
    "colour": "red",
    "size": 7,
    "weight": 3
}
`;
const status = "200:\n  default: |\n    Fine.\n404:\n  default: |\n    Gone.\n";
const S = "api-ref/source";
const tree: Contents = {
  [`${S}/index.rst`]: page,
  [`${S}/parameters.yaml`]: parameters,
  [`${S}/samples/widget.json`]: sample,
  [`${S}/status.yaml`]: status,
};

const made: WorkTree[] = [];
afterAll(() => {
  for (const one of made) one.remove();
});

/** The rules that find something new after a change, in the order of the places. */
async function foundSince(change: Contents, before: Contents = tree, revision = "HEAD"): Promise<string[]> {
  const work = workTree(before);
  made.push(work);
  work.write(change);
  const files = diskFiles();
  const source = Object.keys({ ...before, ...change }).find(
    (name) => name.endsWith("index.rst") && !(name in change && change[name] === undefined),
  )!;
  const settings = resolveSettings(
    files,
    work.path,
    { source: source.replace(/\/index\.rst$/, ""), changedSince: revision },
    ruleNames,
  );
  const { findings } = await runProject(files, settings, { lintsDocument: false });
  return findings.map(({ rule }) => rule);
}

const edited = (name: string, from: string | RegExp, to: string): Contents => {
  const text = tree[`${S}/${name}`]!;
  expect(text).toMatch(from);
  return { [`${S}/${name}`]: text.replace(from, to) };
};

test("the tree has findings of its own", async () => {
  const empty = await foundSince(tree, { "README.md": "x\n" });
  expect(empty.toSorted()).toEqual(["path-parameter-undocumented", "sample-undocumented"]);
});

test.each<[string, Contents]>([
  ["no change", {}],
  ["lines above", edited("index.rst", "Show widget\n", "About widgets.\n\nShow widget\n")],
  ["a corrected URL", edited("index.rst", "GET /v1/widgets/{widget_id}", "GET /v2/widgets/{widget_id}")],
  ["a corrected title", edited("index.rst", "Show widget\n===========", "Show a widget\n=============")],
  ["a longer sample", edited("samples/widget.json", "{\n", "{\n\n")],
  [
    "a renamed sample",
    {
      ...edited("index.rst", "samples/widget.json", "examples/one.json"),
      [`${S}/samples/widget.json`]: undefined,
      [`${S}/examples/one.json`]: sample,
    },
  ],
  [
    "a renamed folder",
    Object.fromEntries(
      Object.entries(tree).flatMap(([name, text]) => [
        [name, undefined],
        [name.replace(S, "docs/ref/source"), text],
      ]),
    ),
  ],
  ["something mended", edited("samples/widget.json", ',\n    "weight": 3', "")],
  [
    "a section that moved to a part",
    {
      [`${S}/index.rst`]: "=======\nWidgets\n=======\n\n.. include:: widgets.inc\n",
      [`${S}/widgets.inc`]: page.slice(page.indexOf("Show widget")),
    },
  ],
])("%s brings nothing new", async (_, change) => {
  expect(await foundSince(change)).toEqual([]);
});

test.each<[string, Contents, string[]]>([
  ["another type", edited("parameters.yaml", "type: integer", "type: boolean"), ["sample-type"]],
  ["a row less", edited("index.rst", "   - size: size\n", ""), ["sample-undocumented", "definition-unused"]],
  ["a sample less", { [`${S}/samples/widget.json`]: undefined }, ["sample-not-found"]],
  ["another value", edited("samples/widget.json", '"red"', "7"), ["sample-type"]],
  [
    "a second property of that kind",
    edited("samples/widget.json", "3", '3, "depth": 3'),
    ["sample-undocumented"],
  ],
  [
    "the same finding once more",
    {
      [`${S}/index.rst`]: `${page}\n${page.slice(page.indexOf("Show widget")).replace("v1", "v2").replace("Show", "Find")}`,
    },
    ["path-parameter-undocumented", "sample-undocumented"],
  ],
])("%s: what it breaks is found, and nothing else", async (_, change, want) => {
  expect(await foundSince(change)).toEqual(want);
});

test("a definition less: what is found already is not found again in other words", async () => {
  const found = await foundSince(
    edited("parameters.yaml", parameters.slice(parameters.indexOf("size:")), ""),
  );
  expect(found).toContain("unknown-parameter");
  expect(found).not.toContain("path-parameter-undocumented");
});

test("a comment that switched a rule off is gone", async () => {
  const comment = ".. apiref-disable-next-line path-parameter-undocumented\n";
  const commented = page.replace(".. rest_method", `${comment}.. rest_method`);
  expect(await foundSince({ [`${S}/index.rst`]: page }, { ...tree, [`${S}/index.rst`]: commented })).toEqual([
    "path-parameter-undocumented",
  ]);
});

test("a URL that another operation shares is corrected in one of the two: neither is told of again", async () => {
  const twice = `${page.replace("/v1", "v1")}\n${page
    .slice(page.indexOf("Show widget"))
    .replace("Show", "Find")
    .replace("GET /v1", "DELETE v1")}`;
  const corrected = twice.replace("DELETE v1/widgets/{widget_id}", "DELETE v1/widgets/{id}");
  const found = await foundSince({ [`${S}/index.rst`]: corrected }, { ...tree, [`${S}/index.rst`]: twice });
  expect(found).not.toContain("url-malformed");
});

test("a configuration is read as it was", async () => {
  const config = `${S}/apiref.config.yaml`;
  const off = "rules: { sample-undocumented: off }\n";
  expect(await foundSince({ [config]: undefined }, { ...tree, [config]: off })).toEqual([
    "sample-undocumented",
  ]);
  expect(await foundSince({ [config]: off })).toEqual([]);
});

test("where there was no tree, everything is new", async () => {
  expect(await foundSince(tree, { "README.md": "x\n" })).toHaveLength(2);
});
