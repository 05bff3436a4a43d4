import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

interface Part {
  readonly title: string;
  /** `[name, in]` */
  readonly rows?: readonly (readonly [string, string])[];
  readonly sample?: unknown;
}

/** What is told of an operation with these parts: the rule and the message. */
function told(method: string, parts: readonly Part[]): string[][] {
  const files: Record<string, string> = {};
  const texts = parts.map(({ title, rows = [], sample }, index) => {
    if (sample !== undefined) files[`${index}.json`] = JSON.stringify(sample);
    const table = rows.map(([name, place]) => `   - ${name}: ${name}_${place}\n`).join("");
    return `${title}\n${"~".repeat(title.length)}\n\n${table === "" ? "" : `.. rest_parameters:: parameters.yaml\n\n${table}\n`}${sample === undefined ? "" : `.. literalinclude:: ${index}.json\n\n`}`;
  });
  const keys = new Map(
    parts.flatMap(({ rows = [] }) => rows.map(([name, place]) => [`${name}_${place}`, place] as const)),
  );
  return checkTree({
    "index.rst": `Lamps\n=====\n\nTend lamps\n----------\n\n.. rest_method:: ${method} /lamps/1\n\n${texts.join("")}`,
    "parameters.yaml": [...keys]
      .map(
        ([key, place]) =>
          `${key}:\n  description: Words.\n  in: ${place}\n  required: false\n  type: string\n`,
      )
      .join(""),
    ...files,
  })
    .filter(({ rule }) => /^(?:sample-|row-|body-on|request-row)/.test(rule))
    .map(({ rule, message }) => [rule, message]);
}

test.each([
  ["Request", "sends"],
  ["Response", "has"],
])("a row `in: header` of the %s that a sample has in the body is told at the row", (title, verb) => {
  const rows = [
    ["watts", "header"],
    ["colour", "body"],
  ] as const;
  expect(told("POST", [{ title, rows, sample: { lamp: { watts: "3", colour: "red" } } }])).toEqual([
    [
      "sample-undocumented",
      `\`watts\` is \`in: header\`, but the sample ${verb} it in the body. Look up a definition with \`in: body\`.`,
    ],
  ]);
  expect(told("POST", [{ title, rows, sample: { colour: "red" } }])).toEqual([]);
  const both = [...rows, ["watts", "body"]] as const;
  expect(told("POST", [{ title, rows: both, sample: { watts: "3", colour: "red" } }])).toEqual([]);
});

test("rows of a body in a DELETE are told where no sample sends them", () => {
  const rows = [["force", "body"]] as const;
  expect(told("DELETE", [{ title: "Request", rows }])).toEqual([
    [
      "body-on-get",
      "`force` is `in: body` in the request of a DELETE, and no sample sends it. Look up a definition with `in: query`, or add a sample of the body.",
    ],
  ]);
  expect(told("DELETE", [{ title: "Request", rows, sample: { force: "yes" } }])).toEqual([]);
  expect(told("DELETE", [{ title: "Response", rows }])).toEqual([]);
});

test("a sample of a body in the request of a GET is told once, with its rows or without", () => {
  const sample = { force: "yes" };
  expect(told("GET", [{ title: "Request", sample }])).toEqual([
    [
      "body-on-get",
      "A sample shows a body of the request, but a GET request has none. Put it below a title that names the response, correct the method, or remove the sample.",
    ],
  ]);
  expect(told("GET", [{ title: "Request", rows: [["force", "body"]], sample }])).toHaveLength(1);
  expect(told("GET", [{ title: "Response", sample }])).toEqual([]);
  expect(told("DELETE", [{ title: "Request", sample }])).toEqual([]);
});

test("a sample of the response below a title of the request", () => {
  const below = (method: string, title: string, name: string) =>
    checkTree({
      "index.rst": `Lamps\n=====\n\nShow lamp\n---------\n\n.. rest_method:: ${method} /lamps/1\n\n${title}\n${"~".repeat(title.length)}\n\n.. literalinclude:: ${name}\n`,
      [name]: '{ "colour": "red" }',
    })
      .filter(({ rule }) => rule === "body-on-get")
      .map(({ message }) => message);
  expect(below("GET", "Request Example", "lamp-show-response.json")).toEqual([
    "`lamp-show-response.json` stands below `Request Example`, but a GET request has no body, and the file's name tells of the response. Name the response in the title.",
  ]);
  expect(below("GET", "Response Example", "lamp-show-response.json")).toEqual([]);
  expect(below("POST", "Request Example", "lamp-show-response.json")).toEqual([]);
  expect(below("GET", "Request Example", "lamp-show.json")).toEqual([
    expect.stringMatching(/^A sample shows a body of the request/),
  ]);
});
