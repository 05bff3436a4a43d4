import type { SourceFile } from "../text/source-file.ts";
import { UsageError } from "../usage-error.ts";
import type { Finding } from "./finding.ts";
import type { RuleMetadata } from "./rule.ts";
import type { RuleSettings } from "./severity.ts";

/** The rule of the run itself, for a check that failed. */
export const internalError: RuleMetadata<"internal-error"> = {
  name: "internal-error",
  group: "reading",
  severity: "error",
  fixable: false,
  summary: "a check that failed, so that what it would have found is not known",
  explanation: `A check of this program, or of a library that it uses, came upon something that it was not made for, such as a
property that is named \`hasOwnProperty\`. All other checks were made, and the document is whole. Report the message
together with the source that it stands at.`,
  bad: {
    "index.rst": `«»Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200

.. rest_parameters:: parameters.yaml

   - hasOwnProperty: owner

.. literalinclude:: widgets.json
`,
    "parameters.yaml": `
owner:
  description: |
    Who owns the widget.
  in: body
  required: true
  type: string
`,
    "status.yaml": `
200:
  default: |
    The widgets were listed.
`,
    "widgets.json": `
{"hasOwnProperty": "ada"}
`,
    "apiref.config.yaml": `
rules:
  openapi/no-required-schema-properties-undefined: warning
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets
`,
  },
};

/**
 * What a check threw, as findings: one, or none where the rule is off. Wrong usage is no failure of a check and is
 * thrown on.
 *
 * @param check what failed, as people know it: the name of a rule, `openapi/…`
 * @param file where to show it, for nobody knows what in the tree made the check fail
 */
export function failedCheck(
  check: string,
  error: unknown,
  file: SourceFile,
  settings: RuleSettings,
): Finding[] {
  if (error instanceof UsageError) throw error;
  const severity = settings.get(internalError.name) ?? internalError.severity;
  if (severity === "off") return [];
  const what = String(error).split("\n", 1)[0]!.slice(0, LONGEST);
  const message = `The check \`${check}\` failed (${what}), and its findings are missing here. Please report this as a bug, with the source.`;
  return [{ rule: internalError.name, severity, message, span: { file, start: 0, end: 0 } }];
}

/** How much of an error's message is shown, in characters. */
const LONGEST = 200;
