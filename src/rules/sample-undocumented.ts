import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { inOperation } from "../checks/naming.ts";
import { showsOtherBody } from "../checks/other-body.ts";
import { operationsByTarget, targetOf } from "../checks/same-target.ts";
import { atSample, chargesOf } from "../checks/sample-mismatches.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import type { Mismatch } from "../samples/check.ts";
import { enumeration } from "../text/enumeration.ts";

export const sampleUndocumented = defineRule({
  name: "sample-undocumented",
  group: "samples",
  severity: "warning",
  fixable: false,
  summary: "a property that no row names",
  explanation: `Readers see the property in the sample and find nothing about it in the table. Add a row with a definition, or take the property out of the
sample. What one table lacks is one finding, also where the sample has none of its rows, at the row beside which the first would stand. A misspelt name is told of at the sample.

Where there is no table at all, or its definitions could not be read, that is told instead. What stands inside an object of which no row names any property is not looked at, nor are the keys of maps such as \`metadata\`; the outer name of the
body needs no row. In the document the property has the type that the sample shows, and \`x-openstack-undocumented: true\`.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - «colour: colour»
   - size: size

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
widget:
  description: The widget.
  in: body
  required: true
  type: object
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": "green",
        "weight": 12
    }
}
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour
   - size: size

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
widget:
  description: The widget.
  in: body
  required: true
  type: object
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": "green",
        "size": 12
    }
}
`,
  },
  *check(subject) {
    const byTarget = operationsByTarget(subject.apiRef);
    const charges = chargesOf(
      subject,
      "undocumented",
      ({ property, names = [] }, { side }, operation) =>
        !hasTable(operation, side) ||
        names.every((name) => isRowElsewhere(operation, side, name)) ||
        byTarget
          .get(targetOf(operation))!
          .some((other) => other !== operation && documents(other, side, property)),
    );
    const tables = new Map<string, Table>();
    for (const charge of charges) {
      const { mismatch, sample } = charge;
      for (const operation of charge.operations) {
        const row = mismatch.beside ?? operation.rows.findLast((own) => isOfBody(own, sample.side));
        // A slip is corrected where it stands.
        if (mismatch.meant !== undefined || row === undefined) {
          yield atSample(charge);
          break;
        }
        const key = `${operation.titleSpan.file.path} ${operation.titleSpan.start} ${sample.side} ${row.table}`;
        const table = tables.get(key) ?? { operation, row, mismatches: [] };
        tables.set(key, table);
        table.mismatches.push(mismatch);
      }
    }
    const checks = new Map(subject.bodies.samples.map((check) => [check.sample, check]));
    for (const table of tables.values())
      yield atTable(table, showsOtherBody(table.operation, table.row.side, checks));
  },
});

/** A table that lacks rows, with the row beside which the first of them would stand. */
interface Table {
  readonly operation: Operation;
  readonly row: ParameterRow;
  readonly mismatches: Mismatch[];
}

/** More names are counted. */
const MOST_NAMES = 40;

function atTable({ operation, row, mismatches }: Table, isOther: boolean): Draft {
  const names = [...new Set(mismatches.flatMap((mismatch) => mismatch.names ?? [mismatch.property]))].map(
    (name) => `\`${name}\``,
  );
  if (names.length > MOST_NAMES) names.splice(MOST_NAMES, names.length, `${names.length - MOST_NAMES} more`);
  const [its, them] = names.length === 1 ? ["a row", "it"] : ["rows", "them"];
  return {
    message: isOther
      ? `The sample shows ${enumeration(names)}, and none of the rows of this table. Correct the table or the sample.`
      : `No row names ${enumeration(names)}. Add ${its} to this table, or take ${them} out of the sample.`,
    span: row.span,
    related: mismatches.map(({ span }) => ({ span, message: "shown here" })),
    ...inOperation(operation),
  };
}

function isOfBody({ side, definition }: ParameterRow, wanted: Side): boolean {
  return side === wanted && definition?.in === "body";
}

/** Whether a side has a table of its body whose definitions could be read; else that is what is told. */
function hasTable({ rows }: Operation, side: Side): boolean {
  return (
    rows.some((row) => isOfBody(row, side)) &&
    !rows.some((row) => row.side === side && row.definition === undefined && row.file === undefined)
  );
}

/** Whether the table has the name, with a definition that is missing or of another place; that is told at the row. */
function isRowElsewhere({ rows }: Operation, side: Side, property: string): boolean {
  const name = property.slice(property.lastIndexOf(".") + 1);
  return rows.some((row) => row.side === side && row.name === name && row.definition?.in !== "body");
}

/** Whether an operation has rows for a property and for the envelope that holds it: `port.status`. */
function documents({ rows }: Operation, side: Side, property: string): boolean {
  const names = property.split(".");
  if (names.length < 2) return false;
  const has = (wanted: string) =>
    rows.some(
      ({ name, side: own, definition }) =>
        own === side && definition?.in === "body" && name.slice(name.lastIndexOf(".") + 1) === wanted,
    );
  return has(names[0]!) && has(names.at(-1)!);
}
