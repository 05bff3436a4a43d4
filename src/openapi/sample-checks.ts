import type { SampleCheck } from "../samples/check.ts";
import { checkSamples, syntaxMismatch } from "../samples/validate.ts";
import type { Validators } from "../samples/validators.ts";
import type { BodyMemory } from "./body-memory.ts";
import type { BodySchemas } from "./body-schemas.ts";
import type { PlacedBodies, PlacedBody } from "./placed-bodies.ts";

/**
 * Each sample against the schema of its body. The schemas have to be whole, before what they share becomes components.
 */
export function checkBodies(
  bodies: PlacedBodies,
  schemas: BodySchemas,
  validators: Validators,
  memory: BodyMemory,
): SampleCheck[] {
  return [...bodies.values()].flatMap(({ request, response }) =>
    [request, response].flatMap((body) => {
      const { node, samples, siblings } = body;
      if (node === undefined) return samples.map(({ sample, content }) => uncheckedSample(sample, content));
      return memory.checks(
        node,
        samples.map(({ sample }) => sample),
        () => checkSamples({ node, schema: schemas(body)!, samples, others: () => siblings }, validators),
      );
    }),
  );
}

/** A sample of a body that nothing describes: only what is wrong with the sample itself can be told. */
function uncheckedSample(
  sample: SampleCheck["sample"],
  content: PlacedBody["samples"][number]["content"],
): SampleCheck {
  const mismatches = content.kind === "other" ? [] : content.errors.map(syntaxMismatch);
  return { sample, outcome: content.kind === "invalid-json" ? "not-json" : "not-validated", mismatches };
}
