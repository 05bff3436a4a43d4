import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

function told(text: string, lists = "Normal response codes: 200\n\nError response codes: 404\n") {
  return checkTree({
    "index.rst": `Lamps\n=====\n\nDim lamp\n--------\n\n.. rest_method:: POST /lamps\n\n${text}\n\n${lists}`,
  })
    .filter(({ rule }) => rule === "status-code-unlisted")
    .map(({ message }) => message);
}

const ERROR = (code: string) =>
  `The text tells of \`${code}\`, and the error codes do not have it, only \`404\`. Add it to the list, or correct the text.`;

test.each([
  "If the lamp glows, it returns 409.",
  "If the lamp glows, a 409 is returned.",
  "If the lamp glows, the call\nresponds with HTTP 409.",
  "If the lamp glows, you see the ``409 Conflict`` response code.",
  "A lamp that glows gives you a 409 (Conflict).",
  "The status code is 409 for a lamp that glows.",
])("%s", (text) => {
  expect(told(text)).toEqual([ERROR("409")]);
});

test("a success code", () => {
  expect(told("It returns 204, instead of 200, for an empty list.")).toEqual([
    "The text tells of `204`, and the success codes do not have it, only `200`. Add it to the list, or correct the text.",
  ]);
});

test.each([
  ["a number of something", "It returns 500 lamps, a 400 watt one among them, in 300 seconds."],
  ["a number in a name", "It responds with RFC-409 texts and v4.409."],
  ["what is listed", "It returns 404 for another lamp."],
  ["versions", "Starting from microversion 2.36, it returns 410."],
  ["what was once", "Previously it returned 410."],
  ["another call", "A subsequent request returns 410."],
])("nothing of %s", (_, text) => {
  expect(told(text)).toEqual([]);
});

test("nothing where there is no list of that kind", () => {
  expect(told("It returns 409 for a lamp that glows.", "Normal response codes: 200\n")).toEqual([]);
});

test("a code is told once", () => {
  expect(told("It returns 409 for this. It returns 409 for that.")).toEqual([ERROR("409")]);
});
