import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { causeIn } from "../checks/cause.ts";
import { ownFields } from "../checks/own-fields.ts";
import { type ShownRow, usesOfDefinitions } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";
import { isCalledOptional, toldRequirement } from "../checks/told-requirement.ts";
import type { Draft } from "../findings/finding.ts";
import { toldAbsence } from "../schema/told-absence.ts";

export const requiredContradicted = defineRule({
  name: "required-contradicted",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "a parameter whose text or key says the contrary of its `required`",
  explanation: `What has a default may be left out, and so may what its text calls optional: with \`required: true\` the page and the document
demand it all the same, and generated clients refuse requests without it. The other way round, "you must include this
attribute" is lost where \`required: false\` stands below it. Write the \`required\` that the service means.

So it is with properties of responses that are "absent otherwise" or "only returned if" something holds.

A key that ends in \`_optional\` tells of a definition that was copied from the required one, to let requests do without it.

A definition that describes responses as well may be right there, where the value is always sent. Then the requests need one of
their own. Texts that demand a value on a condition only are left alone.`,
  bad: {
    "index.rst": `
Widgets
=======

Create widget
-------------

.. rest_method:: POST /widgets

.. rest_parameters:: parameters.yaml

   - colour: colour
   - count: count
`,
    "parameters.yaml": `
colour:
  description: The colour. You must include this attribute in your request.
  in: body
  required: «false»
  type: string
count:
  description: How many to make. The default is 1.
  in: body
  required: «true»
  type: integer
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Create widget
-------------

.. rest_method:: POST /widgets

.. rest_parameters:: parameters.yaml

   - colour: colour
   - count: count
`,
    "parameters.yaml": `
colour:
  description: The colour. You must include this attribute in your request.
  in: body
  required: true
  type: string
count:
  description: How many to make. The default is 1.
  in: body
  required: false
  type: integer
`,
  },
  *check({ apiRef }) {
    for (const [definition, uses] of usesOfDefinitions(apiRef))
      if (!isDefinedInTable(uses[0]!.row)) {
        if (
          isCalledOptional(
            definition,
            uses.map(({ row }) => row.name),
          )
        )
          yield calledOptional(definition, uses[0]!);
        else {
          yield* contradiction(definition, uses);
          yield* absence(definition, uses);
        }
      }
  },
});

/** A definition whose key calls it optional: it was copied from the one that is not. */
function calledOptional(definition: Definition, { row }: ShownRow): Draft {
  const { nameSpan, valueSpan } = ownFields(definition).get("required")!;
  return {
    message: `\`${definition.key}\` is called optional, but it is \`required: true\`. Write \`required: false\`.`,
    span: valueSpan,
    related: [{ span: row.span, message: "looked up here" }],
    ...causeIn(nameSpan.file, "called optional"),
  };
}

/** A property of responses that its text lets them lack. */
function* absence(definition: Definition, uses: readonly ShownRow[]): Iterable<Draft> {
  const field = ownFields(definition).get("required");
  const response = uses.find(({ row, operation }) => row.side === "response" && operation !== undefined);
  if (field === undefined || response === undefined || !definition.required) return;
  const words = toldAbsence(definition);
  if (words === undefined) return;
  yield {
    message: `The text of \`${definition.key}\` says "${words}", but it is \`required: true\`, so that clients refuse responses without it. Write \`required: false\`, or correct the text.`,
    span: field.valueSpan,
    related: [{ span: response.row.span, message: "a response has it here" }],
    ...causeIn(field.valueSpan.file, words),
  };
}

function* contradiction(definition: Definition, uses: readonly ShownRow[]): Iterable<Draft> {
  const field = ownFields(definition).get("required");
  const request = uses.find(({ row, operation }) => row.side === "request" && operation !== undefined);
  if (field === undefined || request === undefined || definition.in === "path") return;
  const requirement = toldRequirement(definition);
  if (requirement === undefined || (requirement.told === "required") === definition.required) return;
  const wanted = !definition.required;
  const inResponses = uses.some(({ row }) => row.side === "response");
  yield {
    message: `The text of \`${definition.key}\` says "${requirement.words}", but it is \`required: ${definition.required}\`. ${
      inResponses && !wanted
        ? "Give the requests a definition of their own with `required: false`, or write that here if responses may lack it, too."
        : `Write \`required: ${wanted}\`, or correct the text.`
    }`,
    span: field.valueSpan,
    related: [{ span: request.row.span, message: "a request has it here" }],
    // Twins have one text, and one mistake.
    ...causeIn(field.valueSpan.file, requirement.words, `${inResponses}`),
  };
}
