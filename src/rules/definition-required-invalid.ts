import type { Field } from "../apiref/parameters-file.ts";
import { ownFields } from "../checks/own-fields.ts";
import { defineRule, ofDefinitions } from "../checks/subject.ts";
import { didYouMean } from "../text/similar.ts";

export const definitionRequiredInvalid = defineRule({
  name: "definition-required-invalid",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a `required` that is neither true nor false",
  explanation: `\`required: ture\` is a string to YAML, and os-api-ref takes whatever is not false for true: the same holds for
\`required: "false"\`, which makes a parameter mandatory. Write \`true\` or \`false\`, without quotes.`,
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
  required: «flase»
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
  check: ofDefinitions(function* (definition) {
    const field = ownFields(definition).get("required");
    if (field === undefined || typeof field.value === "boolean") return;
    const quoted = field.text === "true" || field.text === "false";
    const hint = quoted ? " Remove the quotes." : didYouMean(field.text, ["true", "false"]);
    yield {
      message: `\`required\` of \`${definition.key}\` is ${written(field)}; expected \`true\` or \`false\`.${hint}`,
      span: field.valueSpan,
    };
  }),
});

function written({ value, text }: Field): string {
  if (text === "") return value === null ? "empty" : "a list or mapping";
  return typeof value === "string" ? `the string \`${text}\`` : `\`${text}\``;
}
