import type { ParameterRow, Side } from "../apiref/model.ts";
import { causeIn } from "../checks/cause.ts";
import { lackingRequired } from "../checks/lacking-required.ts";
import { inOperation } from "../checks/naming.ts";
import { shownOf } from "../checks/shown-of.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";

export const rowUnsampled = defineRule({
  name: "row-unsampled",
  group: "samples",
  severity: "info",
  fixable: false,
  summary: "a required row that no sample shows",
  explanation: `The row says that the property is always there, and no sample of the body has its name anywhere; where it belongs is therefore a guess. Add it to
a sample, or say \`required: false\`. Where the place is certain, \`sample-required\` tells of it at the sample instead,
and of what else of the same table no sample shows.`,
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
    const { bodies } = subject;
    const found = lackingRequired(subject).unsampled;
    const shown = shownOf(bodies, new Set(found.flatMap(({ rows }) => rows.map((row) => row.definition!))));
    for (const { operation, side, rows } of found) {
      const isShownElsewhere = rows.some(({ definition }) => shown.has(definition!));
      yield { ...atTable(rows, side, isShownElsewhere), ...inOperation(operation) };
    }
  },
});

/**
 * What the samples leave out of one table is one mistake.
 *
 * @param isShownElsewhere whether samples of other tables show what the definitions say, so that these may be right there
 */
function atTable(rows: readonly ParameterRow[], side: Side, isShownElsewhere: boolean): Draft {
  const [first, ...others] = rows as [ParameterRow, ...ParameterRow[]];
  const [are, them, theRows, optional] =
    others.length === 0
      ? ["is", "it", "the row", "an optional definition"]
      : ["are", "them", "the rows", "optional definitions"];
  const instead = isShownElsewhere
    ? `take ${theRows} out, or look up ${optional}`
    : `or make ${them} optional`;
  const places = [...new Set(rows.map(({ definition }) => definition!.keySpan))];
  return {
    message: `${enumeration(rows.map(({ name }) => `\`${name}\``))} ${are} required, but no sample of the ${side} shows ${them}. Add ${them} to a sample, ${instead}.`,
    span: { ...first.nameSpan, end: first.keySpan.end },
    related: [
      ...others.map(({ nameSpan }) => ({ span: nameSpan, message: "not shown either" })),
      ...places.map((span) => ({ span, message: "defined here" })),
    ],
    ...causeIn(first.nameSpan.file, side, ...rows.map(({ name, key }) => `${name}: ${key}`)),
  };
}
