import { type NoticeDetails, noticesFor } from "../apiref/notice.ts";
import { DEEPEST_NAME } from "../apiref/rest-parameters.ts";
import { type RowsAtMargin, rowsAtMargin } from "../checks/stray-rows.ts";
import { defineRule } from "../checks/subject.ts";
import { yamlFaultText } from "../checks/yaml-faults.ts";
import { codePointName, NO_BREAK_SPACE } from "../text/invisible.ts";
import type { Span } from "../text/span.ts";

export const parameterRowInvalid = defineRule({
  name: "parameter-row-invalid",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a line of a table that is not a row",
  explanation: `The content of \`rest_parameters\` is a YAML list of rows \`- name: key\`, that of \`rest_status_code\` a list of \`- code\` or
\`- code: reason\`. os-api-ref skips a line that is something else, or fails. A blank belongs after the dash and after the
colon.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
   - «marker:marker»
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
marker:
  description: The last widget of the page before.
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

   - limit: limit
   - marker: marker
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
marker:
  description: The last widget of the page before.
  in: query
  required: false
  type: string
`,
  },
  *check(subject) {
    const atMargin = new Map<string, RowsAtMargin>();
    for (const { blocks } of subject.apiRef.documents)
      for (const rows of rowsAtMargin(blocks))
        if (rows.directive.content.length === 0) atMargin.set(placeOf(rows.directive.nameSpan), rows);
    for (const { detail, span } of noticesFor(subject.apiRef.notices, "parameter-row-invalid")) {
      const rows = detail.kind === "no-rows" ? atMargin.get(placeOf(span)) : undefined;
      if (rows !== undefined) yield rows.draft;
      else yield { message: messageOf(detail), span, ...(detail.kind === "field" ? { cause: "field" } : {}) };
    }
  },
});

function messageOf(detail: NoticeDetails["parameter-row-invalid"]): string {
  if (detail.kind === "no-rows")
    return `\`${detail.directive}\` has no rows, and os-api-ref shows an error in its place. Write them below, or remove it.`;
  if (detail.kind === "invisible") return messageOfInvisible(detail);
  if (detail.kind === "field")
    return `\`${detail.text}\` below a row is read as a row of its own. Let the row look up a definition that says so.`;
  const why = reasonOf(detail);
  return `\`${detail.text}\` is not a row${why === undefined ? "" : `: ${why}`}. Expected \`- name: key\`, or for a status code \`- code\` or \`- code: reason\`.`;
}

function messageOfInvisible({
  text,
  character,
}: {
  readonly text: string;
  readonly character: string;
}): string {
  const name = codePointName(character);
  return character === NO_BREAK_SPACE
    ? `The row \`${text}\` has a no-break space (${name}), which YAML does not take for a space. Type the space again.`
    : `The row \`${text}\` has an invisible character (${name}), so that its name or key is another one. Delete it.`;
}

function reasonOf(
  detail: Exclude<
    NoticeDetails["parameter-row-invalid"],
    { readonly kind: "no-rows" | "invisible" | "field" }
  >,
): string | undefined {
  switch (detail.kind) {
    case "no-row":
      return undefined;
    case "unaligned":
      return "it does not line up with the other rows";
    case "second-colon":
      return "it has a colon too many";
    case "too-deep":
      return `its name has more than ${DEEPEST_NAME} steps`;
    case "yaml":
      return yamlFaultText(detail.fault);
  }
}

function placeOf({ file, start }: Span): string {
  return `${start} ${file.path}`;
}
