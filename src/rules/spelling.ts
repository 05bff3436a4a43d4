import type { ParametersFile } from "../apiref/parameters-file.ts";
import type { StatusFile } from "../apiref/status-file.ts";
import { runsOf, spanIn } from "../checks/runs.ts";
import { spellingSlips } from "../checks/spelling.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import type { Block } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";
import { type Span, span } from "../text/span.ts";

export const spelling = defineRule({
  name: "spelling",
  group: "reading",
  severity: "info",
  fixable: false,
  summary: "a misspelt word, or a word that stands twice",
  explanation: `The rule knows short words that are never meant twice (\`of of\`), and a list of misspellings that are no words at all. It
looks at prose only: code, addresses and quotations are left alone. Words that are meant as they are go into the key \`words\`
of the configuration.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

Lists the colours of «of» all widgets that are «availble».

.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

Lists the colours of all widgets that are available.

.. rest_method:: GET /widgets
`,
  },
  *check({ apiRef }) {
    for (const { blocks } of apiRef.documents) yield* inBlocks(blocks);
    for (const file of apiRef.parametersFiles.values()) yield* inDescriptions(file);
    for (const file of apiRef.statusFiles.values()) yield* inReasons(file);
  },
});

const inBlocks = gathered((block: Block): readonly Draft[] => {
  const runs = runsOf(block);
  return runs.length === 0
    ? NOTHING
    : runs.flatMap((run) => {
        const text = run.lines.map((line) => line.text).join("\n");
        return spellingSlips(text).map(({ start, end, message }) => ({
          message,
          span: spanIn(run, start, end),
        }));
      });
});

const inDescriptions = remembered(({ definitions }: ParametersFile): Draft[] =>
  [...definitions.values()].flatMap(({ fields, broken }) => {
    const field = fields.get("description");
    return field === undefined || broken ? [] : inValue(field.valueSpan);
  }),
);

const inReasons = remembered(({ entries }: StatusFile): Draft[] =>
  [...entries.values()].flatMap(({ reasons }) =>
    [...reasons.values()].flatMap((reason) => inValue(reason.span)),
  ),
);

/** In the text of a YAML value as it is written. */
function inValue({ file, start, end }: Span): Draft[] {
  return spellingSlips(file.text.slice(start, end)).map((slip) => ({
    message: slip.message,
    span: span(file, start + slip.start, start + slip.end),
  }));
}
