import { expect, test } from "vitest";
import { fixedTexts } from "../support/fixed.ts";

const page = (url: string) => `
Widgets
=======

Show widget
-----------

.. rest_method:: GET ${url}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id
`;
const parameters = `
widget_id:
  description: The widget's identifier.
  in: path
  required: true
  type: string
`;

async function fixedUrl(url: string): Promise<string> {
  const texts = await fixedTexts(
    { "index.rst": page(url), "parameters.yaml": parameters },
    "--rule",
    "url-malformed",
  );
  return /rest_method:: GET (.*)/.exec(texts["index.rst"]!)![1]!;
}

test.each([
  ["widgets/{widget_id}", "/widgets/{widget_id}"],
  ["/widgets/<widget_id>", "/widgets/{widget_id}"],
  ["/widgets/(widget_id)/", "/widgets/{widget_id}/"],
  ["/widgets/:widget_id", "/widgets/{widget_id}"],
  ["/widgets/%(widget_id)s", "/widgets/{widget_id}"],
  ["`/widgets/<widget_id>`", "/widgets/{widget_id}"],
  ["``/widgets/{widget_id}``", "/widgets/{widget_id}"],
  ["/widgets/\u200b{widget_id}\u200b", "/widgets/{widget_id}"],
  ["\\widgets\\{widget_id}", "/widgets/{widget_id}"],
  ["//widgets//{widget_id}", "/widgets/{widget_id}"],
  ["/widgets/{widget_id}.", "/widgets/{widget_id}"],
  ["widgets/{widget_id}?limit={limit}&marker=", "/widgets/{widget_id}?limit={limit}&marker="],
])("%s is mended", async (url, mended) => {
  expect(await fixedUrl(url)).toBe(mended);
});

test.each([
  ["a host", "https://example.com/widgets/{widget_id}"],
  ["a variable twice", "/{widget_id}/widgets/{widget_id}"],
  ["a variable that no row documents, which os-api-ref would find", "/widgets/{widget_id}/lamps/<lamp_id>"],
  ["more behind the path", "/widgets/{widget_id} or /lamps"],
  ["a brace that is not closed", "/widgets/{widget_id"],
  ["a name that is none", "/widgets/<the widget id>"],
  ["words within the path", "widgets of {widget_id}"],
  ["a fragment", "/widgets/{widget_id}#top"],
])("%s is left to a person", async (_, url) => {
  expect(await fixedUrl(url)).toBe(url);
});
