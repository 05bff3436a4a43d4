import type { Reasons } from "../apiref/general-reasons.ts";
import type { Operation, Side } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import type { BodyMemory } from "../bodies/body-memory.ts";
import type { BodySchemas } from "../bodies/body-schemas.ts";
import { isAction, type PlacedBodies, type PlacedBody } from "../bodies/placed-bodies.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { nounsOfPath, qualified } from "../resources/nouns.ts";
import type { ResponseBody } from "../resources/response-body.ts";
import { shownBy, shownJson } from "../samples/read.ts";
import type { Validators } from "../samples/validators.ts";
import { type Corrections, corrected } from "../schema/corrected.ts";
import { pascalCase } from "../text/words.ts";
import { topLevelKeys } from "./combine.ts";
import type { Components } from "./components.ts";
import { examplesOf, type JudgedSample } from "./examples.ts";
import { schemaTypes } from "./media-types.ts";
import { actionOfTitle, LONGEST_NAME, shortened } from "./names.ts";
import { wholeBody } from "./raw-body.ts";
import { shareResources } from "./share-resources.ts";
import { leaveToUrl } from "./url-variables.ts";
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
  /** What pages say of codes for all operations, by the name of their document. */
  readonly generalReasons: ReadonlyMap<string, Reasons>;
  readonly operationIds: ReadonlyMap<Operation, string>;
  /** Operations that share method and path with others: their request is one branch of several. */
  readonly merged: ReadonlySet<Operation>;
  readonly schemas: BodySchemas;
  readonly validators: Validators;
  readonly memory: BodyMemory;
  /** Which schema stands in the document where samples contradict definitions. */
  readonly disputed: "published" | "documented";
  /** The slips about which there is no doubt; a document that says what is documented repeats them. */
  readonly corrections: Corrections;
}

/**
 * Makes a component of the schema of each body that something describes, and of each resource in responses, and judges
 * the samples.
 */
export function bodiesOf(placed: PlacedBodies, context: BodyContext): Map<Operation, Record<Side, Body>> {
  const judged = [...placed].map(
    ([operation, { request, response }]) =>
      [operation, { request: judge(request, context), response: judge(response, context) }] as const,
  );
  const responses = new Map<JudgedBody, ResponseBody>();
  for (const [operation, { response }] of judged)
    if (response.definition !== undefined)
      responses.set(response, {
        schema: response.definition,
        values: shownBy(response.samples.filter(({ accepted }) => accepted)),
        operation,
      });
  // Branches tell what a body may hold by the properties at its top.
  const tops = new Map([...responses.keys()].map((body) => [body, { ...body.definition }]));
  const schemas = shareResources([...responses.values()], context);
  const finish = (body: JudgedBody): Body => {
    const response = responses.get(body);
    const schema = response === undefined ? body.definition : schemas.get(response)!;
    if (schema === undefined) return { ...body, schema: undefined };
    const definition = tops.get(body) ?? body.definition;
    return {
      ...body,
      definition,
      schema: isReference(schema) ? schema : asComponent(body, schema, context),
    };
  };
  return new Map(
    judged.map(([operation, { request, response }]) => [
      operation,
      { request: finish(request), response: finish(response) },
    ]),
  );
}

/** A body whose samples were held against its schema, before that becomes a component. */
type JudgedBody = Omit<Body, "schema">;

function judge(placed: PlacedBody, context: BodyContext): JudgedBody {
  const { operation, side, rows, samples, published, unplaced } = placed;
  if (published === undefined || wholeBody(placed, context.prose) !== undefined)
    return {
      ...placed,
      samples: samples.map((one) => ({ ...one, accepted: true })),
      definition: undefined,
    };
  const isWidened = context.disputed === "published";
  const { corrections } = context;
  const schema = isWidened
    ? context.schemas({
        ...placed,
        published: corrected(published, corrections, corrections.misspelt.get(operation)),
      })!.published
    : context.schemas(placed)!.plain;
  if (side === "request" && isWidened) leaveToUrl(schema, operation, shownBy(samples));
  const action = side === "request" ? actionKey(schema, operation, context) : undefined;
  const isShown = (value: Json) => isJsonObject(value) && value[action!] !== undefined;
  // `{}` is no action, though no row says so
  if (action !== undefined && shownBy(samples).every(isShown)) {
    // beside the schema where its row says that the key may be absent
    if (rows.some(({ name, definition }) => name === action && definition?.required === false))
      schema.allOf = [{ required: [action] }];
    else schema.required = [action];
  }
  const definition =
    side === "request" && context.merged.has(operation) ? asBranch(operation, schema, context) : schema;
  const firstJson = samples.find(({ content }) => shownJson(content) !== undefined);
  setOrigin(
    definition,
    (rows[0] ?? [...unplaced.keys()][0])?.span ?? firstJson!.sample.pathSpan ?? operation.titleSpan,
  );
  if (isWidened)
    return { ...placed, samples: samples.map((one) => ({ ...one, accepted: true })), definition };
  const accepted = context.memory.accepted(
    published,
    samples.map(({ sample }) => sample),
    () =>
      samples.map(({ content }) => {
        const value = shownJson(content);
        return value === undefined || context.validators.errors(definition, value).length === 0;
      }),
  );
  return {
    ...placed,
    samples: samples.map((one, index) => ({ ...one, accepted: accepted[index]! })),
    definition,
  };
}

/** Whether a body is a resource and nothing else. */
function isReference(schema: JsonObject): boolean {
  return Object.keys(schema).length === 1 && typeof schema.$ref === "string";
}

function asComponent(
  { operation, side, definition }: JudgedBody,
  schema: JsonObject,
  context: BodyContext,
): JsonObject {
  const id = context.operationIds.get(operation)!;
  const suffix = side === "request" ? "Request" : "Response";
  const name = shortened(`${id[0]!.toUpperCase()}${id.slice(1)}`, LONGEST_NAME - suffix.length);
  const wanted = `${name}${suffix}`;
  const nouns = contentNouns(definition!, operation);
  const shared = nouns.map((noun) => noun + suffix);
  return context.components.use("schemas", [wanted], schema, shared, false, nouns[0]);
}

/** What a body holds, by which several operations with one body name it: its envelope, else the resource. */
function contentNouns(definition: JsonObject, { target }: Operation): string[] {
  const [first, ...others] = topLevelKeys(definition);
  if (first === undefined) return nounsOfPath(target.path);
  const property = (definition.properties as JsonObject)[first] as JsonObject;
  const holdsMore =
    ["object", "array"].includes(String(property.type)) || "$ref" in property || "allOf" in property;
  if (others.length === 0 && holdsMore) return qualified(pascalCase(first), target.path);
  return nounsOfPath(target.path).filter((noun) => noun !== pascalCase(first));
}

/**
 * The key that names the action of a request: the one key of a body of `…/action`, or of one of those that `…/actions` takes,
 * which may be the list of what was done as well.
 */
export function actionKey(
  definition: JsonObject,
  operation: Operation,
  { merged }: Pick<BodyContext, "merged">,
): string | undefined {
  const [key, ...others] = topLevelKeys(definition);
  const isOfActions = merged.has(operation) && /\/actions$/.test(operation.target.path);
  return others.length === 0 && (isOfActions || isAction(operation)) ? key : undefined;
}

/** A branch says which documented operation it is: its title, what it does, its action and microversions. */
export function asBranch(
  operation: Operation,
  schema: JsonObject,
  context: Pick<BodyContext, "prose" | "merged">,
): JsonObject {
  const action = actionKey(schema, operation, context) ?? actionOfTitle(operation.title);
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

/**
 * The Media Type Objects of bodies (OpenAPI 3.1, 4.8.14): the schema under the types that the sources name, JSON mostly,
 * each sample under its own type.
 *
 * @param named the media types that the sources name for the bodies
 */
export function contentOf(
  schema: JsonObject | undefined,
  samples: readonly JudgedSample[],
  named: readonly string[],
  context: Pick<BodyContext, "components">,
): JsonObject | undefined {
  const types = schemaTypes(named);
  const examples = examplesOf(samples, named, context.components);
  for (const type of types)
    if (schema !== undefined && !examples.has(type))
      examples.set(type, { accepted: {}, count: 0, refused: {} });
  if (examples.size === 0) return undefined;
  const content: JsonObject = {};
  // What has the schema first: readers show the first media type.
  const isFirst = (type: string) => Number(types.includes(type));
  for (const mediaType of [...examples.keys()].sort((a, b) => isFirst(b) - isFirst(a))) {
    const { accepted, count, refused } = examples.get(mediaType)!;
    content[mediaType] = {
      ...(schema === undefined || !types.includes(mediaType) ? {} : { schema }),
      ...(count === 0 ? {} : { examples: accepted }),
      ...(Object.keys(refused).length === 0 ? {} : { "x-openstack-examples": refused }),
    };
  }
  return content;
}
