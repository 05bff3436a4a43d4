import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

function operation(title: string, method: string, sample: string) {
  return `
${title}
${"-".repeat(title.length)}

.. rest_method:: ${method}

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: ${sample}
   :language: json
`;
}

const SHOW = operation("Show lamp", "GET /lamps/{lamp_id}", "lamp-show.json");

test("an operation that shows the sample of another one is told which lies unused", () => {
  const [finding] = expectFindingsAtMarks("sample-unused", {
    "index.rst": `Lamps\n=====\n${SHOW}${operation("Dim a lamp", "POST /lamps/{lamp_id}/dim", "«lamp-show.json»")}`,
    "lamp-show.json": "{}",
    "lamp-dim.json": "{}",
  });
  expect(finding!.message).toBe(
    "`Dim a lamp` shows `lamp-show.json`, and no document includes `lamp-dim.json`. Show that here instead.",
  );
  expect(finding!.related![0]!.span.file.path).toMatch(/lamp-dim\.json$/);
});

test("what the sample that is meant shows as well is missing in the table", () => {
  const table = ".. rest_parameters:: parameters.yaml\n\n   - colour: colour\n\n.. literalinclude";
  const page = `${SHOW}${operation("Dim a lamp", "POST /lamps/{lamp_id}/dim", "lamp-show.json")}`;
  const told = (dimmed: string) =>
    checkTree({
      "index.rst": `Lamps\n=====\n${page.replaceAll(".. literalinclude", table)}`,
      "parameters.yaml": "colour:\n  description: It.\n  in: body\n  required: false\n  type: string\n",
      "lamp-show.json": '{"colour": "red", "watts": 3, "shade": 1}',
      "lamp-dim.json": dimmed,
    })
      .filter(({ rule }) => rule === "sample-undocumented")
      .map(({ operation: title, message }) => `${title}: ${message.split(".")[0]}`);
  expect(told('{"colour": "red", "watts": 3}')).toEqual([
    "GET /lamps/{lamp_id}: No row names `watts` and `shade`",
    "POST /lamps/{lamp_id}/dim: No row names `watts`",
  ]);
  expect(told('{"colour": "red"}')).toEqual(["GET /lamps/{lamp_id}: No row names `watts` and `shade`"]);
});

test("a sample that is named after more than the verb is the operation's own", () => {
  expectFindingsAtMarks("sample-unused", {
    "index.rst": `Lamps\n=====\n${SHOW}${operation("List lamps in detail", "GET /lamps/detail", "lamps-details.json")}`,
    "lamps-details.json": "{}",
    "lamp-show.json": "{}",
    "lamps-list.json": "«»{}",
  });
});

/** An operation with a table of the response and its sample. */
function tabled(title: string, method: string, rows: readonly string[], sample: string) {
  const table = `Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}: ${row}\n`).join("")}\nResponse Example\n`;
  return operation(title, method, sample).replace("Response Example\n", table);
}

const NAMES = ["colour", "height", "length", "material", "maker", "weight"];

const DEFINITIONS = {
  "parameters.yaml": NAMES.map(
    (name) => `${name}:\n  description: Its ${name}.\n  in: body\n  required: true\n  type: string\n`,
  ).join(""),
};

const sampleOf = (...names: readonly string[]) =>
  JSON.stringify(Object.fromEntries(names.map((one) => [one, "x"])));

test("a sample that fits where another file is shown, which fits elsewhere, is told of with that", () => {
  const files = {
    ...DEFINITIONS,
    "fence.json": sampleOf("height", "length", "material"),
    "roof.json": sampleOf("colour", "maker", "weight", "length"),
  };
  const show = tabled("Show fence", "GET /fences/{id}", ["height", "length", "material"], "fence.json");
  const build = (file: string) =>
    tabled("Build roof", "POST /roofs", ["colour", "maker", "weight", "length"], file);
  const all = checkTree({ ...files, "index.rst": `Fences\n======\n${show}${build("fence.json")}` });
  expect(
    all.filter(({ rule }) => /^(?:sample|row)-/.test(rule)).map(({ rule, message }) => `${rule}: ${message}`),
  ).toEqual([
    "sample-unused: `Build roof` shows `fence.json`, and no document includes `roof.json`. Show that here instead.",
  ]);
  // one that fits neither table is unused, and nothing else
  const other = checkTree({
    ...files,
    "roof.json": sampleOf("slope", "slates", "weight"),
    "index.rst": `Fences\n======\n${show}${build("fence.json")}`,
  });
  expect(other.filter(({ rule }) => rule === "sample-unused").map(({ message }) => message)).toEqual([
    "No document includes `roof.json`. Include it, or delete it.",
  ]);
});

test("samples of which documents show those of another microversion are one finding", () => {
  const files = ["show", "list"].flatMap((verb) => [
    `samples/lamps/lamp-${verb}.json`,
    `samples/lamps/v2.7/lamp-${verb}.json`,
  ]);
  const told = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n.. literalinclude:: samples/lamps/v2.7/lamp-show.json\n\n.. literalinclude:: samples/lamps/v2.7/lamp-list.json\n\n.. literalinclude:: samples/lamps/lamp-other.json\n`,
    "samples/lamps/lamp-other.json": "{}",
    ...Object.fromEntries(files.map((file) => [file, "{}"])),
  }).filter(({ rule }) => rule === "sample-unused");
  expect(told.map(({ message }) => message)).toEqual([
    "No document includes `lamp-list.json` and others, for they show the samples of these names at other microversions. Delete them only if no other program uses them.",
  ]);
});

test("a sample of another microversion is named with its folder", () => {
  const [told] = checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n.. literalinclude:: samples/lamp.json\n\n.. literalinclude:: samples/v2.7/lamps.json\n",
    "samples/lamp.json": "{}",
    "samples/v2.7/lamps.json": "{}",
    "samples/v2.7/lamp.json": "{}",
  }).filter(({ rule }) => rule === "sample-unused");
  expect(told!.message).toContain("No document includes `v2.7/lamp.json`, for");
});

test("of two files whose names differ in what joins their words, the one that has what the URL ends in is meant", () => {
  const page = (path: string) =>
    `Lamps\n=====\n${SHOW}${operation("List bulbs of a lamp", `GET /lamps/{lamp_id}${path}`, "lamp-show.json")}`;
  const found = (path: string, meant: string) =>
    checkTree({
      "index.rst": page(path),
      "lamp-show.json": '{"lamp": {"id": 1}}',
      "lamp_show.json": meant,
    }).flatMap(({ rule, message }) => (rule === "sample-unused" ? [message] : []));
  expect(found("/bulbs", '{"lamp_bulbs": []}')).toEqual([
    "`List bulbs of a lamp` shows `lamp-show.json`, and no document includes `lamp_show.json`. Show that here instead.",
  ]);
  const left = ["No document includes `lamp_show.json`. Include it, or delete it."];
  expect(found("/bulbs", '{"lamp": {"id": 2}}')).toEqual(left);
  expect(found("/shades", '{"lamp_bulbs": []}')).toEqual(left);
});

test("samples of a folder that begin alike before the verb have one cause, and their names", () => {
  const all = checkTree({
    "index.rst": `Lamps\n=====\n${SHOW.replace("lamp-show", "samples/lamp-show")}`,
    "samples/lamp-show.json": "{}",
    "samples/old-bulb-create.json": "{}",
    "samples/old-bulbs-list-response.json": "{}",
    "samples/shade-request.json": "{}",
  }).filter(({ rule }) => rule === "sample-unused");
  expect(all.map(({ called }) => called)).toEqual([
    "old-bulb-create.json",
    "old-bulbs-list-response.json",
    "shade-request.json",
  ]);
  expect(all[0]!.cause).toBe(all[1]!.cause);
  expect(all[2]!.cause).not.toBe(all[1]!.cause);
});
