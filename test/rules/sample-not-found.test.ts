import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const page = (file: string) =>
  `Lamps\n=====\n\nShow lamp\n---------\n\n.. rest_method:: GET /lamps/1\n\nResponse Example\n~~~~~~~~~~~~~~~~\n\n.. literalinclude:: ${file}\n   :language: json\n`;

test("no name is proposed that is the one given, as a document in another folder has it", () => {
  const told = (file: string) =>
    checkTree({
      "index.rst": page(file),
      "v2/index.rst": page("samples/lamp-show.json"),
      "v2/samples/lamp-show.json": "{}\n",
    })
      .filter(({ rule }) => rule === "sample-not-found")
      .map(({ message }) => message);
  expect(told("samples/lamp-show.json")).toEqual([
    "No file `samples/lamp-show.json`, relative to the document.",
  ]);
  expect(told("v2/samples/lamp-shew.json")).toHaveLength(1);
});
