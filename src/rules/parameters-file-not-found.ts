import { namesOf } from "../checks/naming.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import { didYouMean } from "../text/similar.ts";

export const parametersFileNotFound = defineRule({
  name: "parameters-file-not-found",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a `rest_parameters` whose file is missing",
  explanation: `\`rest_parameters\` names the YAML file that defines its parameters. Sphinx looks for it relative to the document that is
built, not to the \`.inc\` that names it; a leading \`/\` is the source folder. Without the file the table stays empty.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: «paramters.yaml»

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
  check: (subject) =>
    noticed(subject, "parameters-file-not-found", ({ path }) =>
      path === ""
        ? "`rest_parameters` names no file. Write the file with the definitions behind the `::`."
        : `No file \`${path}\`, relative to the document.${didYouMean(path, namesOf(subject.apiRef.parametersFiles.values()))}`,
    ),
});
