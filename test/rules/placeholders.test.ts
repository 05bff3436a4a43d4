import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const definition = (key: string, type = "string", place = "body") =>
  `${key}:\n  description: Words.\n  in: ${place}\n  required: true\n  type: ${type}\n`;

interface Told {
  readonly method?: string;
  readonly url?: string;
  readonly title?: string;
  readonly side?: "Request" | "Response";
}

/** What is told of samples of the only operation of a tree with these rows, which are defined as `[name, type]` says. */
function told(
  rows: readonly (readonly [string, string?, string?])[],
  sample: unknown,
  { method = "POST", url = "/lamps", side = "Request", title = side }: Told = {},
): string[] {
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: ${method} ${url}\n\n${title}\n${"-".repeat(title.length)}\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map(([name]) => `   - ${name}: ${name}\n`).join("")}\n${side} Example\n${"-".repeat(side.length + 8)}\n\n.. literalinclude:: lamp.json\n`,
    "parameters.yaml": rows.map(([name, type, place]) => definition(name, type, place)).join(""),
    "lamp.json": JSON.stringify(sample),
  })
    .filter(({ rule }) => /^(?:sample-|row-)/.test(rule))
    .map(({ message }) => message);
}

const [ONE, OTHER] = ["30742363-f65e-4012-a60a-43e0bec38f0e", "71921e4e-1629-4c5b-bf8d-338d915d2ef3"];

test("a row of an identifier stands for the keys of a map, where those are identifiers", () => {
  const rows = [["owner_uuid"], ["watts", "integer"]] as const;
  expect(told(rows, { [ONE]: { watts: 1 }, [OTHER]: { watts: 2 } })).toEqual([]);
  expect(told([["lamps", "object"], ...rows], { lamps: { [ONE]: { watts: 1 } } })).toEqual([]);
  expect(told(rows, { watts: 1 })).toEqual([
    "`owner_uuid` is missing; its definition says that it is required. Add it to the sample, or make it optional.",
  ]);
});

test("a row `action` stands for the name of the action that a body has in its place", () => {
  expect(told([["action", "object"]], { turn_on: { watts: 3 } }, { url: "/lamps/action" })).toEqual([]);
  expect(told([["action"], ["watts", "integer"]], { turn_on: { watts: 3 } })).toEqual([]);
  expect(told([["action"], ["lamp", "object"], ["watts", "integer"]], { lamp: {}, watts: 3 })).toHaveLength(
    1,
  );
});

test("the row of a value stands for what the URL names", () => {
  const at = { method: "GET", url: "/lamps/1/specs/{spec_id}", side: "Response" } as const;
  expect(told([["spec"]], { colour: "red" }, at)).toEqual([]);
  expect(told([["spec"]], { colour: "red", size: "small" }, at)).toHaveLength(1);
  expect(told([["spec"]], { colour: "red" }, { ...at, url: "/lamps" })).toHaveLength(1);
});

test("a table of additional parameters lacks none of the others", () => {
  const rows = [["count", "integer"]] as const;
  const sample = { count: 3, colour: "red" };
  expect(told(rows, sample, { title: "Request (Additional Parameters)" })).toEqual([]);
  expect(told(rows, sample, { title: "Request Parameters" })).toEqual([
    "No row names `colour`. Add a row to this table, or take it out of the sample.",
  ]);
});

test("a table names what a JSON Patch document may change", () => {
  const patch = [{ op: "replace", path: "/watts", value: 3 }];
  expect(told([["watts", "integer"]], patch, { method: "PATCH" })).toEqual([]);
  expect(told([["watts", "integer"]], [{ op: "glow", path: "/watts" }], { method: "PATCH" })).toHaveLength(1);
  expect(told([["watts", "integer"]], patch, { method: "PUT" })).toHaveLength(1);
  // so do several, by what each of them changes
  expect(told([["watts", "integer"]], { "7f3a": patch, "9b1c": patch }, { method: "PATCH" })).toEqual([]);
  expect(told([["watts", "integer"]], { "7f3a": patch, volts: 3 }, { method: "PATCH" })).not.toEqual([]);
});

test.each([
  ["created_at", "create_time"],
  ["lamp_uuid", "lamp_id"],
  ["group_id", "lamp_group_id"],
  ["auth", "authentication"],
  ["description", "desc"],
])("a required row `%s` beside `%s` in the sample is one finding", (row, shown) => {
  expect(told([["watts", "integer"], [row]], { watts: 3, [shown]: "a" })).toEqual([
    `\`${row}\` is \`${shown}\` in the sample. Correct the row, or the sample.`,
  ]);
});

test.each([
  ["created_at", "updated_at", "a"],
  ["created_at", "create_time", 3],
  ["created_at", "created_by", "a"],
  ["id", "lamp_id", "a"],
  ["cable_length", "cable_size", "a"],
  ["aut", "authentication", "a"],
])("`%s` is not `%s` in a sample that has %j there", (row, shown, value) => {
  expect(told([["watts", "integer"], [row]], { watts: 3, [shown]: value })).toHaveLength(2);
});

test("a name is short for another's only where nothing else is left over", () => {
  const rows: [string, string?][] = [["watts", "integer"], ["auth"], ["colour"]];
  expect(told(rows, { watts: 3, authentication: [1] }).join()).not.toContain(
    "`authentication` in the sample",
  );
  expect(told(rows, { watts: 3, colour: "a", authentication: [1] })).toEqual([
    "`auth` is `authentication` in the sample. Correct the row, or the sample.",
  ]);
});
