import { noticed } from "./notices.ts";
import { defineRule } from "./subject.ts";

export const parameterRowInvalid = defineRule({
  name: "parameter-row-invalid",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a line of a table that is no row",
  explanation: `The content of \`rest_parameters\` is a YAML list of rows \`- name: key\`, that of \`rest_status_code\` a list of \`- code\` or
\`- code: reason\`. os-api-ref skips a line that is something else, or fails. A blank belongs after the dash and after the
colon.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
   - «marker:marker»
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
marker:
  description: The last widget of the page before.
  in: query
  required: false
  type: string
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
   - marker: marker
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
marker:
  description: The last widget of the page before.
  in: query
  required: false
  type: string
`,
  },
  check: (subject) =>
    noticed(subject, "parameter-row-invalid", (notice) => {
      const { text, problem, empty } = notice.detail;
      if (empty !== undefined)
        return `\`${empty}\` has no rows, and os-api-ref shows an error in its place. Write them below, or remove it.`;
      return `\`${text}\` is no row${problem === undefined ? "" : `: ${problem}`}. Expected \`- name: key\`, or for a status code \`- code\` or \`- code: reason\`.`;
    }),
});
