import type { ParametersFile } from "../apiref/parameters-file.ts";
import type { StatusFile } from "../apiref/status-file.ts";
import { finalCommas } from "../checks/cut-short.ts";
import { meantWords } from "../checks/misspelt.ts";
import { runsOf, spanIn } from "../checks/runs.ts";
import { spellingOf } from "../checks/spelling.ts";
import { misnamedParts } from "../checks/stray-parts.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import type { Block } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { groupedBy } from "../text/grouped.ts";
import { overlapWith } from "../text/overlap.ts";
import { remembered } from "../text/remembered.ts";
import { type Span, span } from "../text/span.ts";

export const spelling = defineRule({
  name: "spelling",
  group: "reading",
  severity: "info",
  fixable: false,
  summary: "a misspelt word, a word that stands twice, `a` for `an`, or a form that is never right",
  explanation: `The rule knows short words that are never meant twice (\`of of\`), \`a\` where the next word begins with a vowel and
\`an\` where it does not, a few forms that are never right (\`this should set to\`, \`can contains\`), and misspellings: those of a list, and words that the English dictionary does not have, if the tree has one
that differs in a single letter and stands in it at least as often. It looks at prose only: code, addresses, quotations and names are
left alone. Words that are meant as they are go into the key \`words\` of the configuration.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

Lists the colours of «of» all widgets that are «availble» in «a office». A widget is no «widgte».

.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

Lists the colours of all widgets that are available in an office. A widget is a widget.

.. rest_method:: GET /widgets
`,
  },
  *check({ apiRef }) {
    const { documents, parametersFiles, statusFiles, files } = apiRef;
    const found = [
      ...documents.flatMap(({ blocks }) => inBlocks(blocks)),
      ...[...parametersFiles.values()].flatMap(inDescriptions),
      ...[...statusFiles.values()].flatMap(inReasons),
    ];
    const texts = [...files.values()].filter(({ path }) => !path.endsWith(".json"));
    const meant = meantWords(found.filter(isUnknown), texts);
    // A misspelt title of a part is told with what follows of it.
    const titles = documents.flatMap((document) => [...misnamedParts(document)].map(({ span }) => span));
    const ofFiles = new Map(
      [...groupedBy(titles, ({ file }) => file)].map(([file, spans]) => [file, overlapWith(spans)]),
    );
    const isInTitle = (one: Span) => ofFiles.get(one.file)?.(one) === true;
    const slips = found.flatMap((suspect) => {
      if (!isUnknown(suspect)) return [slip(suspect.message, suspect.span)];
      const word = meant.get(suspect.word);
      return word === undefined
        ? []
        : [slip(`\`${suspect.word}\` is not a word. Did you mean \`${word}\`?`, suspect.span())];
    });
    yield* slips.filter(({ span }) => !isInTitle(span));
    for (const comma of finalCommas(apiRef))
      yield slip("The text ends with a comma. Write a full stop, or what is to follow.", comma);
  },
});

/** A slip is told once, for whoever corrects it looks for all of its copies. */
function slip(message: string, span: Span): Draft {
  return { message, span, cause: message };
}

/** A finding, or a word that the whole tree has to be asked about. */
type Suspect = Slip | Unknown;
interface Slip {
  readonly word?: undefined;
  readonly message: string;
  readonly span: Span;
}
interface Unknown {
  readonly word: string;
  readonly message?: undefined;
  /** Asked for where the word is a slip; most are words of the trade. */
  readonly span: () => Span;
}

function isUnknown(suspect: Suspect): suspect is Unknown {
  return suspect.word !== undefined;
}

const inBlocks = gathered((block: Block): readonly Suspect[] => {
  const runs = runsOf(block);
  return runs.length === 0
    ? NOTHING
    : runs.flatMap((run) => {
        const text = run.lines.map((line) => line.text).join("\n");
        return suspects(text, (start, end) => spanIn(run, start, end));
      });
});

const inDescriptions = remembered(({ definitions }: ParametersFile): Suspect[] =>
  [...definitions.values()].flatMap(({ fields, broken }) => {
    const field = fields.get("description");
    return field === undefined || broken ? [] : inValue(field.valueSpan);
  }),
);

const inReasons = remembered(({ entries }: StatusFile): Suspect[] =>
  [...entries.values()].flatMap(({ reasons }) =>
    [...reasons.values()].flatMap((reason) => inValue(reason.span)),
  ),
);

/** In the text of a YAML value as it is written. */
function inValue({ file, start: from, end: to }: Span): Suspect[] {
  return suspects(file.text.slice(from, to), (start, end) => span(file, from + start, from + end));
}

function suspects(text: string, spanOf: (start: number, end: number) => Span): Suspect[] {
  const { slips, unknown } = spellingOf(text);
  return [
    ...slips.map(({ start, end, message }) => ({ message, span: spanOf(start, end) })),
    ...unknown.map(({ word, start }) => ({ word, span: () => spanOf(start, start + word.length) })),
  ];
}
