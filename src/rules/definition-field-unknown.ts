import { causeIn } from "../checks/cause.ts";
import { FIELD_NAMES, isFieldName, misspeltField } from "../checks/field-names.ts";
import { ownFields } from "../checks/own-fields.ts";
import { defineRule, ofDefinitions } from "../checks/subject.ts";
import { didYouMean } from "../text/similar.ts";

export const definitionFieldUnknown = defineRule({
  name: "definition-field-unknown",
  group: "definitions",
  severity: "warning",
  fixable: true,
  summary: "a field that no definition has, such as `requried`",
  explanation: `A field with a misspelt name says nothing: os-api-ref ignores it, and a parameter with \`requried: true\` is shown as
optional. Where the name that was meant is beyond doubt, \`apiref fix\` corrects it.`,
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
  «requried»: false
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
    const unknown = [...ownFields(definition).values()].filter(({ name }) => !isFieldName(name));
    for (const { name, nameSpan } of unknown) {
      const found = `\`${name}\` is not a field of a definition (\`${definition.key}\`).`;
      const meant = misspeltField(name);
      const other = unknown.find((one) => one.name !== name && misspeltField(one.name) === meant);
      if (meant === undefined)
        yield {
          message: `${found}${didYouMean(name, FIELD_NAMES) || " Nothing reads it; remove it."}`,
          span: nameSpan,
        };
      else if (definition.fields.has(meant))
        yield { message: `${found} \`${meant}\` stands beside it; remove one.`, span: nameSpan };
      else if (other !== undefined)
        yield {
          message: `${found} Did you mean \`${meant}\`? \`${other.name}\` means it too; remove one.`,
          span: nameSpan,
        };
      else
        yield {
          message: `${found} Did you mean \`${meant}\`?${meant === "required" ? " As it is, the page says that the parameter is optional." : ""}`,
          span: nameSpan,
          edits: [{ span: nameSpan, text: meant }],
          // One slip, often copied with the definition.
          called: definition.key,
          ...causeIn(nameSpan.file, name),
        };
    }
  }),
});
