import { contradictedRequests } from "../checks/contradicted-requests.ts";
import { operationKind } from "../checks/operation-verbs.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";

/** The kinds of operations that a method cannot be (RFC 9110, sections 9.2.1 and 9.3.5). */
const NEVER: ReadonlyMap<string, readonly string[]> = new Map([
  ["GET", ["create", "update", "delete"]],
  ["HEAD", ["create", "update", "delete"]],
  ["DELETE", ["create", "update", "read"]],
]);

/** The method that a kind mostly has. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ["create", "POST"],
  ["update", "PUT"],
  ["delete", "DELETE"],
  ["read", "GET"],
]);

export const methodContradicted = defineRule({
  name: "method-contradicted",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a method that cannot do what the title says, or that the request in a sample does not have",
  explanation: `GET and HEAD change nothing, and DELETE shows and makes nothing. Below a title that says so (\`Delete widget\` as GET) the
method was copied from the operation above, or the title was. Clients made from the document call the wrong one.
A sample that shows its request, as \`curl\` sends it or as it goes over the wire, has the method of its operation.`,
  bad: {
    "index.rst": `
Widgets
=======

Delete widget
-------------

.. rest_method:: «GET» /widgets/1
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Delete widget
-------------

.. rest_method:: DELETE /widgets/1
`,
  },
  check: ofOperations(function* (operation) {
    const { title, method, methodSpan } = operation;
    for (const { part, ...draft } of contradictedRequests(operation)) if (part === "method") yield draft;
    const kind = operationKind(title);
    const written = method.toUpperCase();
    if (kind === undefined || NEVER.get(written)?.includes(kind) !== true) return;
    yield {
      message: `\`${title}\` is documented as ${written}, which cannot do that. Correct the method, such as to \`${USUAL.get(kind)}\`, or the title.`,
      span: methodSpan,
    };
  }),
});
