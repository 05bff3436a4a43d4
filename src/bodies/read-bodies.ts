import { atMicroversion } from "../apiref/microversion.ts";
import type { ApiRef, Operation } from "../apiref/model.ts";
import { createProse, type Prose } from "../apiref/prose.ts";
import { groupOperations } from "../apiref/targets.ts";
import { type Dispute, disputesOf } from "../resources/disputes.ts";
import type { ResponseBody } from "../resources/occurrences.ts";
import type { SampleCheck } from "../samples/check.ts";
import { once } from "../text/once.ts";
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
  /** What definitions of one resource disagree in, found when it is first asked for. */
  readonly disputes: () => readonly Dispute[];
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
  const prose = once(() => createProse(whole, memory.prose));
  const schemas = bodySchemas((definition) => prose().definition(definition), placed);
  return {
    apiRef,
    placed,
    schemas,
    samples: checkBodies(placed, schemas, memory.validators, memory.bodies),
    undocumentedActions: undocumentedActions(placed),
    disputes: once(() => disputesOf(responseBodies(placed, schemas))),
    prose,
    memory,
  };
}

/** The bodies of responses that something describes, with all that their samples show. */
function responseBodies(placed: PlacedBodies, schemas: BodySchemas): ResponseBody[] {
  return [...placed].flatMap(([operation, { response }]) => {
    const schema = schemas(response)?.documented;
    if (schema === undefined) return [];
    const values = response.samples.flatMap(({ content }) =>
      content.kind === "json" ? [content.value] : [],
    );
    return [{ schema, values, operation }];
  });
}
