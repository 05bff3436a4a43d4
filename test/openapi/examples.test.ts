import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/data/json-value.ts";
import { documentOf, treeOf } from "../support/project.ts";

function mediaOf(sample: Json): JsonObject {
  const { files } = treeOf({
    "index.rst":
      "Lamps\n=====\n\nShow lamp\n---------\n\n.. rest_method:: GET /lamps/1\n\nNormal response codes: 200\n\nResponse Example\n~~~~~~~~~~~~~~~~\n\n.. literalinclude:: lamp.json\n",
    "lamp.json": JSON.stringify(sample),
  });
  const { paths } = documentOf(files) as { paths: Record<string, { get: JsonObject }> };
  const responses = paths["/lamps/1"]!.get.responses as Record<string, JsonObject>;
  return (responses["200"]!.content as Record<string, JsonObject>)["application/json"]!;
}

test.each<[string, Json, boolean]>([
  ["a whole default of a number", { level: { type: "number", default: 300 } }, true],
  ["a default of another type", { level: { type: "string", default: 300 } }, false],
  ["a reference", { level: { $ref: "#/x" } }, false],
])("a sample is an example unless readers take it for a part of the document: %s", (_, sample, isShown) => {
  const media = mediaOf(sample);
  expect(media.examples !== undefined).toBe(isShown);
  expect(media["x-openstack-examples"] === undefined).toBe(isShown);
});
