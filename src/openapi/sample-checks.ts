import type { Operation, Side } from "../apiref/model.ts";
import type { JsonObject } from "../data/json-value.ts";
import type { SampleCheck } from "../samples/check.ts";
import type { Body } from "./bodies.ts";

/** Each JSON sample against the schema of its body. */
export function checkBodies(
  bodies: ReadonlyMap<Operation, Readonly<Record<Side, Body>>>,
  _document: JsonObject,
): SampleCheck[] {
  return [...bodies.values()].flatMap(({ request, response }) =>
    [request, response].flatMap((body) =>
      body.samples.map(({ sample, content }): SampleCheck => ({
        sample,
        outcome: content.kind === "json" ? "not-validated" : "not-json",
        mismatches: [],
      })),
    ),
  );
}
