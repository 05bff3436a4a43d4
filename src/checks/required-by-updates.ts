import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";

interface Found {
  readonly operation: Operation;
  readonly row: ParameterRow;
  readonly definition: Definition;
}

/** A row of an update whose definition is required, where other updates look up an optional one. */
export interface RequiredByUpdate extends Found {
  /** The row of another update that looks up the optional definition. */
  readonly twin: ParameterRow;
  /** How many do. */
  readonly others: number;
}

/** For one update that differs so many have to agree. */
const FEWEST = 5;

/** The rows that an update requires, where most other updates look up the optional twin of the definition. */
export const requiredByUpdates = remembered((apiRef: ApiRef): readonly RequiredByUpdate[] =>
  [...groupedBy(bodyRowsOfUpdates(apiRef), ({ row }) => row.name).values()].flatMap((rows) => {
    const uses = groupedBy(rows, ({ row }) => `${row.file?.file.path} ${row.key}`);
    const twins = [...uses.values()].filter((use) => use.length >= FEWEST && !use[0]!.definition.required);
    return [...uses.values()].flatMap((use) => {
      const twin = twins.find((other) => isTwin(use[0]!, other[0]!) && other.length > use.length);
      return twin === undefined
        ? []
        : use.map((found) => ({ ...found, twin: twin[0]!.row, others: twin.length }));
    });
  }),
);

/** Whether an operation changes what a URL names. */
export function isUpdate({ method, target }: Operation): boolean {
  return /^(?:PUT|PATCH)$/i.test(method) && target.path.endsWith("}");
}

function bodyRowsOfUpdates({ documents }: ApiRef): Found[] {
  return documents.flatMap(({ operations }) =>
    operations
      .filter(isUpdate)
      .flatMap((operation) =>
        operation.rows.flatMap((row) =>
          row.side === "request" && row.definition?.in === "body"
            ? [{ operation, row, definition: row.definition }]
            : [],
        ),
      ),
  );
}

/** Whether the second is the optional definition made for requests of the required first one: `name`, `name-request`. */
function isTwin(required: Found, optional: Found): boolean {
  return (
    required.definition.required &&
    required.row.file === optional.row.file &&
    /^[_-]/.test(optional.row.key.slice(required.row.key.length)) &&
    optional.row.key.startsWith(required.row.key)
  );
}
