import type { Operation } from "../apiref/model.ts";
import type { Draft } from "../findings/finding.ts";
import { groupOperations } from "../openapi/targets.ts";
import type { Inclusion } from "../rst/tree.ts";
import { inOperation } from "./naming.ts";
import { defineRule, type Subject } from "./subject.ts";

export const duplicateOperation = defineRule({
  name: "duplicate-operation",
  group: "operations",
  severity: "error",
  fixable: false,
  summary: "two sections that document the same operation",
  explanation: `Several sections may share a method and a URL where something tells them apart: the key of an action's body, a query in the
URL, a microversion, or a title that names another purpose. Two sections with the same title, or with the same rows and
samples, say the same thing twice, and sooner or later two different things. Remove one, or correct the method, the URL
or the title that was copied. A file that is included twice documents all its operations twice; that is reported once,
at the second \`include\`, as info.`,
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
      for (const { operations } of groups)
        for (const [index, operation] of operations.entries()) {
          const before = operations.slice(0, index).find((other) => isSame(other, operation));
          if (before !== undefined) yield finding(subject, before, operation);
        }
  },
});

function finding(subject: Subject, before: Operation, operation: Operation): Draft {
  if (isSamePlace(before, operation)) {
    const [first, second] = [firstDifference(before, operation), firstDifference(operation, before)];
    return {
      message: `\`${baseName(second?.file.path ?? operation.directive.nameSpan.file.path)}\` is included twice, and all its operations are documented twice. Include it once.`,
      span: placeOf(second) ?? operation.titleSpan,
      related: [{ span: placeOf(first) ?? before.titleSpan, message: "included here too" }],
      severity: "info",
    };
  }
  const why =
    sameTitle(before) === sameTitle(operation)
      ? "The same method, URL and title are"
      : `\`${before.title}\` has the same method, URL, rows and samples, and is`;
  return {
    message: `${why} documented before. Remove one of the two, or correct what was copied.`,
    span: operation.titleSpan,
    related: [{ span: before.titleSpan, message: "documented here" }],
    ...inOperation(subject, operation),
  };
}

/** Whether nothing tells two operations of one method and path apart. */
function isSame(a: Operation, b: Operation): boolean {
  if (isSamePlace(a, b)) return true;
  if (query(a) !== query(b) || a.minVersion !== b.minVersion || a.maxVersion !== b.maxVersion) return false;
  if (sameTitle(a) === sameTitle(b)) return true;
  // Sections without tables and samples have nothing else in common than their URL.
  return a.rows.some(isBody) && content(a) === content(b);
}

function isBody({ definition }: Operation["rows"][number]): boolean {
  return definition?.in === "body";
}

function query({ target }: Operation): string {
  return target.query
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join("&");
}

/** A title without case, articles, plurals and punctuation: `List the widgets.` → `list widget`. */
function sameTitle({ title }: Operation): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !["a", "an", "the"].includes(word))
    .map((word) => word.replace(/(?<=\w{2})s$/, ""))
    .join(" ");
}

/** Rows and samples as they are looked up. */
function content({ rows, samples }: Operation): string {
  return JSON.stringify([
    rows.map(({ side, name, key }) => [side, name, key]),
    samples.map(({ side, text }) => [side, text]),
  ]);
}

function isSamePlace(a: Operation, b: Operation): boolean {
  return (
    a.directive.nameSpan.file === b.directive.nameSpan.file &&
    a.directive.nameSpan.start === b.directive.nameSpan.start
  );
}

/** The outermost inclusion that brought in one operation and not the other. */
function firstDifference(operation: Operation, other: Operation): Inclusion | undefined {
  const places = new Set(chain(other).map((inclusion) => key(inclusion)));
  return chain(operation).findLast((inclusion) => !places.has(key(inclusion)));
}

/** The inclusions round an operation, innermost first. */
function chain({ directive, section }: Operation): Inclusion[] {
  const found: Inclusion[] = [];
  const line = directive.argument[0] ?? section?.title.lines[0];
  for (let inclusion = line?.includedFrom; inclusion !== undefined; inclusion = inclusion.from)
    found.push(inclusion);
  return found;
}

function key({ directive }: Inclusion): string {
  return `${directive.nameSpan.file.path} ${directive.nameSpan.start}`;
}

function placeOf(inclusion: Inclusion | undefined): Draft["span"] | undefined {
  const line = inclusion?.directive.argument[0];
  return line === undefined
    ? undefined
    : { file: line.file, start: line.offset, end: line.offset + line.text.length };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
