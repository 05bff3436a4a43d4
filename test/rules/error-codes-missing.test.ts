import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const operation = (title: string, url: string, more = "") =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: POST ${url}\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n\n${more}`;
const errors = ".. rest_status_code:: error status.yaml\n\n   - 404\n\n";

test("what a webhook answers is up to its owner", () => {
  const lacking = (url: string) =>
    checkTree({
      "index.rst": `Lamps\n=====\n\n${operation("Light", "/lamps", errors)}${operation("Dim", "/lamps/1", errors)}${operation("Lamp lit", url)}`,
      "status.yaml": "200:\n  default: Fine.\n404:\n  default: Gone.\n",
    }).filter(({ rule }) => rule === "error-codes-missing");
  expect(lacking("/lamps/2")).toHaveLength(1);
  expect(lacking("<callback of the owner>")).toEqual([]);
});

test("where most operations list none, that is said once, at the title of the first document", () => {
  const all = checkTree({
    "index.rst": `Lamps\n=====\n\n${operation("Light", "/lamps", errors)}${operation("Dim", "/lamps/1")}${operation("Break", "/lamps/2")}`,
    "status.yaml": "200:\n  default: Fine.\n404:\n  default: Gone.\n",
  });
  const told = all.filter(({ rule }) => rule === "error-codes-missing");
  expect(
    told.map(({ message, span, related = [] }) => [
      message.slice(0, message.indexOf(". ")),
      span.file.positionAt(span.start).line,
      ...related.map((one) => one.span.file.text.slice(one.span.start, one.span.end)),
    ]),
  ).toEqual([
    ["2 operations, more than half of all, list no error code: a habit of the whole reference", 1, "Dim"],
  ]);
});
