import type { Operation, Side } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import type { BodyMemory } from "../bodies/body-memory.ts";
import type { BodySchemas } from "../bodies/body-schemas.ts";
import { isAction, type PlacedBodies, type PlacedBody } from "../bodies/placed-bodies.ts";
import type { JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import type { Validators } from "../samples/validators.ts";
import { topLevelKeys } from "./combine.ts";
import type { Components } from "./components.ts";
import { examplesOf, type JudgedSample } from "./examples.ts";
import { actionOfTitle, pascalCase } from "./names.ts";
import { nounsOfPath, qualified } from "./nouns.ts";
import { xVersions } from "./versions.ts";

/** One side of a documented operation as it stands in the document. */
export interface Body extends PlacedBody {
  readonly samples: readonly JudgedSample[];
  /** Use of the body's component schema; undefined where nothing describes it. */
  readonly schema: JsonObject | undefined;
  /** The schema itself, as it stands in the components. */
  readonly definition: JsonObject | undefined;
}

/** What bodies need of the document being built. */
export interface BodyContext {
  readonly components: Components;
  readonly prose: Prose;
  readonly operationIds: ReadonlyMap<Operation, string>;
  /** Operations that share method and path with others: their request is one branch of several. */
  readonly merged: ReadonlySet<Operation>;
  readonly schemas: BodySchemas;
  readonly validators: Validators;
  readonly memory: BodyMemory;
}

/** Makes a component of the schema of each body that something describes, and judges its samples by it. */
export function bodiesOf(placed: PlacedBodies, context: BodyContext): Map<Operation, Record<Side, Body>> {
  return new Map(
    [...placed].map(([operation, { request, response }]) => [
      operation,
      { request: bodyOf(request, context), response: bodyOf(response, context) },
    ]),
  );
}

function bodyOf(placed: PlacedBody, context: BodyContext): Body {
  const { operation, side, rows, samples, node } = placed;
  if (node === undefined)
    return {
      ...placed,
      samples: samples.map((one) => ({ ...one, accepted: true })),
      schema: undefined,
      definition: undefined,
    };
  const schema = context.schemas(placed)!.published;
  const definition =
    side === "request" && context.merged.has(operation) ? asBranch(operation, schema, context) : schema;
  const id = context.operationIds.get(operation)!;
  const suffix = side === "request" ? "Request" : "Response";
  const wanted = `${id[0]!.toUpperCase()}${id.slice(1)}${suffix}`;
  const shared = contentNouns(definition, operation).map((noun) => noun + suffix);
  const firstJson = samples.find(({ content }) => content.kind === "json");
  setOrigin(definition, rows[0]?.span ?? firstJson!.sample.pathSpan ?? operation.titleSpan);
  const accepted = context.memory.accepted(
    node,
    samples.map(({ sample }) => sample),
    () =>
      samples.map(
        ({ content }) =>
          content.kind !== "json" || context.validators.errors(definition, content.value).length === 0,
      ),
  );
  return {
    ...placed,
    samples: samples.map((one, index) => ({ ...one, accepted: accepted[index]! })),
    definition,
    schema: context.components.use("schemas", [wanted], definition, shared),
  };
}

/** What a body holds, by which several operations with one body name it: its envelope, else the resource. */
function contentNouns(definition: JsonObject, { target }: Operation): string[] {
  const [envelope, ...others] = topLevelKeys(definition);
  if (envelope !== undefined && others.length === 0) {
    const { type } = (definition.properties as JsonObject)[envelope] as JsonObject;
    if (type === "object" || type === "array") return qualified(pascalCase(envelope), target.path);
  }
  return nounsOfPath(target.path);
}

/** A branch says which documented operation it is: its title, what it does, its action and microversions. */
export function asBranch(
  operation: Operation,
  schema: JsonObject,
  context: Pick<BodyContext, "prose">,
): JsonObject {
  const keys = topLevelKeys(schema);
  const action = isAction(operation) && keys.length === 1 ? keys[0] : actionOfTitle(operation.title);
  const description = context.prose.blocks(operation.description, operation.document);
  const versions = xVersions(operation)["x-openstack"];
  return {
    title: operation.title,
    ...(description === "" ? {} : { description }),
    ...schema,
    ...(action === undefined && versions === undefined
      ? {}
      : {
          "x-openstack": {
            ...(action === undefined ? {} : { "action-name": action }),
            ...(versions as JsonObject),
          },
        }),
  };
}

/** The Media Type Objects of bodies (OpenAPI 3.1, 4.8.14): the schema under JSON, each sample under its own type. */
export function contentOf(
  schema: JsonObject | undefined,
  samples: readonly JudgedSample[],
  context: Pick<BodyContext, "components">,
): JsonObject | undefined {
  const examples = examplesOf(samples, context.components);
  if (schema !== undefined && !examples.has(JSON_TYPE))
    examples.set(JSON_TYPE, { accepted: {}, count: 0, refused: {} });
  if (examples.size === 0) return undefined;
  const content: JsonObject = {};
  // JSON first: readers show the first media type
  for (const mediaType of [...examples.keys()].sort(
    (a, b) => Number(b === JSON_TYPE) - Number(a === JSON_TYPE),
  )) {
    const { accepted, count, refused } = examples.get(mediaType)!;
    content[mediaType] = {
      ...(schema === undefined || mediaType !== JSON_TYPE ? {} : { schema }),
      ...(count === 0 ? {} : { examples: accepted }),
      ...(Object.keys(refused).length === 0 ? {} : { "x-openstack-examples": refused }),
    };
  }
  return content;
}

const JSON_TYPE = "application/json";
