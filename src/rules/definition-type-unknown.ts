import { ownFields } from "../checks/own-fields.ts";
import { defineRule, ofAllDefinitions } from "../checks/subject.ts";
import { parseType } from "../schema/types.ts";
import { didYouMean } from "../text/similar.ts";

export const definitionTypeUnknown = defineRule({
  name: "definition-type-unknown",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "a type that is not in the vocabulary",
  explanation: `The schema of a parameter follows from its \`type\`: \`string\`, \`integer\`, \`boolean\`, \`object\`, \`array\`, \`uuid\`, \`string or
object\`, \`a list of dictionaries\` and so on. Any other word leaves the parameter without any type in the
generated document, and its samples unchecked.`,
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
  type: «intger»
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
    const field = ownFields(definition).get("type");
    // Nothing behind `type:` is a finding of `definition-field-missing`.
    if (field === undefined || (field.value === null && field.text === "")) return;
    if (field.text !== "" && parseType(field.text) !== undefined) return;
    const written = field.text === "" ? "a list or mapping" : `\`${field.text}\``;
    yield {
      message: `\`type\` of \`${definition.key}\` is ${written}, which is not a known type.${didYouMean(field.text, COMMON_TYPES)}`,
      span: field.valueSpan,
      // A type of a team's own is one habit, in however many files.
      cause: JSON.stringify(["type", field.text]),
    };
  }),
});

/** What people mean to write; the whole vocabulary would offer `map` for `max`. */
const COMMON_TYPES = [
  "string",
  "integer",
  "boolean",
  "object",
  "array",
  "number",
  "float",
  "uuid",
  "list",
  "dict",
];
