import { expect, test } from "vitest";
import { resolveSettings } from "../src/config/resolve.ts";
import { memoryFiles } from "../src/files/memory.ts";
import { serialize } from "../src/openapi/serialize.ts";
import { runProject } from "../src/project.ts";
import { ruleNames } from "../src/rules/index.ts";

const ROOT = "/project/source";
const LAMP = `lamp:
  description: |
    A lamp.
  in: body
  required: true
  type: string
`;

/** A page with one operation, prose in it, and more directives at its end. */
function page(prose: string, more = "   - lamp: lamp\n"): string {
  return `Lamps\n=====\n\nList lamps\n----------\n\n.. rest_method:: GET /lamps\n\n${prose}\n\nResponse\n~~~~~~~~\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n\n.. rest_parameters:: parameters.yaml\n\n${more}`;
}

const times = (count: number, text: (index: number) => string, between = "\n\n") =>
  Array.from({ length: count }, (_, index) => text(index)).join(between);

const sampled = (names: number) => ({
  "index.rst": page("", "   - lamp: lamp\n\n.. literalinclude:: lamps.json\n"),
  "lamps.json": JSON.stringify(
    Object.fromEntries(Array.from({ length: names }, (_, index) => [`k${index}`, 1])),
  ),
});

/** Trees of a size at which lists no longer fit on the stack, or names into a recursion. */
const trees: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "150,000 paragraphs": { "index.rst": page(times(150_000, (index) => `Lamp ${index}.`)) },
  "130,000 entries of a toctree": {
    "index.rst": `${page("")}\n\n.. toctree::\n\n${times(130_000, (index) => `   lamp${index}`, "\n")}\n`,
  },
  "8,000 documents, each in the toctree of the one before": Object.fromEntries(
    Array.from({ length: 8000 }, (_, index) => [
      index === 0 ? "index.rst" : `lamp${index}.rst`,
      `${index === 0 ? page("") : `Lamp ${index}\n=========\n`}\n.. toctree::\n\n   lamp${index + 1}\n`,
    ]),
  ),
  "130,000 unknown rows": {
    "index.rst": page(
      "",
      times(130_000, (index) => `   - lamp: shade${index}`, "\n"),
    ),
  },
  "130,000 codes": { "index.rst": page(`Error response codes: ${times(130_000, () => "404", ", ")}`) },
  "a name of 2,500 steps": { "index.rst": page("", `   - ${times(2500, () => "a", ".")}: lamp\n`) },
  "a part 1,500 times": {
    "index.rst": page(times(1500, () => ".. include:: part.inc")),
    "part.inc": times(100, () => "A lamp."),
  },
  "a word of 100,000 letters": { "index.rst": page(`${"x".repeat(100_000)} ${"y".repeat(100_000)}-`) },
  "200,000 blanks in a line of prose": { "index.rst": page(`If the${" ".repeat(200_000)}lamp burns.`) },
  "a word of the URL of 100,000 letters": {
    "index.rst": page("").replace("GET /lamps", `GET /${"x".repeat(100_000)}`),
  },
  "20,000 keys of a sample": sampled(20_000),
  "200,000 blanks in a sample": {
    ...sampled(1),
    "lamps.json": `{"lamp": 1, "shade":${" ".repeat(200_000)}"..."}`,
  },
  "60,000 empty lines in a definition": {
    "index.rst": page(""),
    "parameters.yaml": LAMP.replace("A lamp.", `A lamp.\n${"\n".repeat(60_000)}    A light.`),
  },
  "an address of 1,000 variables": {
    "index.rst": page("").replace(
      "/lamps",
      times(1000, (index) => `/{lamp${index}}`, ""),
    ),
  },
};

test.each(Object.keys(trees))(
  "%s: a document, and findings",
  async (name) => {
    const texts = { "parameters.yaml": LAMP, "status.yaml": "200:\n  default: |\n    OK.\n", ...trees[name] };
    const files = memoryFiles({
      files: Object.fromEntries(Object.entries(texts).map(([file, text]) => [`${ROOT}/${file}`, text])),
    });
    const settings = resolveSettings(files, ROOT, { source: ROOT }, ruleNames);
    const { specification, findings, summary } = await runProject(files, settings);
    expect(summary.operations).toBe(1);
    for (const extension of ["json", "yaml"] as const)
      expect(serialize(specification.document, extension)).toContain("List lamps");
    expect(findings.filter(({ rule }) => rule === "internal-error")).toEqual([]);
    if (!/paragraphs|part/.test(name)) expect(findings.length).toBeGreaterThan(0);
  },
  60_000,
);
