import type { Operation, ParameterRow, Sample, Side } from "../apiref/model.ts";
import { inOperation } from "../checks/naming.ts";
import { shows, showsOtherBody } from "../checks/other-body.ts";
import { defineRule } from "../checks/subject.ts";
import { isContainer, isEntryStep } from "../schema/placement.ts";
import { remembered } from "../text/remembered.ts";

export const rowUnsampled = defineRule({
  name: "row-unsampled",
  group: "samples",
  severity: "info",
  fixable: false,
  summary: "a required row that no sample shows",
  explanation: `The row says that the property is always there, and no sample of the body has its name anywhere; where it belongs is therefore a guess. Add it to
a sample, or say \`required: false\`. Where the place is certain, \`sample-required\` tells of it at the sample instead.`,
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

   - widgets: widgets
   - pinion: pinion
   - «teeth: teeth»

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
widgets:
  description: The widgets.
  in: body
  required: true
  type: array
pinion:
  description: The pinion that drives it.
  in: body
  required: true
  type: object
teeth:
  description: How many teeth it has.
  in: body
  required: true
  type: integer
`,
    "widget.json": `
{
    "widgets": [{ "pinion": {} }]
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

   - widgets: widgets
   - pinion: pinion
   - teeth: teeth

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
widgets:
  description: The widgets.
  in: body
  required: true
  type: array
pinion:
  description: The pinion that drives it.
  in: body
  required: true
  type: object
teeth:
  description: How many teeth it has.
  in: body
  required: true
  type: integer
`,
    "widget.json": `
{
    "widgets": [{ "pinion": { "teeth": 8 } }]
}
`,
  },
  *check(subject) {
    const { apiRef, bodies } = subject;
    const validated = new Set(
      bodies.samples.flatMap(({ sample, outcome }) =>
        outcome === "valid" || outcome === "invalid" ? [sample] : [],
      ),
    );
    const checks = new Map(
      bodies.samples.filter(({ sample }) => validated.has(sample)).map((check) => [check.sample, check]),
    );
    const told = new Set(
      bodies.samples.flatMap(({ mismatches }) => mismatches.flatMap(({ row, meantRow }) => [row, meantRow])),
    );
    for (const { operations } of apiRef.documents)
      for (const operation of operations)
        for (const side of ["request", "response"] as const)
          for (const row of unsampled(operation, side, validated)) {
            if (told.has(row) || showsOtherBody(operation, side, checks)) continue;
            yield {
              message: `\`${row.name}\` is required, but no sample of the ${side} shows it. Add it to a sample, or make it optional.`,
              span: { ...row.nameSpan, end: row.keySpan.end },
              related: [{ span: row.definition!.keySpan, message: "defined here" }],
              ...inOperation(operation),
            };
          }
  },
});

/** The required rows of a body whose name is in none of its JSON samples, if there are any. */
function* unsampled(
  operation: Operation,
  side: Side,
  validated: ReadonlySet<Sample>,
): Iterable<ParameterRow> {
  const rows = alwaysThere(operation).filter((row) => row.side === side);
  if (rows.length === 0) return;
  const samples = operation.samples.filter((sample) => sample.side === side && validated.has(sample));
  if (samples.length === 0) return;
  const isShown = (name: string) => samples.some((sample) => shows(sample, name));
  for (const row of rows) {
    const name = leafOf(row);
    if (isShown(name) || isShown(row.name) || isOfEntries(row, rows, isShown)) continue;
    if (!isInAbsent(row, operation, isShown)) yield row;
  }
}

/**
 * Whether a row may be inside an object that samples leave out as they may, or that stands for keys which are data: the object
 * of its path (`fault.code`), or the one that it follows with other rows that no sample shows.
 */
function isInAbsent(row: ParameterRow, { rows }: Operation, isShown: (name: string) => boolean): boolean {
  const own = rows.filter(({ table, side }) => table === row.table && side === row.side);
  const isAbsent = (other: ParameterRow) => !isShown(leafOf(other)) && !isShown(other.name);
  const mayBeAbsent = (other: ParameterRow) =>
    isAbsent(other) && (isContainer(other) ? other.definition?.required === false : other.name !== row.name);
  // It stands for keys that are data.
  if (!isContainer(row) && own.some((other) => other.name.startsWith(`${row.name}.`))) return true;
  if (row.name.includes("."))
    return own.some((other) => row.name.startsWith(`${other.name}.`) && mayBeAbsent(other));
  for (let index = own.indexOf(row) - 1; index >= 0; index--) {
    const other = own[index]!;
    if (!isAbsent(other)) return false;
    if (isContainer(other)) return other.definition?.required === false;
  }
  return false;
}

function leafOf({ name }: ParameterRow): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** Whether a row says of the entries of a map what their keys are or their values: samples show others in their place. */
function isOfEntries(
  { name, table }: ParameterRow,
  rows: readonly ParameterRow[],
  isShown: (name: string) => boolean,
): boolean {
  if (!isEntryStep(name)) return false;
  const other = name === "key" ? "value" : "key";
  return !isShown(other) && rows.some((row) => row.name === other && row.table === table);
}

const alwaysThere = remembered(({ rows }: Operation) => rows.filter(isAlwaysThere));

/** A required row of a body that holds for all microversions and names one property. */
function isAlwaysThere({ definition, name, minVersion, maxVersion }: ParameterRow): boolean {
  return (
    definition?.in === "body" &&
    definition.required &&
    (definition.minVersion ?? definition.maxVersion ?? minVersion ?? maxVersion) === undefined &&
    !/[{<]/.test(name)
  );
}
