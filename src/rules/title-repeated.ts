import type { Operation } from "../apiref/model.ts";
import { copiedCaptions } from "../checks/copied-captions.ts";
import { copiedTexts } from "../checks/copied-texts.ts";
import { inOperation } from "../checks/naming.ts";
import { isPlainKind, operationKind } from "../checks/operation-verbs.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { plainText } from "../rst/markdown.ts";
import type { Paragraph } from "../rst/tree.ts";
import { addTo } from "../text/grouped.ts";

export const titleRepeated = defineRule({
  name: "title-repeated",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a title, a description or a sample's title that was copied from another operation",
  explanation: `Sections are often made from others, and the title or the first sentence is left as it was. Two operations of a chapter
with one title, or of a page with one title and two methods, cannot be told apart in the list of contents; a description
that begins with the verb of another operation (\`Creates a widget\` below \`Delete widget\`), or is that of an operation on another
resource word for word, says something wrong. So does \`Example of List Bolts\` above a sample of \`List widgets\`.`,
  bad: {
    "index.rst": `
Widgets
=======

Create widget
-------------

.. rest_method:: POST /widgets

Makes a widget of what is there.

«Create widget»
-------------

.. rest_method:: DELETE /widgets/1

Removes the widget for good.

Update widget
-------------

.. rest_method:: PUT /widgets/1

«Deletes» the widget's colour.

Create widget tag
-----------------

.. rest_method:: POST /widgets/1/tags

Puts a tag on a widget.

**Example of Create widget tag**

.. literalinclude:: tag.json

Create widget group tag
-----------------------

.. rest_method:: POST /widget-groups/1/tags

«Puts a tag on a widget.»

«**Example of Update widget**»

.. literalinclude:: group-tag.json
`,
    "tag.json": '{ "tag": "a" }',
    "group-tag.json": '{ "tag": "b" }',
  },
  good: {
    "index.rst": `
Widgets
=======

Create widget
-------------

.. rest_method:: POST /widgets

Makes a widget of what is there.

Delete widget
-------------

.. rest_method:: DELETE /widgets/1

Removes the widget for good.

Update widget
-------------

.. rest_method:: PUT /widgets/1

Updates the widget's colour.

Create widget tag
-----------------

.. rest_method:: POST /widgets/1/tags

Puts a tag on a widget.

**Example of Create widget tag**

.. literalinclude:: tag.json

Create widget group tag
-----------------------

.. rest_method:: POST /widget-groups/1/tags

Puts a tag on a group of widgets.

**Example of Create widget group tag**

.. literalinclude:: group-tag.json
`,
    "tag.json": '{ "tag": "a" }',
    "group-tag.json": '{ "tag": "b" }',
  },
  *check({ apiRef }) {
    for (const { operation, sample, span, own } of copiedCaptions(
      apiRef.documents.flatMap(({ operations }) => operations),
    ))
      yield {
        message: `\`${sample.title}\` is the title of a sample of \`${operation.title}\`. It tells of \`${own.title}\`: write what the sample shows.`,
        span,
        related: [{ span: own.titleSpan, message: "the operation that it tells of" }],
        ...inOperation(operation),
      };
    for (const { operations } of apiRef.documents) {
      const repeated = [...repeatedTitles(operations)];
      yield* repeated;
      // Beside a title that was copied, a right description is no mistake.
      const titles = new Set(repeated.map(({ span }) => span));
      const others = operations.filter(({ titleSpan }) => !titles.has(titleSpan));
      yield* copiedDescriptions(others);
      yield* ofOtherResources(others);
    }
  },
});

function* repeatedTitles(operations: readonly Operation[]): Iterable<Draft> {
  const titled = new Map<string, Operation>();
  for (const operation of operations) {
    const { title, titleSpan, enclosing, section } = operation;
    const key = title.toLowerCase().replace(/\s+/g, " ");
    const first = titled.get(key);
    if (first === undefined) titled.set(key, operation);
    // A part that stands on the page twice, or a section of two methods, has its own finding; and so has one request.
    if (key === "" || first === undefined || isSameText(first, operation) || isSameRequest(first, operation))
      continue;
    if (section === first.section) continue;
    if (enclosing !== first.enclosing && first.method === operation.method) continue;
    yield {
      message: `\`${title}\` is the title of \`${first.method} ${first.target.path}\` as well. Tell the two apart in their titles.`,
      span: titleSpan,
      related: [{ span: first.titleSpan, message: "titled so, too" }],
      ...inOperation(operation),
    };
  }
}

function isSameText(a: Operation, b: Operation): boolean {
  return a.titleSpan.file === b.titleSpan.file && a.titleSpan.start === b.titleSpan.start;
}

function isSameRequest(a: Operation, b: Operation): boolean {
  return a.method === b.method && a.target.path === b.target.path;
}

/** Descriptions that begin with a verb that is not that of their title. */
function* copiedDescriptions(operations: readonly Operation[]): Iterable<Draft> {
  const described = new Map<string, Operation[]>();
  for (const operation of operations) {
    const text = firstSentence(operation);
    if (text === undefined) continue;
    addTo(described, text, operation);
    const kind = operationKind(operation.title);
    const said = operationKind(text);
    if (kind === undefined || said === undefined || kind === said) continue;
    if (isPlainKind(kind) && isPlainKind(said) && !isToldLater(operation, kind))
      yield atVerb(operation, text);
  }
  // Word for word that of another operation, whose title has its verb.
  for (const [text, [...same]] of described) {
    if (same.length < 2) continue;
    const said = operationKind(text);
    const ofVerb = same.find(({ title }) => operationKind(title) === said);
    const own = ofVerb ?? same.find((operation) => saysVerbOf(operation, text));
    if (own === undefined) continue;
    for (const operation of same) {
      const kind = operationKind(operation.title);
      if (kind === undefined || kind === said || isSameText(own, operation)) continue;
      if (ofVerb === undefined && !isOfOtherMethod(operation, own)) continue;
      if (isPlainKind(kind) && isPlainKind(said)) continue;
      yield atVerb(operation, text, own);
    }
  }
}

/** Whether a later sentence begins with a verb of a kind: `Updates the labels. Creates those that are not there.` */
function isToldLater({ description }: Operation, kind: string): boolean {
  const paragraphs = description.filter((block): block is Paragraph => block.kind === "paragraph");
  return paragraphs
    .flatMap((paragraph) => wordsIn(paragraph).split(/(?<=[.!?:;]) /))
    .slice(1)
    .some((sentence) => operationKind(sentence.replace(/^(\w+) (?:or|and) /, "$1 ")) === kind);
}

/** Whether a text says what the title of an operation begins with in another form: `Start deployment of …` of `Deploy lamp`. */
function saysVerbOf({ title }: Operation, text: string): boolean {
  const kind = operationKind(title);
  if (kind === undefined || kind.length < SHORTEST_VERB || isPlainKind(kind)) return false;
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => word.startsWith(kind));
}

const SHORTEST_VERB = 5;

/** Whether an operation does something plain (`Show`, `Delete`) by another method than the one that a text is of. */
function isOfOtherMethod(operation: Operation, own: Operation): boolean {
  return (
    operation.method.toUpperCase() !== own.method.toUpperCase() && isPlainKind(operationKind(operation.title))
  );
}

/** Descriptions that were written for another resource. */
function* ofOtherResources(operations: readonly Operation[]): Iterable<Draft> {
  for (const { operation, own, missing } of copiedTexts(operations, firstSentence))
    yield {
      message: `The description is that of \`${own.title}\`, word for word, and says nothing of \`${missing}\`. Say what this operation does.`,
      span: paragraphOf(operation)!.span,
      related: [{ span: paragraphOf(own)!.span, message: "described so, too" }],
      ...inOperation(operation),
    };
}

function atVerb(operation: Operation, text: string, own?: Operation): Draft {
  const { span } = paragraphOf(operation)!;
  const verb = text.split(" ", 1)[0]!;
  return {
    message: `The description begins with \`${verb}\`, but the title is \`${operation.title}\`. ${own === undefined ? "Correct the one that was copied." : `It is that of \`${own.title}\`: say what this operation does.`}`,
    span: { ...span, end: Math.min(span.end, span.start + verb.length) },
    ...(own === undefined
      ? {}
      : { related: [{ span: paragraphOf(own)!.span, message: "described so, too" }] }),
    ...inOperation(operation),
  };
}

function firstSentence(operation: Operation): string | undefined {
  const paragraph = paragraphOf(operation);
  if (paragraph === undefined) return undefined;
  const text = wordsIn(paragraph);
  return text === "" ? undefined : text;
}

function wordsIn({ text }: Paragraph): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}

function paragraphOf({ description }: Operation): Paragraph | undefined {
  return description.find((block) => block.kind === "paragraph");
}
