import { quotedNulls } from "../checks/quoted-stand-ins.ts";
import { contradictions } from "../checks/sample-mismatches.ts";
import { defineRule } from "../checks/subject.ts";

export const sampleType = defineRule({
  name: "sample-type",
  group: "samples",
  severity: "error",
  fixable: true,
  summary: "a value of another type than its definition says",
  explanation: `People copy samples into their programs, and programs are generated from the types of the definitions: where the two disagree, one of
them misleads. Look at what the service sends, and correct the other.

A \`null\` says nothing about the type; it makes the property nullable. A text \`"null"\` where other samples show \`null\` is a warning.

Where all the samples that show it contradict a definition, two or more, it is the definition that is wrong: the finding stands there, and names the samples. So it does
where the description says what the samples show ("A list of …", "Whether …"). Samples that put a list, a number, \`true\` or \`false\` into quotes, as no
description says, are to be corrected themselves. One sample is enough where it shows an object or a list in the place of a text or a number, or a number where the
key or the description is that of a count, a size or a time, and the text has no other type in mind. Definitions that were copied with their type
(\`colour\`, \`colour_response\`) are one finding.
The fix writes the type that all samples show, where there is one and the description does not speak against it.`,
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
  description: The number of lamps that fit in.
  in: body
  required: false
  «type: string»
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
  description: The number of lamps that fit in.
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
    yield* contradictions(subject, "type");
    yield* quotedNulls(subject);
  },
});
