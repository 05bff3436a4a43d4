import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** What is found of a file beside a sample that is included, as `severity file:offset`. */
function found(name: string, text: string): string[] {
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. literalinclude:: samples/lamp.json\n\n.. literalinclude:: samples/lamp.txt\n`,
    "samples/lamp.json": "{}\n",
    "samples/lamp.txt": "lit\n",
    [`samples/${name}`]: text,
  })
    .filter(({ rule }) => rule === "sample-syntax")
    .map(({ severity, span }) => `${severity} ${span.file.path.split("/").at(-1)}:${span.start}`);
}

test.each([
  ["a comma too many", "old.json", '{"ids": [1, ]}', ["warning old.json:10"]],
  ["two mistakes, told once", "old.json", '{"ids": [1, ], }', ["warning old.json:10"]],
  ["a name that stands twice", "old.json", '{"a": 1, "a": 2}', ["warning old.json:9"]],
  ["JSON", "old.json", "{}", []],
  ["nothing", "old.json", "\n", []],
  ["another kind of file", "old.txt", "{,}", []],
])("in a sample that no document includes: %s", (_, name, text, expected) => {
  expect(found(name, text)).toEqual(expected);
});

test("text in a file of JSON is to be called text, and needs no rows", () => {
  const log = "Lamp 7 was lit\nLamp 7 went out: {}\n";
  const found = checkTree({
    "index.rst": `Lamps\n=====\n\nShow log\n--------\n\n.. rest_method:: GET /lamps/log\n\nResponse\n~~~~~~~~\n\n.. literalinclude:: log.json\n`,
    "log.json": log,
  }).filter(({ rule }) => rule === "sample-syntax" || rule === "body-undocumented");
  expect(found.map(({ rule, message }) => [rule, message])).toEqual([
    [
      "sample-syntax",
      "This is text, not JSON, in a file that is called `log.json`. Call it `log.txt`, here and where it is included.",
    ],
  ]);
});
