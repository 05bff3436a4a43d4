import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

/** Operations on lamps: their URLs, the rows of both sides. */
interface Lamp {
  readonly url: string;
  readonly request?: readonly string[];
  readonly response?: readonly string[];
}

const table = (title: string, rows: readonly string[] = []) =>
  rows.length === 0
    ? ""
    : `${title}\n${"-".repeat(title.length)}\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}\n`;

function tree(lamps: readonly Lamp[], places: Readonly<Record<string, string>>) {
  return {
    "index.rst": lamps
      .map(
        ({ url, request, response }, index) =>
          `Lamp ${index}\n======\n\n.. rest_method:: ${url}\n\n${table("Request", request)}${table("Response", response)}`,
      )
      .join("\n"),
    "parameters.yaml": Object.entries(places)
      .map(
        ([key, place]) =>
          `${key}:\n  description: Words.\n  in: ${place}\n  required: true\n  type: string\n`,
      )
      .join(""),
  };
}

/** The findings of some rules, as `rule file:line`. */
function found(texts: Readonly<Record<string, string>>, rules: RegExp): string[] {
  return checkTree(texts)
    .filter(({ rule }) => rules.test(rule))
    .map(({ rule, span }) => {
      const { line } = span.file.positionAt(span.start);
      return `${rule} ${span.file.path.split("/").at(-1)}:${line}`;
    });
}

const rowsOfResponse = (rows: readonly string[]) => rows.map((row) => ({ url: "GET /a", response: [row] }));

test("a definition that only tables of responses look up is wrong itself", () => {
  const rule = /^request-row/;
  const rows = rowsOfResponse(["name: lamp_name", "name: lamp_name"]);
  expect(found(tree(rows, { lamp_name: "path" }), rule)).toEqual([
    "request-row-in-response parameters.yaml:3",
  ]);
  // one row alone, or rows beside a right one, are wrong themselves
  expect(found(tree(rows.slice(1), { lamp_name: "path" }), rule)).toEqual([
    "request-row-in-response index.rst:11",
  ]);
  const right = { url: "GET /a/{name}", request: ["name: lamp_name"] };
  expect(found(tree([...rows, right], { lamp_name: "path" }), rule)).toHaveLength(2);
});

test("a definition that only variables of the path look up is wrong itself", () => {
  const rule = /^path-parameter-undocumented/;
  const rows = ["/a/{id}", "/b/{id}"].map((url) => ({ url: `PUT ${url}`, request: ["id: id"] }));
  expect(found(tree(rows, { id: "body" }), rule)).toEqual(["path-parameter-undocumented parameters.yaml:3"]);
  const right = { url: "PUT /c", request: ["id: id"] };
  expect(found(tree([...rows, right], { id: "body" }), rule)).toHaveLength(2);
});

test("a variable and the row that was meant for it are one finding", () => {
  const texts = tree([{ url: "PUT /a/{lamp-id}", request: ["lamp_id: lamp_id"] }], { lamp_id: "path" });
  expect(found(texts, /^path-parameter/)).toEqual(["path-parameter-undocumented index.rst:4"]);
});

test("a variable of the query is no body of a GET as well", () => {
  const texts = tree([{ url: "GET /a?size={size}", request: ["size: size"] }], { size: "body" });
  expect(found(texts, /^body-on-get|^query-variable|unsampled/)).toEqual([
    "query-variable-misplaced index.rst:11",
  ]);
});

test("what one object of a sample lacks is one finding", () => {
  const texts = {
    ...tree([{ url: "GET /a", response: ["a: a", "b: b", "c: c", "d: d"] }], {
      a: "body",
      b: "body",
      c: "body",
      d: "body",
    }),
  };
  texts["index.rst"] += '\n.. code-block:: json\n\n   {"a": "1", "b": "2"}\n';
  const [only, ...others] = checkTree(texts).filter(({ rule }) => rule === "sample-required");
  expect(only?.message).toMatch(/^`c` and `d` are missing/);
  expect(only?.related).toHaveLength(5);
  expect(others).toEqual([]);
});
