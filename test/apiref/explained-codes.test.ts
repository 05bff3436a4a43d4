import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

function show(text: string): { description: unknown; reasons: Record<string, unknown> } {
  const index = `Lamps\n=====\n\nDrop lamp\n---------\n\n.. rest_method:: DELETE /lamps/1\n\nNormal response codes: 204\n\nError response codes: broken(400), lit(409)\n\n${text}`;
  const { document } = specificationOf(treeOf({ "index.rst": index }).files).specification;
  const { description, responses } = ((document.paths as JsonObject)["/lamps/1"] as JsonObject)
    .delete as JsonObject;
  const reasons = Object.entries(responses as JsonObject).map(([code, one]) => [
    code,
    (one as JsonObject).description,
  ]);
  return { description, reasons: Object.fromEntries(reasons) };
}

test("what a list says of codes in prose is their description", () => {
  expect(
    show("* `400 Bad Request` if the lamp has no plug.\n* ``Conflict (409)``. The *lamp* is lit.\n"),
  ).toEqual({
    description: undefined,
    reasons: {
      204: "No Content",
      400: "Bad Request if the lamp has no plug.",
      409: "Conflict. The *lamp* is lit.",
    },
  });
});

test("several items on one code are all its description", () => {
  const { reasons } = show("* `409 Conflict` if the lamp is lit.\n* `409 Conflict` if it is\n  hot.\n");
  expect(reasons["409"]).toBe("- Conflict if the lamp is lit.\n- Conflict if it is hot.");
});

test("a list that says more than codes is a list", () => {
  const { description, reasons } = show("* 400: no plug\n* And the lamp is hot.\n");
  expect(description).toBe("- 400: no plug\n- And the lamp is hot.");
  expect(reasons["400"]).toBe("broken");
});

test("a list that a sentence announces stays below it", () => {
  const { description, reasons } = show("It fails where:\n\n- 409: the lamp is lit\n");
  expect(description).toBe("It fails where:\n\n- 409: the lamp is lit");
  expect(reasons["409"]).toBe("the lamp is lit");
});
