import type { Operation, StatusRow } from "../apiref/model.ts";
import { type Sentence, sentencesOf } from "../checks/sentences.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { toldCodes } from "../checks/told-codes.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";

export const statusCodeUnlisted = defineRule({
  name: "status-code-unlisted",
  group: "status codes",
  severity: "info",
  fixable: false,
  summary: "a status code that an operation's text tells of, and its lists do not have",
  explanation: `"If the widget is locked, 409 is returned" tells of an answer that the list of error codes should have: who reads the list, or
makes a program of the document, does not know of it. Add the code to the list; or the text is older than the service, then correct
the text. Operations without any list of that kind have findings of their own, and what a text says of some versions only is left alone.`,
  bad: {
    "index.rst": `
Widgets
=======

Delete widget
-------------

.. rest_method:: DELETE /widgets/1

Deletes a widget. If somebody has locked it, the request fails with HTTP «409».

.. rest_status_code:: success status.yaml

   - 204

.. rest_status_code:: error status.yaml

   - 404
`,
    "status.yaml": `
204:
  default: |
    The widget is gone.
404:
  default: |
    There is no such widget.
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Delete widget
-------------

.. rest_method:: DELETE /widgets/1

Deletes a widget. If somebody has locked it, the request fails with HTTP 409.

.. rest_status_code:: success status.yaml

   - 204

.. rest_status_code:: error status.yaml

   - 404
   - 409
`,
    "status.yaml": `
204:
  default: |
    The widget is gone.
404:
  default: |
    There is no such widget.
409:
  default: |
    Somebody has locked the widget.
`,
  },
  check: ofOperations(function* (operation) {
    if (operation.statuses.length === 0) return;
    const listed = new Set(operation.statuses.map(({ code }) => code));
    for (const sentence of sentencesOf(operation))
      for (const { code, start } of toldCodes(sentence)) {
        const draft = listed.has(code) ? undefined : finding(operation, sentence, code, start);
        if (draft === undefined) continue;
        listed.add(code);
        yield draft;
      }
  }),
});

/** Undefined where the operation has no list that the code would belong to. */
function finding(
  { statuses }: Operation,
  { place }: Sentence,
  code: string,
  start: number,
): Draft | undefined {
  const isError = code >= "400";
  const list = statuses.filter(({ kind }) => isError === (kind === "error"));
  const [first] = list;
  if (first === undefined) return undefined;
  return {
    message: `The text tells of \`${code}\`, and the ${isError ? "error" : "success"} codes do not have it, only ${codesOf(list)}. Add it to the list, or correct the text.`,
    span: place(start, start + code.length),
    related: [{ span: first.codeSpan, message: "listed here" }],
  };
}

function codesOf(list: readonly StatusRow[]): string {
  return enumeration([...new Set(list.map(({ code }) => code))].map((code) => `\`${code}\``));
}
