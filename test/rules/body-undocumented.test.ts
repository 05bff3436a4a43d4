import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const operation = (method: string, title: string, request = "") =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method} /rooms/{room_id}/lamps\n\n${request}Response\n~~~~~~~~\n\n.. code-block:: json\n\n   {"lamp": {"id": 1}}\n\n`;

function told(...operations: readonly string[]) {
  return checkTree({ "index.rst": `Lamps\n=====\n\n${operations.join("")}` })
    .filter(({ rule }) => rule === "body-undocumented")
    .map(({ message, cause }) => ({ message, cause }));
}

const REQUEST = 'Request\n~~~~~~~\n\n.. code-block:: json\n\n   {"lamp": {"watts": 5}}\n\n';

test("operations of one object that lack the same have one cause", () => {
  const [first, second] = told(operation("GET", "List lamps"), operation("DELETE", "Delete lamps"));
  expect(first!.cause).toBeDefined();
  expect(second!.cause).toBe(first!.cause);
});

test("a body of the request that lacks as well is told of beside others of which only the response does", () => {
  const [first, second] = told(operation("GET", "List lamps"), operation("POST", "Create lamp", REQUEST));
  expect([first!.message, second!.message]).toEqual([
    "`List lamps` shows a sample of the response's body, but no table documents it. Add `rest_parameters` with its rows.",
    "`Create lamp` shows samples of the request's and the response's bodies, but no table documents them. Add `rest_parameters` with their rows.",
  ]);
  expect(second!.cause).not.toBe(first!.cause);
});
