import { meantPlace, PLACES } from "../apiref/places.ts";
import { ownFields } from "../checks/own-fields.ts";
import { defineRule, ofAllDefinitions } from "../checks/subject.ts";

export const definitionInInvalid = defineRule({
  name: "definition-in-invalid",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a place that no parameter can be in",
  explanation: `\`in\` says where a parameter stands: \`header\`, \`path\`, \`query\` or \`body\`. os-api-ref accepts no other word. The
document has the parameter where the rows round it, the URL and the samples say most likely, and never as required.`,
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
  in: «querry»
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
  check: ofAllDefinitions(function* (definition) {
    const field = ownFields(definition).get("in");
    if (field === undefined || PLACES.includes(field.text)) return;
    // Nothing behind `in:` is a finding of `definition-field-missing`.
    if (field.value === null) return;
    const written = field.text === "" ? "a list or mapping" : `\`${field.text}\``;
    const meant = meantPlace(field.text);
    const hint = PLACES.includes(meant) ? ` Did you mean \`${meant}\`?` : "";
    yield {
      message: `\`in\` of \`${definition.key}\` is ${written}; expected \`header\`, \`path\`, \`query\` or \`body\`.${hint}`,
      span: field.valueSpan,
    };
  }),
});
