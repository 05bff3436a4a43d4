import { causeIn } from "../checks/cause.ts";
import { foreignKeys } from "../checks/foreign-keys.ts";
import { misspeltRows } from "../checks/misspelt-rows.ts";
import { inOperation } from "../checks/naming.ts";
import { ownerOf, ownKey, sharedDefinitions } from "../checks/shared-definitions.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { type WrongLookup, wrongLookups } from "../checks/wrong-lookups.ts";
import type { Draft } from "../findings/finding.ts";

export const keyMismatch = defineRule({
  name: "key-mismatch",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "a row that looks up the definition of another row",
  explanation: `In \`- owner_id: widget_id\` below \`- widget_id: widget_id\` the page describes the owner with the words of the widget. Such
keys are left over when a line was copied. The rule finds rows whose definition another row of the same table has under its
own name, where a definition of their own name exists, or where the description speaks of the other row only and a sample
shows two values.

It also finds a row that looks up a definition of another resource (\`name: shade_name\` in an update of widgets, where all other
tables of widgets look up \`widget_name\`), a row whose samples show another type, which another definition of its name has
(\`widget: widget_quota\`, while \`widget\` is an object), and a row whose name differs by one slip from the name that nearly all other rows of its definition have.`,
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

   - owner_id: «widget_id»
   - widget_id: widget_id
`,
    "parameters.yaml": `
owner_id:
  description: Whose widget it is.
  in: body
  required: true
  type: string
widget_id:
  description: The widget's identifier.
  in: body
  required: true
  type: string
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

   - owner_id: owner_id
   - widget_id: widget_id
`,
    "parameters.yaml": `
owner_id:
  description: Whose widget it is.
  in: body
  required: true
  type: string
widget_id:
  description: The widget's identifier.
  in: body
  required: true
  type: string
`,
  },
  *check(subject) {
    const copied = [...copiedKeys(subject), ...sharedDefinitions(subject.apiRef)];
    yield* copied;
    const told = new Set(copied.map(({ span }) => span));
    for (const draft of foreignKeys(subject.apiRef))
      if (!told.has(draft.span)) {
        told.add(draft.span);
        yield draft;
      }
    for (const one of wrongLookups(subject.bodies)) if (!told.has(one.row.keySpan)) yield atLookup(one);
    yield* misspeltRows(subject.apiRef);
  },
});

/** The finding at a row whose samples show the type of another definition. */
function atLookup({ row, operation, meant, charges: [charge, ...others] }: WrongLookup): Draft {
  return {
    message: `\`${row.name}\` looks up \`${row.key}\`, of type \`${row.definition!.type}\`, but its sample shows ${charge!.mismatch.shown}. Did you mean \`${meant.key}\`?`,
    span: row.keySpan,
    related: [
      { span: meant.keySpan, message: `of type \`${meant.type}\`` },
      ...[charge!, ...others].map(({ mismatch }) => ({ span: mismatch.span, message: "shown here" })),
    ],
    ...inOperation(operation),
  };
}

const copiedKeys = ofOperations(function* (operation) {
  for (const row of operation.rows) {
    const owner = ownerOf(row, operation);
    const own = owner === undefined ? undefined : ownKey(row, owner);
    if (owner === undefined || own === undefined) continue;
    yield {
      message: `\`${row.name}\` looks up \`${row.key}\`, the definition of \`${owner.name}\`. Did you mean \`${own}\`?`,
      span: row.keySpan,
      related: [{ span: owner.span, message: `\`${owner.name}\` looks it up here` }],
      ...causeIn(row.span.file, row.name, row.key, own),
    };
  }
});
