import { atMicroversion } from "../apiref/microversion.ts";
import type { ApiRef, Operation } from "../apiref/model.ts";
import { createProse, type Prose, proseMemory } from "../apiref/prose.ts";
import { groupOperations } from "../apiref/targets.ts";
import { type Dispute, disputesOf } from "../resources/disputes.ts";
import type { ResponseBody } from "../resources/response-body.ts";
import type { SampleCheck } from "../samples/check.ts";
import { shownBy } from "../samples/read.ts";
import { type Validators, validators } from "../samples/validators.ts";
import { Memory } from "../text/memory.ts";
import { once } from "../text/once.ts";
import { bodiesAt } from "./bodies-at.ts";
import { type BodyMemory, bodyMemory } from "./body-memory.ts";
import { type BodySchemas, bodySchemas } from "./body-schemas.ts";
import { type PlacedBodies, placeBodies, undocumentedActions } from "./placed-bodies.ts";
import { checkBodies } from "./sample-checks.ts";

/** The bodies of all documented operations: where their rows belong, their schemas, what their samples show. */
export interface Bodies {
  /** The tree that they are of: as it is at the microversion, where one was asked for. */
  readonly apiRef: ApiRef;
  readonly placed: PlacedBodies;
  readonly schemas: BodySchemas;
  /** Each sample against the schema of its body, checked when it is first asked for. */
  readonly samples: readonly SampleCheck[];
  /** Operations that must have a body and of whose body the sources say nothing. */
  readonly undocumentedActions: readonly Operation[];
  /** What definitions of one resource disagree in, found when it is first asked for. */
  readonly disputes: () => readonly Dispute[];
  /** The prose of the whole tree as CommonMark, turned when it is first asked for. */
  readonly prose: () => Prose;
  readonly validators: Validators;
  readonly memory: BodyMemory;
}

/**
 * Places the rows of all bodies and checks their samples. Pure: the same tree gives the same bodies, whatever is in
 * `memory` from earlier ones.
 *
 * @param microversion `2.60`: the bodies as they are at that microversion; else those of all
 */
export function readBodies(whole: ApiRef, microversion: string | undefined, memory = new Memory()): Bodies {
  const apiRef = microversion === undefined ? whole : atMicroversion(whole, microversion);
  const ofBodies = memory.part(bodyMemory);
  const ofSamples = memory.part(validators);
  const ofAllVersions = placeBodies(operationsOf(whole), ofBodies);
  const placed =
    microversion === undefined ? ofAllVersions : bodiesAt(ofAllVersions, operationsOf(apiRef), ofBodies);
  const prose = once(() => createProse(whole, memory.part(proseMemory)));
  const schemas = bodySchemas((definition) => prose().definition(definition), placed);
  const samples = once(() => checkBodies(placed, schemas, ofSamples, ofBodies));
  return {
    apiRef,
    placed,
    schemas,
    get samples() {
      return samples();
    },
    undocumentedActions: undocumentedActions(placed),
    disputes: once(() => disputesOf(responseBodies(placed, schemas))),
    prose,
    validators: ofSamples,
    memory: ofBodies,
  };
}

/** The operations that have a place, path by path. */
function operationsOf(apiRef: ApiRef): Operation[] {
  return groupOperations(apiRef).flatMap(({ groups }) => groups.flatMap(({ operations }) => operations));
}

/** The bodies of responses that something describes, with all that their samples show. */
function responseBodies(placed: PlacedBodies, schemas: BodySchemas): ResponseBody[] {
  return [...placed].flatMap(([operation, { response }]) => {
    const schema = schemas(response)?.bare;
    if (schema === undefined) return [];
    return [{ schema, values: shownBy(response.samples), operation }];
  });
}
