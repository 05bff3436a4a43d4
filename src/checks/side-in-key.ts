import type { ApiRef, Operation, ParameterRow, Side } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import { causeIn } from "./cause.ts";
import { inOperation } from "./naming.ts";
import { shownRows } from "./shown-rows.ts";

/** A row of one side whose key says the other one, and the definition that rows of its name look up on its side. */
interface OtherSide {
  readonly row: ParameterRow;
  readonly operation: Operation | undefined;
  readonly meant: Definition;
}

/**
 * Rows of a response that look up a definition for requests by its key (`colour: colour-request`), where rows of that name in other
 * responses look up the one without that word, or with the other (`colour`, `colour-response`); and the same of requests.
 */
export function* otherSides(apiRef: ApiRef): Iterable<Draft> {
  const lookups = new Set<string>();
  const suspects: OtherSide[] = [];
  for (const { row, operation } of shownRows(apiRef)) {
    if (row.definition?.in !== "body" || isDefinedInTable(row) || row.side === undefined) continue;
    lookups.add(lookup(row, row.definition));
    for (const meant of twinsOf(row)) suspects.push({ row, operation, meant });
  }
  const told = new Set<ParameterRow>();
  for (const { row, operation, meant } of suspects) {
    if (!lookups.has(lookup(row, meant)) || told.has(row)) continue;
    told.add(row);
    yield {
      message: `\`${row.name}\` looks up \`${row.key}\` in a ${row.side}, where others look up \`${meant.key}\`. Look that up.`,
      span: row.keySpan,
      related: [
        { span: row.definition!.keySpan, message: `for a ${otherOf(row.side!)}` },
        { span: meant.keySpan, message: `for a ${row.side}` },
      ],
      ...inOperation(operation),
      ...causeIn(meant.keySpan.file, row.side!, row.name, row.key, meant.key),
    };
  }
}

function lookup({ name, side }: ParameterRow, { key, keySpan }: Definition): string {
  return JSON.stringify([keySpan.file.path, side, name, key]);
}

const otherOf = (side: Side): Side => (side === "request" ? "response" : "request");

/** The definitions of the same kind whose keys say the side of a row, or none, where its own says the other. */
function twinsOf({ name, key, side, file, definition }: ParameterRow): Definition[] {
  const other = otherOf(side!);
  const words = key.split(/([-_])/);
  const at = words.findIndex((word) => word.toLowerCase() === other);
  if (at < 0 || name.toLowerCase().includes(other)) return [];
  const without = [...words.slice(0, Math.max(0, at - 1)), ...words.slice(at === 0 ? 2 : at + 1)].join("");
  const replaced = words.map((word, index) => (index === at ? side! : word)).join("");
  return [without, replaced].flatMap((twin) => {
    const found = file?.definitions.get(twin);
    return found?.in === "body" && found.type === definition!.type && found.broken !== true ? [found] : [];
  });
}
