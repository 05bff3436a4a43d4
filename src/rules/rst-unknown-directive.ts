import { directivesIn } from "../apiref/documents.ts";
import { isKnownDirective } from "../checks/directive-names.ts";
import { defineRule } from "../checks/subject.ts";
import { directiveNames } from "../rst/directives.ts";
import { nearest } from "../text/similar.ts";

export const rstUnknownDirective = defineRule({
  name: "rst-unknown-directive",
  group: "reading",
  severity: "warning",
  fixable: false,
  summary: "a directive that neither Sphinx nor os-api-ref knows; with the nearest name",
  explanation: `Sphinx leaves a directive that it does not know out of the page, with everything below it. Correct the name. Where an
extension of your own defines the directive, switch this rule off for its lines, or altogether.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. «rest_parameter»:: parameters.yaml

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
  *check({ apiRef }) {
    for (const document of apiRef.documents)
      for (const { written, nameSpan } of directivesIn(document.blocks)) {
        if (isKnownDirective(written)) continue;
        const meant = nearest(written, directiveNames);
        const mend = meant === undefined ? "Correct its name, or remove it." : `Did you mean \`${meant}\`?`;
        yield {
          message: `There is no directive \`${written}\`: Sphinx leaves it out, with everything in it. ${mend}`,
          span: nameSpan,
        };
      }
  },
});
