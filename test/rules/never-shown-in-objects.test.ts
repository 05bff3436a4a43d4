import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const DEFINITIONS = ["widget", "gear"]
  .map((key) => `${key}:\n  description: The ${key}.\n  in: body\n  required: true\n  type: object\n`)
  .concat(
    ["size", "marks"].map(
      (key) => `${key}:\n  description: Its ${key}.\n  in: body\n  required: true\n  type: string\n`,
    ),
  )
  .join("");

/** What `sample-required` says of a page that shows widgets and gears, each in one response a sample, as `text: message`. */
function told(samples: readonly Readonly<Record<string, object>>[]): string[] {
  const sections = samples.map((sample, index) => {
    const [name] = Object.keys(sample);
    return `Show ${index}\n------\n\n.. rest_method:: GET /v1/${name}s/${index}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - ${name}: ${name}\n   - size: size\n   - marks: marks\n\n.. literalinclude:: sample-${index}.json\n`;
  });
  return checkTree({
    "index.rst": `Widgets\n=======\n\n${sections.join("\n")}`,
    "parameters.yaml": DEFINITIONS,
    ...Object.fromEntries(
      samples.map((sample, index) => [`sample-${index}.json`, JSON.stringify(sample, undefined, 2)]),
    ),
  })
    .filter(({ rule }) => rule === "sample-required")
    .map(({ span: { file, start, end }, message }) => {
      const line = file.text.slice(0, start).split("\n").length;
      return `${file.path.split("/").at(-1)}:${line} ${file.text.slice(start, end)}: ${message}`;
    });
}

const gear = { gear: { size: "1" } };
const widget = { widget: { size: "1", marks: "x" } };

test("what all samples of one object lack, and others on the page have, is told at its row", () => {
  expect(told([widget, gear, gear])).toEqual([
    expect.stringMatching(
      /^index\.rst:\d+ marks: `gear\.marks` is required, but none of the 2 samples of responses on this page that show its object has it\. Take the row out/,
    ),
  ]);
});

test("where another sample of the object has it, or there is but one, it is told at the sample", () => {
  const atSample = expect.stringMatching(/^sample-\d\.json/);
  expect(told([widget, gear, gear, { gear: { size: "1", marks: "x" } }])).toEqual([atSample, atSample]);
  expect(told([widget, gear])).toEqual([atSample]);
});
