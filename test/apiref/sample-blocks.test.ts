import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { sampleSpan } from "../../src/samples/place.ts";
import { ROOT, treeOf } from "../support/project.ts";

/** `response «A title» widget.json`; each sample of an operation, and the kinds of blocks that are left as prose. */
function read(below: string, method = "GET"): string[] {
  const { files } = treeOf({
    "index.rst": `Widgets\n=======\n\n.. rest_method:: ${method} /widgets\n\nNormal response codes: 200\n\n${below}`,
    "widget.json": '{"colour": "red"}\n',
    "inner.json": '"colour": "red"',
  });
  const operation = readApiRef(files, ROOT).documents[0]!.operations[0]!;
  const samples = operation.samples.map((sample) => {
    const at = sample.text.indexOf("red");
    const { file, start, end } = sampleSpan(sample, at, at + 3);
    expect(file.text.slice(start, end)).toBe("red");
    return `${sample.side} «${sample.title}»${sample.path === undefined ? "" : ` ${sample.path}`}`;
  });
  const prose = [...operation.description, ...operation.notes.flatMap(({ blocks }) => blocks)];
  return [...samples, ...prose.map((block) => (block.kind === "directive" ? block.written : block.kind))];
}

const json = '{"colour": "red"}';
const section = (body: string) => `Response Example\n----------------\n\n${body}\n`;
const request = `Request\n-------\n\n.. csv-table::\n   :header: Name, In\n\n   colour, body\n\n`;

test.each<[string, string, string[], string?]>([
  ["a literal block", section(`::\n\n   ${json}`), ["response «Response Example»"]],
  ["a literal block behind its title", section(`**A red one**::\n\n   ${json}`), ["response «A red one»"]],
  ["a block without a language", section(`.. code-block::\n\n   ${json}`), ["response «Response Example»"]],
  [
    "an include as it stands",
    section(".. include:: widget.json\n   :literal:"),
    ["response «Response Example» widget.json", "include"],
  ],
  [
    "an include as code",
    section("**A red one**\n\n.. include:: widget.json\n   :code: json"),
    ["response «A red one» widget.json", "include"],
  ],
  ["a quotation", section(`   .. code-block:: json\n\n      ${json}`), ["response «Response Example»"]],
  [
    "a list",
    section(`#. One:\n\n   .. code-block:: json\n\n      ${json}`),
    ["response «Response Example»", "paragraph"],
  ],
  [
    "a term",
    `Example of a red one\n  .. code-block:: json\n\n    ${json}\n`,
    ["response «Example of a red one»"],
  ],
  [
    "an HTTP dump",
    section(`.. code-block:: http\n\n   HTTP/1.1 200 OK\n\n   ${json}`),
    ["response «Response Example»"],
  ],
  ["an HTTP dump without a body", section(".. code-block:: http\n\n   GET /red HTTP/1.1\n"), ["code-block"]],
  [
    "a command in a literal block",
    section(`::\n\n   $ curl -d '${json}' http://x/`),
    ["request «Response Example»"],
  ],
  [
    "what is put round a file",
    section(".. literalinclude:: inner.json\n   :prepend: {\n   :append: }"),
    ["response «Response Example» inner.json"],
  ],
  ["JSON right below the codes", `::\n\n   ${json}\n`, ["response «Widgets»"]],
  ["JSON right below the codes of what takes a body", `::\n\n   ${json}\n`, ["response «Widgets»"], "POST"],
  [
    "JSON below the table of what is sent",
    `.. csv-table::\n   :header: Name, In\n\n   colour, body\n\n::\n\n   ${json}\n`,
    ["request «Widgets»"],
    "POST",
  ],
  ["JSON that a sentence is about", `The list holds::\n\n   ${json}\n`, ["paragraph", "literal-block"]],
  [
    "two blocks below the last table",
    `${request}**Response parameters**\n\n.. csv-table::\n   :header: Name, In\n\n   colour, body\n\n::\n\n   ${json}\n\n::\n\n   ${json}\n`,
    ["request «Request»", "response «Request»"],
    "PUT",
  ],
])("a sample in %s", (_, below, wanted, method) => {
  expect(read(below, method)).toEqual(wanted);
});
