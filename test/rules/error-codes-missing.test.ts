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

test("who leaves them out in many files of a document does so throughout", () => {
  const causes = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `part${index}`);
    const texts = names.map((name) => [
      `${name}.inc`,
      operation("Light", `/${name}`, errors) +
        operation("Dim", `/${name}/dim`, errors) +
        operation("Break", `/${name}/break`),
    ]);
    return checkTree({
      "index.rst": `Lamps\n=====\n\n${names.map((name) => `.. include:: ${name}.inc\n`).join("")}`,
      "status.yaml": "200:\n  default: Fine.\n404:\n  default: Gone.\n",
      ...Object.fromEntries(texts),
    }).flatMap(({ rule, cause }) => (rule === "error-codes-missing" ? [cause] : []));
  };
  expect(new Set(causes(5)).size).toBe(1);
  expect(new Set(causes(4)).size).toBe(4);
});

test("codes are to be listed as the reference does it", () => {
  const section = (title: string, codes: string) =>
    `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: POST /lamps/${title}\n\n${codes}\n\n`;
  const all = "Normal response codes: 200\n\nError response codes: 404";
  const messages = checkTree({
    "index.rst": `Lamps\n=====\n\n${section("Light", all)}${section("Dim", all)}${section("Break", "Normal response codes: 200")}${section("Mend", "Error response codes: 404")}`,
  }).flatMap(({ rule, message }) => (/^(?:error|status)-codes-missing$/.test(rule) ? [message] : []));
  expect(messages).toEqual([
    "`Break` lists no error code. Add `Error response codes:` with those that it can answer.",
    "`Mend` lists error codes, but no success code. Add `Normal response codes:` with the code of a request that succeeded.",
  ]);
});
