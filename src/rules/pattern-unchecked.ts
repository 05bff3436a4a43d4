import { ownFields } from "../checks/own-fields.ts";
import { defineRule, ofAllDefinitions } from "../checks/subject.ts";
import { linearPattern } from "../text/linear-pattern.ts";

export const patternUnchecked = defineRule({
  name: "pattern-unchecked",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "a pattern that samples are not checked against",
  explanation: `Samples are checked against the \`pattern\` of a definition in a time that grows with the sample alone, whatever the
pattern is; that rules out what looks ahead or behind (\`(?=…)\`), what refers to a group (\`\\\\1\`) and more than a thousand
repetitions. Write the pattern without them, or say the rest in the description.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: The colour of the widget.
  in: query
  required: false
  type: string
  pattern: «^(?=red)r.*$»
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

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: The colour of the widget.
  in: query
  required: false
  type: string
  pattern: ^red[a-z]*$
`,
  },
  check: ofAllDefinitions(function* (definition) {
    const field = ownFields(definition).get("pattern");
    if (field === undefined || field.text === "" || linearPattern(field.text) !== undefined) return;
    yield {
      message: `Samples are not checked against the pattern of \`${definition.key}\`, which looks around, refers to a group, repeats too often, or is not a valid pattern. Write it without that.`,
      span: field.valueSpan,
    };
  }),
});
