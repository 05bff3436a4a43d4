import type { Operation, ParameterRow } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import type { PlacedBody } from "../bodies/placed-bodies.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import type { Draft } from "../findings/finding.ts";
import type { Mismatch } from "../samples/check.ts";
import { isContainer } from "../schema/placement.ts";
import { spanKey } from "../text/span.ts";
import { singularWords } from "../text/words.ts";
import type { Charge } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { inOperation } from "./naming.ts";
import { type RootPlaces, rootKey, rootPlaces, rootsOf } from "./root-places.ts";

/**
 * A row that names what samples rightly lack: the list of another operation or what stands beside it, the request's, or the
 * body's one property by another name; or an object that holds the whole body elsewhere.
 */
export interface StrayWrapper {
  readonly charges: readonly Charge[];
  readonly draft: Draft;
}

/**
 * The rows that stand for a wrapper that the samples of their operation do not have: a response of one object whose table was
 * copied from that of the list, a table whose first row names the one property of the body otherwise than all samples do, or
 * a body that one object holds in the samples of other operations.
 *
 * @param charges what samples lack that is required
 */
export function strayWrappers(bodies: Bodies, charges: readonly Charge[]): readonly StrayWrapper[] {
  const suspects = charges.filter(({ mismatch: { row, property } }) => {
    return row?.definition !== undefined && property.split(".").length <= 2;
  });
  if (suspects.length === 0) return [];
  const places = rootPlaces(bodies);
  const found = new Map<string, { charges: Charge[]; draft: Draft }>();
  for (const charge of suspects)
    for (const [operation, mismatch] of charge.operations) {
      const { row } = mismatch;
      if (row?.definition === undefined) continue;
      const told = found.get(spanKey(row.span));
      if (told !== undefined) {
        told.charges.push(charge);
        continue;
      }
      const draft = strayWrapper(bodies, operation, mismatch, row, places);
      if (draft !== undefined)
        found.set(spanKey(row.span), { charges: [charge], draft: { ...draft, ...inOperation(operation) } });
    }
  return [...found.values()];
}

/** The finding at the row of what the samples of one operation lack. */
function strayWrapper(
  bodies: Bodies,
  operation: Operation,
  mismatch: Mismatch,
  row: ParameterRow,
  places: ReadonlyMap<string, RootPlaces>,
): Draft | undefined {
  const sides = bodies.placed.get(operation);
  if (sides === undefined) return undefined;
  const body = sides[row.side];
  const roots = rootsOf(body);
  if (roots.length === 0 || roots.some((root) => Object.hasOwn(root, row.name))) return undefined;
  const isList = roots.some(
    (root) => Object.values(root).length === 1 && Array.isArray(Object.values(root)[0]),
  );
  const known = places.get(rootKey(row)) ?? {};
  return (
    (isList ? undefined : ofList(mismatch, row, known)) ??
    besideList(mismatch, row, operation, known) ??
    ofOtherName(mismatch, row, body, roots) ??
    ofEnvelope(mismatch, row, body, roots, known) ??
    ofRequest(mismatch, row, operation, sides.request) ??
    ofUrl(mismatch, row, operation, body, roots)
  );
}

/** A row of the list that another operation gives, in the table of an operation that gives one thing which has no such list itself. */
function ofList(mismatch: Mismatch, row: ParameterRow, { list, own }: RootPlaces) {
  if (list === undefined || own !== undefined) return undefined;
  return atRowOfList(mismatch, row, list, "is the list", "the row of the list");
}

/** A row of what stands beside the list of which this operation gives one thing (`/lamps/{lamp_id}` of `/lamps`), such as a count. */
function besideList(mismatch: Mismatch, row: ParameterRow, operation: Operation, { beside }: RootPlaces) {
  const { path } = operation.target;
  const list = path.endsWith("}") ? beside?.get(path.slice(0, path.lastIndexOf("/"))) : undefined;
  return list && atRowOfList(mismatch, row, list, "stands beside the list", "the row beside the list");
}

/** @param other the row that the table of the list has, and its operation */
function atRowOfList(
  mismatch: Mismatch,
  row: ParameterRow,
  other: { readonly row: ParameterRow; readonly operation: Operation },
  said: string,
  label: string,
) {
  if (row.side !== "response" || mismatch.property !== row.name) return undefined;
  return {
    message: `\`${row.name}\` ${said} of \`${operationName(other.operation)}\`, and this response shows one object without it. Take the row out.`,
    span: row.nameSpan,
    severity: "warning" as const,
    related: [
      { span: mismatch.span, message: "the sample" },
      { span: other.row.nameSpan, message: label },
    ],
    ...causeIn(row.nameSpan.file, "list", row.name, row.key),
  };
}

/** A row of an object that holds everything in samples of other operations, where a sample shows what other rows name without it. */
function ofEnvelope(
  mismatch: Mismatch,
  row: ParameterRow,
  { rows }: PlacedBody,
  roots: readonly JsonObject[],
  { envelope }: RootPlaces,
) {
  if (envelope === undefined || mismatch.property !== row.name || !isContainer(row)) return undefined;
  const names = new Set(rows.map(({ name }) => name));
  const showsRows = (shown: readonly string[]) => shown.length > 0 && shown.every((name) => names.has(name));
  if (!roots.every((root) => showsRows(Object.keys(root)))) return undefined;
  return {
    message: `\`${row.name}\` holds the whole body of \`${operationName(envelope.operation)}\`, and this sample shows its properties without it. Put them into \`${row.name}\`, or take the row out.`,
    span: mismatch.span,
    severity: "warning" as const,
    related: [
      { span: row.nameSpan, message: "the row" },
      { span: envelope.row.nameSpan, message: "the row of the other body" },
    ],
    ...causeIn(row.nameSpan.file, "envelope", row.name, row.key),
  };
}

/** The first row of a body whose one property has nearly that name in all samples, and no row. */
function ofOtherName(
  mismatch: Mismatch,
  row: ParameterRow,
  { rows }: PlacedBody,
  roots: readonly JsonObject[],
) {
  const [root] = Object.keys(roots[0]!);
  if (root === undefined || mismatch.property !== `${root}.${row.name}`) return undefined;
  if (rows.find(({ definition }) => definition?.in === "body") !== row) return undefined;
  if (rows.some(({ name }) => name === root)) return undefined;
  if (!roots.every((one) => Object.keys(one).join() === root && isOfType(one[root], row))) return undefined;
  const [words, others] = [singularWords(row.name), singularWords(root)];
  const saysMore =
    words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
  if (!saysMore && words.at(-1) !== others.at(-1)) return undefined;
  return {
    message: `\`${row.name}\` is \`${root}\` in all samples of this ${row.side}, which no row names. ${saysMore ? "Rename the row" : "Correct the row, or the samples"}.`,
    span: row.nameSpan,
    severity: "warning" as const,
    related: [{ span: mismatch.span, message: "the sample" }],
    ...causeIn(row.nameSpan.file, "wrapper", row.name, root),
  };
}

/** A row below a title of the response, where the request has a sample and no table. */
function ofRequest(mismatch: Mismatch, row: ParameterRow, operation: Operation, request: PlacedBody) {
  if (row.side !== "response" || mismatch.property !== row.name || operation.method.toUpperCase() === "GET")
    return undefined;
  if (request.rows.some(({ definition }) => definition?.in === "body")) return undefined;
  const samples = operation.samples.filter(({ side }) => side === "request");
  if (samples.length === 0) return undefined;
  const isLost = samples.every(({ file, path }) => file === undefined && path !== undefined);
  const isSent = rootsOf(request).some((one) => Object.hasOwn(one, row.name));
  if (!isSent && request.samples.some(({ content }) => content.kind === "json")) return undefined;
  return {
    message: `The response's sample lacks \`${row.name}\`, and the request has ${isLost ? "no table, only a sample whose file is missing" : "a sample, but no table"}. Put the row below a title that names the request, or add it to the sample.`,
    span: row.nameSpan,
    severity: "warning" as const,
    related: [{ span: mismatch.span, message: "the sample" }],
  };
}

/** A row of a variable of the URL in front of the one property of a body, which no sample shows: that it stands inside is a guess. */
function ofUrl(
  mismatch: Mismatch,
  row: ParameterRow,
  operation: Operation,
  { rows }: PlacedBody,
  roots: readonly JsonObject[],
) {
  const [root] = Object.keys(roots[0]!);
  if (row.side !== "response" || mismatch.guessed !== true || !isOfUrl(row, operation)) return undefined;
  const [first, holder] = rows.filter(({ table }) => table === row.table);
  if (first !== row || holder?.name !== root || mismatch.property !== `${root}.${row.name}`) return undefined;
  if (!roots.every((one) => Object.keys(one).join() === root)) return undefined;
  return {
    message: `\`${row.name}\` is in the URL, and the sample of the response shows it neither beside nor inside \`${root}\`. Take the row out, or add it to the sample.`,
    span: row.nameSpan,
    severity: "warning" as const,
    related: [{ span: mismatch.span, message: "the sample" }],
    ...causeIn(row.nameSpan.file, "url", row.name, root),
  };
}

function isOfType(value: unknown, { definition }: ParameterRow): boolean {
  return Array.isArray(value)
    ? definition!.type === "array"
    : isJsonObject(value as never) && definition!.type === "object";
}
