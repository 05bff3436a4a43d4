import { afterAll, expect, test } from "vitest";
import type * as Library from "../src/index.ts";

// by the package's own name, as its users have it: the program that was built
const { memoryFiles, openWorkspace, ruleInfos }: typeof Library = await import(
  "os-api-ref-openapi" as string
);

const page = `Widgets
=======

List widgets
------------

.. rest_method:: GET /v2/widgets

.. rest_parameters:: parameters.yaml

   - limit: limit

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widgets: widgets
   - name: name

.. literalinclude:: widgets.json
`;
const files = memoryFiles({
  files: {
    "/project/input/index.rst": page,
    "/project/input/parameters.yaml": `limit:
  description: Most.
  in: query
  required: false
  type: integer
name:
  description: Its name.
  in: body
  required: true
  type: string
widgets:
  description: All of them.
  in: body
  required: true
  type: array
`,
    "/project/input/widgets.json": '{"widgets": [{"name": "lamp"}]}\n',
  },
});
const workspace = openWorkspace({ files, workingDirectory: "/project" });
afterAll(() => workspace.close());

/** The findings of one rule. */
async function found(rule: string): Promise<Library.LocatedFinding[]> {
  const { findings } = await workspace.check();
  return findings.filter((finding) => finding.rule === rule);
}

test("findings follow a text that is not saved, with offsets into it", async () => {
  expect(await found("unknown-parameter")).toEqual([]);
  const text = page.replace("limit: limit", "limit: limti");
  workspace.setText("input/index.rst", text);
  const [finding] = await found("unknown-parameter");
  expect(finding).toMatchObject({ file: "input/index.rst", line: 11, severity: "error" });
  expect(text.slice(finding!.start, finding!.end)).toBe("limti");
  workspace.dropText("input/index.rst");
  expect(await found("unknown-parameter")).toEqual([]);
  expect(new TextDecoder().decode(files.read("/project/input/index.rst"))).toBe(page);
});

test("a finding brings the edits that mend it", async () => {
  const text = page.replace("Widgets\n=======", "Widgets\n===");
  workspace.setText("input/index.rst", text);
  const [finding] = await found("rst-title-underline");
  expect(finding!.fixable).toBe(true);
  expect(finding!.edits).toMatchObject([
    { file: "input/index.rst", line: 2, column: 4, endLine: 2, endColumn: 4 },
  ]);
  const mended = finding!.edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
  workspace.setText("input/index.rst", mended);
  expect(await found("rst-title-underline")).toEqual([]);
  workspace.dropText("input/index.rst");
});

test("the schemas of a body are whole, and the caller's own", async () => {
  const check = await workspace.check();
  const [operation] = check.operations;
  expect(operation).toMatchObject({ method: "GET", path: "/v2/widgets", title: "List widgets", line: 4 });
  const { documented, published } = operation!.response;
  expect(documented).toHaveProperty(
    ["properties", "widgets", "items", "properties", "name", "type"],
    "string",
  );
  expect(published).toEqual(documented);
  expect(published).not.toBe(documented);
  expect(operation!.request).toEqual({});
  expect(check.document).toHaveProperty(["paths", "/v2/widgets", "get", "operationId"], "listWidgets");
});

test("rules tell of themselves", async () => {
  const rule = (rules: readonly Library.RuleInfo[]) => rules.find(({ name }) => name === "unknown-parameter");
  expect(rule(ruleInfos())).toMatchObject({ severity: "error", fixable: expect.any(Boolean) });
  expect(rule(ruleInfos())).not.toHaveProperty("url");
  expect(rule(ruleInfos("https://example.org/{rule}.html"))!.url).toBe(
    "https://example.org/unknown-parameter.html",
  );
  expect(rule((await workspace.check()).rules)!.bad["index.rst"]).toContain("«");
});
