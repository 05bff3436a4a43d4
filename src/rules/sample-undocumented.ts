import type { ApiRef, Operation, Side } from "../apiref/model.ts";
import { mismatches } from "../checks/sample-mismatches.ts";
import { defineRule } from "../checks/subject.ts";

export const sampleUndocumented = defineRule({
  name: "sample-undocumented",
  group: "samples",
  severity: "warning",
  fixable: false,
  summary: "a property that no row names",
  explanation: `Readers see the property in the sample and find nothing about it in the table. Add a row with a definition, or take the property out of the
sample. A misspelt name shows up here too.

What stands inside an object of which no row names any property is not looked at, nor are the keys of maps such as \`metadata\`; the outer name of the
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
        «"weight"»: 12
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
  check(subject) {
    const byTarget = operationsByTarget(subject.apiRef);
    return mismatches(subject, "undocumented", ({ property }, { side }, operation) =>
      byTarget
        .get(targetOf(operation))!
        .some((other) => other !== operation && documents(other, side, property)),
    );
  },
});

/** Operations with one method and path: an extension has a section of its own for what it adds to an operation. */
function operationsByTarget({ documents: all }: ApiRef): Map<string, Operation[]> {
  const byTarget = new Map<string, Operation[]>();
  for (const { operations } of all)
    for (const operation of operations) {
      const others = byTarget.get(targetOf(operation));
      if (others === undefined) byTarget.set(targetOf(operation), [operation]);
      else others.push(operation);
    }
  return byTarget;
}

function targetOf({ method, target }: Operation): string {
  return `${method.toUpperCase()} ${target.path.replace(/\{[^{}]*\}/g, "{}")}`;
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
