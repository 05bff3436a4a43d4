import { atFolded, foldedTexts } from "../checks/folded-texts.ts";
import { gluedList } from "../checks/glued-lists.ts";
import { ofBlocks } from "../checks/over-texts.ts";
import { defineRule } from "../checks/subject.ts";
import { overlapWith } from "../text/overlap.ts";
import type { Span } from "../text/span.ts";

const gluedLists = ofBlocks(gluedList);

export const rstListGlued = defineRule({
  name: "rst-list-glued",
  group: "reading",
  severity: "warning",
  fixable: true,
  summary:
    "a list or a paragraph that becomes part of the text above it: right below it, or in a folded block (`>`)",
  explanation: `A list begins below a blank line. Right below a text its lines are part of that text: the page shows them in a row, dashes
and all. The fix puts a blank line above the first item. A description in a folded block (\`>\`) loses its blank lines, and with them its lists
and paragraphs: there the fix writes \`|\`.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

Widgets come in sizes:
«- small, for shelves»
- large, for halls

.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

Widgets come in sizes:

- small, for shelves
- large, for halls

.. rest_method:: GET /widgets
`,
  },
  *check(subject) {
    const files = [...subject.apiRef.parametersFiles.values()];
    for (const text of files.flatMap(foldedTexts)) yield atFolded(text);
    const ofFiles = new Map(
      files.map((one) => [one.file, overlapWith(foldedTexts(one).map(({ whole }) => whole))]),
    );
    const isFolded = ({ file, start }: Span) => ofFiles.get(file)?.({ start, end: start + 1 }) === true;
    for (const draft of gluedLists(subject)) if (!isFolded(draft.span)) yield draft;
  },
});
