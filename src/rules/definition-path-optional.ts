import type { Definition } from "../apiref/parameters-file.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import { ownFields } from "../checks/own-fields.ts";
import { usesOfDefinitions } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";

export const definitionPathOptional = defineRule({
  name: "definition-path-optional",
  group: "definitions",
  severity: "error",
  fixable: true,
  summary: "a definition `in: path` that is not required",
  explanation: `A URL without one of its variables is another URL, so a variable of the path is always required; OpenAPI refuses anything
else. The page shows it as optional. Write \`required: true\`. A definition whose description says that it is optional is
left alone: the URL may well be two.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id
`,
    "parameters.yaml": `
widget_id:
  description: The widget's identifier.
  in: path
  required: «false»
  type: string
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id
`,
    "parameters.yaml": `
widget_id:
  description: The widget's identifier.
  in: path
  required: true
  type: string
`,
  },
  *check({ apiRef }) {
    const uses = usesOfDefinitions(apiRef);
    const isInUrl = (definition: Definition) =>
      uses
        .get(definition)
        ?.some(({ row, operation }) => operation !== undefined && isOfUrl(row, operation)) === true;
    for (const { definitions } of apiRef.parametersFiles.values())
      for (const definition of definitions.values()) {
        const required = ownFields(definition).get("required");
        // Where no URL has it, its place is what is wrong, or nobody uses it: of that others tell.
        if (
          definition.in !== "path" ||
          required?.value !== false ||
          !isInUrl(definition) ||
          SAYS_OPTIONAL.test(definition.description)
        )
          continue;
        yield {
          message: `\`${definition.key}\` is \`in: path\` and not required, but a variable of the path is in every request. Write \`required: true\`.`,
          span: required.valueSpan,
          edits: [{ span: required.valueSpan, text: "true" }],
        };
      }
  },
});

/** Words of a description by which a part of the URL is left out on purpose. */
const SAYS_OPTIONAL =
  /\boptional|\bomit|\bleft out\b|\bif (?:it is )?not (?:given|specified|provided)\b|\bif you (?:specify|give|omit)\b/i;
