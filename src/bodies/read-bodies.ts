import { atMicroversion } from "../apiref/microversion.ts";
import type { ApiRef, Operation } from "../apiref/model.ts";
import { createProse, type Prose } from "../apiref/prose.ts";
import { groupOperations } from "../apiref/targets.ts";
import type { SampleCheck } from "../samples/check.ts";
import { type BodySchemas, bodySchemas } from "./body-schemas.ts";
import { type BodiesMemory, bodiesMemory } from "./memory.ts";
import { type PlacedBodies, placeBodies, undocumentedActions } from "./placed-bodies.ts";
import { checkBodies } from "./sample-checks.ts";

/** The bodies of all documented operations: where their rows belong, their schemas, what their samples show. */
export interface Bodies {
  /** The tree that they are of: as it is at the microversion, where one was asked for. */
  readonly apiRef: ApiRef;
  readonly placed: PlacedBodies;
  readonly schemas: BodySchemas;
  /** Each sample against the schema of its body. */
  readonly samples: readonly SampleCheck[];
  /** Operations that must have a body and of whose body the sources say nothing. */
  readonly undocumentedActions: readonly Operation[];
  /** The prose of the whole tree as CommonMark, turned when it is first asked for. */
  readonly prose: () => Prose;
  readonly memory: BodiesMemory;
}

/**
 * Places the rows of all bodies and checks their samples. Pure: the same tree gives the same bodies, whatever is in
 * `memory` from earlier ones.
 *
 * @param microversion `2.60`: the bodies as they are at that microversion; else those of all
 */
export function readBodies(whole: ApiRef, microversion: string | undefined, memory = bodiesMemory()): Bodies {
  const apiRef = microversion === undefined ? whole : atMicroversion(whole, microversion);
  const operations = groupOperations(apiRef).flatMap((path) =>
    path.groups.flatMap((group) => group.operations),
  );
  const placed = placeBodies(operations, { settled: microversion !== undefined, memory: memory.bodies });
  let made: Prose | undefined;
  const prose = () => {
    made ??= createProse(whole, memory.prose);
    return made;
  };
  const schemas = bodySchemas((definition) => prose().definition(definition));
  return {
    apiRef,
    placed,
    schemas,
    samples: checkBodies(placed, schemas, memory.validators, memory.bodies),
    undocumentedActions: undocumentedActions(placed),
    prose,
    memory,
  };
}
