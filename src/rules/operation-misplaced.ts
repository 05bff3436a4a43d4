import { directivesIn, isDirective } from "../apiref/documents.ts";
import type { Operation } from "../apiref/model.ts";
import { picturedRequests } from "../apiref/pictured-requests.ts";
import { unwrap } from "../apiref/wrappers.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { directiveInfo } from "../rst/directives.ts";
import type { Block, Section } from "../rst/tree.ts";

export const operationMisplaced = defineRule({
  name: "operation-misplaced",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "an operation inside another one, two in one section, or a table above its `rest_method`",
  explanation: `An operation is a section of its own: its title, its \`rest_method\`, then what belongs to it. A title with the underline of
a lower level puts the operation into the one above, among its parts; the specification gives it the parts that follow. A \`rest_method\`
in a part such as "Response Example", to show what was asked, is shown as one more operation: a literal says the same. A second \`rest_method\` below one title is shown
without a title, and the tables in front of it belong to the first. A table above the \`rest_method\` stands outside of the
operation that it describes.`,
  bad: {
    "index.rst": `
Widgets
=======

Create widget
-------------

.. rest_method:: POST /widgets

«Delete widget»
~~~~~~~~~~~~~

.. rest_method:: DELETE /widgets/1

«.. rest_method:: DELETE /widgets»

List widgets
------------

.. rest_method:: GET /widgets

Response Example
~~~~~~~~~~~~~~~~

«.. rest_method:: GET /widgets?colour=red»
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Create widget
-------------

.. rest_method:: POST /widgets

Delete widget
-------------

.. rest_method:: DELETE /widgets/1

Delete all widgets
------------------

.. rest_method:: DELETE /widgets

List widgets
------------

.. rest_method:: GET /widgets

Response Example
~~~~~~~~~~~~~~~~

The answer to \`\`GET /widgets?colour=red\`\`:
`,
  },
  *check({ apiRef }) {
    for (const { operations } of apiRef.documents) {
      const ofSections = new Map<Section, Operation>();
      for (const operation of operations) {
        const { section, outer, directive } = operation;
        if (section === undefined) continue;
        const first = ofSections.get(section);
        if (first === undefined) {
          ofSections.set(section, operation);
          yield* tablesAbove(operation, section);
          yield* pictures(operation, section);
        } else
          yield {
            message: `A second \`rest_method\` below the title \`${operation.title}\`. Give it a section with a title of its own.`,
            span: directive.span,
            related: [{ span: first.directive.span, message: "the first" }],
            ...inOperation(operation),
          };
        const around = outer === undefined ? undefined : ofSections.get(outer);
        if (around !== undefined && first === undefined)
          yield {
            message: `\`${operation.title}\` stands inside the operation \`${around.title}\`. Underline its title as that one is underlined.`,
            span: operation.titleSpan,
            related: [{ span: around.titleSpan, message: "the operation that it stands in" }],
            ...inOperation(operation),
          };
      }
    }
  },
});

/** What shows the request of an example, as if it were an operation. */
function* pictures(operation: Operation, { children }: Section): Iterable<Draft> {
  const own = unwrap(children).filter((block) => isDirective(block, "rest_method"));
  for (const { span, argument, content } of picturedRequests(children, own)) {
    const shown = [...argument, ...content].map(({ text }) => text.trim()).join(" ");
    yield {
      message: `The page shows this \`rest_method\` in the example of \`${operation.title}\` as one more operation. Write the request as text: \`\`${shown.trim()}\`\`.`,
      span,
      related: [{ span: operation.directive.span, message: "the operation" }],
      ...inOperation(operation),
    };
  }
}

/** What belongs to an operation and stands above its `rest_method`. */
function* tablesAbove(operation: Operation, { children }: Section): Iterable<Draft> {
  const above: Block[] = [];
  for (const block of children) {
    if (block.kind === "section" || block === operation.directive) break;
    above.push(block);
  }
  for (const directive of directivesIn(above)) {
    if (directive === operation.directive) return;
    if (directiveInfo(directive.name).ofOperation !== true) continue;
    yield {
      message: `\`${directive.written}\` stands above the \`rest_method\` of its operation. Move it below.`,
      span: directive.nameSpan,
      related: [{ span: operation.directive.span, message: "the operation" }],
      ...inOperation(operation),
    };
  }
}
