import { defineRule, ofDefinitions } from "../checks/subject.ts";

export const definitionUndescribed = defineRule({
  name: "definition-undescribed",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "a description that is still to be written (`TODO`, `TBD`)",
  explanation: `The page shows \`TODO\` and what follows it to everybody. Write what the parameter is, what values it may have, and what it is without
one. \`apiref lint --suggest\` leaves such descriptions for people, for a program knows names and types only.`,
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
  «description»: |
    TODO: describe this.
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
  description: |
    How many widgets to give; at most 100.
  in: query
  required: false
  type: integer
`,
  },
  check: ofDefinitions(function* ({ key, fields }) {
    const field = fields.get("description");
    if (field === undefined || !TO_BE_WRITTEN.test(field.text)) return;
    yield {
      message: `The description of \`${key}\` is still to be written. Say what it is and what values it may have.`,
      span: field.nameSpan,
    };
  }),
});

/** A mark in the place of the text; one behind a text asks for something more. */
const TO_BE_WRITTEN = /^\s*(?:\*\*)?(?:TODO|FIXME|TBD|XXX)(?=\W|$)/;
