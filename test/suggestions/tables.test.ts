import { expect, test } from "vitest";
import { suggested } from "../support/suggested.ts";

const definition = (key: string, type = "string") =>
  `${key}:\n  description: |\n    What ${key} is.\n  in: body\n  required: true\n  type: ${type}\n`;

const section = (title: string, rows: string, sample: string) =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: GET /${title.split(" ")[1]}/1\n\nNormal response codes: 200\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows}\n.. literalinclude:: ${sample}\n   :language: json\n\n`;

const page = (...sections: string[]) => `Lamps\n=====\n\n${sections.join("")}`;

/** One operation with these rows and this sample. */
const tree = (rows: string, sample: unknown, keys: readonly (readonly [string, string?])[]) => ({
  "index.rst": page(section("Show lamps", rows, "lamp.json")),
  "parameters.yaml": keys.map(([key, type]) => definition(key, type)).join(""),
  "lamp.json": typeof sample === "string" ? sample : JSON.stringify(sample),
});

/** The lines of a table after the suggestions. */
async function rowsAfter(files: Readonly<Record<string, string>>, name = "index.rst") {
  const { texts, fresh, gone } = await suggested(files);
  expect(gone.every((text) => text.startsWith("sample-undocumented: "))).toBe(true);
  expect(fresh.filter((text) => !text.startsWith("definition-undescribed: "))).toEqual([]);
  return (texts.get(name) ?? "").split("\n").filter((line) => /^ +- /.test(line));
}

test.each([
  [
    "of a flat table",
    "   - lamp: lamp\n   - name: name\n",
    ["   - lamp: lamp", "   - name: name", "   - watts: watts"],
  ],
  [
    "of dotted names",
    "   - lamp: lamp\n   - lamp.name: name\n",
    ["   - lamp: lamp", "   - lamp.name: name", "   - lamp.watts: watts"],
  ],
  [
    "of marked names",
    "   - lamp: lamp\n   - \\> name: name\n",
    ["   - lamp: lamp", "   - \\> name: name", "   - \\> watts: watts"],
  ],
])("a row %s is written as its neighbour", async (_, rows, expected) => {
  const files = tree(rows, { lamp: { name: "Hall", watts: 40 } }, [["lamp", "object"], ["name"]]);
  expect(await rowsAfter(files)).toEqual(expected);
});

test("an object whose own row is missing gets one, behind all that its neighbour holds", async () => {
  const rows = "   - lamp: lamp\n   - name: name\n   - bulb: bulb\n   - kind: kind\n";
  const sample = { lamp: { name: "Hall", bulb: { kind: "E27" }, shade: { colour: "red", width: 4 } } };
  const files = tree(rows, sample, [["lamp", "object"], ["name"], ["bulb", "object"], ["kind"]]);
  expect(await rowsAfter(files)).toEqual([
    "   - lamp: lamp",
    "   - name: name",
    "   - bulb: bulb",
    "   - kind: kind",
    "   - shade: shade",
  ]);
  expect((await suggested(files)).texts.get("parameters.yaml")).toMatch(
    /^shade:\n(?: {2}.*\n)+? {2}type: object\n/m,
  );
});

test("what only some items of a list have is optional", async () => {
  const rows = "   - lamps: lamps\n   - name: name\n";
  const sample = { lamps: [{ name: "Hall" }, { name: "Door", watts: 40.5 }] };
  const { texts } = await suggested(tree(rows, sample, [["lamps", "array"], ["name"]]));
  expect(texts.get("parameters.yaml")).toMatch(
    /^watts:\n(?: {2}.*\n)+? {2}required: false\n {2}type: float\n/m,
  );
});

test("a table in a part that two operations include gets one row", async () => {
  const part = ".. rest_parameters:: parameters.yaml\n\n   - name: name\n";
  const included = (title: string) =>
    section(title, "", "lamp.json").replace(
      ".. rest_parameters:: parameters.yaml\n",
      ".. include:: table.inc\n",
    );
  const files = {
    "index.rst": page(included("Show lamps"), included("Show bulbs")),
    "table.inc": part,
    "parameters.yaml": definition("name"),
    "lamp.json": '{"name": "Hall", "watts": 40}',
  };
  expect(await rowsAfter(files, "table.inc")).toEqual(["   - name: name", "   - watts: watts"]);
});

test("a definition that fits is looked up; a key that another type has is not", async () => {
  const files = {
    "index.rst": page(
      section("Show lamps", "   - id: id\n", "lamp.json"),
      section("Show bulbs", "   - id: id\n   - size: size\n   - name: name\n", "bulb.json"),
    ),
    "parameters.yaml": definition("id") + definition("name") + definition("size", "integer"),
    "lamp.json": '{"lamp": {"id": "1", "name": "Hall", "size": "large"}}',
    "bulb.json": '{"bulb": {"id": "2", "size": 3, "name": "E27"}}',
  };
  expect((await rowsAfter(files)).slice(0, 3)).toEqual([
    "   - id: id",
    "   - name: name",
    "   - size: lamp_size",
  ]);
});

test.each([
  ["on", '   - "on": lamp_on'],
  ["two words", "   - two words: two_words"],
  ["@type", '   - "@type": type'],
  ["7", '   - "7": lamp_7'],
  ["ext:size", "   - ext:size: ext:size"],
])("a property that is called %j", async (name, row) => {
  const files = tree("   - name: name\n", { name: "Hall", [name]: "x" }, [["name"]]);
  expect(await rowsAfter(files)).toContain(row);
});

test.each([["\r\n"], ["\n"]])("line ends %j stay, also where the last is missing", async (end) => {
  const files = tree("   - name: name\n", { name: "Hall", watts: 1 }, [["name"]]);
  const ended = {
    ...files,
    "index.rst": files["index.rst"].replaceAll("\n", end),
    "parameters.yaml": files["parameters.yaml"].trimEnd().replaceAll("\n", end),
  };
  const { texts } = await suggested(ended);
  expect(texts.get("index.rst")).toContain(`   - name: name${end}   - watts: watts${end}`);
  expect(texts.get("parameters.yaml")).toContain(`type: string${end}watts:${end}  description: |${end}`);
  for (const text of texts.values()) expect(text.replaceAll(end, "")).not.toMatch(/[\r\n]/);
});

test("headings above definitions stay above them, and unsorted files get definitions all the same", async () => {
  const files = tree("   - name: name\n", { name: "Hall", alarm: true }, []);
  const query =
    "# variables in query\nlimit:\n  description: |\n    How many.\n  in: query\n  required: false\n  type: integer\n\n";
  const parameters = `${query}# variables in body\n${definition("name")}`;
  const sorted = await suggested({ ...files, "parameters.yaml": parameters });
  expect(sorted.texts.get("parameters.yaml")).toMatch(/# variables in body\nalarm:\n(?: {2}.*\n)+\n?name:\n/);
  const anchored = parameters
    .replace("name:\n", "name: &name\n")
    .replace("limit:", "zeal:\n  <<: *name\nlimit:");
  expect(
    (
      await suggested({
        ...files,
        "parameters.yaml": anchored.replace("&name", "").replace("  <<: *name\n", "  in: body\n"),
      })
    ).out,
  ).not.toBe("");
});

test("nothing is suggested where parameters.yaml cannot be read", async () => {
  const { "parameters.yaml": _, ...files } = tree("   - name: name\n", { name: "Hall", watts: 1 }, []);
  expect((await suggested(files)).out).toBe("");
  expect((await suggested({ ...files, "parameters.yaml": `${definition("name")}bad: [\n` })).out).toBe("");
});
