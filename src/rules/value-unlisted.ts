import type { Operation, Sample } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { type ShownValue, shownValues } from "../bodies/shown-values.ts";
import { countSamples } from "../checks/blame.ts";
import { causeIn } from "../checks/cause.ts";
import { placeOfLiteral } from "../checks/literal-place.ts";
import { fileName, inOperation } from "../checks/naming.ts";
import { defineRule, type Subject } from "../checks/subject.ts";
import { locateAll } from "../data/json.ts";
import type { Draft } from "../findings/finding.ts";
import { contentSpan, type JsonContent } from "../samples/read.ts";
import { announcedValues } from "../schema/announced-values.ts";
import type { Span } from "../text/span.ts";

export const valueUnlisted = defineRule({
  name: "value-unlisted",
  group: "samples",
  severity: "warning",
  fixable: false,
  summary: "a sample's value that the parameter's text does not list",
  explanation: `A description that says \`Valid values are \` and names them in literals promises that there are no others. A sample that
shows another one, or the same in other letters, is wrong, or the list is incomplete. Where all samples of a definition
show values that are not listed, the finding stands at the list.`,
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

   - size: size

.. literalinclude:: widget.json
`,
    "parameters.yaml": `
size:
  description: |
    The size. Valid values are \`\`SMALL\`\` and \`\`LARGE\`\`.
  in: body
  required: true
  type: string
`,
    "widget.json": `{
  "size": «"small"»
}
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

   - size: size

.. literalinclude:: widget.json
`,
    "parameters.yaml": `
size:
  description: |
    The size. Valid values are \`\`SMALL\`\` and \`\`LARGE\`\`.
  in: body
  required: true
  type: string
`,
    "widget.json": `{
  "size": "SMALL"
}
`,
  },
  *check(subject) {
    for (const [definition, { listed, isConfirmed, unlisted }] of valuesOf(subject)) {
      if (unlisted.length === 0) continue;
      if (isConfirmed || countSamples(unlisted) === 1)
        for (const one of unlisted)
          yield {
            ...atSample(definition, one, listed),
            // The list may be what is incomplete.
            ...causeIn(definition.keySpan.file, definition.key),
          };
      else yield atDefinition(definition, unlisted, listed);
    }
  },
});

/** A value that is not listed, in a sample of an operation. */
interface Unlisted {
  readonly value: string;
  readonly span: Span;
  readonly sample: Sample;
  readonly operation: Operation;
}

interface ValuesOfDefinition {
  readonly listed: readonly string[];
  /** Some sample shows a value that is listed. */
  isConfirmed: boolean;
  readonly unlisted: Unlisted[];
}

/** What samples show of definitions whose texts list their values. */
function valuesOf({ apiRef, bodies }: Subject): ReadonlyMap<Definition, ValuesOfDefinition> {
  const listing = new Map<Definition, ValuesOfDefinition>();
  for (const { definitions } of apiRef.parametersFiles.values())
    for (const definition of definitions.values()) {
      const listed = definition.fields.has("enum") ? undefined : announcedValues(definition);
      // A text that names other parameters lists no values.
      if (listed?.every((value) => definitions.has(value)) === false)
        listing.set(definition, { listed, isConfirmed: false, unlisted: [] });
    }
  const seen = new Set<string>();
  for (const [operation, sides] of bodies.placed)
    for (const { rows, samples, node } of [sides.request, sides.response]) {
      if (node === undefined || !rows.some(({ definition }) => listing.has(definition!))) continue;
      for (const { sample, content } of samples) {
        if (content.kind !== "json") continue;
        const strange: ShownValue[] = [];
        for (const shown of shownValues(node, content.value)) {
          const known = listing.get(shown.definition);
          if (known === undefined || typeof shown.value !== "string" || shown.value === "") continue;
          if (known.listed.includes(shown.value)) known.isConfirmed = true;
          else strange.push(shown);
        }
        for (const { definition, value, span } of placed(strange, sample, content)) {
          const key = `${definition.key} ${value} ${span.file.path}`;
          if (seen.has(key)) continue;
          seen.add(key);
          listing.get(definition)!.unlisted.push({ value, span, sample, operation });
        }
      }
    }
  return listing;
}

function placed(values: readonly ShownValue[], sample: Sample, { text, pieces }: JsonContent) {
  if (values.length === 0) return [];
  const places = locateAll(
    text,
    values.map(({ pointer }) => pointer),
  );
  return values.flatMap(({ definition, value, pointer }) => {
    const place = places.get(pointer);
    if (place === undefined) return [];
    return [
      {
        definition,
        value: value as string,
        span: contentSpan(sample, pieces, place.value.start, place.value.end),
      },
    ];
  });
}

/** More values of a list are left out of messages. */
const MOST_SHOWN = 8;

function shownList(listed: readonly string[]): string {
  const shown = listed.slice(0, MOST_SHOWN).map((value) => `\`${value}\``);
  return `${shown.join(", ")}${listed.length > shown.length ? ", …" : ""}`;
}

function atSample(
  definition: Definition,
  { value, span, operation }: Unlisted,
  listed: readonly string[],
): Draft {
  const meant = listed.find((one) => one.toLowerCase() === value.toLowerCase());
  return {
    message:
      meant === undefined
        ? `\`${value}\` is not among the values that the text of \`${definition.key}\` lists (${shownList(listed)}). Correct the sample, or complete the list.`
        : `\`${value}\` is written \`${meant}\` in the text of \`${definition.key}\`. Write both alike.`,
    span,
    related: [{ span: placeOfLiteral(definition, meant ?? listed[0]!), message: "listed here" }],
    ...inOperation(operation),
  };
}

function atDefinition(
  definition: Definition,
  unlisted: readonly Unlisted[],
  listed: readonly string[],
): Draft {
  const [{ value, sample }] = unlisted as [Unlisted];
  const name = sample.file === undefined ? "" : ` in ${fileName(sample.file)}`;
  const meant = listed.find((one) => one.toLowerCase() === value.toLowerCase());
  return {
    message: `All ${countSamples(unlisted)} samples of \`${definition.key}\` show values that its text does not list, such as \`${value}\`${name}. ${meant === undefined ? "Complete the list." : "Write both alike."}`,
    span: placeOfLiteral(definition, meant ?? listed[0]!),
    related: unlisted.map(({ value, span }) => ({ span, message: `shows \`${value}\`` })),
  };
}
