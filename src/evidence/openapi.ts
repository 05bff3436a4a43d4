import { METHODS } from "../apiref/targets.ts";
import type { VersionRange } from "../apiref/versions.ts";
import { escapePointer, isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import type { Observation, ObservedParameter } from "./evidence.ts";
import type { EvidenceFile } from "./place.ts";
import { inside, type Located, listInside, type References } from "./references.ts";
import { jsonSchema, marksOf, narrow, type Variant, variantsOf } from "./schema-variants.ts";
import { MOST_PLACES, seenOfSchema } from "./schemas.ts";

/** Whether a value is an OpenAPI 3.0 or 3.1 document that describes operations. */
export function isOpenApi(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && typeof value.openapi === "string" && /^3\.[01]\b/.test(value.openapi);
}

/**
 * What a document says of its operations: one observation for the operation itself, and one for each body, branch by
 * branch. The codes of such documents are guesses and are left alone.
 */
export function* documentObservations(
  file: EvidenceFile,
  document: JsonObject,
  references: References,
): Generator<Observation> {
  const root: Located = { value: document, pointer: "" };
  const paths = inside(references, root, "paths");
  for (const path of Object.keys(paths?.value ?? {})) {
    const item = inside(references, paths!, path);
    if (item === undefined || !path.startsWith("/")) continue;
    for (const key of Object.keys(item.value)) {
      const method = key.toUpperCase();
      const operation = METHODS.has(method) ? inside(references, item, key) : undefined;
      if (operation !== undefined) yield* ofOperation({ file, references, path, method, item, operation });
    }
  }
}

interface DocumentedOperation {
  readonly file: EvidenceFile;
  readonly references: References;
  readonly path: string;
  readonly method: string;
  readonly item: Located;
  readonly operation: Located;
}

function* ofOperation(one: DocumentedOperation): Generator<Observation> {
  const { file, references, path, method, item, operation } = one;
  const versions = narrow({}, marksOf(operation.value["x-openstack"]));
  const parameters = [item, operation].flatMap((holder) => listInside(references, holder, "parameters"));
  const base = {
    kind: "document",
    method,
    path: path.replace(/[?#].*$/, ""),
    host: "",
    place: { file, pointer: operation.pointer },
    query: [],
    isQueryClosed: false,
    headers: { request: [], response: [] },
    bodies: [],
  } as const satisfies Partial<Observation>;
  const responses = Object.entries(inside(references, operation, "responses")?.value ?? {}).flatMap(
    ([code, value]) => {
      const response = references.resolve(value, `${operation.pointer}/responses/${code}`);
      return response === undefined || !/^[23]/.test(code) ? [] : [response];
    },
  );
  const query = parameters.filter(({ value }) => value.in === "query");
  yield {
    ...base,
    versions,
    query: query.flatMap((parameter) => named(file, references, parameter)),
    isStub: isStub(references, operation, responses),
    isDeprecated: operation.value.deprecated === true,
    isQueryClosed: query.some((parameter) => isForm(references, parameter)),
    headers: {
      request: parameters
        .filter(({ value }) => value.in === "header")
        .flatMap((parameter) => named(file, references, parameter)),
      response: responses.flatMap((response) => {
        const headers = inside(references, response, "headers");
        return Object.keys(headers?.value ?? {}).map((name) => ({
          name,
          place: { file, pointer: `${headers!.pointer}/${escapePointer(name)}` },
        }));
      }),
    },
  };
  const isAction = method === "POST" && /\/actions?$/.test(path);
  const body = inside(references, operation, "requestBody");
  const requests = bodyVariants(references, body, versions, isAction);
  for (const variant of requests) yield { ...base, ...ofVariant(one, variant, "request") };
  const hasActions = requests.some(({ action }) => action !== undefined);
  for (const response of responses)
    for (const variant of bodyVariants(references, response, versions, false))
      if ((!hasActions || variant.action !== undefined) && !isOfRequest(references, variant, requests))
        yield { ...base, ...ofVariant(one, variant, "response") };
}

/** Whether a document has neither words nor an answer for an operation: what it takes, the code may refuse all the same. */
function isStub(references: References, { value }: Located, responses: readonly Located[]): boolean {
  const isSilent = ["summary", "description", "parameters"].every((key) => {
    const said = value[key];
    return said === undefined || said === "" || (Array.isArray(said) && said.length === 0);
  });
  return isSilent && responses.every((response) => jsonSchema(references, response) === undefined);
}

/** Whether the schema of a response is that of the request: it has the same names, among them what is only written. */
function isOfRequest(references: References, { schema }: Variant, requests: readonly Variant[]): boolean {
  const own = namesIn(references, schema);
  const isWritten = [...own.values()].some(({ value }) => value.writeOnly === true);
  if (!isWritten) return false;
  return requests.some((request) => {
    const asked = namesIn(references, request.schema);
    return asked.size === own.size && [...own.keys()].every((name) => asked.has(name));
  });
}

/** The properties of an object, or of the objects of a list. */
function namesIn(references: References, schema: Located): ReadonlyMap<string, Located> {
  const object = inside(references, schema, "items") ?? schema;
  const properties = inside(references, object, "properties");
  return new Map(
    Object.keys(properties?.value ?? {}).flatMap((name) => {
      const property = inside(references, properties!, name);
      return property === undefined ? [] : [[name, property]];
    }),
  );
}

function bodyVariants(
  references: References,
  message: Located | undefined,
  versions: VersionRange,
  isAction: boolean,
): Variant[] {
  const schema = message && jsonSchema(references, message);
  return schema === undefined ? [] : variantsOf(references, { schema, versions }, isAction);
}

function ofVariant(
  { file, references }: DocumentedOperation,
  { schema, versions, action }: Variant,
  side: "request" | "response",
): Pick<Observation, "versions" | "bodies"> & { action?: string } {
  const seen = seenOfSchema({ file, references, side, budget: { left: MOST_PLACES } }, schema);
  return { versions, bodies: [{ side, seen }], ...(action === undefined ? {} : { action }) };
}

/** The name of a parameter; of an object that is written as a form (OpenAPI 3.1, 4.8.12.2), those of its properties. */
function named(file: EvidenceFile, references: References, parameter: Located): ObservedParameter[] {
  const schema = inside(references, parameter, "schema");
  const isQuery = parameter.value.in === "query";
  const ofValue = (of: Located | undefined): Pick<ObservedParameter, "value"> =>
    of === undefined || !isQuery
      ? {}
      : { value: seenOfSchema({ file, references, side: "request", budget: { left: MOST_PLACES } }, of) };
  if (isQuery && schema !== undefined && isJsonObject(schema.value.properties)) {
    const properties = inside(references, schema, "properties")!;
    return Object.keys(properties.value).map((name) => ({
      name,
      place: { file, pointer: schema.pointer },
      ...ofValue(inside(references, properties, name)),
    }));
  }
  const { name } = parameter.value;
  const { max } = marksOf(parameter.value["x-openstack"]);
  return typeof name === "string" && name !== ""
    ? [
        {
          name,
          place: { file, pointer: parameter.pointer },
          ...(max === undefined ? {} : { maxVersion: max }),
          ...ofValue(schema),
        },
      ]
    : [];
}

/** Whether a query is described as one object that takes no other names. */
function isForm(references: References, parameter: Located): boolean {
  return inside(references, parameter, "schema")?.value.additionalProperties === false;
}
