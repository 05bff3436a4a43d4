import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

const CODES = "Normal response codes: 200\n\nError response codes: 404\n";

const ANSWERED =
  "List shades\n-----------\n\n.. rest_method:: GET /shades\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - watts: watts\n\n";

/** What is found of operations that nothing documents the response of: file and how many related places. */
function found(pages: Readonly<Record<string, string>>, first = ANSWERED): string[] {
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n${first}${Object.keys(pages)
      .map((name) => `.. include:: ${name}\n`)
      .join("")}`,
    ...pages,
    "parameters.yaml":
      "id:\n  description: The lamp.\n  in: path\n  required: true\n  type: string\nwatts:\n  description: Its watts.\n  in: body\n  required: true\n  type: integer\n",
  });
  return joined(findings)
    .filter(({ rule, message }) => rule === "body-undocumented" && message.includes("answers 200"))
    .map(({ span, related = [] }) => `${span.file.path.split("/").at(-1)} ${related.length}`);
}

function operation(title: string, text: string, url = "GET /lamps/{id}"): string {
  return `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${url}\n\n${text}\n`;
}

const rows = "Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - id: id\n";

test("what reads something and answers nobody knows what, once a page", () => {
  const page = operation("Show lamp", `${CODES}\n${rows}`);
  const other = operation("Watts", `Retrieve the watts.\n\n${CODES}`, "GET /watts");
  expect(found({ "a.inc": page })).toEqual(["a.inc 0"]);
  expect(found({ "a.inc": `${page}\n${other}` })).toEqual(["a.inc 1"]);
});

test("once for all pages where it is a habit", () => {
  const names = ["a", "b", "c", "d"];
  const pages = (many: readonly string[]) =>
    Object.fromEntries(
      many.map((name) => [`${name}.inc`, operation(`Show ${name}`, CODES, `GET /${name}`)] as const),
    );
  expect(found(pages(names))).toEqual(["a.inc 3"]);
  expect(found(pages(names.slice(1)))).toEqual(["b.inc 0", "c.inc 0", "d.inc 0"]);
});

test.each([
  ["a table", `${CODES}\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - watts: watts\n`],
  ["a sample", `${CODES}\nResponse\n~~~~~~~~\n\n.. code-block:: json\n\n   {"watts": 5}\n`],
  ["some code", `${CODES}\nIt answers::\n\n   watts 5\n`],
  ["a text", `The response is a list of words.\n\n${CODES}`],
  ["what is no JSON", `Download its picture.\n\n${CODES}`],
  ["no success", "Error response codes: 404\n"],
  ["no content at times", "Normal response codes: 200, 204\n"],
])("nothing where there is %s", (_, text) => {
  expect(found({ "a.inc": operation("Show lamp", text) })).toEqual([]);
});

test("nothing of a tree that documents no response", () => {
  expect(found({ "a.inc": operation("Show lamp", CODES) }, "")).toEqual([]);
});

test("nothing of what changes something", () => {
  expect(found({ "a.inc": operation("Light lamp", CODES) })).toEqual([]);
  expect(found({ "a.inc": operation("Show lamp", CODES, "POST /lamps") })).toEqual([]);
});
