import { fileName } from "../checks/naming.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";

export const parametersFileEmpty = defineRule({
  name: "parameters-file-empty",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a parameters file without definitions",
  explanation: `A table of parameters looks its rows up in this file, and finds nothing. Write the definitions, or name the file that has
them.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `«»# Definitions will come.
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
  check: (subject) =>
    noticed(
      subject,
      "parameters-file-empty",
      (_, { file }) =>
        `${fileName(file)} defines no parameters. Write the definitions that its rows look up.`,
    ),
});
