import { fileName } from "../checks/naming.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";

export const definitionDuplicate = defineRule({
  name: "definition-duplicate",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a key or field that is defined twice",
  explanation: `YAML readers take the last of two equal keys without a word: what the first one says is lost, and a change to it has no
effect. Remove one, or give one another name.`,
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
«limit»:
  description: How many widgets a page has.
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
page_limit:
  description: How many widgets a page has.
  in: query
  required: false
  type: integer
`,
  },
  check: (subject) =>
    noticed(subject, "definition-duplicate", ({ key, field }, { file }) => {
      return field === undefined
        ? `\`${key}\` is defined twice in ${fileName(file)}, and only the last counts. Remove or rename one.`
        : `\`${field}\` stands twice in the definition of \`${key}\`, and only the last counts. Remove one.`;
    }),
});
