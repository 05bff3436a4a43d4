import { expect, test } from "vitest";
import { applyEdits } from "../../src/text/edit.ts";
import { checkTree } from "../support/project.ts";

/** What is found of a definition of a lamp's switch, and the fixed text of its fields. */
function found(fields: string) {
  const text = `switch:\n${fields.replace(/^/gm, "  ")}\n  in: body\n  required: true\n`;
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - switch: switch\n`,
    "parameters.yaml": text,
  }).filter(({ rule }) => rule === "definition-value-suspicious");
  const edits = findings.flatMap((finding) => finding.edits ?? []);
  return { count: findings.length, fixed: edits.length === 0 ? undefined : applyEdits(text, edits) };
}

test.each([
  [
    "a list with dashes",
    "enum:\n  - on\n  - off\n  - dim\ntype: string",
    1,
    '- "on"\n    - "off"\n    - dim',
  ],
  ["a list in brackets, other case", "enum: [Yes, dim,No ]\ntype: string", 1, 'enum: ["Yes", dim,"No" ]'],
  ["a default", "default: off\ntype: string", 1, 'default: "off"'],
  ["a definition without a type", "enum: [on, off]", 1, 'enum: ["on", "off"]'],
  ["a time typed enum", "description: The date and time.\ntype: enum", 1, undefined],
  ["a number typed uuid", "description: The number of lamps.\ntype: uuid", 1, undefined],
  ["a message typed uuid", "description: Message about the lamp.\ntype: uuid", 1, undefined],
  ["an identifier typed boolean", "description: The UUID of the lamp.\ntype: boolean", 1, undefined],
  ["a list typed integer", "description: The lamps, as a comma-separated list.\ntype: integer", 1, undefined],
  ["a time typed integer", "description: Seconds or an ISO 8601 time.\ntype: integer", 1, undefined],
  ["a switch typed string", "description: Whether the lamp is lit.\ntype: string", 1, undefined],
  ["a list typed string", "description: A list of lamps.\ntype: string", 1, undefined],
  ["a map typed string", "description: Map that contains lamps.\ntype: string", 1, undefined],
  ["an ordered list typed object", "description: An ordered list of lamps.\ntype: object", 1, undefined],
  ["a UUID typed integer", "description: The UUID of the lamp.\ntype: integer", 1, undefined],
])("%s", (_, fields, count, fixed) => {
  const result = found(fields);
  expect(result.count).toBe(count);
  if (fixed === undefined) expect(result.fixed).toBeUndefined();
  else expect(result.fixed).toContain(fixed);
});

test.each([
  ["a boolean", "enum: [on, off]\ntype: boolean"],
  ["a name that is an identifier", "description: The name or ID of the lamp.\ntype: uuid"],
  ["a switch with values", "description: Whether it is lit, with the valid values A and B.\ntype: string"],
  ["a list in a text", "description: A list of lamps, separated by commas.\ntype: string"],
  ["an object of lamps", "description: A list of lamps.\ntype: object"],
  ["a map as JSON", "description: Map that contains lamps, as a JSON text.\ntype: string"],
  ["a number of what has commas", "description: The number of names.\ntype: integer"],
  ["true and false as they are written in JSON", "enum: [true, false]\ntype: string"],
  ["words with quotes beside others", "enum: ['on', \"off\", dim]\ntype: string"],
  ["an enum whose description lists the values", "description: One of ``on`` and ``off``.\ntype: enum"],
  ["an enum whose description is a substitution", "description: The |switch|\ntype: enum"],
])("nothing of %s", (_, fields) => {
  expect(found(fields).count).toBe(0);
});

test.each([
  ["Whether to list those that are lit.", "string", 1],
  ["Whether to list those that are lit.", "boolean", 0],
  ["A list of lamps.", "string", 0],
])("a parameter of the query: %s (%s)", (description, type, count) => {
  const told = checkTree({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n.. rest_parameters:: parameters.yaml\n\n   - lit: lit\n",
    "parameters.yaml": `lit:\n  description: ${description}\n  in: query\n  required: false\n  type: ${type}\n`,
  }).filter(({ rule }) => rule === "definition-value-suspicious");
  expect(told).toHaveLength(count);
});

test("a type that the text excludes is `sample-type` where a sample shows the value", () => {
  const rules = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - note: note\n\n.. code-block:: json\n\n   {"note": 5}\n`,
    "parameters.yaml": `note:\n  description: A message.\n  in: body\n  required: true\n  type: uuid\n`,
  }).map(({ rule }) => rule);
  expect(rules).toContain("sample-type");
  expect(rules).not.toContain("definition-value-suspicious");
});

test("the description is wrong where samples show the type, which nobody describes so", () => {
  const found = (description: string, type: string, value: string) =>
    checkTree({
      "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp: lamp\n\n.. code-block:: json\n\n   {"lamp": ${value}}\n`,
      "parameters.yaml": `unused:\n  description: ${description}\n  in: body\n  required: true\n  type: ${type}\nlamp:\n  description: ${description}\n  in: body\n  required: true\n  type: ${type}\n`,
    })
      .filter(({ rule }) => rule === "definition-value-suspicious")
      .map(({ message }) => message);
  expect(found("Whether it is lit.", "object", "{}")).toEqual([
    "`lamp` is true or false by its description, but its type is `object`, and samples show that. Correct the description.",
  ]);
  expect(found("The UUID of the lamp.", "integer", "7")).toHaveLength(1);
  expect(found("Whether it is lit.", "string", '"lit"')).toEqual([]);
  expect(found("Whether it is lit.", "string", "null")).toHaveLength(1);
});

test("the samples of such a definition are not accused of its values", () => {
  const findings = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - switch: switch\n\n.. code-block:: json\n\n   {"switch": "on"}\n`,
    "parameters.yaml": `switch:\n  description: Words.\n  in: body\n  required: true\n  type: enum\n  enum: [on, off]\n`,
  });
  expect(findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual([
    "definition-value-suspicious",
  ]);
});

/** The findings of severity and message about a definition of this type and description, whose sample shows `value`. */
function ofValue(description: string, value: string) {
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - shines: shines\n\n.. code-block:: json\n\n   {"shines": ${value}}\n`,
    "parameters.yaml": `shines:\n  description: ${description}\n  in: body\n  required: true\n  type: enum\n`,
  })
    .filter(({ rule }) => rule === "definition-value-suspicious")
    .map(({ severity, message }) => `${severity}: ${message.slice(message.lastIndexOf(". ") + 2)}`);
}

test.each([
  ["words", "How it shines.", '"dim"', ["warning: Name them in the description."]],
  ["a list, of which its type tells", "How it shines.", '["dim"]', []],
  ["a text", "How it shines.", '"not at all, but nearly"', []],
  ["what is described as a list", "A list of ways to shine.", '"dim"', ["warning: Write `type: array`."]],
])("an `enum` without values whose sample shows %s", (_, description, value, told) => {
  expect(ofValue(description, value)).toEqual(told);
});

test("of a definition that no row looks up nothing is said but that", () => {
  const rules = (row: string) =>
    checkTree({
      "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - ${row}\n`,
      "parameters.yaml": `size:\n  description: The size.\n  in: body\n  required: true\n  type: string\ntitle:\n  description: The name of the lamp.\n  in: body\n  required: true\n  type: boolean\n`,
    }).flatMap(({ rule }) => (rule.startsWith("definition-") ? [rule] : []));
  expect(rules("title: title")).toEqual(["definition-unused", "definition-value-suspicious"]);
  expect(rules("size: size")).toEqual(["definition-unused"]);
});
