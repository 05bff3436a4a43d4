import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import { causeIn } from "../checks/cause.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { rowRemoval } from "../fixes/row-removal.ts";
import { readSample } from "../samples/read.ts";
import { type ShownNames, shownNames } from "../samples/shown-names.ts";
import { leafOf } from "../text/leaf.ts";

export const parameterRowDuplicate = defineRule({
  name: "parameter-row-duplicate",
  group: "definitions",
  severity: "warning",
  fixable: true,
  summary: "the same row twice in one table",
  explanation: `A row that stands twice in a table shows the parameter twice. Often the second was meant to be another one: correct its
name or key, or remove it. A name may return under another key where bodies nest.
The fix takes out the second row where it is not of a body.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
   - «limit: limit»
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  check: ofOperations(function* (operation) {
    const first = new Map<string, number>();
    const nestings = new Map<Side, Nesting>();
    for (const [index, row] of operation.rows.entries()) {
      const nestingOn = (side: Side) => {
        const nesting = nestings.get(side) ?? nestingOf(operation, side);
        nestings.set(side, nesting);
        return nesting;
      };
      const identity = JSON.stringify([row.table, row.name, row.key]);
      const before = first.get(identity);
      if (before === undefined) first.set(identity, index);
      else if (!isOfOtherObject(row, before, index, nestingOn(row.side))) {
        const edit = isSameAgain(row, operation.rows[before]!) ? rowRemoval(row.span) : undefined;
        yield {
          message: `The row \`${nameOf(row)}\` stands twice in this table. Remove one, or correct its name${isDefinedInTable(row) ? "" : " or key"}.`,
          span: row.span,
          related: [{ span: operation.rows[before]!.span, message: "first here" }],
          ...(edit === undefined ? {} : { edits: [edit] }),
          ...causeIn(row.span.file, row.name, row.key),
        };
      }
    }
  }),
});

/** Whether the second row says nothing that the first does not, whatever stands between: a row of a body may hold others. */
function isSameAgain({ definition, span }: ParameterRow, { span: first }: ParameterRow): boolean {
  return (
    definition?.in !== undefined &&
    definition.in !== "body" &&
    span.file === first.file &&
    span.start > first.end
  );
}

/** Which rows may hold others, by what their definitions and the samples of one side say. */
interface Nesting {
  readonly isSampled: boolean;
  readonly names: ShownNames;
  /** By index: how many of the rows before may hold others, and of how many of them the samples show the inside. */
  readonly holders: readonly number[];
  readonly shownHolders: readonly number[];
}

function nestingOf({ rows, samples }: Operation, side: Side): Nesting {
  const shown = samples.filter((sample) => sample.side === side).map(readSample);
  const names = shownNames(shown.flatMap((content) => (content.kind === "json" ? [content.value] : [])));
  const holders = [0];
  const shownHolders = [0];
  for (const row of rows) {
    // What samples show as a text holds nothing, whatever its type is said to be.
    const holds = isHolder(row) && !names.asText.has(row.name) ? 1 : 0;
    holders.push(holders.at(-1)! + holds);
    shownHolders.push(shownHolders.at(-1)! + (names.holding.has(row.name) ? holds : 0));
  }
  return { isSampled: shown.length > 0, names, holders, shownHolders };
}

/**
 * Whether a row that returns may be that of another object: one that can hold it has begun since, and the samples, if
 * there are any, show its name in more than one place.
 */
function isOfOtherObject(
  { name, definition }: ParameterRow,
  before: number,
  index: number,
  { isSampled, names, holders, shownHolders }: Nesting,
): boolean {
  if (definition?.in !== "body") return false;
  const between = holders[index]! - holders[before + 1]!;
  if (between === 0) return false;
  // A sample that leaves an object out, or shows it empty, says nothing of what is in it.
  if (shownHolders[index]! - shownHolders[before + 1]! < between) return true;
  return !isSampled || names.scattered.has(leafOf(name));
}

/** Whether a row is of what may hold other rows. */
function isHolder({ definition }: ParameterRow): boolean {
  return definition?.in === "body" && /object|array|list|dict|map|json/i.test(definition.type ?? "");
}

/** The row as it is written. */
function nameOf(row: ParameterRow): string {
  return isDefinedInTable(row) ? row.name : `${row.name}: ${row.key}`;
}
