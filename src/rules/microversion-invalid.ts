import type { Field } from "../apiref/parameters-file.ts";
import { compareVersions, parseVersion } from "../apiref/versions.ts";
import { causeIn } from "../checks/cause.ts";
import { ownFields } from "../checks/own-fields.ts";
import { defineRule, ofDefinitions, ofOperations } from "../checks/subject.ts";
import { brokenSuccessions } from "../checks/version-ranges.ts";
import type { Draft } from "../findings/finding.ts";
import type { Directive } from "../rst/tree.ts";
import { type Span, span } from "../text/span.ts";

export const microversionInvalid = defineRule({
  name: "microversion-invalid",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a `min_version` or `max_version` that is not a microversion, or a minimum above the maximum",
  explanation: `Microversions are two numbers, \`2.11\`, and are compared as such: \`2.9\` is before \`2.11\`. The page and the document say since
when and until when a parameter or operation exists; a wrong version makes it appear in the wrong ones, and a minimum above
the maximum in none.

Where two rows of one name follow one another, the first up to a microversion and the second from one on, the second begins where the first
has ended: otherwise both are there at some version, or neither is.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

   min_version: «latest»

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
  min_version: «2.40»
  max_version: 2.5
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

   min_version: 2.1

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
  min_version: 2.5
  max_version: 2.40
`,
  },
  *check(subject) {
    yield* ofDefinition(subject);
    yield* ofMethod(subject);
    yield* brokenSuccessions(subject.apiRef);
  },
});

const ofDefinition = ofDefinitions((definition) => {
  const [min, max] = ["min_version", "max_version"].map((name) => bound(ownFields(definition).get(name)));
  return judge(`of \`${definition.key}\``, min, max);
});

const ofMethod = ofOperations(({ directive }) => judge("of `rest_method`", ...methodBounds(directive)));

interface Bound {
  readonly text: string;
  readonly span: Span;
}

function* judge(of: string, min?: Bound, max?: Bound): Iterable<Draft> {
  for (const [name, bound] of Object.entries({ min_version: min, max_version: max })) {
    if (bound === undefined || isMicroversion(bound.text)) continue;
    const written = bound.text === "" ? "empty" : `\`${bound.text}\``;
    yield {
      message: `\`${name}\` ${of} is ${written}; expected a microversion such as \`2.11\`.`,
      span: bound.span,
      // One slip that was copied.
      ...causeIn(bound.span.file, name, bound.text),
    };
  }
  if (min === undefined || max === undefined || !isMicroversion(min.text) || !isMicroversion(max.text))
    return;
  if (compareVersions(min.text, max.text) <= 0) return;
  yield {
    message: `\`min_version\` ${of} is ${min.text}, above its \`max_version\` ${max.text}: no microversion is in between.`,
    span: min.span,
    related: [{ span: max.span, message: "the maximum" }],
  };
}

/** os-api-ref shows the text as it stands, and its menu of microversions knows no `v2.11`. */
function isMicroversion(text: string): boolean {
  return parseVersion(text) !== undefined && !/^v/i.test(text);
}

/** `null` takes back what a merged definition says, and says nothing else; an empty field was to say something. */
function bound(field: Field | undefined): Bound | undefined {
  if (field?.value === null && field.text !== "") return undefined;
  return field && { text: field.text, span: field.valueSpan };
}

/** The fields `min_version:` and `max_version:` below the method line, the first of each. */
function methodBounds({
  argument,
  content,
  options,
}: Directive): [min: Bound | undefined, max: Bound | undefined] {
  const found = new Map<string, Bound>();
  for (const option of options) {
    const { file, end } = option.span;
    const text = option.value.trim();
    found.set(option.name, { text, span: span(file, Math.max(option.span.start, end - text.length), end) });
  }
  for (const line of [...argument, ...content]) {
    const match = /^(\s*:?(min_version|max_version):\s*)(.*?)\s*$/.exec(line.text);
    if (match === null) continue;
    const [, lead, name, text] = match as unknown as [string, string, string, string];
    const start = line.offset + lead.length;
    if (!found.has(name)) found.set(name, { text, span: span(line.file, start, start + text.length) });
  }
  return [found.get("min_version"), found.get("max_version")];
}
