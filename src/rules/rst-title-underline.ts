import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { columnWidth } from "../rst/lines.ts";
import type { Paragraph, Section } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import type { Edit } from "../text/edit.ts";
import { type Span, span } from "../text/span.ts";

export const rstTitleUnderline = defineRule({
  name: "rst-title-underline",
  group: "reading",
  severity: "warning",
  fixable: true,
  summary: "an underline shorter than its title",
  explanation: `The line below a title, and the one above where there is one, must be as long as the title; wide characters such as those
of Chinese count twice. docutils warns of a shorter one, takes one of less than four characters for text, and drops a
title whose two lines differ in length.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
«----------»

.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets
`,
  },
  *check({ apiRef }) {
    for (const { blocks } of apiRef.documents) {
      for (const block of blocks) if (block.kind === "paragraph") yield* tooShortToBeOne(block);
      yield* underlines(blocks);
    }
  },
});

const underlines = gathered(
  (block): Iterable<Draft> => (block.kind === "section" ? underlinesIn(block) : NOTHING),
);

function* underlinesIn(section: Section): Iterable<Draft> {
  yield* underlineOf(section);
  // Beside these a title can stand.
  for (const child of section.children) if (child.kind === "paragraph") yield* tooShortToBeOne(child);
}

/** Both lines of a title must be as long as the longest of the three. */
function* underlineOf({ title, underline, overline, style }: Section): Iterable<Draft> {
  const lines = overline === undefined ? [underline] : [overline, underline];
  const width = titleWidth(title.span, overline !== undefined);
  const wanted = lines.map(lengthOf).reduce((a, b) => Math.max(a, b), width);
  const short = lines.filter((line) => lengthOf(line) < wanted);
  if (short.length === 0) return;
  const at = short.at(-1)!;
  const name = at === underline ? "underline" : "overline";
  const other = at === underline ? "overline" : "underline";
  const reason =
    lengthOf(at) < width
      ? `The ${name} has ${lengthOf(at)} characters and its title takes ${width} columns`
      : `The ${name} has ${lengthOf(at)} characters and the ${other} ${wanted}`;
  yield {
    message: `${reason}. Lengthen it to ${wanted}.`,
    span: at,
    edits: short.map((line) => lengthened(line, style.character, wanted)),
  };
}

/** The columns that docutils measures: indentation counts where a title has a line above it. */
function titleWidth({ file, start }: Span, isIndentable: boolean): number {
  const text = file.lineText(file.positionAt(start).line).trimEnd();
  return columnWidth(isIndentable ? text : text.trimStart());
}

function lengthOf(line: Span): number {
  return line.end - line.start;
}

function lengthened(line: Span, character: string, wanted: number): Edit {
  return { span: span(line.file, line.end, line.end), text: character.repeat(wanted - lengthOf(line)) };
}

/** The characters that people underline titles with; `..` and `::` are other markup. */
const SHORT_UNDERLINE = /^([-=~^#*+"'])\1{0,2}$/;

/** A line and less than four characters below it: docutils takes that for a paragraph of two lines. */
function* tooShortToBeOne({ text }: Paragraph): Iterable<Draft> {
  const [line, below] = text.lines;
  if (line === undefined || below === undefined || text.lines.length > 2 || !SHORT_UNDERLINE.test(below.text))
    return;
  const wanted = columnWidth(line.text);
  const place = span(below.file, below.offset, below.offset + below.text.length);
  yield {
    message: `\`${below.text}\` is too short to underline \`${line.text}\`, and both are text. Lengthen it to ${wanted}.`,
    span: place,
    edits: [lengthened(place, below.text[0]!, wanted)],
  };
}
