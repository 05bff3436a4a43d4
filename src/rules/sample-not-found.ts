import type { ApiRef } from "../apiref/model.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import { remembered } from "../text/remembered.ts";
import { suggestions } from "../text/similar.ts";

export const sampleNotFound = defineRule({
  name: "sample-not-found",
  group: "samples",
  severity: "error",
  fixable: false,
  summary: "a `literalinclude` whose file is missing",
  explanation: `Sphinx looks for the file relative to the document that is built, not to the \`.inc\` that names it; a leading \`/\` is the source folder. Where it
is missing the page shows no sample.`,
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

.. literalinclude:: «wigdet.json»
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
    const names = remembered(sampleNames);
    const suggest = suggestions();
    const { apiRef } = subject;
    return noticed(subject, "sample-not-found", ({ path }) =>
      path === ""
        ? "`literalinclude` names no file. Write its name behind the `::`."
        : `No file \`${path}\`, relative to the document.${suggest(path, names(apiRef))}`,
    );
  },
});

/** The names under which samples are included, as they are written. */
function sampleNames({ documents }: ApiRef): Set<string> {
  const names = new Set<string>();
  for (const { operations } of documents)
    for (const { samples } of operations)
      for (const { path, file } of samples) if (path !== undefined && file !== undefined) names.add(path);
  return names;
}
