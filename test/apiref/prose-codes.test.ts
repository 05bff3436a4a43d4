import { expect, test } from "vitest";
import { readProseCodes } from "../../src/apiref/prose-codes.ts";
import { parseDocument } from "../../src/rst/parse.ts";
import { SourceFile } from "../../src/text/source-file.ts";

/** `success 200`, `error 404 «not found»`, `success 201 2.1–2.19`; then whether the prose says more. */
function read(text: string): string[] | undefined {
  const file = new SourceFile("/x/index.rst", text);
  const reading = readProseCodes(parseDocument(file).blocks, 0);
  if (reading === undefined) return undefined;
  const rows = reading.rows.map((row) => {
    expect(file.text.slice(row.codeSpan.start, row.codeSpan.end)).toBe(row.code);
    const versions =
      row.minVersion === undefined && row.maxVersion === undefined
        ? ""
        : ` ${row.minVersion ?? ""}–${row.maxVersion ?? ""}`;
    return `${row.kind} ${row.code}${row.phrase === undefined ? "" : ` «${row.phrase}»`}${versions}`;
  });
  return reading.saysMore ? [...rows, "more"] : rows;
}

test.each<[string, string[] | undefined]>([
  ["Normal response codes: 200\n", ["success 200"]],
  ["Normal response codes: 200, 203 and 300\n", ["success 200", "success 203", "success 300"]],
  ["Normal Response Code: 204.\n", ["success 204"]],
  [
    "Error response codes: badThing(400), itemMissing(404)\n",
    ["error 400 «badThing»", "error 404 «itemMissing»"],
  ],
  [
    "Error response codes: Bad Thing(400),\nItem Missing(404)\n",
    ["error 400 «Bad Thing»", "error 404 «Item Missing»"],
  ],
  ["**Normal response codes**\n\nOK (200) - the lamp was lit\n", ["success 200 «the lamp was lit»"]],
  ["Normal response codes:\n\n- noContent (204): it went out\n", ["success 204 «it went out»"]],
  ["Error codes: 400,401\n", ["error 400", "error 401"]],
  ["Error response codes:202,\n", ["error 202"]],
  ["Error response codes: 404 (if the lamp is gone)\n", ["error 404 «if the lamp is gone»"]],
  [
    "Error codes: lampGone(404) if there is no lamp. (If the lamp is only dark, the result is 200 with no light.)\n",
    ["error 404 «if there is no lamp. (If the lamp is only dark, the result is 200 with no light.)»"],
  ],
  [
    "Error codes:\n\n- 404: no lamp; where none is lit, the answer is 200\n",
    ["error 404 «no lamp; where none is lit, the answer is 200»"],
  ],
  ["Normal response codes: 200\nError response codes: gone(410)\n", ["success 200", "error 410 «gone»"]],
  [
    "Normal response codes: 200 (microversions 1.20 - ), 201 (microversions 1.0 - 1.19)\n",
    ["success 200 1.20–", "success 201 1.0–1.19"],
  ],
  ["Error codes:\n    - 400 (Invalid)\n    - 404\n", ["error 400 «Invalid»", "error 404"]],
  [
    "Normal response codes:\n    - 200\nError response codes:\n    - 404, 409\n",
    ["success 200", "error 404", "error 409"],
  ],
  ["Error codes:\n    Some of them.\n", undefined],
  [
    "Error codes:\n\n- 400 (Invalid, Missing)\n- ``403`` not yours\n",
    ["error 400 «Invalid, Missing»", "error 403 «not yours»"],
  ],
  ["Error codes:\n\n- ``400``\n- ``404``\n", ["error 400", "error 404"]],
  ["**Normal response codes**: 200\n", ["success 200"]],
  ["Response codes: 200, 404\n", ["success 200", "error 404"]],
  ["Error codes: TBD\n", ["more"]],
  ["Normal response codes: 200. The lamp may flicker.\n", ["success 200", "more"]],
  ["Normal response code(s):200, 203\n", ["success 200", "success 203"]],
  ["Error Response Code(s): 401-Unauthorized\n", ["error 401 «Unauthorized»"]],
  ["Expected error http response codes: gone(410)\n", ["error 410 «gone»"]],
  ["Possible error codes: 400\n", ["error 400"]],
  [
    "Error response codes: broken (400, 500, ...), gone(410)\n",
    ["error 400 «broken»", "error 500 «broken»", "error 410 «gone»"],
  ],
  ["Normal response codes: 200 OK or 206 Partial\n", ["success 200 «OK»", "success 206 «Partial»"]],
  ["Success codes: 200. Errors: 404, gone(410).\n", ["success 200", "error 404", "error 410 «gone»"]],
  ["Normal response codes: 200\nErrors: 404\n", ["success 200", "error 404"]],
  ["Error codes: 404 for an internal\nerror: gone\n", ["error 404 «for an internal error: gone»"]],
  ["Error codes: 404 -- no lamp, 409 - lit\n", ["error 404 «no lamp»", "error 409 «lit»"]],
  ["**Normal response codes**\n\n200, 300\n", ["success 200", "success 300"]],
  ["**Error response codes**\n\ngone (410),\nlost (404)\n", ["error 410 «gone»", "error 404 «lost»"]],
  ["**Error response codes**\n\nThe lamp says which.\n", undefined],
  ["Normal response code:\n    202\n", ["success 202"]],
  ["   - 200\n   - 404\n", undefined],
  ["The lamp answers with 200.\n", undefined],
  ["Country codes: 49\n", undefined],
  ["- 200\n", undefined],
  [
    "====  ========\nCode  What\n====  ========\n200   Fine.\n404   No lamp.\n====  ========\n",
    ["success 200 «Fine.»", "error 404 «No lamp.»"],
  ],
  [
    "+-------------+--------+-------------+\n| Status code | Name   | What        |\n+=============+========+=============+\n| ``400``     | Broken | A lamp is   |\n|             |        | broken.     |\n+-------------+--------+-------------+\n",
    ["error 400 «Broken: A lamp is broken.»"],
  ],
  ["====  ====\nCode  What\n====  ====\n200   Fine.\nall   More.\n====  ====\n", undefined],
  ["====  ====\nCode  What\n====  ====\n200   - a\n      - b\n====  ====\n", undefined],
  ["====  ====\nSize  What\n====  ====\n200   Large.\n====  ====\n", undefined],
  [
    "Error response codes: badThing(400), noPower(403),\n itemMissing(404)\n",
    ["error 400 «badThing»", "error 403 «noPower»", "error 404 «itemMissing»"],
  ],
  ["Normal response codes: 200\n  Error response codes: 404\n", ["success 200", "error 404"]],
  [
    "Normal response codes\n  200\nError response codes\n  404, 409\n",
    ["success 200", "error 404", "error 409"],
  ],
  ["Some of the codes\n  200\n", undefined],
  [
    ":Normal response codes: 200, 202\n:Error codes: gone(410)\n",
    ["success 200", "success 202", "error 410 «gone»"],
  ],
  [":Normal response codes: 200\n:Author: the lamp\n", undefined],
  [".. rubric:: Error response codes\n\n- 404\n- 409\n", ["error 404", "error 409"]],
  [".. rubric:: Lamps\n\n- 404\n", undefined],
  ["* Normal response codes: 200\n* Error response codes: 404\n", ["success 200", "error 404"]],
  ["* Normal response codes:\n\n  - 200\n", ["success 200"]],
  ["* Normal response codes: 200\n* And so on.\n", undefined],
  ["Normal response codes：200\n", ["success 200"]],
  ["Normal response codes: 305 – 307\n", ["success 305", "success 307"]],
  ["Normal response codes: ``200 OK``\n", ["success 200 «OK»"]],
  ["Error response codes: **404 Not Found**, **409 Lit**\n", ["error 404 «Not Found»", "error 409 «Lit»"]],
  [
    ".. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Meaning\n   * - 200\n     - Fine.\n   * - ``404``\n     - Gone.\n",
    ["success 200 «Fine.»", "error 404 «Gone.»"],
  ],
  [
    '.. csv-table::\n   :header: "Name", "Status code"\n\n   "Fine", 200\n   "Gone", "404"\n',
    ["success 200 «Fine»", "error 404 «Gone»"],
  ],
])("%j", (text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

test.each([
  ["a list", "- ``200``: all is well\n- 404 - gone\n"],
  ["an indented list", "   - 200 (all is well)\n   - 404: gone\n"],
])("%s below the title of a section for codes", (_, text) => {
  const file = new SourceFile("/x/index.rst", text);
  const { blocks } = parseDocument(file);
  expect(readProseCodes(blocks, 0, "Request")).toBeUndefined();
  const rows = readProseCodes(blocks, 0, "Response Codes")!.rows;
  expect(rows.map(({ kind, code, phrase }) => [kind, code, phrase])).toEqual([
    ["success", "200", "all is well"],
    ["error", "404", "gone"],
  ]);
});

test.each<[string, string, string[] | undefined]>([
  ["short labels", "Normal: 200, 201\n\nError: 404\n", ["200", "201"]],
  ["short labels in one paragraph", "Normal: 200\nErrors: gone (404)\n", ["200", "404"]],
  ["a bold label", "**Success**: 200\n", ["200"]],
  ["a label above a list", "Error:\n\n- 400\n- 404\n", ["400", "404"]],
  ["codes alone", "200, 404\n", ["200", "404"]],
  ["a table", "===  =====\n200  Fine.\n404  Gone.\n===  =====\n", ["200", "404"]],
  ["a text", "Lamps that are lit give 200.\nError: none of them.\n", undefined],
])("%s below the title of a section for codes", (_, text, wanted) => {
  const { blocks } = parseDocument(new SourceFile("/x/index.rst", text));
  expect(readProseCodes(blocks, 0, "Response Codes")?.rows.map(({ code }) => code)).toEqual(wanted);
  expect(readProseCodes(blocks, 0, "Request")).toBeUndefined();
});

test.each([
  ["200-203, 300", ["200", "201", "202", "203", "300"]],
  ["200 to 202", ["200", "201", "202"]],
  ["400-499", []],
])("the range in %j", (codes, wanted) => {
  const text = `Normal response codes: ${codes}\n`;
  const { blocks } = parseDocument(new SourceFile("/x/index.rst", text));
  expect(readProseCodes(blocks, 0)!.rows.map(({ code }) => code)).toEqual(wanted);
});

test("each label of a paragraph has its own place", () => {
  const text = "Normal response codes: 200\nError response codes:\n\n- 404\n";
  const { blocks } = parseDocument(new SourceFile("/x/index.rst", text));
  const places = readProseCodes(blocks, 0)!.rows.map(({ origin: { kind, ...origin } }) =>
    kind === "prose" && "span" in origin ? text.slice(origin.span.start, origin.span.end) : "",
  );
  expect(places).toEqual(["Normal response codes: 200", "Error response codes:\n\n- 404"]);
});
