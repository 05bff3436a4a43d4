import { fileName } from "../checks/naming.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import { yamlFaultText } from "../checks/yaml-faults.ts";

export const parametersFileInvalid = defineRule({
  name: "parameters-file-invalid",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "YAML in parameters.yaml that cannot be read, with its line and column",
  explanation: `os-api-ref stops at the first mistake in parameters.yaml, and the page has no parameters at all. This tool reads the rest
of the file, so that other findings stay right. The file is a mapping of keys to definitions, and each definition is a
mapping of fields (\`in\`, \`type\`, \`required\`, \`description\`).`,
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
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
«marker»: A widget's identifier.
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
marker:
  description: |
    Note: the identifier of a widget.
  in: query
  required: false
  type: string
`,
  },
  check: (subject) =>
    noticed(subject, "parameters-file-invalid", (detail, { file }) => {
      switch (detail.kind) {
        case "no-fields":
          return `\`${detail.key}\` has no fields. Indent \`in\`, \`type\`, \`required\` and \`description\` below it.`;
        case "top":
          return `${fileName(file)} is a ${detail.top}. Expected a mapping of keys to definitions.`;
        case "yaml":
          return `Invalid YAML: ${yamlFaultText(detail.fault)}.`;
      }
    }),
});
