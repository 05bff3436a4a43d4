import type { Block } from "../rst/tree.ts";
import { type Validators, validators } from "../samples/validators.ts";

/** What is kept from the making of one specification to the next. */
export interface SpecificationMemory {
  /** The blocks of RST in YAML values, by text. */
  readonly texts: Map<string, readonly Block[]>;
  readonly validators: Validators;
}

/** The memory of somebody who has made none yet. */
export function specificationMemory(): SpecificationMemory {
  return { texts: new Map(), validators: validators() };
}
