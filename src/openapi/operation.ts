import type { Operation, ParameterRow, Sample } from "../apiref/model.ts";
import { type OperationGroup, operationName } from "../apiref/targets.ts";
import { unitedVersions } from "../apiref/versions.ts";
import { queriesAsBody } from "../bodies/query-as-body.ts";
import { publishedRows } from "../bodies/unplaced-rows.ts";
import type { Json, JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { HTTP_TYPE } from "../samples/read.ts";
import type { Body, BodyContext } from "./bodies.ts";
import { isCommand } from "./examples.ts";
import { noteText } from "./note-text.ts";
import { optionalTokenNote, optionalTokenRow } from "./optional-token.ts";
import { type ParameterContext, parameterObjects, parametersOf } from "./parameters.ts";
import { requestBody, requestBranch } from "./request-body.ts";
import { responses } from "./responses.ts";
import { unsaidVersions, versionNote, xVersions } from "./versions.ts";

/** What operations need of the document being built. */
export interface OperationContext extends BodyContext, ParameterContext {
  readonly bodies: ReadonlyMap<Operation, { readonly request: Body; readonly response: Body }>;
  /** Operations that need no token as the configuration says, by the names that findings give them. */
  readonly publicOperations: ReadonlySet<string>;
  /** Rows of responses that are parameters of requests. */
  readonly stray: ReadonlySet<ParameterRow>;
  /** Operations that need no token as the sources say. */
  readonly withoutToken: ReadonlySet<Operation>;
  /** The security of operations that may be called without a token; undefined where the document has none of it. */
  readonly optionalSecurity: Json[] | undefined;
  readonly tagOf: ReadonlyMap<Operation, string>;
  /** The operationIds of merged operations. */
  readonly mergedIds: ReadonlyMap<OperationGroup, string>;
}

/** An Operation Object (OpenAPI 3.1, 4.8.10) for all documented operations that share method and path. */
export function operationObject(group: OperationGroup, context: OperationContext): JsonObject {
  const { operations } = group;
  const [first] = operations;
  const branches = operations.map((operation) =>
    requestBranch(operation, context.bodies.get(operation)!.request, context),
  );
  const parameters = parameterObjects(
    operations.map((operation) => ({
      operation,
      parameters: parametersOf(
        operation,
        publishedRows(operation, context.bodies.get(operation)!),
        group.path,
        context.stray,
      ),
    })),
    context,
  );
  const body = requestBody(branches, context);
  const merged = operations.length > 1;
  const tags = [...new Set(operations.flatMap((operation) => context.tagOf.get(operation) ?? []))];
  const samples = operations.flatMap((operation) => [
    ...commandSamples(context.bodies.get(operation)!),
    ...[...queriesAsBody(operation)].map((sample) => codeSample("JSON", sample)),
  ]);
  const description = merged
    ? mergedDescription(operations, context)
    : describe(first!, body !== undefined, context);
  const object: JsonObject = {
    ...(tags.length === 0 ? {} : { tags }),
    summary: merged ? mergedSummary(group) : titleOf(first!),
    ...(description === "" ? {} : { description }),
    operationId: merged ? context.mergedIds.get(group)! : context.operationIds.get(first!)!,
    ...(operations.every((operation) => operation.deprecated) ? { deprecated: true } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: responses(
      operations.map((operation) => ({ operation, body: context.bodies.get(operation)!.response })),
      context,
      group.others,
    ),
    ...(samples.length === 0 ? {} : { "x-codeSamples": samples }),
    ...securityOf(group, context),
    ...xVersions(unitedVersions(operations)),
    ...(merged
      ? { "x-openstack-operations": branches.map((branch) => documentedOperation(branch, context)) }
      : {}),
  };
  setOrigin(object, first!.titleSpan);
  return object;
}

/** What an operation needs where that differs from the rest of the document: one that became of several what any of them does. */
function securityOf(group: OperationGroup, context: OperationContext): JsonObject {
  if (isPublic(group, context)) return { security: [] };
  const { optionalSecurity } = context;
  const isOptional = group.operations.some((operation) => optionalTokenRow(operation) !== undefined);
  return optionalSecurity === undefined || !isOptional ? {} : { security: optionalSecurity };
}

/** Whether the configuration names an operation among those that need no token, or the sources say it of all in it. */
function isPublic(
  { operations }: OperationGroup,
  { publicOperations, withoutToken }: OperationContext,
): boolean {
  return (
    operations.some((operation) => publicOperations.has(operationName(operation))) ||
    operations.every((operation) => withoutToken.has(operation))
  );
}

function titleOf(operation: Operation): string {
  return operation.title === "" ? `${operation.method} ${operation.target.path}` : operation.title;
}

/** The operation's own prose, then that of its sections which belongs to no request body or response. */
function describe(operation: Operation, hasBody: boolean, context: OperationContext): string {
  const parts = [context.prose.blocks(operation.description, operation.document)];
  for (const note of operation.notes) {
    if (note.side === "response" || (note.side === "request" && hasBody)) continue;
    parts.push(noteText(note, operation, context.prose));
  }
  if (context.optionalSecurity !== undefined) parts.push(optionalTokenNote(operation, context.prose));
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The titles of the documented operations, as many as go into a line: `Resize / Confirm resize and 12 more`. */
function mergedSummary(group: OperationGroup): string {
  const titles = [...new Set(group.operations.map(titleOf))];
  let shown = 1;
  while (shown < titles.length && titles.slice(0, shown + 1).join(" / ").length <= LONGEST_SUMMARY) shown++;
  const joined = titles.slice(0, shown).join(" / ");
  return shown === titles.length ? joined : `${joined} and ${titles.length - shown} more`;
}

/** In characters; readers of OpenAPI list operations by their summaries. */
const LONGEST_SUMMARY = 100;

/** Readers of OpenAPI show one description: it says of each documented operation what its page says. */
function mergedDescription(operations: readonly Operation[], context: OperationContext): string {
  const sections = operations.map((operation) => {
    const codes = [...new Set(operation.statuses.map(({ code }) => code))];
    const title = titleOf(operation);
    const description = describe(operation, false, context);
    return [
      `## ${title}`,
      description,
      versionNote(unsaidVersions(operation, `${title}\n\n${description}`)),
      codes.length === 0 ? "" : `Response codes: ${codes.join(", ")}`,
    ]
      .filter((part) => part !== "")
      .join("\n\n");
  });
  return ["One of these, told apart by the request.", ...sections].join("\n\n");
}

/** An entry of `x-openstack-operations`: what a reader of the api-ref sees of one documented operation. */
function documentedOperation(
  { operation, schema, action, body }: ReturnType<typeof requestBranch>,
  context: OperationContext,
): JsonObject {
  const response = context.bodies.get(operation)!.response.schema;
  const description = describe(operation, false, context);
  const versions = xVersions(operation)["x-openstack"] as JsonObject | undefined;
  const parameters = publishedRows(operation, context.bodies.get(operation)!)
    .filter(
      (row) => row.side === "request" && (row.definition?.in === "query" || row.definition?.in === "header"),
    )
    .map((row) => row.name);
  const entry: JsonObject = {
    operationId: context.operationIds.get(operation)!,
    summary: titleOf(operation),
    ...(description === "" ? {} : { description }),
    ...(operation.deprecated ? { deprecated: true } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(schema === undefined ? {} : { requestSchema: schema }),
    ...(response === undefined ? {} : { responseSchema: response }),
    ...(body.samples.length === 0 ? {} : { samples: body.samples.length }),
    statusCodes: [...new Set(operation.statuses.map((status) => status.code))],
    ...(versions === undefined && action === undefined
      ? {}
      : { "x-openstack": { ...(action === undefined ? {} : { "action-name": action }), ...versions } }),
  };
  setOrigin(entry, operation.titleSpan);
  return entry;
}

/** Commands that send the request, as readers of OpenAPI show code (`x-codeSamples`). */
function commandSamples({
  request,
  response,
}: {
  readonly request: Body;
  readonly response: Body;
}): JsonObject[] {
  return [...request.samples, ...response.samples]
    .filter(({ sample, content }) => SHELLS.test(sample.language) || isCommand(content))
    .map(({ sample, content }) =>
      codeSample(content.kind === "other" && content.mediaType === HTTP_TYPE ? "HTTP" : "Shell", sample),
    );
}

function codeSample(lang: string, { title, text }: Sample): JsonObject {
  return { lang, ...(title === "" ? {} : { label: title }), source: text.trimEnd() };
}

const SHELLS = /^(?:bash|sh|shell|console|shell-session|curl)$/i;
