import type { Operation, StatusRow } from "../apiref/model.ts";
import { saidBeyondCode } from "./said.ts";
import type { WantedReason } from "./status-entries.ts";

/** A code to be listed, and the reason that it is listed with. */
export interface ListedRow {
  readonly kind: StatusRow["kind"];
  readonly reason: WantedReason;
}

/** The rows to list, each once, without those that the operation lists already. */
export function listedRows(
  rows: readonly StatusRow[],
  operation: Operation,
  meaning: (code: string) => string,
  reasonName: (code: string, name: string, text: string) => string,
): ListedRow[] {
  const listed = new Map<string, ListedRow>();
  const known = new Set(
    operation.statuses.flatMap(({ origin, kind, code, reason }) =>
      origin.kind === "directive" ? [`${kind} ${code} ${reason ?? "default"}`] : [],
    ),
  );
  for (const row of rows) {
    const { code, kind } = row;
    const text = meaning(code);
    const said = saidBeyondCode(row, operation, text);
    const reason =
      said === undefined
        ? { code, name: "default", text }
        : { code, name: reasonName(code, said.name, said.text), text: said.text };
    const key = `${kind} ${code} ${reason.name}`;
    if (!known.has(key)) listed.set(key, { kind, reason });
  }
  const all = [...listed.values()];
  const codeOf = ({ kind, reason }: ListedRow) => `${kind} ${reason.code}`;
  const named = new Set(all.filter(({ reason }) => reason.name !== "default").map(codeOf));
  // A code that stands in two paragraphs is listed with what one of them says of it.
  return all.filter((row) => row.reason.name !== "default" || !named.has(codeOf(row)));
}

export function directiveLines(rows: readonly ListedRow[], statusName: string, indent: string): string[] {
  const lines: string[] = [];
  for (const kind of ["success", "error"] as const) {
    const ofKind = rows.filter((row) => row.kind === kind);
    if (ofKind.length === 0) continue;
    if (lines.length > 0) lines.push("");
    lines.push(`.. rest_status_code:: ${kind} ${statusName}`, "");
    for (const row of ofKind) lines.push(indent + rowLine(row));
  }
  return lines;
}

/** `- 404: gone`. */
export function rowLine({ reason: { code, name } }: ListedRow): string {
  return `- ${code}${name === "default" ? "" : `: ${name}`}`;
}
