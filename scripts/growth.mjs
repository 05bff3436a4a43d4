// Shows how the time of `lint` grows with what a tree holds: npm run growth [-- CASE …]
// Each case is a made-up tree at two sizes; twice the size is to take at most 2.5 times the processor time.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cli } from "./lib/trees.mjs";

/** The most that twice the size may take. */
const BAR = 2.5;

const times = (count, text, between = "\n\n") =>
  Array.from({ length: count }, (_, i) => text(i)).join(between);
const definition = (name, type = "string") =>
  `${name}:\n  description: |\n    A lamp.\n  in: body\n  required: false\n  type: ${type}\n`;
const page = (prose, rows = "   - lamp: lamp", more = "") =>
  `Lamps\n=====\n\nList lamps\n----------\n\n.. rest_method:: GET /lamps\n\n${prose}\n\nResponse\n~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n\n.. rest_parameters:: parameters.yaml\n\n${rows}\n${more}`;
const sampled = (value, rows) => ({
  "index.rst": page("", rows, "\n.. literalinclude:: lamps.json\n"),
  "lamps.json": value,
});
const keys = (count) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1])));
const operation = (i, url, sample) =>
  `Do ${i}\n--------\n\n.. rest_method:: GET ${url}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp: lamp\n\n.. literalinclude:: ${sample}`;
const described = (text) => ({ "parameters.yaml": definition("lamp").replace("A lamp.", text) });
const rows = (count, name, key) => times(count, (i) => `   - ${name(i)}: ${key(i)}`, "\n");

/** By name: the smaller size, and the files of the tree at a size. */
const cases = {
  "markup without an end, in one line": [16_000, (n) => ({ "index.rst": page("*a ".repeat(n)) })],
  "roles in one line": [8_000, (n) => ({ "index.rst": page(":shade:`b` ".repeat(n)) })],
  "strong text without an end, in one line": [32_000, (n) => ({ "index.rst": page("**a ".repeat(n)) })],
  "backquotes without an end, in one line": [16_000, (n) => ({ "index.rst": page("`a ".repeat(n)) })],
  "one long word": [64_000, (n) => ({ "index.rst": page("x".repeat(n)) })],
  "one long word with a hyphen": [64_000, (n) => ({ "index.rst": page(`${"x".repeat(n)}-`) })],
  "words that no dictionary has": [
    4_000,
    (n) => ({
      "index.rst": page(times(n, (i) => `lam${[...`${i}`].map((d) => "abcdefghij"[d]).join("")}qz`, " ")),
    }),
  ],
  "one long word of stars": [32_000, (n) => ({ "index.rst": page("*a".repeat(n)) })],
  "words in backquotes, in one line": [16_000, (n) => ({ "index.rst": page("`a` ".repeat(n)) })],
  paragraphs: [60_000, (n) => ({ "index.rst": page(times(n, (i) => `Lamp ${i}.`)) })],
  comments: [16_000, (n) => ({ "index.rst": page(times(n, (i) => `.. lamp ${i}`)) })],
  directives: [30_000, (n) => ({ "index.rst": page(times(n, () => ".. note:: Lamp.")) })],
  titles: [16_000, (n) => ({ "index.rst": page(times(n, (i) => `Lamp ${i}\n~~~~~~~~`)) })],
  targets: [16_000, (n) => ({ "index.rst": page(times(n, (i) => `.. _lamp${i}: http://lamp/${i}`, "\n")) })],
  "unknown labels": [1_000, (n) => ({ "index.rst": page(times(n, (i) => `:ref:\`lamp${i}\``, " ")) })],
  "codes in prose": [
    8_000,
    (n) => ({ "index.rst": page(`Error response codes: ${times(n, () => "404", ", ")}`) }),
  ],
  "blanks behind a label": [16_000, (n) => ({ "index.rst": page(`Error response codes:${" ".repeat(n)}x`) })],
  "suppression comments": [
    16_000,
    (n) => ({ "index.rst": page(times(n, () => ".. apiref-disable-next-line unknown-parameter")) }),
  ],
  "unknown rows": [
    16_000,
    (n) => ({
      "index.rst": page(
        "",
        rows(
          n,
          (i) => `r${i}`,
          (i) => `shade${i}`,
        ),
      ),
    }),
  ],
  "rows nearly as definitions": [
    1_000,
    (n) => ({
      "index.rst": page(
        "",
        rows(
          n,
          (i) => `r${i}`,
          (i) => `some_long_name_x${i}`,
        ),
      ),
      "parameters.yaml": times(n, (i) => definition(`some_long_name_k${i}`), ""),
    }),
  ],
  "rows of objects": [
    4_000,
    (n) => ({
      "index.rst": page(
        "",
        rows(
          n,
          (i) => `r${i}`,
          (i) => `k${i}`,
        ),
      ),
      "parameters.yaml": times(n, (i) => definition(`k${i}`, "object"), ""),
    }),
  ],
  "the same row": [
    8_000,
    (n) => ({
      "index.rst": page(
        "",
        rows(
          n,
          () => "lamp",
          () => "lamp",
        ),
      ),
    }),
  ],
  "rows one inside another": [
    800,
    (n) => ({
      "index.rst": page(
        "",
        rows(
          n,
          (i) => times(60, (step) => `s${step < 59 ? step : i}`, "."),
          () => "lamp",
        ),
      ),
    }),
  ],
  "names with a dot": [
    4_000,
    (n) => ({
      "index.rst": page(
        "",
        rows(
          n,
          (i) => `r${i}.lamp`,
          () => "lamp",
        ),
      ),
    }),
  ],
  "lines of a table": [
    16_000,
    (n) => ({ "index.rst": page(`.. csv-table::\n\n${times(n, (i) => `   a,"b ${i}"`, "\n")}`) }),
  ],
  "codes in a list of prose": [
    4_000,
    (n) => ({
      "index.rst": page(
        `Error response codes:\n\n${times(n, (i) => `- 4${10 + (i % 80)}: lamp ${i}`, "\n")}`,
      ),
    }),
  ],
  "rows and keys that differ": [
    2_000,
    (n) =>
      sampled(
        keys(n),
        rows(
          n,
          (i) => `r${i}.lamp`,
          () => "lamp",
        ),
      ),
  ],
  definitions: [
    8_000,
    (n) => ({ "parameters.yaml": definition("lamp") + times(n, (i) => definition(`k${i}`), "") }),
  ],
  "keys of a sample": [8_000, (n) => sampled(keys(n))],
  "keys that stand twice": [40_000, (n) => sampled(`{${times(n, () => '"lamp": "a"', ",")}}`)],
  "items of a list": [60_000, (n) => sampled(JSON.stringify(Array.from({ length: n }, () => ({ lamp: 1 }))))],
  "tables about objects": [
    2_000,
    (n) => ({
      "index.rst": page(
        "",
        rows(
          n,
          (i) => `box${i}`,
          () => "box",
        ),
        times(
          n,
          (i) =>
            `\nbox${i}\n+++++++\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp${i}: lamp\n   - shade: box\n`,
        ),
      ),
      "parameters.yaml": definition("box", "object") + definition("lamp"),
    }),
  ],
  "rows of a table about an object": [
    2_000,
    (n) => ({
      ...sampled(`{"box": ${keys(n)}, "r1": 1}`, "   - box: box"),
      "index.rst": page(
        "",
        "   - box: box",
        `\nbox\n+++\n\n.. rest_parameters:: parameters.yaml\n\n   - k1: lamp\n${rows(
          n,
          (i) => `r${i}`,
          () => "lamp",
        )}\n\n.. literalinclude:: lamps.json\n`,
      ),
      "parameters.yaml": definition("box", "object") + definition("lamp"),
    }),
  ],
  "a part many times": [
    800,
    (n) => ({
      "index.rst": page(times(n, () => ".. include:: part.inc")),
      "part.inc": times(100, () => "A lamp."),
    }),
  ],
  "entries of a toctree": [
    20_000,
    (n) => ({ "index.rst": `${page("")}\n.. toctree::\n\n${times(n, (i) => `   lamp${i}`, "\n")}\n` }),
  ],
  "operations of one URL": [
    500,
    (n) => ({
      "index.rst": `Lamps\n=====\n\n${times(n, (i) => `Do ${i}\n-----------\n\n.. rest_method:: POST /lamps/action\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp: lamp`)}\n`,
    }),
  ],
  "actions with a body each": [
    1_000,
    (n) => ({
      "index.rst": `Lamps\n=====\n\n${times(n, (i) => `Do ${i}\n-----------\n\n.. rest_method:: POST /lamps/action\n\n.. rest_parameters:: parameters.yaml\n\n   - do${i}: do\n\n.. literalinclude:: do${i}.json`)}\n`,
      "parameters.yaml": definition("do").replace("false", "true"),
      ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`do${i}.json`, `{"do${i}": "a"}`])),
    }),
  ],
  operations: [
    1_500,
    (n) => ({
      "index.rst": `Lamps\n=====\n\n${times(n, (i) => operation(i, `/lamps${i}`, "lamps.json"))}\n`,
      "lamps.json": '{"lamp": "a"}',
    }),
  ],
  "operations of one resource with a sample each": [
    1_000,
    (n) => ({
      "index.rst": `Lamps\n=====\n\n${times(n, (i) => operation(i, "/lamps", `lamp${i}.json`))}\n`,
      ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`lamp${i}.json`, `{"lamp": "a${i}"}`])),
    }),
  ],
  "values in one description": [8_000, (n) => described(`One of ${times(n, (i) => `\`\`v${i}\`\``, ", ")}`)],
  "lists of values in one description": [
    2_000,
    (n) => described(times(n, (i) => `Valid values are \`\`a${i}\`\` or \`\`b${i}\`\`.`, " ")),
  ],
  "paragraphs of codes": [
    6_000,
    (n) => ({ "index.rst": page(times(n, (i) => `Error response codes: 4${10 + (i % 80)}`)) }),
  ],
  "labels, and descriptions that refer to them": [
    1_000,
    (n) => ({
      "index.rst": `${page(
        "",
        rows(
          n,
          (i) => `k${i}`,
          (i) => `k${i}`,
        ),
      )}\n\n${times(n, (i) => `.. _lamp-${i}:\n\nLamp ${i}\n--------\n\nA lamp.`)}\n`,
      "parameters.yaml": times(
        n,
        (i) => definition(`k${i}`).replace("A lamp.", `See :ref:\`lamp-${i}\`.`),
        "",
      ),
    }),
  ],
};

const wanted = process.argv.slice(2);
process.stdout.write("| what | size | twice the size | ratio | |\n| --- | --- | --- | --- | --- |\n");
for (const [name, [size, tree]] of Object.entries(cases)) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const [small, large] = [size, 2 * size].map((n) => secondsOf(tree(n)));
  const ratio = large / small;
  const cells = [
    name,
    `${size}: ${small.toFixed(2)} s`,
    `${2 * size}: ${large.toFixed(2)} s`,
    ratio.toFixed(2),
  ];
  process.stdout.write(`| ${cells.join(" | ")} | ${ratio <= BAR ? "" : "**too much**"} |\n`);
}

/** The processor time that `lint` takes for a tree. */
function secondsOf(files) {
  const folder = mkdtempSync(join(tmpdir(), "growth-"));
  const texts = {
    "parameters.yaml": definition("lamp"),
    "status.yaml": "200:\n  default: |\n    OK.\n",
    "index.rst": page(""),
  };
  for (const [file, text] of Object.entries({ ...texts, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--require",
      join(import.meta.dirname, "lib/processor-time.cjs"),
      cli,
      "lint",
      folder,
      "--format",
      "json",
    ],
    { encoding: "utf8", maxBuffer: 1 << 30 },
  );
  rmSync(folder, { recursive: true });
  if (!stdout.startsWith("{")) throw new Error(`lint failed on a made-up tree: ${stderr.slice(0, 400)}`);
  return Number(/processor time: (\d+)/.exec(stderr)[1]) / 1e6;
}
