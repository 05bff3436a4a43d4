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

/** What is told of a call of curl in a block of code, and in a file. */
function ofCall(script: string): string[][] {
  const indented = script.replace(/^/gm, "   ");
  return [
    `.. code-block:: console\n\n${indented}\n`,
    `::\n\n${indented}\n`,
    ".. literalinclude:: call.txt\n",
  ].map((shown) =>
    checkTree({
      "index.rst": `Lamps\n=====\n\n.. rest_method:: PUT /lamps\n\nRequest Example\n---------------\n\n${shown}`,
      "call.txt": script,
    })
      .filter(({ rule }) => rule === "sample-syntax")
      .map(({ severity, span: { file, start, end } }) => `${severity} ${file.text.slice(start, end)}`),
  );
}

test.each([
  ["curl -X PUT http://a.example/lamps\n  -H 'A: b'", ["warning s"]],
  ["curl -X PUT http://a.example/lamps \\\n  -H 'A: b'\n  -d '{}'", ["warning '"]],
  ["curl -H 'X-Auth-Token: $TOKEN' \\\n  -X PUT http://a.example/lamps", ["warning 'X-Auth-Token: $TOKEN'"]],
  ['curl -H "X-Auth-Token: $TOKEN" \\\n  -d \'{"a":\n  "$b"}\' -X PUT http://a.example/lamps', []],
  ["curl -X PUT http://a.example/lamps\n\n-H is an option", []],
  ["curl -X PUT http://a.example/lamps\nsort\n  -d", []],
  ["TOKEN=x\ncurl http://a.example/lamps | -H x", []],
  ["curl http://a.example/lamps; -H x", []],
  ["curl http://a.example/lamps\n# with a token\n-H x", []],
  ["sort lamps\n  -d 'X: $TOKEN'", []],
])("a call of curl: %s", (script, expected) => {
  for (const found of ofCall(script)) expect(found).toEqual(expected);
});

test.each([
  ["in the next line", '{"a": "b/\n  c", "d": 1}', "Join it with the next line."],
  ["three lines further down", '{"a": "b\n c\n d\n e"\n}', "Join it with the next 3 lines."],
  ["nowhere", '{"a": "b,\n "c": 1}', 'Close it with `"`.'],
  ["nowhere, before a bracket", '{"a": "b\n}', 'Close it with `"`.'],
  ["of two objects in a list", '[{"id": 1, "id": 2}]', "Put each into an object of its own."],
  ["of one object with more", '[{"id": 1, "a": 2, "id": 3}]', "Remove or rename one."],
  ["of one object", '{"a": {"id": 1, "id": 2}}', "Remove or rename one."],
])("what ends, or stands twice, %s", (_, text, remedy) => {
  const messages = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. literalinclude:: lamp.json\n`,
    "lamp.json": text,
  }).flatMap(({ rule, message }) => (rule === "sample-syntax" ? [message] : []));
  expect(messages).toHaveLength(1);
  expect(messages[0]!.endsWith(remedy)).toBe(true);
});
