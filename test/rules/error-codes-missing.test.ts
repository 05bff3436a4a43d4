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
