import { quotedElisions } from "../checks/quoted-stand-ins.ts";
import { syntaxMistakes, unusedSyntaxMistakes } from "../checks/sample-syntax.ts";
import { mistakenCalls } from "../checks/shell-slips.ts";
import { defineRule } from "../checks/subject.ts";

export const sampleSyntax = defineRule({
  name: "sample-syntax",
  group: "samples",
  severity: "error",
  fixable: true,
  summary: "a sample that is not JSON, names a property twice in one object, or calls `curl` with a slip",
  explanation: `A sample that is meant as JSON should be JSON: comments, ellipses, single quotes and forgotten commas keep people from trying it out, and this tool
from checking it. Show whole values; say what there is to say in the text above.
What is left out with \`...\`, in quotes or without, is one warning a sample, because readers understand it. A mistake in a \`.json\` file beside the
samples that no document includes is a warning, too: it breaks the page of whoever includes it next.
The fix writes commas that lack, takes out those that are too many, and writes \`null\` for \`None\` and its like, where nothing
else is wrong with the sample.

A call of \`curl\` that goes on in the next line without a \`\\\`, or holds a variable between single quotes, which the shell leaves as
it is, is a warning.

Files ending in \`.json\`, samples with the language \`json\` or \`javascript\` and what \`curl\` sends with \`-d\` are read as JSON.`,
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
        "size": 12«,»
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
    yield* syntaxMistakes(subject);
    yield* unusedSyntaxMistakes(subject);
    yield* quotedElisions(subject);
    yield* mistakenCalls(subject.apiRef);
  },
});
