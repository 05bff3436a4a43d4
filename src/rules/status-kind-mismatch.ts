import type { Operation, StatusRow } from "../apiref/model.ts";
import { contradictedSuccesses, misplacedSuccess } from "../checks/contradicted-successes.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";

export const statusKindMismatch = defineRule({
  name: "status-kind-mismatch",
  group: "status codes",
  severity: "warning",
  fixable: false,
  summary:
    "an error code among the successes, a success among the errors, or one that the operation contradicts",
  explanation: `Codes from 400 on are errors, those of the 200s are successes. A code in the wrong list sends readers, and the programs that
are made from the document, the wrong way. Redirections (300 to 399) may stand in either list.
201 says that something was created, which no GET, HEAD, DELETE or update does; 202 that work goes on, which is not so when something
is read; 204 that no body follows, which a table or sample of the response contradicts. Such codes were copied from another operation.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: success status.yaml

   - 200
   - «409»

Update widget
-------------

.. rest_method:: PUT /widgets/1

.. rest_status_code:: success status.yaml

   - «204»

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: The colour that the widget has now.
  in: body
  required: true
  type: string
`,
    "status.yaml": `
200:
  default: |
    The widgets follow.
204:
  default: |
    It has changed.
409:
  default: |
    Another request is in the way.
  locked: |
    Somebody has locked the widget.
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - 409

Update widget
-------------

.. rest_method:: PUT /widgets/1

.. rest_status_code:: success status.yaml

   - 200

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: The colour that the widget has now.
  in: body
  required: true
  type: string
`,
    "status.yaml": `
200:
  default: |
    The widgets follow.
409:
  default: |
    Another request is in the way.
  locked: |
    Somebody has locked the widget.
`,
  },
  check: ofOperations(function* (operation) {
    yield* contradictedSuccesses(operation);
    for (const status of operation.statuses) {
      const { code, codeSpan, kind } = status;
      const actual = /^[45]\d\d$/.test(code) ? "error" : /^2\d\d$/.test(code) ? "success" : kind;
      if (actual === kind || isExpectedError(status, operation)) continue;
      const message =
        actual === "error"
          ? `\`${code}\` is an error, but stands among the success codes. Move it to the error codes.`
          : misplacedSuccess(operation, code);
      // who copied a list copied its mistake
      yield { message, span: codeSpan, cause: message };
    }
  }),
});

/** An answer that is wanted though its code is an error, of which the errors have the code with another reason: a challenge. */
function isExpectedError({ code, kind, reason }: StatusRow, { statuses }: Operation): boolean {
  return (
    kind === "success" &&
    reason !== undefined &&
    statuses.some((other) => other.kind === "error" && other.code === code && other.reason !== reason)
  );
}
