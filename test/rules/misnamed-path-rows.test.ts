import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const DEFINITION = (place: string) =>
  `lamp_uuid:\n  description: The UUID of the lamp.\n  in: ${place}\n  required: true\n  type: string\n`;

const operation = (title: string, method: string, request: string, response = "") =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\n${request === "" ? "" : `Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - ${request}\n\n`}${response === "" ? "" : `Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - ${response}\n\n.. code-block:: json\n\n   {"uuid": "a"}\n\n`}`;

function told(...operations: readonly string[]): string[] {
  return checkTree({
    "index.rst": `Lamps\n=====\n\n${operations.join("")}`,
    "parameters.yaml": DEFINITION("path"),
  })
    .filter(({ rule }) => /^(?:path-parameter-|request-row-in-response)/.test(rule))
    .map(
      ({ rule, message, span }) => `${rule} ${span.file.path.split("/").at(-1)}: ${message.split(/[.,]/)[0]}`,
    );
}

test("a row of the request that means the variable under another name speaks for its definition", () => {
  const list = operation("List lamps", "GET /lamps", "", "uuid: lamp_uuid");
  const show = operation("Show lamp", "GET /lamps/{ident}", "uuid: lamp_uuid", "uuid: lamp_uuid");
  expect(told(list, show)).toEqual([
    "request-row-in-response index.rst: `uuid` is `in: path`",
    "path-parameter-undocumented index.rst: No row for `{ident}`",
    "request-row-in-response index.rst: `uuid` is `in: path`",
  ]);
});

test("a definition that only responses look up has the wrong place", () => {
  const list = operation("List lamps", "GET /lamps", "", "uuid: lamp_uuid");
  const find = operation("Find lamps", "GET /lamps/found", "", "uuid: lamp_uuid");
  expect(told(list, find)).toEqual(["request-row-in-response parameters.yaml: `lamp_uuid` is `in: path`"]);
});
