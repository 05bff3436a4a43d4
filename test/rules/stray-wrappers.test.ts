import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const section = (title: string, url: string, rows: readonly string[], sample: string) =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${url}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}: ${row}\n`).join("")}\n.. literalinclude:: ${sample}\n\n`;

const definition = (key: string, type: string) =>
  `${key}:\n  description: |\n    Words of ${key}.\n  in: body\n  required: true\n  type: ${type}\n`;

/** What is said of properties that samples lack. */
function told(texts: Record<string, string>): string[] {
  return checkTree({
    ...texts,
    "parameters.yaml": [
      definition("lamp", "object"),
      definition("lamps", "array"),
      definition("floor_lamp", "object"),
      definition("total", "object"),
      definition("tags", "array"),
      definition("watts", "integer"),
    ].join(""),
  })
    .filter(({ rule }) => rule === "sample-required")
    .map(({ message, span }) => `${span.file.path.split("/").at(-1)}: ${message}`);
}

const list = section("List lamps", "GET /lamps", ["lamps", "watts"], "list.json");
const samples = {
  "list.json": '{"lamps": [{"watts": 3}]}',
  "lamp.json": '{"lamp": {"watts": 3}}',
  "flat.json": '{"watts": 3}',
};
const page = (...sections: string[]) => `Lamps\n=====\n\n${sections.join("")}`;

test.each([
  ["that has a wrapper of its own", ["lamps", "lamp", "watts"], "lamp.json"],
  ["that has none", ["lamps", "watts"], "flat.json"],
])("the row of the list in the table of one thing %s is one too many", (_, rows, sample) => {
  const show = section("Show lamp", "GET /lamps/{lamp_id}", rows, sample);
  expect(told({ "index.rst": page(list, show), ...samples })).toEqual([
    "index.rst: `lamps` is the list of `GET /lamps`, and this response shows one object without it. Take the row out.",
  ]);
});

test("a list that other things of the kind show among their properties may be missing in one", () => {
  const tagged = section("List tags", "GET /lamps/{lamp_id}/tags", ["tags"], "tags.json");
  const show = section("Show lamp", "GET /lamps/{lamp_id}", ["tags", "watts"], "whole.json");
  const change = section("Change lamp", "PUT /lamps/{lamp_id}", ["tags", "watts"], "flat.json");
  const texts = { ...samples, "tags.json": '{"tags": [{"watts": 3}]}' };
  const whole = '{"tags": [{"watts": 3}], "watts": 1, "volts": 2, "hue": 3}';
  expect(told({ "index.rst": page(tagged, show, change), ...texts, "whole.json": whole })).toEqual([
    expect.stringContaining("`tags` is missing"),
  ]);
  const bare = told({ "index.rst": page(tagged, change), ...texts });
  expect(bare).toEqual([expect.stringContaining("`tags` is the list of `GET /lamps/{lamp_id}/tags`")]);
});

test("operations that share a sample have each their row of the list", () => {
  const rows = ["lamps", "watts"];
  const show = section("Show lamp", "GET /lamps/{lamp_id}", rows, "flat.json");
  const change = section("Change lamp", "PUT /lamps/{lamp_id}", rows, "flat.json");
  expect(told({ "index.rst": page(list, show, change), ...samples })).toHaveLength(2);
});

test("what stands beside the list does not belong to one thing of it", () => {
  const counted = section("List lamps", "GET /lamps", ["lamps", "watts", "total"], "list.json");
  const show = section("Show lamp", "GET /lamps/{lamp_id}", ["watts", "total"], "flat.json");
  const texts = { ...samples, "list.json": '{"lamps": [{"watts": 3}], "total": {"count": 1}}' };
  expect(told({ "index.rst": page(counted, show), ...texts })).toEqual([
    "index.rst: `total` stands beside the list of `GET /lamps`, and this response shows one object without it. Take the row out.",
  ]);
  const ofItems = { ...texts, "list.json": '{"lamps": [{"watts": 3, "total": {}}], "total": {"count": 1}}' };
  expect(told({ "index.rst": page(counted, show), ...ofItems })[0]).toContain("`total` is missing");
  const elsewhere = section("Show plug", "GET /plugs/{plug_id}", ["watts", "total"], "flat.json");
  expect(told({ "index.rst": page(counted, elsewhere), ...texts })[0]).toContain("`total` is missing");
});

test("an object that holds other bodies is told of where a sample shows its properties without it", () => {
  const change = section("Change lamp", "PUT /lamps/{lamp_id}", ["lamp", "watts"], "lamp.json");
  const show = section("Show lamp", "GET /lamps/{lamp_id}", ["lamp", "watts"], "flat.json");
  expect(told({ "index.rst": page(change, show), ...samples })).toEqual([
    "flat.json: `lamp` holds the whole body of `PUT /lamps/{lamp_id}`, and this sample shows its properties without it. Put them into `lamp`, or take the row out.",
  ]);
  const other = { ...samples, "flat.json": '{"watts": 3, "volts": 4}' };
  expect(told({ "index.rst": page(change, show), ...other })[0]).toContain("`lamp` is missing");
});

test("an object that is called otherwise in the sample, but for its last word", () => {
  const lamp = section("Show lamp", "GET /lamps/{lamp_id}", ["floor_lamp", "watts"], "table.json");
  const texts = { "index.rst": page(lamp), "table.json": '{"table_lamp": {"watts": 3}}' };
  expect(told(texts)).toEqual([
    "index.rst: `floor_lamp` is `table_lamp` in all samples of this response, which no row names. Correct the row, or the samples.",
  ]);
});

test("what is no list of another operation is missing in the sample", () => {
  const show = section("Show lamp", "GET /lamps/{lamp_id}", ["lamp", "tags", "watts"], "lamp.json");
  const first = section("List tags", "GET /tags", ["tags"], "tags.json");
  const [message] = told({ "index.rst": page(first, show), ...samples, "tags.json": '{"tags": ["a"]}' });
  expect(message).toContain("lamp.json: `lamp.tags` is missing");
});

test("a table whose first row is the one property of all samples by nearly its name", () => {
  const renamed = section("List lamps", "GET /lamps", ["lamps", "watts"], "renamed.json");
  expect(told({ "index.rst": page(renamed), "renamed.json": '{"floor_lamps": [{"watts": 3}]}' })).toEqual([
    "index.rst: `lamps` is `floor_lamps` in all samples of this response, which no row names. Rename the row.",
  ]);
  const other = told({ "index.rst": page(renamed), "renamed.json": '{"bulbs": [{"watts": 3}]}' });
  expect(other.filter((message) => message.includes("Rename"))).toEqual([]);
});

test("rows below a title of the response, where the request has a sample and no table", () => {
  const rows = section("Change lamp", "PUT /lamps/{lamp_id}", ["lamp", "watts"], "flat.json");
  const request = "Request Example\n~~~~~~~~~~~~~~~\n\n.. literalinclude:: lost.json\n\n";
  expect(told({ "index.rst": page(rows, request), ...samples, "lost.json": '{"lamp": {}}' })).toEqual([
    "index.rst: The response's sample lacks `lamp`, and the request has a sample, but no table. Put the row below a title that names the request, or add it to the sample.",
  ]);
  expect(told({ "index.rst": page(rows, request), ...samples })).toEqual([
    "index.rst: The response's sample lacks `lamp`, and the request has no table, only a sample whose file is missing. Put the row below a title that names the request, or add it to the sample.",
  ]);
  const patch = told({ "index.rst": page(rows, request), ...samples, "lost.json": '[{"op": "add"}]' });
  expect(patch[0]).toContain("`lamp` is missing");
});

test("a row of a variable of the URL in front of what holds the whole response is one too many", () => {
  const at = (url: string, rows: readonly string[]) =>
    told({ "index.rst": page(section("Show lamp", url, rows, "lamp.json")), ...samples });
  expect(at("GET /sites/{total}/lamps/1", ["total", "lamp", "watts"])).toEqual([
    "index.rst: `total` is in the URL, and the sample of the response shows it neither beside nor inside `lamp`. Take the row out, or add it to the sample.",
  ]);
  for (const others of [
    at("GET /lamps/1", ["total", "lamp", "watts"]),
    at("GET /sites/{total}/lamps/1", ["lamp", "total", "watts"]),
  ])
    expect(others).not.toContainEqual(expect.stringContaining("is in the URL"));
});
