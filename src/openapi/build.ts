import { generalReasons } from "../apiref/general-reasons.ts";
import type { ApiRef, Operation } from "../apiref/model.ts";
import { groupOperations, METHODS, type PathGroup } from "../apiref/targets.ts";
import { knownValues } from "../bodies/known-values.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { strayQueryRows } from "../bodies/stray-query-rows.ts";
import { certainCorrections } from "../checks/certain-corrections.ts";
import type { Json, JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { once } from "../text/once.ts";
import { apart } from "./apart.ts";
import { type BodyContext, bodiesOf } from "./bodies.ts";
import { Components } from "./components.ts";
import { infoOf } from "./info.ts";
import { type OperationContext, operationObject } from "./operation.ts";
import { mergedOperationIds, operationIds } from "./operation-ids.ts";
import { optionalSecurity } from "./optional-token.ts";
import type { SpecificationOptions } from "./options.ts";
import { sayVersions } from "./say-versions.ts";
import { settleForGenerators } from "./settle-for-generators.ts";
import { sourceMapOf } from "./source-map.ts";
import type { Specification } from "./specification.ts";
import { tagsOf } from "./tags.ts";
import { operationsWithoutToken } from "./without-token.ts";

/** The scheme of every OpenStack API: a token of the identity service in a header. */
const TOKEN_SCHEME: JsonObject = {
  type: "apiKey",
  in: "header",
  name: "X-Auth-Token",
  description: "A token of the Identity service.",
};

/**
 * Makes the OpenAPI 3.1 document of an api-ref (https://spec.openapis.org/oas/v3.1.1). Pure: the same bodies and
 * options give the same bytes. It is made when it is first asked for, which a reader of the findings may never do.
 */
export function buildSpecification(bodies: Bodies, options: SpecificationOptions): Specification {
  const made = once(() => makeDocument(bodies, options));
  return {
    get document() {
      return made().document;
    },
    get sourceMap() {
      return made().sourceMap;
    },
  };
}

function makeDocument(read: Bodies, options: SpecificationOptions) {
  const { apiRef, schemas, validators, memory } = read;
  const components = new Components();
  const prose = read.prose();
  const grouped = documentedPaths(apiRef);
  const operations = grouped.flatMap((path) => path.groups.flatMap((group) => group.operations));
  const ids = operationIds(operations);
  const paths =
    options.operations === "apart"
      ? apart(
          grouped,
          apiRef.documents.flatMap((document) => document.operations),
          ids,
        )
      : grouped;
  const groups = paths.flatMap((path) => path.groups);
  const placed = new Map(operations.map((operation) => [operation, read.placed.get(operation)!]));
  const merging = groups.filter((group) => group.operations.length > 1);
  const bodyContext: BodyContext = {
    components,
    prose,
    generalReasons: generalReasons(apiRef),
    operationIds: ids,
    merged: new Set(merging.flatMap((group) => group.operations)),
    schemas,
    validators,
    memory,
    disputed: options.disputed ?? "published",
    corrections: certainCorrections({ apiRef, bodies: read }),
  };
  const bodies = bodiesOf(placed, bodyContext);
  const tags = tagsOf(apiRef, new Set(operations), prose, options.microversion === undefined);
  const schemes = options.security ?? { token: TOKEN_SCHEME };
  const context: OperationContext = {
    ...bodyContext,
    bodies,
    known: knownValues(read.placed),
    publicOperations: new Set(options.public),
    stray: strayQueryRows(operations),
    withoutToken: operationsWithoutToken(operations, prose),
    optionalSecurity: optionalSecurity(schemes),
    tagOf: tags.ofOperation,
    mergedIds: mergedOperationIds(merging, ids.values()),
  };

  const pathItems: JsonObject = {};
  const webhooks: JsonObject = {};
  for (const path of paths) (path.webhook ? webhooks : pathItems)[path.path] = pathItem(path, context);
  const security = Object.keys(schemes).map((name): Json => ({ [name]: [] }));
  const parts = components.finish();
  settleForGenerators((parts.schemas ?? {}) as JsonObject);
  const document: JsonObject = {
    openapi: "3.1.1",
    info: infoOf(apiRef, tags.introduction, options, prose),
    servers: (options.servers ?? [{ url: "/" }]) as Json[],
    ...(security.length === 0 ? {} : { security }),
    ...(tags.objects.length === 0 ? {} : { tags: [...tags.objects] }),
    paths: pathItems,
    ...(Object.keys(webhooks).length === 0 ? {} : { webhooks }),
    components: {
      ...parts,
      ...(security.length === 0 ? {} : { securitySchemes: { ...schemes } }),
    },
  };
  sayVersions(document);
  const front = apiRef.documents[0];
  // What belongs to no operation is said on the first page, below its title.
  if (front !== undefined) setOrigin(document, front.title?.span ?? { file: front.file, start: 0, end: 0 });
  return { document, sourceMap: sourceMapOf(document) };
}

/** The paths of a document with their documented operations. */
export function documentedPaths(apiRef: ApiRef): PathGroup[] {
  return groupOperations(apiRef).map(withoutRepeats);
}

/** A part that two pages include documents its operations once. */
function withoutRepeats(path: PathGroup): PathGroup {
  const seen = new Set<string>();
  const isFirst = ({ directive }: Operation) => {
    const place = `${directive.nameSpan.start} ${directive.nameSpan.file.path}`;
    const first = !seen.has(place);
    seen.add(place);
    return first;
  };
  const groups = path.groups.map((group) => ({ ...group, operations: group.operations.filter(isFirst) }));
  return { ...path, groups };
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
