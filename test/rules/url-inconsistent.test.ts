import { expect, test } from "vitest";
import { spanPositions } from "../../src/text/span.ts";
import { checkTree } from "../support/project.ts";

function found(...urls: readonly string[]) {
  const section = (url: string) => `${url}\n${"-".repeat(url.length)}\n\n.. rest_method:: ${url}\n\n`;
  return checkTree({ "index.rst": `Lamps\n=====\n\n${urls.map(section).join("")}` })
    .filter(({ rule }) => rule === "url-inconsistent")
    .map(({ span, edits }) => [
      spanPositions(span).start.line,
      span.file.text.slice(span.start, span.end),
      edits?.[0]?.text,
    ]);
}

const three = ["GET /v1/lamp-sets", "GET /v1/lamp-sets/{set_id}", "PUT /v1/lamp-sets/{set_id}"];

test.each([
  ["an underscore for a dash", "DELETE /v1/lamp_sets/{set_id}", [[22, "lamp_sets", "lamp-sets"]]],
  ["a missing plural", "DELETE /v1/lamp-set/{set_id}", [[22, "lamp-set", "lamp-sets"]]],
  ["a singular before another variable is another resource", "GET /v1/lamp-set/{other_id}", []],
  ["a singular that ends the path may be one thing", "GET /v1/lamp-set", []],
  ["another word", "DELETE /v1/lamp-seats/{set_id}", []],
  ["the same word somewhere else", "GET /v1/rooms/{room_id}/lamp_sets", []],
])("%s", (_, url, want) => {
  expect(found(...three, url)).toEqual(want);
});

test("a collection that is listed in the singular, beside its members in the plural", () => {
  const told = (title: string, ...urls: readonly string[]) => {
    const section = (name: string, url: string) =>
      `${name}\n${"-".repeat(name.length)}\n\n.. rest_method:: ${url}\n\n`;
    const members = ["GET", "PUT", "DELETE"].map((verb) => `${verb} /v1/lamps/{lamp_id}`);
    return checkTree({
      "index.rst": `Lamps\n=====\n\n${section(title, "GET /v1/lamp")}${[...members, ...urls].map((url) => section(url, url)).join("")}`,
    })
      .filter(({ rule }) => rule === "url-inconsistent")
      .map(({ message }) => message);
  };
  expect(told("List lamps")).toEqual(["`lamp` is `lamps` in the URLs of 3 other operations. Write `lamps`."]);
  expect(told("Show the lamp")).toEqual([]);
  expect(told("List lamps", "GET /v1/lamps")).toEqual([]);
  expect(told("List lamps", "GET /v1/lamps/detail")).toEqual([]);
});

test.each([
  ["a word behind a variable", ["GET /v1/lamps/{lamp_id}bulbs"], [[7, "bulbs", "/"]]],
  ["in the middle of a path", ["GET /v1/lamps/{lamp_id}bulbs/{bulb_id}"], [[7, "bulbs", "/"]]],
  ["an ending of a file", ["GET /v1/lamps/{lamp_id}.json"], []],
  ["a word before a variable", ["GET /v1/lamps/lamp{lamp_id}"], []],
  ["a variable of the query", ["GET /v1/lamps?a={a}bulbs"], []],
])("%s", (_, urls, want) => {
  expect(found(...urls)).toEqual(want);
});

const lamps = ["GET /v2/lamps", "POST /v2/lamps", "GET /v2/lamps/{lamp_id}"];

test.each([
  ["a version that is missing", [...lamps, "PUT /lamps/{lamp_id}"], [[22, "/lamps/{lamp_id}", "/v2"]]],
  ["a version without a slash", [...lamps, "PUT lamps/{lamp_id}"], [[22, "lamps/{lamp_id}", undefined]]],
  [
    "a version and a variable",
    [...lamps, "PUT /lamps/{lamp_id}"].map((url) => url.replace("v2", "v2/{p}")),
    [[22, "/lamps/{lamp_id}", "/v2/{p}"]],
  ],
  ["too few that have it", [...lamps.slice(1), "PUT /lamps/{lamp_id}"], []],
  ["two versions", [...lamps, "GET /v3/lamps", "PUT /lamps/{lamp_id}"], []],
  ["another resource", [...lamps, "GET /versions"], []],
])("%s", (_, urls, want) => {
  expect(found(...urls)).toEqual(want);
});

test.each([
  ["Tighten the security of a lamp", "POST /lamps/{lamp_id}/securtiy_cord", "securtiy"],
  ["Tighten the security of a lamp", "POST /lamps/{securtiy}/security", undefined],
  ["Show the lamp", "GET /lamps/securtiy", undefined],
  ["Show its colours", "GET /colors?colurs=1", undefined],
  ["Show a schema and its media", "GET /schemas/vmedia", undefined],
])("a word of the URL that is none beside the title that has it: %s, %s", (title, url, word) => {
  const found = checkTree({
    "index.rst": `Lamps\n=====\n\n${title}\n${"-".repeat(40)}\n\n.. rest_method:: ${url}\n`,
  }).filter(({ rule }) => rule === "url-inconsistent");
  expect(found.map(({ span: { file, start, end } }) => file.text.slice(start, end))).toEqual(
    word === undefined ? [] : [word],
  );
});
