import { expect, test } from "vitest";
import { fixedTexts } from "../support/fixed.ts";

const definition = (
  key: string,
  place: string,
  type = "string",
  more = "",
  description = `What ${key} is.`,
) => `
${key}:
  description: ${description}
  in: ${place}
  required: ${!more.includes("optional")}
  type: ${type}
${more.replace("# optional\n", "")}`;

/** An operation of a page: its URL, rows of the request and of the response, a sample of the response. */
interface Written {
  readonly url: string;
  readonly request?: readonly string[];
  readonly response?: readonly string[];
  readonly sample?: string;
}

const table = (rows: readonly string[]) =>
  rows.length === 0
    ? ""
    : `.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n`;

const page = (operations: readonly Written[]) => `
Widgets
=======
${operations
  .map(
    ({ url, request = [], response = [], sample }, index) => `
Show widget ${index}
--------------

.. rest_method:: GET ${url}

${table(request)}
Response
~~~~~~~~

${table(response)}
${sample === undefined ? "" : `.. code-block:: json\n\n   ${sample}\n`}`,
  )
  .join("")}`;

async function fixed(rule: string, operations: readonly Written[], definitions: string): Promise<string> {
  const texts = { "index.rst": page(operations), "parameters.yaml": definitions };
  const after = await fixedTexts(texts, "--rule", rule);
  expect(after["parameters.yaml"]).toBe(definitions);
  expect(await fixedTexts(after, "--rule", rule)).toEqual(after);
  return after["index.rst"]!;
}

const IDS = definition("widget_id", "body") + definition("widget_id_path", "path");
const shown: Written = { url: "/lamps", response: ["widget_id: widget_id"] };

test.each<[string, string, Written[], string, Written[]]>([
  [
    "a row of the URL that looks up the body's definition",
    "path-parameter-undocumented",
    [{ url: "/widgets/{widget_id}", request: ["widget_id: widget_id"] }, shown],
    IDS,
    [{ url: "/widgets/{widget_id}", request: ["widget_id: widget_id_path"] }, shown],
  ],
  [
    "a slip in a row's name",
    "path-parameter-undocumented",
    [
      { url: "/widgets/{widget_id}", request: ["widget_di: widget_id_path"] },
      { url: "/widgets/{widget_id}/lamps", request: ["widget_id: widget_id_path"] },
    ],
    IDS,
    [
      { url: "/widgets/{widget_id}", request: ["widget_id: widget_id_path"] },
      { url: "/widgets/{widget_id}/lamps", request: ["widget_id: widget_id_path"] },
    ],
  ],
  [
    "a variable that the other URLs write with another sign",
    "path-parameter-undocumented",
    [
      { url: "/widgets/{widget-id}", request: ["widget_id: widget_id_path"] },
      { url: "/widgets/{widget_id}/lamps", request: ["widget_id: widget_id_path"] },
      { url: "/widgets/{widget_id}/doors", request: ["widget_id: widget_id_path"] },
    ],
    IDS,
    [
      { url: "/widgets/{widget_id}", request: ["widget_id: widget_id_path"] },
      { url: "/widgets/{widget_id}/lamps", request: ["widget_id: widget_id_path"] },
      { url: "/widgets/{widget_id}/doors", request: ["widget_id: widget_id_path"] },
    ],
  ],
  [
    "a row of a response that looks up the URL's definition",
    "request-row-in-response",
    [
      {
        url: "/widgets/{widget_id}",
        request: ["widget_id: widget_id_path"],
        response: ["widget_id: widget_id_path"],
        sample: '{"widget_id": "1"}',
      },
    ],
    IDS,
    [
      {
        url: "/widgets/{widget_id}",
        request: ["widget_id: widget_id_path"],
        response: ["widget_id: widget_id"],
        sample: '{"widget_id": "1"}',
      },
    ],
  ],
  [
    "the definition that says the same, where the page has another of the name",
    "request-row-in-response",
    [
      {
        url: "/widgets/{widget_id}",
        request: ["widget_id: widget_id_path"],
        response: ["widget_id: widget_id_path"],
        sample: '{"widget_id": "1"}',
      },
      { url: "/lamps", response: ["widget_id: object_id"] },
    ],
    ["widget_id_path", "widget_id", "object_id"]
      .map((key) => definition(key, key.endsWith("path") ? "path" : "body", "string", "", "Which widget."))
      .join(""),
    [
      {
        url: "/widgets/{widget_id}",
        request: ["widget_id: widget_id_path"],
        response: ["widget_id: widget_id"],
        sample: '{"widget_id": "1"}',
      },
      { url: "/lamps", response: ["widget_id: object_id"] },
    ],
  ],
  [
    "a row of the variable with which the URL of one goes on",
    "path-parameter-not-in-url",
    [
      { url: "/widgets", request: ["limit: limit", "widget_id: widget_id_path"] },
      { url: "/widgets/{widget_id}", request: ["widget_id: widget_id_path"] },
    ],
    IDS + definition("limit", "query"),
    [
      { url: "/widgets", request: ["limit: limit"] },
      { url: "/widgets/{widget_id}", request: ["widget_id: widget_id_path"] },
    ],
  ],
])("%s", async (_, rule, before, definitions, after) => {
  expect(await fixed(rule, before, definitions)).toBe(page(after));
});

test.each<[string, string, Written[], string]>([
  [
    "two definitions that may be meant",
    "path-parameter-undocumented",
    [
      { url: "/widgets/{widget_id}", request: ["widget_id: widget_id"] },
      { url: "/a/{widget_id}", request: ["widget_id: widget_id_path"] },
      { url: "/b/{widget_id}", request: ["widget_id: other"] },
      shown,
    ],
    IDS + definition("other", "path"),
  ],
  [
    "a definition that nothing would look up afterwards",
    "path-parameter-undocumented",
    [{ url: "/widgets/{widget_id}", request: ["widget_id: widget_id"] }],
    IDS,
  ],
  [
    "a definition of another type",
    "path-parameter-undocumented",
    [{ url: "/widgets/{widget_id}", request: ["widget_id: widget_id"] }, shown],
    definition("widget_id", "body", "object") + definition("widget_id_path", "path"),
  ],
  [
    "a name that is said of everything, with a key that says whose it is",
    "path-parameter-undocumented",
    [
      { url: "/widgets/{id}", request: ["id: id"] },
      { url: "/lamps", response: ["id: id"] },
    ],
    definition("id", "body") + definition("lamp_id_path", "path"),
  ],
  [
    "a name that two URLs write in two ways",
    "path-parameter-undocumented",
    [{ url: "/widgets/{widget-id}", request: ["widget_id: widget_id_path"] }],
    IDS,
  ],
  [
    "a row of a response that no sample shows",
    "request-row-in-response",
    [
      {
        url: "/widgets/{widget_id}",
        request: ["widget_id: widget_id_path"],
        response: ["widget_id: widget_id_path"],
        sample: "{}",
      },
    ],
    IDS,
  ],
  [
    "a property since another microversion",
    "request-row-in-response",
    [
      {
        url: "/widgets/{widget_id}",
        request: ["widget_id: widget_id_path"],
        response: ["widget_id: widget_id_path"],
        sample: '{"widget_id": "1"}',
      },
    ],
    definition("widget_id_path", "path") + definition("widget_id", "body", "string", "  min_version: 2.9\n"),
  ],
  [
    "a property that may be left out",
    "request-row-in-response",
    [
      {
        url: "/widgets/{widget_id}",
        request: ["widget_id: widget_id_path"],
        response: ["widget_id: widget_id_path"],
        sample: '{"widget_id": "1"}',
      },
    ],
    definition("widget_id_path", "path") + definition("widget_id", "body", "string", "# optional\n"),
  ],
  [
    "one of two definitions, of which the other may be left out",
    "request-row-in-response",
    [
      {
        url: "/lamps/{widget_id}",
        request: ["widget_id: widget_id_path"],
        response: ["widget_id: widget_id_path"],
        sample: '{"widget_id": "1"}',
      },
      { url: "/lamps", response: ["widget_id: lamp-widget_id"] },
      { url: "/doors", response: ["widget_id: door-widget_id"] },
    ],
    definition("widget_id_path", "path") +
      definition("lamp-widget_id", "body") +
      definition("door-widget_id", "body", "string", "# optional\n"),
  ],
  [
    "a row that may be meant for the query",
    "path-parameter-not-in-url",
    [
      { url: "/widgets", request: ["limit: limit", "size: size"] },
      { url: "/sizes/{size}", request: ["size: size"] },
    ],
    definition("limit", "query") + definition("size", "path"),
  ],
  [
    "the only row of a table",
    "path-parameter-not-in-url",
    [
      { url: "/widgets", request: ["widget_id: widget_id_path"] },
      { url: "/widgets/{widget_id}", request: ["widget_id: widget_id_path"] },
    ],
    IDS,
  ],
])("%s: left to a person", async (_, rule, operations, definitions) => {
  expect(await fixed(rule, operations, definitions)).toBe(page(operations));
});

test("a table that operations share is changed where all of them need it", async () => {
  const part = ".. rest_parameters:: parameters.yaml\n\n   - widget_id: widget_id\n";
  const include = (url: string) => `
Show ${url.length}
-------

.. rest_method:: GET ${url}

.. include:: rows.inc
`;
  const title = "\nWidgets\n=======\n";
  const files = (urls: readonly string[]) => ({
    "index.rst": `${title}${urls.map(include).join("")}\n${page([shown]).replace(/^.*?=\n/s, "")}`,
    "rows.inc": part,
    "parameters.yaml": IDS,
  });
  const rowsAfter = async (urls: readonly string[]) =>
    (await fixedTexts(files(urls), "--rule", "path-parameter-undocumented"))["rows.inc"];
  expect(await rowsAfter(["/widgets/{widget_id}", "/lamps/{widget_id}"])).toBe(
    part.replace(": widget_id\n", ": widget_id_path\n"),
  );
  expect(await rowsAfter(["/widgets/{widget_id}", "/lamps"])).toBe(part);
});
