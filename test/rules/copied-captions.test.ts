import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

function told(caption: string, title = "Create lamp", path = "/lamps") {
  return checkTree({
    "index.rst": `
Chapter
=======

${title}
--------------------------------

.. rest_method:: POST ${path}

${caption}

.. literalinclude:: create.json

Create lamp shade
-----------------

.. rest_method:: POST /shades

Create a fuse
-------------

.. rest_method:: POST /fuses

List lamps
----------

.. rest_method:: GET /lamps
`,
    "create.json": "{}",
  })
    .filter(({ rule, message }) => rule === "title-repeated" && message.includes("sample"))
    .map(({ message }) => message);
}

test.each([
  ["another resource", "**Example Create Fuse: JSON request**", "Create a fuse"],
  ["another verb", "**Example of List Lamps response**", "List lamps"],
])("%s", (_, caption, own) => {
  const title = caption.replace(/\*\*/g, "");
  expect(told(caption)).toEqual([
    `\`${title}\` is the title of a sample of \`Create lamp\`. It tells of \`${own}\`: write what the sample shows.`,
  ]);
});

test.each([
  ["the operation itself", "**Example Create Lamps: JSON response**"],
  ["no operation of the tree", "**Example Create Cord**"],
  ["no name", "**Example JSON response**"],
  ["what is no example", "**Create Fuse**"],
  ["a use of the resource", "**Example Create lamp shade**"],
])("nothing of %s", (_, caption) => {
  expect(told(caption)).toEqual([]);
});

test("nothing of what the path names", () => {
  expect(told("**Example Create Fuse**", "Put a glass thing in", "/lamps/1/fuses")).toEqual([]);
});
