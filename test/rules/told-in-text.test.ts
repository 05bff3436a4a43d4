import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

interface Written {
  readonly method?: string;
  readonly text?: string;
  readonly side?: "Request" | "Response";
  readonly rows?: readonly string[];
  readonly definitions?: string;
  readonly sample?: unknown;
}

/** The rules that find something in one operation whose text and sample are given. */
function found({ method = "GET", text = "", side = "Response", rows, definitions = "", sample }: Written) {
  const table =
    rows && `.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n`;
  const section = `${side}\n${"-".repeat(side.length)}\n\n${table ?? ""}.. literalinclude:: lamp.json\n`;
  return checkTree({
    "index.rst": `Lamp\n====\n\n.. rest_method:: ${method} /lamps\n\n${text}\n\n${sample === undefined ? "" : section}`,
    "parameters.yaml": definitions,
    "lamp.json": JSON.stringify(sample) ?? "{}",
  })
    .filter(({ rule }) => !/^status-codes-freeform|^parameters-file|^sample-unused|^definition-un/.test(rule))
    .map(({ rule }) => rule);
}

test("a section that sends readers elsewhere lacks nothing", () => {
  const method = "GET";
  expect(
    found({ method, text: "Please refer to `Lamps <#lamps>`__ for the request and the response." }),
  ).toEqual([]);
  expect(found({ method, text: "See `Lamps <#lamps>`__ for a picture." })).toEqual(["status-codes-missing"]);
});

test("a JSON Patch that the text names, or the sample plainly is, needs no rows", () => {
  const patch = { method: "PATCH", side: "Request", sample: [{ op: "add", path: "/a", value: 1 }] } as const;
  expect(found({ ...patch, text: "The body is a JSON Patch (RFC 6902)." })).toEqual(["status-codes-missing"]);
  expect(found({ ...patch, text: "The body is a list." })).toEqual(["status-codes-missing"]);
  expect(found({ ...patch, text: "The body is a list.", method: "PUT" })).toContain("body-undocumented");
});

test("a JSON Schema has no properties of its own", () => {
  expect(found({ sample: { name: "lamp", properties: { colour: { type: "string" } } } })).toEqual([
    "status-codes-missing",
  ]);
  expect(found({ sample: { name: "lamp", properties: { colour: "red" } } })).toContain("body-undocumented");
});

const definition = (type: string, description: string) =>
  `size:\n  description: ${description}\n  in: body\n  required: true\n  type: ${type}\n`;

test.each([
  ["string", "A word such as ``unknown``, or a number.", 4],
  ["array", "The sizes. These are requested as strings.", "all"],
  ["object", "The sizes, or a list of them.", [1]],
])("a type %s whose text takes a second one: %s", (type, description, size) => {
  const told = found({ rows: ["size: size"], definitions: definition(type, description), sample: { size } });
  expect(told).not.toContain("sample-type");
});

test.each([
  ["integer", "A number, or a string such as `many`.", "4"],
  ["string", "A list of sizes.", [1]],
])("a type %s beside a value that the text does not take: %s", (type, description, size) => {
  const told = found({ rows: ["size: size"], definitions: definition(type, description), sample: { size } });
  expect(told).toContain("sample-type");
});

test("what a list of links holds needs no rows", () => {
  const definitions = "links:\n  description: Links.\n  in: body\n  required: true\n  type: array\n";
  const rows = ["links: links"];
  const link = { href: "/1", rel: "self" };
  expect(found({ rows, definitions, sample: { links: [link] } })).toEqual(["status-codes-missing"]);
  expect(found({ rows, definitions, sample: { links: [{ ...link, size: 1 }] } })).toContain(
    "sample-undocumented",
  );
});

test("codes of two requests of one operation are listed by themselves", () => {
  const exchange = (code: number) =>
    `Request\n-------\n\n.. rest_parameters:: parameters.yaml\n\n   - size: size\n\nResponse\n--------\n\n.. rest_status_code:: error status.yaml\n\n   - ${code}\n\n`;
  const duplicates = (text: string) =>
    checkTree({
      "index.rst": `Lamp\n====\n\n.. rest_method:: POST /lamps\n\n${text}`,
      "parameters.yaml": definition("string", "Its size."),
      "status.yaml": "400:\n  default: |\n    No.\n",
    }).filter(({ rule }) => rule === "status-code-duplicate").length;
  expect(duplicates(exchange(400) + exchange(400))).toBe(0);
  expect(duplicates(exchange(400).replace("   - 400", "   - 400\n   - 400"))).toBe(1);
});

test("a body whose keys vary needs no rows", () => {
  const sample = { one: "The first.", two: "The second." };
  for (const text of [
    "The response BODY is a dictionary, but the keys are unique to each lamp.",
    "The body is an object whose names depend on the lamp.",
  ])
    expect(found({ text, sample })).toEqual(["status-codes-missing"]);
  expect(found({ text: "The response is a dictionary.", sample })).toContain("body-undocumented");
});
