import type { Field } from "../apiref/parameters-file.ts";
import { misspeltField } from "./field-names.ts";
import { defineRule, ofDefinitions } from "./subject.ts";

export const definitionFieldMissing = defineRule({
  name: "definition-field-missing",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a definition without `in`, `type`, `required` or `description`",
  explanation: `os-api-ref shows \`in\`, \`type\` and \`description\` as they are written, drops the rest of the table where one is missing, and
takes a parameter without \`required\` for an optional one. Say all four.`,
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
«limit»:
  description: How many widgets to give.
  in: query
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
  check: ofDefinitions(function* ({ key, keySpan, fields, broken }) {
    // An entry without any field, or with broken YAML, is a finding of `parameters-file-invalid`.
    if (fields.size === 0 || broken) return;
    // A field that stands there under a wrong name is a finding of `definition-field-unknown`.
    const misspelt = new Set([...fields.keys()].map(misspeltField));
    const missing = REQUIRED_FIELDS.filter((name) => !fields.has(name) && !misspelt.has(name));
    const names = missing.map((name) => `\`${name}\``).join(", ");
    if (names !== "") yield { message: `The definition of \`${key}\` lacks ${names}.`, span: keySpan };
    for (const name of REQUIRED_FIELDS) {
      const field = fields.get(name);
      if (field !== undefined && isEmpty(field))
        yield {
          message: `\`${name}\` of \`${key}\` is empty. Write it behind the colon.`,
          span: field.nameSpan,
        };
    }
  }),
});

const REQUIRED_FIELDS = ["in", "type", "required", "description"];

/** `required:` with nothing behind it is a finding of `definition-required-invalid`. */
function isEmpty({ name, text, value }: Field): boolean {
  if (name === "required") return false;
  return value === null ? text === "" : typeof value === "string" && value.trim() === "";
}
