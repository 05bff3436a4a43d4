// More of something than anybody writes: inside one another, named by one another, and with little room for it.
import { readdirSync, readFileSync } from "node:fs";
import { widgets } from "./lib/box.mjs";
import { ended, expect, worked } from "./lib/expect.mjs";

/** In RST each level is shifted, so that the text grows as the square of the depth. */
const DEEP = 100_000;
const DEEP_IN_RST = 2_000;

const lines = (count, line, between = "\n") => Array.from({ length: count }, (_, i) => line(i)).join(between);
const page = (more) => `${widgets["source/index.rst"]}\n${more}\n`;
const sample = (text) => ({
  "source/index.rst": page(".. literalinclude:: sample.json"),
  "source/sample.json": text,
});
const definitions = (text) => ({
  "source/index.rst": page(".. rest_parameters:: more.yaml\n\n   - name: name"),
  "source/more.yaml": text,
});
const body = (text) => ({ "source/index.rst": page(text) });

/** Trees for which a document is to be made, whatever is found. */
const trees = {
  "brackets in a sample": sample(`${"[".repeat(DEEP)}${"]".repeat(DEEP)}`),
  "brackets that stay open": sample("[".repeat(DEEP)),
  "objects in a sample": sample(`${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`),
  "objects that stay open": sample('{"a":'.repeat(DEEP)),
  "brackets in YAML": definitions(`name: ${"[".repeat(DEEP)}${"]".repeat(DEEP)}\n`),
  "brackets that stay open in YAML": definitions(`name: ${"{a: ".repeat(DEEP)}\n`),
  "maps in YAML": definitions(`${lines(DEEP_IN_RST, (i) => `${" ".repeat(i)}a:`)}\n`),
  "lists in YAML": definitions(`${"- ".repeat(DEEP)}a\n`),
  "keys in YAML": definitions(`${"? ".repeat(DEEP)}a\n`),
  "quotes in YAML that name each other": definitions(
    `a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${lines(30, (i) => `a${i + 1}: &a${i + 1} [${lines(10, () => `*a${i}`, ", ")}]`)}\nname: *a30\n`,
  ),
  "maps in YAML that are merged": definitions(
    `a0: &a0 {in: body}\n${lines(30, (i) => `a${i + 1}: &a${i + 1}\n  <<: [*a${i}, *a${i}]\n  x${i}: 1`)}\nname: *a30\n`,
  ),
  "a quote in YAML of itself": definitions(
    "name: &name\n  in: body\n  type: *name\n  description: [*name]\n",
  ),
  "a configuration of quotes": {
    "source/apiref.config.yaml": `a: &a [x, x]\n${lines(40, (i) => `b${i}: &b${i} [*${i === 0 ? "a" : `b${i - 1}`}, *${i === 0 ? "a" : `b${i - 1}`}]`)}\n`,
  },
  "lists one inside another": body(lines(DEEP_IN_RST, (i) => `${"  ".repeat(i)}- a`, "\n\n")),
  "lists one inside another, in one line": body(`${"- ".repeat(DEEP)}a`),
  "quotes one inside another": body(lines(DEEP_IN_RST, (i) => `${" ".repeat(i)}a`, "\n\n")),
  "notes one inside another": body(lines(DEEP_IN_RST, (i) => `${"   ".repeat(i)}.. note::`, "\n\n")),
  "tables one inside another": body(
    lines(600, (i) => `${"     ".repeat(i)}${i === 0 ? "" : "* - "}.. list-table::\n`),
  ),
  "parts one inside another": {
    ...body(".. include:: p0.inc"),
    ...Object.fromEntries(
      Array.from({ length: 3_000 }, (_, i) => [`source/p${i}.inc`, `.. include:: p${i + 1}.inc\n`]),
    ),
  },
  "parts that bring many": {
    ...body(".. include:: p0.inc"),
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`source/p${i}.inc`, `.. include:: p${i + 1}.inc\n\n`.repeat(10)]),
    ),
  },
  "substitutions that bring many": body(
    `${lines(30, (i) => `.. |s${i}| replace:: ${`|s${i + 1}| `.repeat(10)}`)}\n\n|s0|`,
  ),
  "brackets in a path": {
    "source/index.rst": widgets["source/index.rst"].replace("/v1/widgets", `/${"{a".repeat(DEEP)}`),
  },
  "names with many dots": body(`.. rest_parameters:: parameters.yaml\n\n   - ${"a.".repeat(DEEP)}a: name`),
  "objects of objects in a type": definitions(
    `name:\n  in: body\n  required: true\n  description: |\n    A.\n  type: ${"list of ".repeat(DEEP)}strings\n`,
  ),
};

const isConfiguration = (files) => "source/apiref.config.yaml" in files;

/** Memory that is too small ends the program; what it was to write is there whole or not at all. */
const little = (megabytes, args) => async (place) => {
  const pages = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `source/w${i}.rst`,
      widgets["source/index.rst"].replaceAll("widgets", `widgets${i}`).replaceAll("Widgets", `Widgets ${i}`),
    ]),
  );
  const written = { "output/openapi.yaml": "before\n", "report.json": "before\n" };
  place.write({ ...widgets, ...pages, ...written });
  const outcome = await place.apiref(args, { node: [`--max-old-space-size=${megabytes}`] });
  const isDone = outcome.code === 0 || outcome.code === 1;
  for (const name of Object.keys(written)) {
    const text = readFileSync(place.at(name), "utf8");
    expect(text === "before\n" || (isDone && text.length > 1_000), `half of ${name}: ${text.slice(-100)}`);
  }
  const states = new Set(
    Object.keys(pages).map((name) => readFileSync(place.at(name), "utf8") === pages[name]),
  );
  expect(states.size === 1, "some files are old and some are new");
  if (isDone) return;
  // What was killed may leave its texts; the next run takes them away.
  worked(await place.apiref(args));
  const left = ["source", "output", "."].flatMap((folder) => readdirSync(place.at(folder)));
  expect(!left.some((name) => name.startsWith(".apiref-")), `left behind: ${left}`);
};

export const cases = {
  ...Object.fromEntries(
    Object.entries(trees).map(([name, files]) => [
      name,
      async (place) => {
        place.write({ ...widgets, ...files });
        const outcome = await place.apiref(["build", "source", "--quiet"]);
        ended(outcome);
        if (isConfiguration(files)) return;
        worked(outcome);
        const document = readFileSync(place.at("output/openapi.yaml"), "utf8");
        expect(
          /^openapi: /.test(document) && /^ {2}(?:\? )?\//m.test(document),
          `no document: ${document.slice(0, 300)}`,
        );
      },
    ]),
  ),
  ...Object.fromEntries(
    [10, 14, 20, 28, 40].flatMap((megabytes) =>
      [
        ["build", "source", "--quiet", "--report", "json=report.json"],
        ["fix", "source", "--quiet"],
      ].map((args) => [`${megabytes} MB for ${args[0]}`, little(megabytes, args)]),
    ),
  ),
};
