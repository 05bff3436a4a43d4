import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compileTypes, consumerProblems, errorsAmong, typesOf } from "../../scripts/lib/consumers.mjs";
import { build, memoryFiles } from "../../src/index.ts";

/** The errors that readers of OpenAPI find in a document, TypeScript among them; one line each. */
async function errorsOf(document: object): Promise<string[]> {
  const types = compileTypes(new Map([["document.ts", await typesOf(document)]])).get("document.ts")!;
  const found = [...(await consumerProblems(document)), ...types];
  return errorsAmong(found).map(
    ({ consumer, rule, message, pointer }) => `${consumer}/${rule} ${pointer}: ${message}`,
  );
}

/** The document that is made of a tree with these files. */
async function documentOf(tree: Readonly<Record<string, string>>): Promise<object> {
  const files = Object.fromEntries(Object.entries(tree).map(([name, text]) => [`/tree/${name}`, text]));
  const { document } = await build({
    files: memoryFiles({ files }),
    workingDirectory: "/tree",
    source: "/tree",
  });
  return document;
}

const output = new URL("../../output/openapi.yaml", import.meta.url);

test.skipIf(!existsSync(output))("the document in output/ suits every reader", async () => {
  expect(await errorsOf(parse(readFileSync(output, "utf8")))).toEqual([]);
});

const definitions = `
id:
  description: The UUID of the gadget.
  in: path
  required: true
  type: uuid
limit:
  description: How many to give.
  in: query
  required: false
  type: int
gadget:
  description: A \`\`gadget\`\` object.
  in: body
  required: true
  type: object
gadgets:
  description: Gadgets.
  in: body
  required: true
  type: array
kind:
  description: The kind; see \`the list <https://example.org/kinds>\`_.
  in: body
  required: true
  type: string
labels:
  description: Free text by name.
  in: body
  required: false
  type: dict
  min_version: 2.7
weights:
  description: Numbers.
  in: body
  required: false
  type: list
trace:
  description: Where it went.
  in: header
  required: false
  type: string
`;

const codes = `
200:
  default: |
    Request was successful.
202:
  default: |
    Request was accepted.
404:
  default: |
    No such gadget.
409:
  default: |
    Conflict.
  busy: |
    The gadget is busy.
`;

/** An operation's section. */
function section(title: string, methodAndUrl: string, body = ""): string {
  return `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${methodAndUrl}\n\n${body}\n`;
}

/** A table of rows, `name: key` each. */
function rows(...entries: string[]): string {
  return `.. rest_parameters:: parameters.yaml\n\n${entries.map((entry) => `   - ${entry}\n`).join("")}\n`;
}

function subsection(title: string, body: string): string {
  return `${title}\n${"~".repeat(title.length)}\n\n${body}\n`;
}

const statuses = `.. rest_status_code:: success status.yaml\n\n   - 200\n\n.. rest_status_code:: error status.yaml\n\n   - 404\n   - 409: busy\n\n`;

function tree(index: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    "index.rst": `=======\nGadgets\n=======\n\n${index}`,
    "parameters.yaml": definitions,
    "status.yaml": codes,
    ...more,
  };
}

const gadget = `{"gadget": {"kind": "round", "labels": {"a": "b"}, "weights": [1, 2.5], "note": null}}`;

const cases: readonly { readonly name: string; readonly tree: Readonly<Record<string, string>> }[] = [
  {
    name: "a request and a response with samples",
    tree: tree(
      section("Create a gadget", "POST /v2/gadgets", statuses) +
        subsection("Request", rows("gadget: gadget", "kind: kind", "labels: labels", "weights: weights")) +
        subsection("Request example", ".. literalinclude:: gadget.json\n   :language: javascript\n") +
        subsection("Response", rows("gadget: gadget", "kind: kind", "X-Trace: trace")) +
        subsection("Response example", ".. literalinclude:: gadget.json\n   :language: javascript\n"),
      { "gadget.json": gadget },
    ),
  },
  {
    name: "actions on one path, two of them without a documented body",
    tree: tree(
      section("Grow a gadget", "POST /v2/gadgets/{id}/action", statuses) +
        subsection("Request", rows("id: id", "grow: gadget", "kind: kind")) +
        subsection("Request example", '.. code-block:: json\n\n   {"grow": {"kind": "tall"}}\n') +
        section("Shrink a gadget", "POST /v2/gadgets/{id}/action", statuses) +
        subsection("Request", rows("id: id")) +
        section("Turn a gadget", "POST /v2/gadgets/{id}/action") +
        subsection("Request", rows("id: id")),
    ),
  },
  {
    name: "rows inside what is said to be a text, and a body that must be sent with GET",
    tree: tree(
      section("Find a gadget", "GET /v2/gadgets/found", statuses) +
        subsection("Request", rows("kind: must", "weights: must", "a: kind")) +
        subsection(
          "Request example",
          '.. code-block:: json\n\n   {"kind": {"a": "x"}, "weights": [{"a": "y"}]}\n',
        ),
      {
        "parameters.yaml": `${definitions}must: {in: body, type: string, required: true, description: A text.}\n`,
      },
    ),
  },
  {
    name: "titles that differ in case only, and one title twice",
    tree: tree(
      section("List gadgets", "GET /v2/gadgets", statuses) +
        section("List Gadgets", "GET /v3/gadgets", statuses) +
        section("List gadgets", "GET /v4/gadgets", statuses),
    ),
  },
  {
    name: "titles that are names of types in programming languages",
    tree: tree(
      section("Array", "POST /v2/arrays", statuses) +
        subsection("Request", rows("gadget: gadget")) +
        section("Record", "GET /v2/records", statuses) +
        subsection("Response", rows("gadgets: gadgets")),
    ),
  },
  {
    name: "one path under two spellings of its variables, queries in URLs, trailing slashes, angle brackets",
    tree: tree(
      section("Show a gadget", "GET /v2/gadgets/{id}/", statuses) +
        section("Delete a gadget", "DELETE /v2/gadgets/{gadget_id}", statuses) +
        section("Show a part", "GET v2/gadgets/<gadget.id>/parts?kind={kind}", statuses) +
        section("Show a whole", "GET /v2/wholes/(id)?limit={limit}&deep=1", statuses) +
        subsection("Request", rows("id: id", "limit: limit")),
    ),
  },
  {
    name: "samples with keys that JSON Schema reserves, and nulls",
    tree: tree(
      section("Show a template", "GET /v2/templates", statuses) +
        subsection("Response", rows("gadget: gadget", "kind: kind")) +
        subsection("Response example", ".. literalinclude:: template.json\n"),
      {
        "template.json": `{"gadget": {"$ref": "#/x", "$id": "a", "$schema": "b", "kind": null, "all": [], "any": [null, {"a": 1}]}}`,
      },
    ),
  },
  {
    name: "types that are none, defaults and enums of another type, patterns of another language",
    tree: tree(
      section("Set a gadget", "PUT /v2/gadgets", statuses) +
        subsection("Request", rows("odd: odd", "wrong: wrong", "strange: strange", "missing: nowhere")),
      {
        "parameters.yaml": `odd:
  description: Odd.
  in: body
  required: true
  type: thing or two
wrong:
  description: Wrong.
  in: body
  required: ture
  type: integer
  default: many
  enum: [one, 2]
strange:
  description: Strange.
  in: body
  type: string
  pattern: '(?i)^\\d{,3}\\Z'
`,
      },
    ),
  },
  {
    name: "verbs that OpenAPI lacks, webhooks, heads and deletions",
    tree: tree(
      section("Copy a gadget", "COPY /v2/gadgets/{id}", statuses) +
        section("Look at a gadget", "HEAD /v2/gadgets/{id}", statuses) +
        subsection("Response", rows("X-Trace: trace")) +
        section("Be told", "POST < callbackUri (provided by API consumer) >", statuses) +
        subsection("Request", rows("gadget: gadget")) +
        section(
          "Delete a gadget",
          "DELETE /v2/gadgets/{id}",
          "Normal response codes: 204\n\nError codes: 404\n",
        ),
    ),
  },
  {
    name: "the least that is an operation",
    tree: { "index.rst": "T\n=\n\n.. rest_method:: GET /\n" },
  },
];

test.each(cases)("$name: every reader is content", async ({ tree }) => {
  expect(await errorsOf(await documentOf(tree))).toEqual([]);
});
