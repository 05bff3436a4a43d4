import { lackingRequired } from "../checks/lacking-required.ts";
import { defineRule } from "../checks/subject.ts";

export const sampleRequired = defineRule({
  name: "sample-required",
  group: "samples",
  severity: "error",
  fixable: false,
  summary: "a required property that a sample lacks",
  explanation: `The definition says that the property is always there, the sample shows a body without it. Add it to the sample, or say \`required: false\`.
The finding stands at the line where it would be put in, as far as other samples and the table tell. The rule looks only into objects that the sample shows. A row whose description says that it is there
for some users only is left alone, and so is a sample that shows only a part.

Where all the samples of the object lack it, two or more, it is the definition that is wrong: the finding stands there, and names the samples. Where no
sample shows the place of the property, the finding is a warning. So it is where the samples of one page and direction, two or more, all lack what others
have, or all samples of one row, or of one kind of object, lack it: it stands at the row. And so it is where an update leaves out what others need, or an optional twin of the
definition exists (\`colour_optional\`): the finding, a warning, stands at the row's lookup key. Samples that lack the same are told of once.
Where only some objects in the samples of one operation have the property (a brief view and a detailed one, items of a list), they say themselves that
it may lack: the finding, a warning, stands at the row, or at its definition where no other row looks that up.
A row that samples rightly lack is to blame itself: the list of another operation, or what stands beside it, in the table of one thing, a row of the request
below a title of the response, the first row of a body whose one property all samples call otherwise. Where an object holds the bodies of other operations, and a sample shows its properties without it,
it is for you to say which of the two is right.`,
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
        «"size"»: 12
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
  check: (subject) => lackingRequired(subject).drafts,
});
