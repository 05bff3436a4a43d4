import type { Draft } from "../findings/finding.ts";
import type { Block } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import type { Edit } from "../text/edit.ts";
import { remembered } from "../text/remembered.ts";
import { causeIn } from "./cause.ts";
import { type DescribedText, describedTexts } from "./described-texts.ts";
import type { ApiRefRule } from "./subject.ts";

/**
 * A check of single blocks of RST, those of documents and those of the texts in YAML files.
 *
 * @param look gives `NOTHING` for most blocks before it does anything else
 */
export function ofBlocks(look: (block: Block) => Iterable<Draft>): ApiRefRule["check"] {
  const inBlocks = gathered((block: Block) => {
    const drafts = look(block);
    return drafts === NOTHING ? NOTHING : byAdvice(drafts);
  });
  const inText = remembered((text: DescribedText): readonly Draft[] =>
    inBlocks(text.parsed.blocks).map((draft) => placedInYaml(draft, text)),
  );
  return function* ({ apiRef }) {
    for (const text of describedTexts(apiRef)) yield* inText(text);
    for (const { blocks } of apiRef.documents) yield* inBlocks(blocks);
  };
}

/** Findings of one file that are mended in the same way are a habit of its authors, and have one cause. */
export function* byAdvice(drafts: Iterable<Draft>): Iterable<Draft> {
  for (const draft of drafts) {
    yield { ...draft, ...causeIn(draft.span.file, adviceOf(draft)) };
  }
}

/** What the message says to do, without the names in it. */
function adviceOf({ message }: Draft): string {
  return message.slice(message.search(/(?<=[.:]) /)).replace(/`[^`]*`/g, "");
}

/** So many files have what is a habit of all authors. */
const FILES_OF_HABIT = 4;

/** The findings of a tree, where many of its files have them: of one advice, they have one cause. */
export function asHabit(drafts: readonly Draft[]): readonly Draft[] {
  const files = new Set(drafts.map(({ span }) => span.file));
  return files.size < FILES_OF_HABIT ? drafts : drafts.map((draft) => ({ ...draft, cause: adviceOf(draft) }));
}

/** The finding at its place in the YAML file; without its fix where the text stands there in another form. */
function placedInYaml({ edits, related, ...draft }: Draft, text: DescribedText): Draft {
  const { place } = text;
  const placed = edits?.map((edit) => editInYaml(edit, text));
  return {
    ...draft,
    span: place(draft.span),
    ...(related === undefined
      ? {}
      : { related: related.map((other) => ({ ...other, span: place(other.span) })) }),
    ...(placed?.every((edit) => edit !== undefined) ? { edits: placed } : {}),
  };
}

function editInYaml({ span, text }: Edit, { isBlock, place }: DescribedText): Edit | undefined {
  // An insertion is placed with the line behind it.
  const { file } = span;
  const lineEnd = file.text.indexOf("\n", span.start);
  const shown = { ...span, end: Math.max(span.end, lineEnd < 0 ? file.text.length : lineEnd) };
  const placed = place(shown);
  const { file: yaml, start } = placed;
  if (yaml.text.slice(start, placed.end) !== file.text.slice(shown.start, shown.end)) return undefined;
  // A line above it stands above its indentation.
  if (text.endsWith("\n")) {
    if (!isBlock) return undefined;
    const at = yaml.lineStarts[yaml.positionAt(start).line - 1]!;
    return { span: { file: yaml, start: at, end: at }, text: text.replaceAll("\n", yaml.lineBreak) };
  }
  return { span: { file: yaml, start, end: start + span.end - span.start }, text };
}
