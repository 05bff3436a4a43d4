import { type ProseMemory, proseMemory } from "../apiref/prose.ts";
import { type Validators, validators } from "../samples/validators.ts";
import { BodyMemory } from "./body-memory.ts";

/** What is kept from the bodies of one reading to the next. */
export interface BodiesMemory {
  readonly prose: ProseMemory;
  readonly validators: Validators;
  readonly bodies: BodyMemory;
}

/** The memory of somebody who has read none yet. */
export function bodiesMemory(): BodiesMemory {
  return { prose: proseMemory(), validators: validators(), bodies: new BodyMemory() };
}
