import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** Two operations that include one file, or two. */
function tree(shown: string, files: Readonly<Record<string, string>> = {}, row = "paint_recipe") {
  const operation = (title: string, url: string, rows: readonly string[], file: string) => `
${title}
${"-".repeat(title.length)}

.. rest_method:: POST ${url}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

${rows.map((name) => `   - ${name}: ${name}`).join("\n")}

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: samples/${file}
   :language: json
`;
  const definition = (name: string) => `${name}:
  description: The ${name.replaceAll("_", " ")} of it.
  in: body
  required: true
  type: string
`;
  return {
    "index.rst": `
Fences
======
${operation("Create fence", "/fences", ["height", "length"], "fence-create-response.json")}
${operation("Create fences", "/yards/{yard_id}/fences", [row], shown)}`,
    "parameters.yaml": [...new Set(["height", "length", row])].sort().map(definition).join(""),
    "samples/fence-create-response.json": '{"height": "two", "length": "nine"}\n',
    ...files,
  };
}

const OWN = { "samples/fences-create-response.json": '{"paint_recipe": "red"}\n' };

function told(files: Readonly<Record<string, string>>) {
  const findings = checkTree(files);
  return findings.filter(({ rule }) => /^sample-(?:undocumented|required|unused)$/.test(rule));
}

test("a file that fits the operation that includes it, too, and nothing here is told of once, where it is included", () => {
  const found = told(tree("fence-create-response.json"));
  expect(found.map(({ message }) => message)).toEqual([
    "`fence-create-response.json` is the sample of `Create fence`, and does not fit the table here. Include one of `Create fences` instead.",
  ]);
  expect(found[0]!.span.file.text.slice(found[0]!.span.start, found[0]!.span.end)).toBe(
    "samples/fence-create-response.json",
  );
});

test("the file that is meant is named where nothing includes it", () => {
  const found = told(tree("fence-create-response.json", OWN));
  expect(found.map(({ message }) => message)).toEqual([
    "`fence-create-response.json` is the sample of `Create fence`, and does not fit the table here. Include one of `Create fences` instead: no document includes `fences-create-response.json`, which may be meant.",
  ]);
});

test("the operation's own sample is no other's, nor is one that has a row of the table", () => {
  expect(told(tree("fences-create-response.json", OWN))).toEqual([]);
  const partly = told(tree("fence-create-response.json", {}, "height"));
  expect(partly.map(({ message }) => message).join()).not.toContain("is the sample of");
});
