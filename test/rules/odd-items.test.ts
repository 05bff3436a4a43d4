import { expect, test } from "vitest";
import { joined } from "../../src/findings/joined.ts";
import { checkTree } from "../support/project.ts";

/** What is said of a sample of a list of lamps, as `file:line message`. */
function told(sample: string, rows: readonly string[], more: readonly string[] = []): string[] {
  const definition = (name: string) =>
    `${name}:\n  description: Its ${name}.\n  in: body\n  required: false\n  type: ${name === "lamps" ? "array" : "string"}\n`;
  const operation = (title: string, url: string, file: string) =>
    `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: GET ${url}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}: ${row}\n`).join("")}\nResponse Example\n~~~~~~~~~~~~~~~~\n\n.. literalinclude:: ${file}\n   :language: json\n\n`;
  const all = ["lamps", ...more];
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n${all.map((name) => operation(`List ${name}`, `/${name}`, `${name}.json`)).join("")}`,
    "parameters.yaml": rows.toSorted().map(definition).join(""),
    ...Object.fromEntries(all.map((name) => [`${name}.json`, sample])),
  });
  return joined(findings.filter(({ rule }) => rule === "sample-undocumented")).map(({ span, message }) => {
    const { file, start } = span;
    return `${file.path.slice(file.path.lastIndexOf("/") + 1)}:${file.positionAt(start).line} ${message}`;
  });
}

const lampsOf = (...names: readonly string[]) =>
  `{ "lamps": [\n${names.map((name) => `{ "id": "1", "${name}": "x" }`).join(",\n")}\n] }\n`;

test("a name with which one item of a list stands alone is a slip of the sample", () => {
  expect(told(lampsOf("colour", "color", "colour"), ["lamps", "id", "colour"])).toEqual([
    "lamps.json:3 No row names `lamps.color`. Did you mean `colour`?",
  ]);
  // also where nothing describes what the list holds, and where the name is that of a property elsewhere
  expect(told(lampsOf("rel", "rel", "ref"), ["lamps"])).toContain(
    "lamps.json:4 `ref` is `rel` in the 2 other items of this list. Write `rel`.",
  );
  // a copy of the sample has the same slip
  expect(told(lampsOf("colour", "color", "colour"), ["lamps", "id", "colour"], ["lights"])).toEqual([
    "lamps.json:3 No row names `lamps.color`. Did you mean `colour`? The same at 1 more place.",
  ]);
});

test.each([
  ["two items", ["rel", "ref"]],
  ["another name", ["rel", "rel", "size"]],
  ["a name with a word more", ["port", "port", "port_range"]],
])("%s is no slip", (_, names) => {
  expect(told(lampsOf(...names), ["lamps"]).filter((one) => one.includes("other items"))).toEqual([]);
});
