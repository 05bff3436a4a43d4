import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

interface Parts {
  readonly request?: readonly string[];
  readonly response?: readonly string[];
  readonly sent?: object;
  readonly answered?: object;
  readonly method?: string;
}

/** The rules that tell of an operation with these tables and samples. */
function told({ request = [], response = [], sent, answered, method = "POST" }: Parts): string[] {
  const part = (title: string, text: string) =>
    text === "" ? "" : `${title}\n${"-".repeat(title.length)}\n\n${text}\n`;
  const table = (rows: readonly string[]) =>
    rows.length === 0
      ? ""
      : `.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}: ${row}\n`).join("")}`;
  const sample = (value: object | undefined, file: string) =>
    value === undefined ? "" : `.. literalinclude:: ${file}\n`;
  const keys = [...new Set([...request, ...response])];
  return checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: ${method} /lamps\n\n${part("Request", table(request))}${part("Request Example", sample(sent, "a.json"))}${part("Response", table(response))}${part("Response Example", sample(answered, "b.json"))}`,
    "parameters.yaml": keys
      .map((key) => `${key}:\n  description: Words.\n  in: body\n  required: true\n  type: string\n`)
      .join(""),
    "a.json": JSON.stringify(sent ?? {}),
    "b.json": JSON.stringify(answered ?? {}),
  })
    .filter(({ rule }) => /^(?:sample-(?!unused)|row-|body-|request-row)/.test(rule))
    .map(({ rule, message }) => (rule === "request-row-in-response" ? message : rule));
}

const rows = ["watts", "colour"];
const lamp = { watts: "3", colour: "red" };
const task = { task_id: "a", state: "on" };

test("a table of the request below the title of the response is one finding, and the other way round", () => {
  expect(told({ response: rows, sent: lamp, answered: task })).toEqual([
    "The rows `watts` and `colour` stand in a table of the response, but only the sample of the request has them. Put the table below a title that names the request.",
  ]);
  expect(told({ request: rows, sent: task, answered: lamp })).toEqual([
    "The rows `watts` and `colour` stand in a table of the request, but only the sample of the response has them. Put the table below a title that names the response.",
  ]);
});

test.each<[string, Parts]>([
  ["both samples have them", { response: rows, sent: lamp, answered: lamp }],
  ["no sample of their side tells", { response: rows, sent: lamp }],
  ["the other side has rows of its own", { request: rows, response: rows, sent: lamp, answered: task }],
  ["one row may be there by chance", { response: ["watts"], sent: lamp, answered: task }],
])("a table stands where it belongs, as far as can be told: %s", (_, parts) => {
  expect(told(parts).filter((one) => one.startsWith("The rows"))).toEqual([]);
});
