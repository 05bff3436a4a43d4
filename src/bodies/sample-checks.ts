import type { Operation } from "../apiref/model.ts";
import type { Json } from "../data/json-value.ts";
import type { SampleCheck } from "../samples/check.ts";
import { checkSamples, uncheckedSample } from "../samples/validate.ts";
import type { Validators } from "../samples/validators.ts";
import { groupedBy } from "../text/grouped.ts";
import type { BodyMemory } from "./body-memory.ts";
import type { BodySchemas } from "./body-schemas.ts";
import type { PlacedBodies } from "./placed-bodies.ts";

/**
 * Each sample against the schema of its body. The schemas have to be whole, before what they share becomes components.
 */
export function checkBodies(
  bodies: PlacedBodies,
  schemas: BodySchemas,
  validators: Validators,
  memory: BodyMemory,
): SampleCheck[] {
  const neighbours = neighboursOf(bodies, memory);
  return [...bodies.values()].flatMap(({ request, response }) =>
    [request, response].flatMap((body) => {
      const { node, samples, siblings, operation } = body;
      // Nothing describes the body.
      if (node === undefined) return samples.map(({ sample, content }) => uncheckedSample(sample, content));
      return memory.checks(
        node,
        samples.map(({ sample }) => sample),
        () => neighbours(operation),
        (others) =>
          checkSamples({ node, schema: schemas(body)!.bare!, samples, siblings, others }, validators),
      );
    }),
  );
}

/** What the samples of all operations on one collection show, whichever resource or action of it they are of. */
function neighboursOf(bodies: PlacedBodies, memory: BodyMemory): (operation: Operation) => readonly Json[] {
  const members = groupedBy(bodies.keys(), collectionOf);
  const shown = new Map<string, readonly Json[]>();
  return (operation) => {
    const collection = collectionOf(operation);
    const known = shown.get(collection);
    if (known !== undefined) return known;
    const json = members
      .get(collection)!
      .map((member) => memory.json(member))
      .flatMap(({ request, response }) => [...request, ...response]);
    shown.set(collection, json);
    return json;
  };
}

/** `widgets` of `/v2/{project_id}/widgets/{widget_id}/action`: the first part of a path that is no version. */
function collectionOf({ target }: Operation): string {
  return target.path.split("/").find((part) => part !== "" && !/^v\d|[{}]/.test(part)) ?? "";
}
