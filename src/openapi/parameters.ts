import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Prose } from "../apiref/prose.ts";
import { isSpeltOtherwise } from "../apiref/url-rows.ts";
import {
  holdsThroughout,
  isBoundByProse,
  rowVersions,
  unitedVersions,
  versionsOfOperation,
} from "../apiref/versions.ts";
import { filterRows, isWithoutRequestContent } from "../bodies/filter-rows.ts";
import { isOpen } from "../bodies/unplaced-rows.ts";
import type { JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { isWrittenAlike } from "../data/written-number.ts";
import { type KnownValues, type ValueSchema, valueSchema } from "../schema/value-schema.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Span } from "../text/span.ts";
import type { Components } from "./components.ts";
import { definitionNames, isUnbound } from "./definition-names.ts";
import { onlyFor } from "./only-for.ts";
import { queryStyle } from "./query-style.ts";
import { rowsAtOtherVersions } from "./rows-at-versions.ts";
import { withNote, xVersions } from "./versions.ts";

/** Header parameters that OpenAPI describes elsewhere (OpenAPI 3.1, 4.8.12.1); `X-Auth-Token` is the security scheme. */
const NOT_PARAMETERS: ReadonlySet<string> = new Set([
  "accept",
  "content-type",
  "authorization",
  "x-auth-token",
]);

/** What parameters need of the document being built. */
export interface ParameterContext {
  readonly components: Components;
  readonly prose: Prose;
  readonly known: KnownValues;
  /** False for an operation that readers of OpenAPI do not see: to them a component that only it uses is unused. */
  readonly sharesParameters?: boolean;
}

/** A parameter of one documented operation, before it becomes a component. */
export interface Parameter {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly required: boolean;
  /** The row that documents it; undefined for a variable of the URL without a row. */
  readonly row: ParameterRow | undefined;
  readonly span: Span;
  /** The value that the URL itself gives: `true` of `?download=true`. */
  readonly value?: string;
}

/**
 * The parameters of a documented operation: its path, query and header rows, and the variables of its URL that have
 * no row.
 *
 * @param published its rows as the document has them
 * @param path the path that stands for the operation; its variables may be spelled otherwise than the operation's
 * @param stray rows of responses that are parameters of requests
 */
export function parametersOf(
  operation: Operation,
  published: readonly ParameterRow[],
  path: string,
  stray: ReadonlySet<ParameterRow>,
): Parameter[] {
  const found: Parameter[] = [];
  const rows = published.filter((row) => row.side === "request" && row.definition !== undefined);
  const rowsOf = groupedBy(rows, ({ name }) => name);
  const meant = operation.rows.filter((row) => stray.has(row) && !rowsOf.has(row.name));
  const inUrl = operation.target.variables;
  const variables = new Set(inUrl.map(({ name }) => name));
  const spelled = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
  for (const [index, variable] of inUrl.entries()) {
    // A row of the URL's variable documents it wherever its definition says that it is.
    const named =
      rowsOf.get(variable.name) ?? rows.filter((one) => isSpeltOtherwise(one, variable, operation));
    const own = named?.find((one) => one.definition!.in === "path") ?? named?.[0];
    const atOtherVersions = rowsAtOtherVersions(variable, rows, operation);
    for (const row of own === undefined && atOtherVersions.length > 0
      ? atOtherVersions
      : [own, ...atOtherVersions])
      found.push({
        in: "path",
        name: spelled[index] ?? variable.name,
        required: true,
        row,
        span: row?.span ?? variable.span,
      });
  }
  const taken = new Set(found.map(({ row }) => row));
  const definitions = new Map<string, Set<Definition>>();
  const queryNames = new Set<string>();
  for (const row of [...rows, ...meant]) {
    const isFilter = filterRows(operation).has(row) && !variables.has(row.name);
    const place = isFilter ? "query" : row.definition!.in;
    if (place !== "query" && place !== "header") continue;
    const isOfPath = taken.has(row);
    if (isOfPath && !mayFilter(row, operation)) continue;
    if (place === "header" && NOT_PARAMETERS.has(row.name.toLowerCase())) continue;
    // A second row of one name documents the parameter at other microversions.
    const key = keyOf(place, row.name);
    const known = definitions.get(key) ?? new Set();
    if (known.has(row.definition!)) continue;
    definitions.set(key, known.add(row.definition!));
    // where a row is probably meant to be requires nothing, nor does one that documents a variable of the path
    const isGuess = isFilter || stray.has(row) || isOfPath;
    // readers of the page see as required what prose says the microversions of
    const isThroughout =
      isBoundByProse(row) || holdsThroughout(rowVersions(row), versionsOfOperation(operation));
    const required = !isGuess && row.definition!.required && isThroughout;
    taken.add(row);
    if (place === "query") queryNames.add(row.name);
    found.push({ in: place, name: row.name, required, row, span: row.span });
  }
  for (const { name, value, span } of operation.target.query) {
    const variable = /^\{(.*)\}$/.exec(value)?.[1];
    if (queryNames.has(name) || (variable !== undefined && queryNames.has(variable))) continue;
    const isMeant = (one: ParameterRow) => (one.name === variable || one.name === name) && isOfUrl(one);
    const ofUrl = rows.filter(isMeant);
    // The URL is that of all microversions.
    if (ofUrl.length === 0 && operation.ofAllVersions?.rows.some(isMeant)) continue;
    // `?{filter}={lamp_id}` filters by what its value is called, and the row of the name says by what else
    const isByValue =
      variable !== undefined && isVariableName(span) && ofUrl.some((one) => one.name === variable);
    const meant = isByValue ? variable : name;
    queryNames.add(meant);
    const [first] = ofUrl;
    for (const row of isByValue
      ? ofUrl.sort((a, b) => Number(b.name === meant) - Number(a.name === meant))
      : [first])
      found.push({
        in: "query",
        name: meant,
        // The URL shows it as optional as a query is; only its row can say that it must be there.
        required: !isByValue && row?.definition?.in === "query" && row.definition.required,
        row,
        span: row?.span ?? span,
        ...(PLAIN_VALUE.test(value) ? { value: decoded(value) } : {}),
      });
  }
  return found;
}

/** Whether the name of a variable of the query is a variable itself, other than its value: `{filter}={lamp_id}`. */
function isVariableName({ file, start, end }: Span): boolean {
  const [, name, value] = /^\{([^{}]*)\}=\{([^{}]*)\}$/.exec(file.text.slice(start, end).trim()) ?? [];
  return name !== value;
}

/**
 * Whether the row of a variable of the path may be a filter as well: in a GET it looks up a definition `in: query` that has its
 * very name, or whose key says that it is made for the query.
 */
function mayFilter({ name, key }: ParameterRow, operation: Operation): boolean {
  return isWithoutRequestContent(operation) && (name === key || /(?:^|[-_.])query(?:$|[-_.])/i.test(key));
}

/** `true`, `https%3A//a.example`, but neither `{limit}` nor `...`. */
const PLAIN_VALUE = /^(?=.*\w)[\w.,:/~%+-]+$/;

/** A value of a URL without its percent encoding (RFC 3986, section 2.1). */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What parameters of one operation are told apart by. */
function keyOf(place: Parameter["in"], name: string): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

function isOfUrl(row: ParameterRow): boolean {
  return row.definition?.in === "path" || row.definition?.in === "query";
}

/** The Parameter Objects of an operation (OpenAPI 3.1, 4.8.12), those of a definition as uses of a component. */
export function parameterObjects(
  operations: readonly { readonly operation: Operation; readonly parameters: readonly Parameter[] }[],
  context: ParameterContext,
): JsonObject[] {
  const found = new Map<
    string,
    {
      parameter: Parameter;
      /** By their definition. */
      rows: Map<Definition | undefined, ParameterRow>;
      takenBy: Set<Operation>;
      requiredBy: Set<Operation>;
    }
  >();
  for (const { operation, parameters } of operations)
    for (const parameter of parameters) {
      const key = keyOf(parameter.in, parameter.name);
      const known = found.get(key) ?? {
        parameter,
        rows: new Map(),
        takenBy: new Set(),
        requiredBy: new Set(),
      };
      found.set(key, known);
      known.takenBy.add(operation);
      if (parameter.required) known.requiredBy.add(operation);
      const { row } = parameter;
      if (row !== undefined && !known.rows.has(row.definition)) known.rows.set(row.definition, row);
    }
  return [...found.values()].map(({ parameter, rows, takenBy, requiredBy }) =>
    parameterObject(
      parameter,
      saying([...rows.values()]),
      // Merged operations each need only their own parameters.
      requiredBy.size === operations.length,
      [...takenBy],
      takenBy.size === operations.length,
      context,
    ),
  );
}

/** Those of several rows that say something. */
function saying(rows: readonly ParameterRow[]): readonly ParameterRow[] {
  const found = rows.filter((row) => !isOpen(row));
  return found.length > 0 ? found : rows;
}

/**
 * @param takenBy the documented operations that take it
 * @param isOfAll whether no other of those that are merged lacks it
 */
function parameterObject(
  parameter: Parameter,
  rows: readonly ParameterRow[],
  required: boolean,
  takenBy: readonly Operation[],
  isOfAll: boolean,
  context: ParameterContext,
): JsonObject {
  const [row] = rows;
  const definition = row?.definition;
  const takers = isOfAll ? [] : [...new Set(takenBy.map(({ title }) => title))];
  const isPath = parameter.in === "path";
  const isChanging = new Set(rows.map((one) => JSON.stringify(rowVersions(one)))).size > 1;
  const descriptions = new Set(
    rows.flatMap((one) => {
      const text = context.prose.definition(one.definition!);
      return text === "" ? [] : isChanging ? withNote(text, rowVersions(one)) : text;
    }),
  );
  if (takers.length > 0) descriptions.add(onlyFor(takers));
  const { schema, allowEmptyValue, deprecated } =
    definition === undefined
      ? { schema: { type: "string" } as JsonObject, allowEmptyValue: false, deprecated: false }
      : unitedSchema(rows, context.known);
  const object: JsonObject = {
    name: parameter.name,
    in: parameter.in,
    ...(descriptions.size === 0 ? {} : { description: [...descriptions].join("\n\n") }),
    ...(isPath || required
      ? { required: true }
      : rows.some((one) => isRequiredAtTimes(one, parameter))
        ? { "x-openstack-required": true }
        : {}),
    ...(deprecated ? { deprecated: true } : {}),
    ...(allowEmptyValue && parameter.in === "query" ? { allowEmptyValue: true } : {}),
    ...(parameter.in === "query"
      ? queryStyle(parameter.name, schema, saidOf(rows, takenBy, context))
      : { schema: isPath ? nonEmpty(schema) : schema }),
    ...xVersions(unitedVersions(rows.map(rowVersions))),
    // Nothing else says what the operation is called with; what rows document has its own values.
    ...(row !== undefined || parameter.value === undefined ? {} : { example: parameter.value }),
  };
  setOrigin(object, row?.keySpan ?? parameter.span);
  // What a definition of another place says of a variable of the URL is no parameter of that place.
  const isShared =
    rows.length === 1 && !isOpen(row!) && takers.length === 0 && (!isPath || definition!.in === "path");
  if (!isShared || context.sharesParameters === false) return object;
  return context.components.use("parameters", definitionNames(row!, required), object, [], isUnbound(row!));
}

/** Whether a row requires its parameter, though not at all microversions. */
function isRequiredAtTimes(row: ParameterRow, parameter: Parameter): boolean {
  const { minVersion, maxVersion } = rowVersions(row);
  const { in: place, required } = row.definition!;
  return required === true && place === parameter.in && (minVersion ?? maxVersion) !== undefined;
}

/** What definitions say of a parameter, as one text, and what the prose of the operations that take it says. */
function saidOf(
  rows: readonly ParameterRow[],
  takenBy: readonly Operation[],
  { prose }: ParameterContext,
): string[] {
  const ofRows = rows.map(({ definition }) => definition?.description ?? "").join("\n\n");
  const ofOperations = takenBy.map(({ description, document }) => prose.blocks(description, document));
  return [ofRows.replace(/\s+/g, " "), ...ofOperations];
}

/** The schema of a parameter; one for each definition where several document it, each with its microversions. */
function unitedSchema(rows: readonly ParameterRow[], known: KnownValues): ValueSchema {
  const united = rows.map((row) => {
    const value = valueSchema(row.definition!, known);
    if (value.schema.format === "uuid" && known.withoutUuid.has(row.name)) delete value.schema.format;
    return { ...value, versions: xVersions(rowVersions(row)) };
  });
  const [first] = united;
  const variants = united.map(({ schema, versions }): JsonObject => ({ ...schema, ...versions }));
  const alike = groupedBy(variants, (one) => JSON.stringify(one));
  const distinct = variants.filter(
    (one) => alike.get(JSON.stringify(one))!.find((other) => isWrittenAlike(one, other)) === one,
  );
  const plain = united.every(({ schema }) => sameJson(schema, first!.schema));
  return {
    schema: plain ? first!.schema : { anyOf: distinct },
    allowEmptyValue: united.some((one) => one.allowEmptyValue),
    deprecated: united.every((one) => one.deprecated),
  };
}

function sameJson(a: JsonObject, b: JsonObject): boolean {
  return JSON.stringify(a) === JSON.stringify(b) && isWrittenAlike(a, b);
}

/** A variable of a path is never empty, null or structured: what does not fit a segment is left open. */
function nonEmpty(schema: JsonObject): JsonObject {
  const { type } = schema;
  if (Array.isArray(type)) {
    const types = type.filter((one) => one !== "null" && one !== "object" && one !== "array");
    return { ...schema, type: types.length === 1 ? types[0]! : types.length === 0 ? "string" : types };
  }
  return type === "object" || type === "array" || type === "null" ? { type: "string" } : schema;
}
