import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { mentions } from "../samples/undocumented.ts";
import { isPatternName } from "../schema/maps.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { spanKey } from "../text/span.ts";
import { chapterKey } from "./comparison.ts";
import type { Facts, Kin, Rename } from "./facts.ts";
import type { IsDoubtfulFilter } from "./filters.ts";
import type { OperationEvidence, SeenParameter } from "./operation-evidence.ts";
import { placeOfTable } from "./place-of-table.ts";
import { alikeName, presenceKey } from "./renames.ts";
import type { ToldInProse } from "./told-in-prose.ts";
import { rowsAt } from "./version-rows.ts";

/**
 * Headers of HTTP, of proxies, browsers and the conventions of all services (tokens, request ids, microversions): no
 * table of one operation has to name them.
 */
const COMMON_HEADER =
  /^(?:accept(?:-.*)?|access-control-.*|age|allow|alt-svc|authorization|cache-control|connection|content-.*|cookie|date|dnt|etag|expect|expires|forwarded|from|host|if-.*|keep-alive|last-modified|link|location|openstack-api-(?:minimum-|maximum-)?version|openstack-request-id|origin|pragma|priority|proxy-.*|range|referer|retry-after|sec-.*|server|server-timing|set-cookie|strict-transport-security|te|trailer|transfer-encoding|upgrade(?:-.*)?|user-agent|vary|via|warning|www-authenticate|x-(?:accel|amz|cache|cdn|content|dns|envoy|forwarded|frame|powered|real|request|served|timer|varnish|xss)(?:-.*)?|x-(?:auth|service|subject)-token|x-trans-id|x-openstack-.*|x-[a-z-]*request-id)$/i;

/** Holds the query parameters and headers of the evidence against those that the tables have. */
export function compareParameters(
  evidence: OperationEvidence,
  isTold: ToldInProse,
  isDoubtful: IsDoubtfulFilter,
  facts: Facts,
): void {
  const [operation, ...others] = evidence.operations;
  if (operation === undefined) return;
  const all = [operation, ...others];
  notePresent(evidence, facts);
  for (const [name, seen] of evidence.query) {
    if (!isName(name) || isQueryDocumented(name, all)) continue;
    if (all.some((one) => isTold(one, name) || isToldByRow(one, name))) continue;
    const parameter = { name, seen, kind: "query parameter", side: "request" } as const;
    tellUndocumented({ ...parameter, isDoubtful: isDoubtful(all, name) }, operation, evidence, facts);
  }
  for (const side of ["request", "response"] as const)
    for (const [name, seen] of evidence.headers[side]) {
      if (!isName(name) || COMMON_HEADER.test(name) || isHeaderDocumented(name, side, all)) continue;
      tellUndocumented({ name, seen, kind: "header", side, isDoubtful: false }, operation, evidence, facts);
    }
  if (evidence.isQueryClosed) tellUnknown(operation, evidence, facts);
}

/** Notes the rows of which the evidence has the parameter. */
function notePresent({ operations, query, headers }: OperationEvidence, facts: Facts): void {
  const lower = (names: Iterable<string>) => new Set([...names].map((name) => name.toLowerCase()));
  const seen = {
    request: lower([...query.keys(), ...headers.request.keys()]),
    response: lower(headers.response.keys()),
  };
  for (const operation of operations)
    for (const row of operation.rows)
      if (seen[row.side].has(row.name.toLowerCase())) facts.know(presenceKey(row, operation));
}

/** What is longer or odd is data, or none of a reader's business. */
function isName(name: string): boolean {
  return name.length <= 64 && /^[\w.:~-]+$/.test(name);
}

function isQueryDocumented(name: string, operations: readonly Operation[]): boolean {
  return operations.some(
    ({ rows, target }) =>
      target.query.some((one) => one.name === name) ||
      rows.some((row) => row.side === "request" && isOfName(row, name)),
  );
}

/** Whether the description of another row tells of it: an older name, an alias. */
function isToldByRow({ rows }: Operation, name: string): boolean {
  return rows.some((row) => row.side === "request" && mentions(row, name));
}

function isHeaderDocumented(name: string, side: Side, operations: readonly Operation[]): boolean {
  const wanted = name.toLowerCase();
  return operations.some(({ rows }) =>
    rows.some(
      (row) =>
        row.side === side &&
        (row.name.toLowerCase() === wanted || isPattern(row, wanted) || row.definition === undefined),
    ),
  );
}

function isOfName(row: ParameterRow, name: string): boolean {
  return row.name === name || row.name === `${name}[]` || isPattern(row, name);
}

/** `X-Container-Meta-name`, `property-*`: the row stands for many names. */
function isPattern({ name }: ParameterRow, wanted: string): boolean {
  if (isPatternName(name)) return true;
  const begin = /^(.*?-(?:meta|sysmeta)-)[a-z{<*]/i.exec(name)?.[1];
  return begin !== undefined && wanted.toLowerCase().startsWith(begin.toLowerCase());
}

interface Stranger {
  readonly name: string;
  readonly seen: SeenParameter;
  readonly kind: "query parameter" | "header";
  readonly side: Side;
  /** Whether the evidence may have made it up. */
  readonly isDoubtful: boolean;
}

/** Of a parameter that may be made up. */
const LOOK =
  "Nothing that is listed has such an attribute to filter by: look whether the service takes it, and document it only then.";
const LOOK_AT_ALL = LOOK.replaceAll(/\bit\b/g, "them").replace("such an attribute", "such attributes");

function tellUndocumented(
  { name, seen, kind, side, isDoubtful }: Stranger,
  operation: Operation,
  { kind: source }: OperationEvidence,
  facts: Facts,
): void {
  const place = kind === "header" ? "header" : "query";
  const rows = operation.rows.filter((row) => row.side === side);
  const beside = rows.findLast((row) => row.definition?.in === place) ?? rows[0];
  const span = beside?.span ?? placeOfTable(operation, side);
  const table = side === "request" ? "Request" : "Response";
  const upTo =
    seen.maxVersion === undefined ? "" : `, with \`max_version: ${seen.maxVersion}\`, as the evidence has it`;
  const key = name.toLowerCase();
  const meant = rowMeantBy(
    name,
    rows.filter((row) => row.definition?.in === place),
  );
  facts.add({
    ...(meant === undefined ? {} : { rename: renameOf(name, kind, meant, operation) }),
    rule: "verify-parameter-undocumented",
    key: `${spanKey(span)} ${key}`,
    span,
    says: `No row names the ${kind} \`${name}\` of the ${side}.`,
    advice: isDoubtful
      ? LOOK
      : `Add ${beside === undefined ? `a ${table} table with ` : ""}a row with a definition \`in: ${place}\`${upTo}.`,
    ...(isDoubtful ? { severity: "info" as const } : {}),
    operation,
    ...(isDoubtful
      ? { kin: doubts(name), doubt: { of: "filter", name } as const }
      : {
          kin: {
            key: `${chapterKey(operation)} ${kind} ${key}`,
            everywhere: `${kind} ${key}`,
            name,
            saysOfAll: (_, count) => `No row names the ${kind} \`${name}\`, which ${count} operations have.`,
            adviceForAll: `Add a row with a definition \`in: ${place}\` to each of the tables${upTo}.`,
            here: "missing here, too",
          },
          bundle: {
            key: `${spanKey(span)} ${kind} ${side}${upTo}`,
            says: (names, count) =>
              `No row names the ${kind}s ${enumeratedNames(names, names.length)}${count === 1 ? ` of the ${side}` : `, which ${count} operations have`}.`,
            advice: (count) =>
              `Add rows with definitions \`in: ${place}\`${count === 1 ? "" : " to each of the tables"}${upTo}.`,
          },
        }),
    place: seen.place,
    exchanges: source === "traffic" ? seen.count : 0,
    isServed: seen.isServed,
  });
}

/** What all parameters of an api-ref have in common that may be made up: one look settles them. */
function doubts(name: string): Kin {
  return {
    key: "query parameters that may be made up",
    name,
    isOfObject: true,
    saysOfAll: (names) =>
      names.length === 1
        ? `No row names the query parameter \`${name}\`.`
        : `No row names the query parameters ${enumeratedNames(names, names.length)}.`,
    adviceForAll: LOOK_AT_ALL,
    here: `\`${name}\` here`,
  };
}

function rowMeantBy(name: string, rows: readonly ParameterRow[]): ParameterRow | undefined {
  const meant = alikeName(
    name,
    rows.map((row) => row.name),
  );
  return rows.find((row) => row.name === meant);
}

/** What is told of a parameter where the evidence never has the documented one that it may be. */
function renameOf(name: string, kind: Stranger["kind"], row: ParameterRow, operation: Operation): Rename {
  const advice = "Correct the name, or add a row.";
  return {
    unless: presenceKey(row, operation),
    covers: [`verify-parameter-unknown ${spanKey(row.span)}`],
    fact: {
      span: row.span,
      says: `No row names the ${kind} \`${name}\` of the ${row.side}, which has no \`${row.name}\`: that may be the same.`,
      advice,
      kin: {
        key: `${chapterKey(operation)} ${kind} ${name} for ${row.name}`,
        name,
        saysOfAll: (_, count) =>
          `No row names the ${kind} \`${name}\`, which ${count} operations have, and they have no \`${row.name}\`: that may be the same.`,
        adviceForAll: advice,
        here: "here, too",
      },
    },
  };
}

function tellUnknown(operation: Operation, evidence: OperationEvidence, facts: Facts): void {
  for (const row of rowsAt(operation.rows, evidence.versions)) {
    if (row.side !== "request" || row.definition?.in !== "query") continue;
    facts.vote(
      `query ${spanKey(row.span)} ${operation.titleSpan.start}`,
      [...evidence.query.keys()].some((name) => isOfName(row, name))
        ? undefined
        : {
            rule: "verify-parameter-unknown",
            key: spanKey(row.span),
            span: row.span,
            says: `The operation takes no query parameter \`${row.name}\`: its schema names all that it takes.`,
            advice: "Remove the row, or say until which microversion it holds.",
            operation,
            place: evidence.place,
            exchanges: 0,
            isServed: true,
          },
    );
  }
}
