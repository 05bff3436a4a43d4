import { fileArgument } from "../apiref/literalinclude.ts";
import type { Operation } from "../apiref/model.ts";
import { groupOperations } from "../apiref/targets.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import type { Inclusion } from "../rst/tree.ts";
import { remembered } from "../text/remembered.ts";

export const duplicateOperation = defineRule({
  name: "duplicate-operation",
  group: "operations",
  severity: "error",
  fixable: false,
  summary: "two sections that document the same operation",
  explanation: `Several sections may share a method and a URL where something tells them apart: the key of an action's body, a query in the
URL, a microversion, or, where the request has a body, a title that names another purpose. Otherwise they say the same
thing twice, and sooner or later two different things. Remove one, or correct the method, the URL or the title that was
copied. A request without a body that is documented under two titles is a warning. A file that is included twice
documents all its operations twice; it is reported once, at the second \`include\`, as info.`,
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
    for (const { groups } of groupOperations(subject.apiRef))
      for (const { operations } of groups) {
        if (operations.length === 1) continue;
        const seen = new Map<string, Operation>();
        for (const operation of operations) {
          const likenesses = likenessesOf(operation);
          const found = likenesses.find(([, key]) => seen.has(key));
          if (found !== undefined) yield finding(found[0], seen.get(found[1])!, operation);
          for (const [, key] of likenesses) if (!seen.has(key)) seen.set(key, operation);
        }
      }
  },
});

/** In what two operations of one method and path are the same, so that nothing tells them apart. */
type Likeness = "place" | "title" | "content" | "request";

/** What an operation is compared by, the plainest first; each with a key that operations alike share. */
const likenessesOf = remembered((operation: Operation): readonly [Likeness, string][] => {
  const { directive, minVersion, maxVersion, method, target, rows, samples } = operation;
  const { file, start } = directive.nameSpan;
  const found: [Likeness, string][] = [["place", JSON.stringify([file.path, start])]];
  const add = (likeness: Likeness, ...parts: readonly unknown[]) =>
    found.push([likeness, JSON.stringify([likeness, query(operation), minVersion, maxVersion, ...parts])]);

  add("title", titleWords(operation));
  // Sections that document no body have nothing in common but their URL.
  if (rows.some(({ definition }) => definition?.in === "body"))
    add(
      "content",
      rows.map(({ side, name, key }) => [side, name, key]),
      samples.map(({ side, text }) => [side, text]),
    );
  if (/^(?:get|head|delete|options)$/i.test(method)) add("request", target.path);
  return found;
});

/** The query that the URL shows, and the parameters that a request of this kind must have. */
function query({ target, rows }: Operation): string[] {
  const required = rows.filter(({ definition }) => definition?.in === "query" && definition.required);
  return [
    ...target.query.map(({ name, value }) => `${name}=${value}`),
    ...required.map(({ name }) => name),
  ].sort();
}

/** A title without case, articles, plurals and punctuation: `List the widgets.` → `list widget`. */
function titleWords({ title }: Operation): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !["a", "an", "the"].includes(word))
    .map((word) => word.replace(/(?<=\w{2})s$/, ""))
    .join(" ");
}

function finding(likeness: Likeness, before: Operation, operation: Operation): Draft {
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
        message: `Nothing tells this request from that of \`${before.title}\`. Write the query that does into the URL, put both into one section, or correct method and URL.`,
        // Two sections may well look at one answer from two sides.
        severity: "warning",
        ...common,
      };
  }
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
