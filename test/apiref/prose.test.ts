import { expect, test } from "vitest";
import { createProse } from "../../src/apiref/prose.ts";
import { readApiRef } from "../../src/apiref/read.ts";
import { ROOT, treeOf } from "../support/project.ts";

/** The description of the first operation, as CommonMark. */
function described(text: string, more: Record<string, string> = {}): string {
  const { files } = treeOf({
    "index.rst": `Widgets\n=======\n\n.. rest_method:: GET /widgets\n\n${text}\n`,
    ...more,
  });
  const apiRef = readApiRef(files, ROOT);
  const document = apiRef.documents.find(({ name }) => name === "index")!;
  return createProse(apiRef).blocks(document.operations[0]!.description, document.name);
}

test("anonymous references and targets are paired in their order, also across blocks", () => {
  const text = `See \`the first\`__ and \`lamps\`_.

__ https://one.example.org
.. _lamps: https://named.example.org

.. note:: Not all \`lamps\`__ glow, says \`who <https://who.example.org>\`__, but \`some\`__ do.

.. __: https://two.example.org
.. __: lamps_`;
  const markdown = described(text);
  expect(markdown).toContain("[the first](https://one.example.org) and [lamps](https://named.example.org)");
  expect(markdown).toContain("[lamps](https://two.example.org)");
  expect(markdown).toContain("[who](https://who.example.org)");
  expect(markdown).toContain("[some](https://named.example.org)");
});

test("anonymous references that do not go up are text", () => {
  expect(described("See `one`__ and `two`__.\n\n__ https://one.example.org")).toBe("See one and two.");
});

test("a target that stands for another has its address", () => {
  const targets =
    ".. _lamp: bulb_\n.. _bulb: glow_\n.. _glow: https://c.example.org\n.. _loop: pool_\n.. _pool: loop_";
  expect(described(`See lamp_ and \`loop\`_.\n\n${targets}`)).toBe(
    "See [lamp](https://c.example.org) and loop.",
  );
});

test("a document is named by its title", () => {
  const other = { "more/lamps.rst": "All the lamps\n=============\n", "v2.rst": "The second\n==========\n" };
  expect(described("See :doc:`more/lamps`, :doc:`/v2`, :doc:`it <v2>` and :doc:`none`.", other)).toBe(
    "See All the lamps, The second, it and none.",
  );
});

test("what is for other output alone is not shown", () => {
  expect(
    described(".. only:: latex\n\n   For the printed manual.\n\n.. only:: html\n\n   For the page."),
  ).toBe("For the page.");
});
