import type { Operation } from "../apiref/model.ts";
import { isWithoutRequestContent } from "../bodies/filter-rows.ts";
import { isAction } from "../bodies/placed-bodies.ts";
import type { JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { shownBy } from "../samples/read.ts";
import { actionKey, asBranch, type Body, type BodyContext, contentOf } from "./bodies.ts";
import { combine } from "./combine.ts";
import { withLabels } from "./example-labels.ts";
import { JSON_TYPE, MULTIPART_TYPE, namedMediaTypes, rawContent } from "./media-types.ts";
import { actionOfTitle } from "./names.ts";
import { noteText } from "./note-text.ts";
import { rawBody, wholeBody } from "./raw-body.ts";
import { isSaidInUrl } from "./url-variables.ts";

/** The request of one documented operation: its schema, and the action's key where there is one. */
export interface RequestBranch {
  readonly operation: Operation;
  readonly body: Body;
  /** Use of the branch's component; undefined where the operation has no body. */
  readonly schema: JsonObject | undefined;
  readonly action: string | undefined;
}

/**
 * The request branch of a documented operation. An action whose body nothing describes accepts any object with one
 * key, its action's name if the title tells it.
 */
export function requestBranch(operation: Operation, body: Body, context: BodyContext): RequestBranch {
  if (body.schema !== undefined) {
    const action = actionKey(body.definition!, operation, context);
    return { operation, body, schema: body.schema, action };
  }
  if (!isAction(operation)) return { operation, body, schema: undefined, action: undefined };
  const action = actionOfTitle(operation.title);
  const anyAction: JsonObject = {
    type: "object",
    ...(action === undefined
      ? { minProperties: 1, maxProperties: 1, additionalProperties: true }
      : { properties: { [action]: {} }, required: [action], additionalProperties: true }),
  };
  const definition = asBranch(operation, anyAction, context);
  setOrigin(definition, operation.titleSpan);
  const id = context.operationIds.get(operation)!;
  const schema = context.components.use(
    "schemas",
    [`${id[0]!.toUpperCase()}${id.slice(1)}Request`],
    definition,
  );
  return { operation, body, schema, action };
}

/** Whether the prose of an operation says that its request may have no body. */
function mayLackBody({ operation }: RequestBranch, { prose }: BodyContext): boolean {
  return /\b(?:can|may) have no (?:request )?body\b|\b(?:request )?body is optional\b|\b(?:can|may) be (?:sent|called|made) without a (?:request )?body\b/i.test(
    prose.blocks(operation.description, operation.document),
  );
}

/** The media types that the sources name for requests; JSON is among them where some of several name none, or show some beside a form. */
function namedTypes(branches: readonly RequestBranch[], { prose }: BodyContext): string[] {
  const named = branches.map(({ operation, body }) => [
    ...namedMediaTypes(operation, "request", prose),
    ...(wholeBody(body, prose)?.types ?? []),
  ]);
  const types = new Set(named.flat());
  const isFormOrJson =
    types.has(MULTIPART_TYPE) && branches.some(({ body }) => shownBy(body.samples).length > 0);
  if (types.size > 0 && (isFormOrJson || named.some(({ length }) => length === 0))) types.add(JSON_TYPE);
  return [...types];
}

/** What pages say of the body of one; of one of several that stands in the description of the operation, below its title. */
function descriptionOf(branches: readonly RequestBranch[], { prose }: BodyContext): string {
  const [only, ...others] = branches;
  if (only === undefined || others.length > 0) return "";
  const { notes } = only.operation;
  const ofRow = wholeBody(only.body, prose)?.row.definition;
  const texts = [
    ...(ofRow === undefined ? [] : [prose.definition(ofRow)]),
    ...notes.filter(({ side }) => side === "request").map((note) => noteText(note, only.operation, prose)),
  ];
  return [...new Set(texts)].filter((text) => text !== "").join("\n\n");
}

/** Whether all of documented operations that share method and path have a body, and at least one says that it needs it. */
function isRequired(branches: readonly RequestBranch[], context: BodyContext): boolean {
  if (branches.some(({ operation }) => isWithoutRequestContent(operation))) return false;
  const needs = branches.map((branch): boolean | undefined => {
    const { operation, body, schema } = branch;
    const whole = wholeBody(body, context.prose);
    if (whole !== undefined) return whole.row.definition!.required;
    if (schema === undefined && body.samples.length === 0) return undefined;
    if (mayLackBody(branch, context)) return undefined;
    if (branch.action !== undefined) return true;
    const values = shownBy(body.samples);
    return body.rows.some((row) => {
      const { in: where, required } = row.definition!;
      return where === "body" && required && row.inside === undefined && !isSaidInUrl(row, operation, values);
    });
  });
  return !needs.includes(undefined) && needs.includes(true);
}

/** The Request Body Object (OpenAPI 3.1, 4.8.13) of documented operations that share method and path. */
export function requestBody(
  branches: readonly RequestBranch[],
  context: BodyContext,
): JsonObject | undefined {
  const documented = branches.filter(
    (branch) => branch.schema !== undefined || branch.body.samples.length > 0,
  );
  const operations = branches.map(({ operation }) => operation);
  const named = namedTypes(branches, context);
  const description = descriptionOf(branches, context);
  const said: JsonObject = {
    ...(description === "" ? {} : { description }),
    ...(isRequired(branches, context) ? { required: true } : {}),
  };
  if (documented.length === 0) return rawBody(operations, named, said, context.prose);
  const schemas = documented.flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
  const definitions = documented.flatMap(({ body }) =>
    body.definition === undefined ? [undefined] : [body.definition],
  );
  const schema = combine(schemas, definitions);
  if (schema !== undefined && "oneOf" in schema && documented.every(({ action }) => action !== undefined))
    schema["x-openstack"] = { discriminator: "action" };
  const content = contentOf(
    schema,
    withLabels(documented.map(({ body }) => body)).flatMap(({ samples }) => samples),
    named,
    context,
  );
  // a command that sends a file shows no content
  if (content === undefined) return rawBody(operations, named, said, context.prose);
  const whole = branches.flatMap(({ body }) => wholeBody(body, context.prose)?.types ?? []);
  const object: JsonObject = {
    ...said,
    content: { ...content, ...rawContent(whole.filter((type) => !(type in content))) },
  };
  setOrigin(object, documented[0]!.body.rows[0]?.span ?? documented[0]!.operation.titleSpan);
  return object;
}
