import type { ParametersFile } from "../apiref/parameters-file.ts";
import { causeIn } from "../checks/cause.ts";
import { chargesOf } from "../checks/charges.ts";
import { ownFields } from "../checks/own-fields.ts";
import { defineRule } from "../checks/subject.ts";

export const definitionTypeAlias = defineRule({
  name: "definition-type-alias",
  group: "definitions",
  severity: "info",
  fixable: true,
  summary: "another word for a type than its file mostly has",
  explanation: `\`list\` and \`dict\` are words of Python. JSON, and most api-refs, say \`array\` and \`object\`. The published type is right
all the same; readers of one page should find one word for one thing. A word is reported only where its file has the word
of JSON more often.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - labels: labels
   - tags: tags
   - widgets: widgets
`,
    "parameters.yaml": `
labels:
  description: The labels.
  in: body
  required: true
  type: array
tags:
  description: The tags.
  in: body
  required: true
  type: «list»
widgets:
  description: The widgets.
  in: body
  required: true
  type: array
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - tags: tags
   - widgets: widgets
`,
    "parameters.yaml": `
tags:
  description: The tags.
  in: body
  required: true
  type: array
widgets:
  description: The widgets.
  in: body
  required: true
  type: array
`,
  },
  *check(subject) {
    const { apiRef } = subject;
    // What samples show to be another type `sample-type` tells.
    const disputed = new Set(chargesOf(subject, "type").map(({ mismatch }) => mismatch.row?.definition));
    for (const parameters of apiRef.parametersFiles.values()) {
      const counts = typeCounts(parameters);
      for (const definition of parameters.definitions.values()) {
        const field = ownFields(definition).get("type");
        const meant = field === undefined ? undefined : ALIASES.get(field.text.toLowerCase());
        if (field === undefined || meant === undefined) continue;
        const [most, few] = [counts.get(meant) ?? 0, counts.get(field.text.toLowerCase()) ?? 0];
        if (most <= few || disputed.has(definition)) continue;
        const isPlain = meant !== "object" || !/\b(?:list|array)s?\b/i.test(definition.description);
        yield {
          message: `\`${definition.key}\` has the type \`${field.text}\`, where ${most} other definitions say \`${meant}\`. Write \`${meant}\`.`,
          span: field.valueSpan,
          ...causeIn(field.valueSpan.file, meant),
          // "The list of names" may be one, whatever its type was to say.
          ...(isPlain ? { edits: [{ span: field.valueSpan, text: meant }] } : {}),
        };
      }
    }
  },
});

/** Words of Python, each with the word of JSON for it. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["list", "array"],
  ["dict", "object"],
  ["dictionary", "object"],
  ["str", "string"],
  ["int", "integer"],
  ["bool", "boolean"],
]);

function typeCounts({ definitions }: ParametersFile): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of definitions.values()) {
    const word = type?.toLowerCase() ?? "";
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
