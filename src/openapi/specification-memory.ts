import { type Validators, validators } from "../samples/validators.ts";
import { BodyMemory } from "./body-memory.ts";
import { type ProseMemory, proseMemory } from "./prose.ts";

/** What is kept from the making of one specification to the next. */
export interface SpecificationMemory {
  readonly prose: ProseMemory;
  readonly validators: Validators;
  readonly bodies: BodyMemory;
}

/** The memory of somebody who has made none yet. */
export function specificationMemory(): SpecificationMemory {
  return { prose: proseMemory(), validators: validators(), bodies: new BodyMemory() };
}
