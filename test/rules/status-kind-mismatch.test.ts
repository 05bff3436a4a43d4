import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const ROWS = "Response\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - colour: colour\n\n";
const SAMPLE = 'Response Example\n~~~~~~~~~~~~~~~~\n\n.. code-block:: json\n\n   {"colour": "red"}\n\n';

/** What is said of an operation with this title, method and success codes. */
function said(title: string, method: string, codes: string, below = ""): string[] {
  const underline = "-".repeat(title.length);
  return checkTree({
    "index.rst": `Widgets\n=======\n\n${title}\n${underline}\n\n.. rest_method:: ${method} /widgets/1\n\nNormal response codes: ${codes}\n\n${below}`,
    "parameters.yaml": "colour:\n  description: Which.\n  in: body\n  required: false\n  type: string\n",
  })
    .filter(({ rule }) => rule === "status-kind-mismatch")
    .map(({ message }) => message);
}

test.each([
  ["Show widget", "GET", "202", ROWS, "`202` says that the work is still to be done"],
  ["Change widget", "PATCH", "201", "", "`201` says that something was created, but `Change widget` changes"],
  [
    "Delete widget",
    "DELETE",
    "204",
    ROWS,
    "`204` says that the response has no body, but a table has rows of it",
  ],
  [
    "Delete widget",
    "DELETE",
    "204",
    SAMPLE,
    "`204` says that the response has no body, but a sample shows one",
  ],
])("%s: %s with %s", (title, method, codes, below, want) => {
  const found = said(title, method, codes, below);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(want);
});

test.each([
  ["a read that is not shown", "Show widget", "GET", "202", ""],
  ["work that a GET begins", "Detach widget", "GET", "202", ROWS],
  ["one of several codes", "Show widget", "GET", "200, 202", ROWS],
  ["an update that may create", "Update widget", "PUT", "200, 201", ""],
  ["a PUT that creates", "Create widget", "PUT", "201", ""],
  ["a body with some of the codes", "Delete widget", "DELETE", "200, 204", ROWS],
  ["no body", "Delete widget", "DELETE", "204", ""],
])("nothing is said of %s", (_, title, method, codes, below) => {
  expect(said(title, method, codes, below)).toEqual([]);
});

test.each([
  ["GET", "", "Put the code that the service answers, such as `200`, among the success codes instead."],
  ["DELETE", "", "Put the code that the service answers, such as `204`, among the success codes instead."],
  ["GET", "200\n\n", "and a GET creates nothing. Remove it."],
  ["POST", "", "stands among the error codes. Move it to the success codes."],
])("a 201 among the errors of a %s, beside %j", (method, codes, want) => {
  const [found, ...others] = said("Do it", method, `${codes}Error response codes: 201, 400`).filter((one) =>
    one.includes("among the error codes"),
  );
  expect(found).toContain(want);
  expect(others).toEqual([]);
});

test.each([
  ["challenge", "401: challenge", "401", 0],
  ["the same reason", "401: challenge", "401: challenge", 1],
  ["no reason", "401", "401: challenge", 1],
  ["no such error", "401: challenge", "400", 1],
])("an error that is wanted has a reason of its own: %s", (_, success, error, count) => {
  const found = checkTree({
    "index.rst": `Widgets\n=======\n\nOpen widget\n-----------\n\n.. rest_method:: POST /widgets\n\n.. rest_status_code:: success status.yaml\n\n   - ${success}\n\n.. rest_status_code:: error status.yaml\n\n   - ${error}\n`,
    "status.yaml": "400:\n  default: Bad.\n401:\n  default: Who is it?\n  challenge: The second step.\n",
  }).filter(({ rule, message }) => rule === "status-kind-mismatch" && message.includes("is an error"));
  expect(found).toHaveLength(count);
});
