import { fileArgument } from "../apiref/literalinclude.ts";
import type { Operation } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import { type CopiedUrl, copiedUrls } from "../checks/copied-urls.ts";
import { type Duplicate, duplicates, requestRows } from "../checks/duplicates.ts";
import { lackingVariables } from "../checks/lacking-variables.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import type { Inclusion } from "../rst/tree.ts";

export const duplicateOperation = defineRule({
  name: "duplicate-operation",
  group: "operations",
  severity: "error",
  fixable: false,
  summary: "two sections that document the same operation",
  explanation: `Several sections may share a method and a URL where something tells them apart: the key of an action's body, a query in the
URL, a microversion, or, where the request has a body, a title that names another purpose; so may the documents of two versions of an
API, each with parameters files of its own. Otherwise they say the same
thing twice, and sooner or later two different things. Remove one, or correct the method, the URL or the title that was
copied. A request without a body that is documented under two titles is a warning. A file that is included twice
documents all its operations twice; it is reported once, at the second \`include\`, as info. So are two requests without a body whose
paths differ in the names of variables that stand for different things: they are one operation of the document.`,
  bad: {
    "index.rst": `
Widgets
=======

Delete widget
-------------

.. rest_method:: DELETE /widgets/1

«Delete a widget»
---------------

.. rest_method:: DELETE /widgets/1
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Delete widget
-------------

.. rest_method:: DELETE /widgets/1

Delete all widgets
------------------

.. rest_method:: DELETE /widgets
`,
  },
  *check(subject) {
    const { apiRef } = subject;
    const copied = copiedUrls(apiRef);
    const lacking = lackingVariables(apiRef);
    const isToldOf = (operation: Operation) => copied.has(operation) || lacking.has(operation);
    for (const [operation, url] of copied) yield ofOther(operation, url);
    for (const [operation, duplicate] of duplicates(apiRef))
      if (!isToldOf(operation) && !isToldOf(duplicate.before)) yield finding(operation, duplicate);
  },
});

/** Method and URL were copied from another resource's operation: what is to be corrected is the copy, wherever it stands. */
function ofOther(operation: Operation, { from, about }: CopiedUrl): Draft {
  return {
    message: `Method and URL are those of \`${from.title}\`, but this operation is about \`${about}\`. Correct the URL.`,
    span: operation.urlSpan,
    related: [{ span: from.urlSpan, message: "the operation that they belong to" }],
    severity: "warning",
    ...inOperation(operation),
  };
}

function finding(operation: Operation, { likeness, before }: Duplicate): Draft {
  if (likeness === "place") return includedTwice(before, operation);
  const common = {
    span: operation.titleSpan,
    related: [{ span: before.titleSpan, message: "documented here" }],
    ...inOperation(operation),
  };
  switch (likeness) {
    case "title":
      return {
        message:
          "The same method, URL and title are documented before. Remove one of the two, or correct what was copied.",
        ...common,
      };
    case "content":
      return {
        message: `\`${before.title}\` has the same method, URL, rows and samples. Remove one of the two, or correct what was copied.`,
        ...common,
      };
    case "request":
      return {
        message: `\`${before.title}\` documents a request with the same method and URL. ${remedyFor(operation, before)}`,
        // Two sections may well look at one answer from two sides.
        severity: "warning",
        ...common,
      };
    case "shape":
      return {
        message: `\`${before.title}\` documents \`${operationName(before)}\`, which differs from this in the names of variables only, so the document has one operation for both. Put both into one section that says what may stand there.`,
        severity: "info",
        ...common,
      };
  }
}

/** What makes one operation of two without a difference, or shows the difference. */
function remedyFor(operation: Operation, before: Operation): string {
  if (requestRows(operation).length > 0)
    return `The rows here are those of a body, which ${operation.method.toUpperCase()} does not send: method and URL were probably copied. Correct them.`;
  const others = new Set(before.rows.map(({ name }) => name));
  const own = operation.rows.find(({ definition, name }) => definition?.in === "query" && !others.has(name));
  return own === undefined
    ? "Document it in one section."
    : `Where \`${own.name}\` makes the difference, write it into this URL: \`${operation.url}${operation.url.includes("?") ? "&" : "?"}${own.name}={${own.name}}\`.`;
}

/** The same lines twice: what is to be corrected is the second `include` of their file. */
function includedTwice(before: Operation, operation: Operation): Draft {
  const first = outermostBeside(before, operation);
  const second = outermostBeside(operation, before);
  const { path } = second?.file ?? operation.directive.nameSpan.file;
  return {
    message: `\`${path.slice(path.lastIndexOf("/") + 1)}\` is included twice, and all its operations are documented twice. Include it once.`,
    span: second === undefined ? operation.titleSpan : fileArgument(second.directive).span,
    related: [
      {
        span: first === undefined ? before.titleSpan : fileArgument(first.directive).span,
        message: "included here too",
      },
    ],
    severity: "info",
  };
}

/** The outermost inclusion round an operation that is not round the other. */
function outermostBeside(operation: Operation, other: Operation): Inclusion | undefined {
  const around = new Set(inclusionsOf(other).map(({ directive }) => directive));
  return inclusionsOf(operation).findLast(({ directive }) => !around.has(directive));
}

/** The inclusions round an operation, innermost first. */
function inclusionsOf({ directive, section }: Operation): Inclusion[] {
  const found: Inclusion[] = [];
  const line = directive.argument[0] ?? section?.title.lines[0];
  for (let inclusion = line?.includedFrom; inclusion !== undefined; inclusion = inclusion.from)
    found.push(inclusion);
  return found;
}
