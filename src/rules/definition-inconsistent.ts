import { defineRule } from "../checks/subject.ts";
import { originOf } from "../data/origin.ts";
import type { Draft } from "../findings/finding.ts";
import { type Dispute, isAmong } from "../resources/disputes.ts";
import type { Span } from "../text/span.ts";

export const definitionInconsistent = defineRule({
  name: "definition-inconsistent",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "one property of one resource with two types in two definitions",
  explanation: `Operations that answer with the same resource answer with the same properties. Where two definitions give one of them types that
exclude each other, one misleads: correct its \`type\`, or use one definition in both tables. Until then the resource has both
types in the document, which helps nobody who writes a program.

The finding stands at the definition that fewer operations use. Numbers and whole numbers do not contradict each other, nor does a
value that may be null in one place. Where samples contradict one of the two, \`sample-type\` tells which is wrong, and nothing is said here.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - widget.name: name
   - widget.size: size

List widgets
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widgets: widgets
   - widgets.name: name
   - widgets.size: size

Create widget
-------------

.. rest_method:: POST /widgets

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - widget.name: name
   - widget.size: size_text
`,
    "parameters.yaml": `
name:
  description: The widget's name.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: true
  type: integer
«size_text»:
  description: Its size in millimetres.
  in: body
  required: true
  type: string
widget:
  description: The widget.
  in: body
  required: true
  type: object
widgets:
  description: All widgets.
  in: body
  required: true
  type: array
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - widget.name: name
   - widget.size: size

Create widget
-------------

.. rest_method:: POST /widgets

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - widget.name: name
   - widget.size: size
`,
    "parameters.yaml": `
name:
  description: The widget's name.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: true
  type: integer
widget:
  description: The widget.
  in: body
  required: true
  type: object
`,
  },
  *check({ bodies }) {
    const told = new Set<string>();
    const contradicted = new Set<string>();
    for (const { mismatches } of bodies.samples)
      for (const { kind, row } of mismatches)
        if (kind === "type" && row?.definition !== undefined)
          contradicted.add(placeOf(row.definition.keySpan));
    for (const dispute of bodies.disputes())
      for (const { span, most, draft } of findings(dispute)) {
        const pair = [placeOf(span), placeOf(most)] as const;
        // Where samples contradict one of the two, `sample-type` says which is wrong.
        if (pair.some((one) => contradicted.has(one))) continue;
        // A definition that several resources use is one mistake, and so are two that exclude each other in several.
        const [own, other] = pair;
        if (told.has(own) || told.has(`${other} ${own}`)) continue;
        told.add(own);
        told.add(`${own} ${other}`);
        yield draft;
      }
  },
});

function placeOf({ file, start }: Span): string {
  return `${file.path}:${start}`;
}

/** A definition whose types the most used one excludes. */
interface Contradiction {
  readonly span: Span;
  readonly most: Span;
  readonly draft: Draft;
}

/** One for each definition whose types the most used one excludes. */
function findings({ resource, property, schemas }: Dispute): Contradiction[] {
  const uses = new Map<string, { span: Span; types: readonly string[]; count: number }>();
  for (const { schema, types } of schemas) {
    const span = originOf(schema);
    if (span === undefined) continue;
    const key = placeOf(span);
    const known = uses.get(key) ?? { span, types, count: 0 };
    known.count++;
    uses.set(key, known);
  }
  const [most, ...others] = [...uses.values()].sort((a, b) => b.count - a.count);
  if (most === undefined) return [];
  return others
    .filter(({ types }) => !types.some((type) => isAmong(type, most.types)))
    .map(({ span, types }) => ({
      span,
      most: most.span,
      draft: {
        span,
        message: `\`${property}\` of ${resource} is ${listed(types)} here and ${listed(most.types)} in ${textOf(most.span)}. Give both the type that the service sends.`,
        related: [{ span: most.span, message: `${listed(most.types)} here` }],
      },
    }));
}

function listed(types: readonly string[]): string {
  return types.map((type) => `\`${type}\``).join(" or ");
}

/** The key of the other definition, as its file has it. */
function textOf({ file, start, end }: Span): string {
  return `\`${file.text.slice(start, end)}\``;
}
