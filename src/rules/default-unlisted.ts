import type { Definition } from "../apiref/parameters-file.ts";
import { defineRule, ofAllDefinitions } from "../checks/subject.ts";
import { announcedValues } from "../schema/announced-values.ts";
import { type Span, span } from "../text/span.ts";

export const defaultUnlisted = defineRule({
  name: "default-unlisted",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "a default that is not among the values that the definition lists",
  explanation: `Where a definition lists its values, in \`enum\` or in its text (\`Valid values are …\`), the default is one of them. Most
often it is written in other letters, or the list has changed since. Correct the default, or complete the list.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - order: order
`,
    "parameters.yaml": `
order:
  description: |
    The order. Valid values are \`\`asc\`\` and \`\`desc\`\`. The default is «\`\`up\`\`».
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

   - order: order
`,
    "parameters.yaml": `
order:
  description: |
    The order. Valid values are \`\`asc\`\` and \`\`desc\`\`. The default is \`\`asc\`\`.
  in: query
  required: false
  type: string
`,
  },
  check: ofAllDefinitions(function* (definition) {
    const listed = valuesOf(definition);
    if (listed === undefined) return;
    for (const { value, place } of defaultsOf(definition)) {
      if (listed.includes(value) || NO_VALUE.test(value)) continue;
      const meant = listed.find((one) => one.toLowerCase() === value.toLowerCase());
      yield {
        message:
          meant === undefined
            ? `The default \`${value}\` of \`${definition.key}\` is not among the values that it lists. Correct it, or complete the list.`
            : `The default \`${value}\` of \`${definition.key}\` is written \`${meant}\` among the values that it lists. Write both alike.`,
        span: place,
      };
    }
  }),
});

/** What stands for no value at all. */
const NO_VALUE = /^(?:null|none|nil|""|'')?$/i;

function valuesOf(definition: Definition): readonly string[] | undefined {
  const field = definition.fields.get("enum")?.value;
  // Words that YAML takes for switches are `definition-value-suspicious`.
  if (Array.isArray(field)) return field.every((value) => typeof value === "string") ? field : undefined;
  return announcedValues(definition);
}

const IN_TEXT = /\b(?:default(?: value)?(?: is|:)|defaults to)\s+``([^`\n]+)``/gi;

/** The defaults that a definition names: in its field, and in its text. */
function* defaultsOf({ fields }: Definition): Iterable<{ readonly value: string; readonly place: Span }> {
  const field = fields.get("default");
  if (typeof field?.value === "string") yield { value: field.value, place: field.valueSpan };
  const text = fields.get("description")?.valueSpan;
  if (text === undefined) return;
  for (const { 0: whole, 1: value, index } of text.file.text.slice(text.start, text.end).matchAll(IN_TEXT)) {
    const end = text.start + index + whole.length;
    yield { value: value!, place: span(text.file, end - value!.length - 4, end) };
  }
}
