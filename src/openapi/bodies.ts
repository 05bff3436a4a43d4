import type { Operation, ParameterRow, Sample, Side } from "../apiref/model.ts";
import type { Json, JsonObject } from "../data/json-value.ts";
import { prune } from "../samples/prune.ts";
import type { Validators } from "../samples/validators.ts";
import { type BodyNode, placeRows } from "../schema/body.ts";
import { toSchema } from "../schema/json-schema.ts";
import type { Span } from "../text/span.ts";
import type { BodyMemory } from "./body-memory.ts";
import { topLevelKeys } from "./combine.ts";
import type { Components } from "./components.ts";
import { examplesOf, type ReadSample } from "./examples.ts";
import { actionOfTitle, pascalCase } from "./names.ts";
import type { Prose } from "./prose.ts";
import { pathShape } from "./targets.ts";
import { xVersions } from "./versions.ts";

/** What the tables and samples of one side of a documented operation say about its body. */
export interface Body {
  readonly operation: Operation;
  readonly side: Side;
  readonly rows: readonly ParameterRow[];
  readonly samples: readonly ReadSample[];
  /** JSON of other operations on the same resource, the nearest first. */
  readonly siblings: readonly Json[];
  /** The body's structure; undefined where nothing describes it. */
  readonly node: BodyNode | undefined;
  /** Use of the body's component schema; undefined where nothing describes it. */
  readonly schema: JsonObject | undefined;
  /** The schema itself, as it stands in the components. */
  readonly definition: JsonObject | undefined;
}

/** What bodies need of the document being built. */
export interface BodyContext {
  readonly components: Components;
  readonly prose: Prose;
  readonly origins: Map<object, Span>;
  readonly operationIds: ReadonlyMap<Operation, string>;
  /** All rows hold at one microversion. */
  readonly settled: boolean;
  /** Operations that share method and path with others: their request is one branch of several. */
  readonly merged: ReadonlySet<Operation>;
  readonly validators: Validators;
  readonly memory: BodyMemory;
}

/** Makes the bodies of all operations; operations on one resource help each other where one has no sample. */
export function bodiesOf(
  operations: readonly Operation[],
  context: BodyContext,
): Map<Operation, Record<Side, Body>> {
  const contents = new Map(
    operations.map((operation) => [
      operation,
      shownSamples(operation).map(
        (sample): ReadSample => ({ sample, content: context.memory.content(sample), accepted: true }),
      ),
    ]),
  );
  const resources = new Map<string, Operation[]>();
  for (const operation of operations) {
    const resource = resourceOf(operation);
    const known = resources.get(resource);
    if (known === undefined) resources.set(resource, [operation]);
    else known.push(operation);
  }
  const jsonOf = (operation: Operation, side: Side): Json[] =>
    contents
      .get(operation)!
      .flatMap(({ sample, content }) =>
        sample.side === side && content.kind === "json" ? [content.value] : [],
      );
  return new Map(
    operations.map((operation) => {
      const siblings = resources.get(resourceOf(operation))!.filter((other) => other !== operation);
      const body = (side: Side) =>
        bodyOf(
          operation,
          side,
          contents.get(operation)!,
          siblingSamples(operation, side, siblings, jsonOf),
          context,
        );
      return [operation, { request: body("request"), response: body("response") }];
    }),
  );
}

/** A sample whose file could not be read shows nothing; the finding about the file says so. */
function shownSamples(operation: Operation): Sample[] {
  return operation.samples.filter(({ file }) => file !== undefined);
}

/** Samples of the same side first: an update's request shows more of a create's than a response does. */
function siblingSamples(
  operation: Operation,
  side: Side,
  siblings: readonly Operation[],
  jsonOf: (operation: Operation, side: Side) => Json[],
): Json[] {
  const other: Side = side === "request" ? "response" : "request";
  // Actions share a path and nothing else.
  if (isAction(operation)) return [];
  return [
    ...siblings.flatMap((sibling) => jsonOf(sibling, side)),
    ...jsonOf(operation, other),
    ...siblings.flatMap((sibling) => jsonOf(sibling, other)),
  ];
}

/** `/v2/shares`, `/v2/shares/{id}` and `/v2/shares/detail` are one resource. */
function resourceOf(operation: Operation): string {
  return pathShape(operation.target.path).replace(/(?:\/\{\}|\/detail)$/, "");
}

function bodyOf(
  operation: Operation,
  side: Side,
  contents: readonly ReadSample[],
  siblings: readonly Json[],
  context: BodyContext,
): Body {
  const { rows, samples } = asOfTheRun(
    operation,
    operation.rows.filter((row) => isOfBody(row, side)),
    contents.filter(({ sample }) => sample.side === side),
    side,
    siblings,
  );
  const json = samples.flatMap(({ sample, content }) =>
    content.kind === "json" ? [{ sample, value: content.value }] : [],
  );
  const empty = {
    operation,
    side,
    rows,
    samples,
    siblings,
    node: undefined,
    schema: undefined,
    definition: undefined,
  };
  if (rows.length === 0 && json.length === 0) return empty;
  const node = context.memory.node(rows[0] ?? json[0]!.sample, {
    rows,
    samples: json.map(({ value }) => value),
    siblings,
    path: operation.target.path,
    settled: context.settled,
  });
  const schema = toSchema(node, {
    describe: (one) => context.prose.definition(one),
    origins: context.origins,
  });
  const definition =
    side === "request" && context.merged.has(operation) ? asBranch(operation, schema, context) : schema;
  const id = context.operationIds.get(operation)!;
  const suffix = side === "request" ? "Request" : "Response";
  const wanted = `${id[0]!.toUpperCase()}${id.slice(1)}${suffix}`;
  // Several operations with one body: it is named after what it holds.
  const [envelope] = topLevelKeys(definition);
  const shared = envelope === undefined ? [] : [`${pascalCase(envelope)}${suffix}`];
  context.origins.set(definition, rows[0]?.span ?? json[0]!.sample.pathSpan ?? operation.titleSpan);
  const accepted = context.memory.accepted(
    node,
    samples.map(({ sample }) => sample),
    () =>
      samples.map(
        ({ content }) =>
          content.kind !== "json" || context.validators.errors(definition, content.value).length === 0,
      ),
  );
  const judged = samples.map((one, index): ReadSample => ({ ...one, accepted: accepted[index]! }));
  return {
    ...empty,
    samples: judged,
    node,
    definition,
    schema: context.components.use("schemas", wanted, definition, shared),
  };
}

function isOfBody(row: ParameterRow, side: Side): boolean {
  return row.side === side && row.definition?.in === "body";
}

/**
 * Rows and samples of a body, without what is only at other microversions than that of the run: what the rows document
 * that were left out, and what is inside it.
 */
function asOfTheRun(
  operation: Operation,
  rows: readonly ParameterRow[],
  samples: readonly ReadSample[],
  side: Side,
  siblings: readonly Json[],
): { readonly rows: readonly ParameterRow[]; readonly samples: readonly ReadSample[] } {
  const all = operation.rowsOfAllVersions?.filter((row) => isOfBody(row, side)) ?? rows;
  if (all.length === rows.length) return { rows, samples };
  const root = placeRows({
    rows: all,
    samples: samples.flatMap(({ content }) => (content.kind === "json" ? [content.value] : [])),
    siblings,
    path: operation.target.path,
  });
  const held = new Set(rows.map(({ span }) => span));
  const isGone = (place: BodyNode) => place.rows.length > 0 && !place.rows.some(({ span }) => held.has(span));
  const dropped = new Set<Span>();
  const visit = (place: BodyNode, isInside: boolean) => {
    if (isInside) for (const { span } of place.rows) dropped.add(span);
    for (const inner of [...place.properties.values(), place.items, place.values])
      if (inner !== undefined) visit(inner, isInside || isGone(place));
  };
  visit(root, false);
  return {
    rows: rows.filter(({ span }) => !dropped.has(span)),
    samples: samples.map((one) =>
      one.content.kind === "json"
        ? { ...one, content: { ...one.content, value: prune(one.content.value, root, isGone) } }
        : one,
    ),
  };
}

/** A branch says which documented operation it is: its title, what it does, its action and microversions. */
export function asBranch(
  operation: Operation,
  schema: JsonObject,
  context: Pick<BodyContext, "prose" | "origins">,
): JsonObject {
  const keys = topLevelKeys(schema);
  const action = isAction(operation) && keys.length === 1 ? keys[0] : actionOfTitle(operation.title);
  const description = context.prose.blocks(operation.description, operation.document);
  const versions = xVersions(operation)["x-openstack"];
  const branch: JsonObject = {
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
  const origin = context.origins.get(schema);
  if (origin !== undefined) context.origins.set(branch, origin);
  return branch;
}

/** An operation that must have a body: `POST …/action`, with the action as the body's one key. */
export function isAction(operation: Operation): boolean {
  return operation.method.toUpperCase() === "POST" && /\/action$/.test(operation.target.path);
}

/** The Media Type Objects of bodies (OpenAPI 3.1, 4.8.14): the schema under JSON, each sample under its own type. */
export function contentOf(
  schema: JsonObject | undefined,
  samples: readonly ReadSample[],
  context: Pick<BodyContext, "components" | "origins">,
): JsonObject | undefined {
  const examples = examplesOf(samples, context.components, context.origins);
  if (schema !== undefined && !examples.has(JSON_TYPE))
    examples.set(JSON_TYPE, { accepted: {}, refused: {} });
  if (examples.size === 0) return undefined;
  const content: JsonObject = {};
  // JSON first: readers show the first media type
  for (const mediaType of [...examples.keys()].sort(
    (a, b) => Number(b === JSON_TYPE) - Number(a === JSON_TYPE),
  )) {
    const { accepted, refused } = examples.get(mediaType)!;
    content[mediaType] = {
      ...(schema === undefined || mediaType !== JSON_TYPE ? {} : { schema }),
      ...(Object.keys(accepted).length === 0 ? {} : { examples: accepted }),
      ...(Object.keys(refused).length === 0 ? {} : { "x-openstack-examples": refused }),
    };
  }
  return content;
}

const JSON_TYPE = "application/json";
