import type { Operation, Side } from "../apiref/model.ts";
import type { SampleCheck } from "../samples/check.ts";
import { checkSamples, syntaxMismatch } from "../samples/validate.ts";
import type { Validators } from "../samples/validators.ts";
import type { Body } from "./bodies.ts";
import type { BodyMemory } from "./body-memory.ts";

/**
 * Each sample against the schema of its body. The schemas have to be whole, before what they share becomes
 * components: a validator is compiled for each distinct one.
 */
export function checkBodies(
  bodies: ReadonlyMap<Operation, Readonly<Record<Side, Body>>>,
  shared: Validators,
  memory: BodyMemory,
): SampleCheck[] {
  return [...bodies.values()].flatMap(({ request, response }) =>
    [request, response].flatMap(({ node, definition, samples, siblings }) =>
      node === undefined || definition === undefined
        ? samples.map(({ sample, content }): SampleCheck => uncheckedSample(sample, content))
        : memory.checks(
            node,
            samples.map(({ sample }) => sample),
            () => checkSamples({ node, schema: definition, samples, others: () => siblings }, shared),
          ),
    ),
  );
}

/** A sample of a body that nothing describes: only what is wrong with the sample itself can be told. */
function uncheckedSample(
  sample: SampleCheck["sample"],
  content: Body["samples"][number]["content"],
): SampleCheck {
  const mismatches = content.kind === "other" ? [] : content.errors.map(syntaxMismatch);
  return { sample, outcome: content.kind === "invalid-json" ? "not-json" : "not-validated", mismatches };
}
