import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { documentOf, treeOf } from "../support/project.ts";

/** `GET /lamps` of a tree whose sample of the request is this. */
function operationWith(sample: string): JsonObject {
  const { files } = treeOf({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n   - limit: limit\n\nRequest Example\n---------------\n\n.. literalinclude:: lamps.json\n   :language: json\n",
    "parameters.yaml": "limit:\n  description: Most.\n  in: query\n  required: false\n  type: integer\n",
    "lamps.json": sample,
  });
  const { paths } = documentOf(files) as { paths: Record<string, { get: JsonObject }> };
  return paths["/lamps"]!.get;
}

test("a query that a sample shows as a body is shown as code, and no body", () => {
  const operation = operationWith('{"limit": 5}\n');
  expect(operation).not.toHaveProperty("requestBody");
  expect(operation["x-codeSamples"]).toEqual([
    { lang: "JSON", label: "Request Example", source: '{"limit": 5}' },
  ]);
});

test("what else a sample shows is a body", () => {
  expect(operationWith('{"limit": 5, "hue": 3}')).toHaveProperty("requestBody");
  expect(operationWith("{}")).not.toHaveProperty("x-codeSamples");
});
