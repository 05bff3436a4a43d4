import type { ApiRef, Operation } from "../apiref/model.ts";
import type { Notice } from "../apiref/notice.ts";
import type { Json, JsonObject } from "../data/json-value.ts";
import type { Span } from "../text/span.ts";
import { bodiesOf } from "./bodies.ts";
import { Components } from "./components.ts";
import { infoOf } from "./info.ts";
import { atMicroversion } from "./microversion.ts";
import { mergedOperationIds, operationIds } from "./names.ts";
import { type OperationContext, operationObject } from "./operation.ts";
import type { SpecificationOptions } from "./options.ts";
import { createProse } from "./prose.ts";
import { checkBodies } from "./sample-checks.ts";
import { sourceMapOf } from "./source-map.ts";
import type { Specification } from "./specification.ts";
import { specificationMemory } from "./specification-memory.ts";
import { tagsOf } from "./tags.ts";
import { groupOperations, METHODS, operationName, type PathGroup } from "./targets.ts";

/** The scheme of every OpenStack API: a token of the identity service in a header. */
const TOKEN_SCHEME: JsonObject = {
  type: "apiKey",
  in: "header",
  name: "X-Auth-Token",
  description: "A token of the Identity service.",
};

/**
 * Makes the OpenAPI 3.1 document of an api-ref (https://spec.openapis.org/oas/v3.1.1). Pure: the same tree and
 * options give the same bytes, whatever is in `memory` from earlier ones.
 */
export function buildSpecification(
  whole: ApiRef,
  options: SpecificationOptions,
  memory = specificationMemory(),
): Specification {
  const apiRef = options.microversion === undefined ? whole : atMicroversion(whole, options.microversion);
  const origins = new Map<object, Span>();
  const notices: Notice[] = [];
  const components = new Components(origins);
  const prose = createProse(whole, memory.prose);
  const paths = groupOperations(apiRef);
  const groups = paths.flatMap((path) => path.groups);
  const operations = groups.flatMap((group) => group.operations);
  const ids = operationIds(operations);
  const shared = memory.validators;
  const settled = options.microversion !== undefined;
  const merged = new Set(groups.flatMap((group) => (group.operations.length > 1 ? group.operations : [])));
  const bodies = bodiesOf(operations, {
    components,
    prose,
    origins,
    operationIds: ids,
    settled,
    merged,
    validators: shared,
    memory: memory.bodies,
  });
  const tags = tagsOf(apiRef, new Set(operations), prose, origins);
  const context: OperationContext = {
    components,
    prose,
    origins,
    notices,
    operationIds: ids,
    settled,
    merged,
    validators: shared,
    memory: memory.bodies,
    bodies,
    tagOf: tags.ofOperation,
    mergedIds: mergedOperationIds(
      groups.filter((group) => group.operations.length > 1),
      ids.values(),
    ),
  };

  const pathItems: JsonObject = {};
  const webhooks: JsonObject = {};
  for (const path of paths) (path.webhook ? webhooks : pathItems)[path.path] = pathItem(path, context);
  const schemes = options.security ?? { token: TOKEN_SCHEME };
  const security = Object.keys(schemes).map((name): Json => ({ [name]: [] }));
  const samples = checkBodies(bodies, shared, memory.bodies);
  const document: JsonObject = {
    openapi: "3.1.1",
    info: infoOf(apiRef, tags.introduction, options, prose),
    servers: (options.servers ?? [{ url: "/" }]) as Json[],
    ...(security.length === 0 ? {} : { security }),
    ...(tags.objects.length === 0 ? {} : { tags: [...tags.objects] }),
    paths: pathItems,
    ...(Object.keys(webhooks).length === 0 ? {} : { webhooks }),
    components: {
      ...components.finish(),
      ...(security.length === 0 ? {} : { securitySchemes: { ...schemes } }),
    },
  };
  const front = apiRef.documents[0];
  // What belongs to no operation is said on the first page, below its title.
  if (front !== undefined) origins.set(document, front.title?.span ?? { file: front.file, start: 0, end: 0 });
  const sourceMap = sourceMapOf(document, origins);
  return {
    document,
    sourceMap,
    notices,
    samples,
    operationNames: new Map(
      whole.documents.flatMap((one) =>
        one.operations.map((operation): [Operation, string] => [operation, operationName(operation)]),
      ),
    ),
  };
}

/** A Path Item Object (OpenAPI 3.1, 4.8.9). */
function pathItem(path: PathGroup, context: OperationContext): JsonObject {
  const item: JsonObject = {};
  const additional: JsonObject = {};
  for (const group of path.groups) {
    if (METHODS.has(group.method)) item[group.method.toLowerCase()] = operationObject(group, context);
    else additional[group.method] = operationObject(group, { ...context, sharesParameters: false });
  }
  if (Object.keys(additional).length > 0) item["x-openstack-additional-operations"] = additional;
  return item;
}
