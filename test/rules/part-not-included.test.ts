import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const definition = (key: string) =>
  `${key}:\n  description: Words.\n  in: body\n  required: true\n  type: string\n`;
const operation = (key: string, sample: string) =>
  `Show ${key}\n---------------\n\n.. rest_method:: GET /${key}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - ${key}: ${key}\n\n.. literalinclude:: samples/${sample}\n\n`;
const tree = {
  "index.rst": "Lamps\n=====\n\n.. include:: lamps.inc\n",
  "lamps.inc": operation("lamp", "lamp.json"),
  "parameters.yaml": ["lamp", "nothing", "switch"].map(definition).join(""),
  "samples/lamp.json": '{"lamp": "l"}',
  "samples/switch.json": '{"switch": "s"}',
};
const told = ["part-not-included", "definition-unused", "sample-unused"];

function found(more: Record<string, string>) {
  return checkTree({ ...tree, ...more })
    .filter(({ rule }) => told.includes(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

test("what a part uses that nothing includes is not called unused", () => {
  expect(found({ "switches.inc": operation("switch", "switch.json") })).toEqual([
    expect.stringMatching(/^definition-unused: .*`nothing`/),
    "part-not-included: No document includes `switches.inc`, so no page has its operation `GET /switch`. Include it where it belongs, or delete it.",
  ]);
});

test("an empty part is no part; without it, all is unused that nothing names", () => {
  expect(found({ "switches.inc": "\n" })).toHaveLength(3);
});
