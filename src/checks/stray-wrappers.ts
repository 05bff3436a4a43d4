import type { Operation, ParameterRow } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { PlacedBody } from "../bodies/placed-bodies.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import type { Draft } from "../findings/finding.ts";
import { spanKey } from "../text/span.ts";
import { singularWords } from "../text/words.ts";
import type { Charge } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { inOperation } from "./naming.ts";

/** A row that names what samples rightly lack: the list of another operation, the request's, or the body's one property by another name. */
export interface StrayWrapper {
  readonly charges: readonly Charge[];
  readonly draft: Draft;
}

/**
 * The rows that stand for a wrapper that the samples of their operation do not have: a response of one object whose table was
 * copied from that of the list, or a table whose first row names the one property of the body otherwise than all samples do.
 *
 * @param charges what samples lack that is required
 */
export function strayWrappers(bodies: Bodies, charges: readonly Charge[]): readonly StrayWrapper[] {
  const suspects = charges.filter(({ mismatch: { row, property } }) => {
    return row?.definition !== undefined && property.split(".").length <= 2;
  });
  if (suspects.length === 0) return [];
  const lists = listsOf(bodies);
  const found = new Map<ParameterRow, { charges: Charge[]; draft: Draft }>();
  for (const charge of suspects) {
    const row = charge.mismatch.row!;
    const known = found.get(row);
    if (known !== undefined) {
      known.charges.push(charge);
      continue;
    }
    const [operation] = charge.operations.keys();
    const body = operation && bodies.placed.get(operation)?.[row.side];
    if (operation === undefined || body === undefined) continue;
    const roots = rootsOf(body);
    if (roots.length === 0 || roots.some((root) => Object.hasOwn(root, row.name))) continue;
    const isList = roots.some(
      (root) => Object.values(root).length === 1 && Array.isArray(Object.values(root)[0]),
    );
    const draft = isList ? undefined : ofList(charge, lists.get(keyOf(row)));
    const told =
      draft ??
      ofOtherName(charge, body, roots) ??
      ofRequest(charge, operation, bodies.placed.get(operation)!.request);
    if (told !== undefined)
      found.set(row, { charges: [charge], draft: { ...told, ...inOperation(operation) } });
  }
  return [...found.values()];
}

/** A row of the list that another operation gives, in the table of an operation that gives one thing. */
function ofList({ mismatch }: Charge, list: { row: ParameterRow; operation: Operation } | undefined) {
  const row = mismatch.row!;
  if (list === undefined || row.side !== "response" || mismatch.property !== row.name) return undefined;
  return {
    message: `\`${row.name}\` is the list of \`${operationName(list.operation)}\`, and this response shows one object without it. Take the row out.`,
    span: row.nameSpan,
    severity: "warning" as const,
    related: [
      { span: mismatch.span, message: "the sample" },
      { span: list.row.nameSpan, message: "the row of the list" },
    ],
    ...causeIn(row.nameSpan.file, "list", row.name, row.key),
  };
}

/** The first row of a body whose one property has nearly that name in all samples, and no row. */
function ofOtherName({ mismatch }: Charge, { rows }: PlacedBody, roots: readonly JsonObject[]) {
  const row = mismatch.row!;
  const [root] = Object.keys(roots[0]!);
  if (root === undefined || mismatch.property !== `${root}.${row.name}`) return undefined;
  if (rows.find(({ definition }) => definition?.in === "body") !== row) return undefined;
  if (rows.some(({ name }) => name === root)) return undefined;
  if (!roots.every((one) => Object.keys(one).join() === root && isOfType(one[root], row))) return undefined;
  const [words, others] = [singularWords(row.name), singularWords(root)];
  if (!words.every((word) => others.includes(word)) && !others.every((word) => words.includes(word)))
    return undefined;
  return {
    message: `\`${row.name}\` is \`${root}\` in all samples of this ${row.side}, which no row names. Rename the row.`,
    span: row.nameSpan,
    severity: "warning" as const,
    related: [{ span: mismatch.span, message: "the sample" }],
    ...causeIn(row.nameSpan.file, "wrapper", row.name, root),
  };
}

/** A row below a title of the response, where the request has a sample and no table. */
function ofRequest({ mismatch }: Charge, operation: Operation, request: PlacedBody) {
  const row = mismatch.row!;
  if (row.side !== "response" || mismatch.property !== row.name || operation.method.toUpperCase() === "GET")
    return undefined;
  if (request.rows.some(({ definition }) => definition?.in === "body")) return undefined;
  if (!operation.samples.some(({ side }) => side === "request")) return undefined;
  const isSent = rootsOf(request).some((one) => Object.hasOwn(one, row.name));
  if (!isSent && request.samples.some(({ content }) => content.kind === "json")) return undefined;
  return {
    message: `The response's sample lacks \`${row.name}\`, and the request has a sample, but no table. Put the row below a title that names the request, or add it to the sample.`,
    span: row.nameSpan,
    severity: "warning" as const,
    related: [{ span: mismatch.span, message: "the sample" }],
  };
}

function isOfType(value: unknown, { definition }: ParameterRow): boolean {
  return Array.isArray(value)
    ? definition!.type === "array"
    : isJsonObject(value as never) && definition!.type === "object";
}

/** The rows that name the lists of responses, as a sample shows, by what they look up. */
function listsOf(bodies: Bodies): ReadonlyMap<string, { row: ParameterRow; operation: Operation }> {
  const lists = new Map<string, { row: ParameterRow; operation: Operation }>();
  for (const [operation, { response }] of bodies.placed) {
    if (operation.method.toUpperCase() !== "GET" || operation.target.path.endsWith("}")) continue;
    for (const root of rootsOf(response))
      for (const [name, value] of Object.entries(root)) {
        const row =
          Array.isArray(value) && isJsonObject(value[0])
            ? response.node?.properties.get(name)?.rows.find((one) => one.name === name)
            : undefined;
        if (row?.definition !== undefined && !lists.has(keyOf(row)))
          lists.set(keyOf(row), { row, operation });
      }
  }
  return lists;
}

function keyOf({ name, definition }: ParameterRow): string {
  return `${name} ${spanKey(definition!.keySpan)}`;
}

/** The objects that the samples of a body show. */
function rootsOf({ samples }: PlacedBody): JsonObject[] {
  return samples.flatMap(({ content }) =>
    content.kind === "json" && isJsonObject(content.value) ? [content.value] : [],
  );
}
