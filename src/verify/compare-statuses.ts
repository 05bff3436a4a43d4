import type { Operation } from "../apiref/model.ts";
import { spanKey } from "../text/span.ts";
import type { Facts } from "./facts.ts";
import type { OperationEvidence } from "./operation-evidence.ts";

/** Codes that say something of a cache, a proxy or a mistake of the server, and nothing of the operation. */
function isOfTransport(code: number): boolean {
  return code < 200 || (code > 300 && code < 400) || code === 407 || code >= 500;
}

/**
 * Holds the codes of recorded responses against those that the operations list.
 *
 * @param listsErrors whether the api-ref lists codes of errors at all
 */
export function compareStatuses(
  { operations, statuses }: OperationEvidence,
  listsErrors: boolean,
  facts: Facts,
): void {
  const [operation] = operations;
  if (operation === undefined) return;
  const all = operations.flatMap((one) => one.statuses);
  for (const [code, { place, count, isServed }] of statuses) {
    if (isOfTransport(code) || operations.some((one) => lists(one, code))) continue;
    const kind = code < 400 ? "success" : "error";
    if (kind === "error" && !listsErrors) continue;
    const beside = operation.statuses.findLast((row) => row.kind === kind) ?? operation.statuses.at(-1);
    const span = beside?.codeSpan ?? operation.titleSpan;
    // what stands in for a service answers with any code of success
    if (kind === "success" && !isServed && all.some((row) => row.kind === "success")) continue;
    facts.add({
      rule: "verify-status-undocumented",
      key: `${spanKey(span)} ${code}`,
      span,
      says: `No code \`${code}\` is listed, with which the service answers.`,
      advice: "List it.",
      kin: {
        key: `${code} ${kind === "success" ? operation.method : ""}`,
        name: String(code),
        saysOfAll: (_, count) =>
          `No code \`${code}\` is listed by ${count} operations, which answer with it.`,
        adviceForAll: "List it for each.",
        here: "missing here, too",
      },
      operation,
      place,
      exchanges: count,
      isServed,
    });
  }
}

function lists({ statuses }: Operation, code: number): boolean {
  return statuses.some(
    (row) => row.code === String(code) || new RegExp(`^${Math.floor(code / 100)}xx$`, "i").test(row.code),
  );
}
