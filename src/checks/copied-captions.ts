import type { Operation, Sample } from "../apiref/model.ts";
import { sampleTitle } from "../apiref/sample-blocks.ts";
import type { Block } from "../rst/tree.ts";
import { childrenOf } from "../rst/walk.ts";
import { once } from "../text/once.ts";
import type { Span } from "../text/span.ts";
import { singularWords } from "../text/words.ts";
import { isPlainKind, operationKind } from "./operation-verbs.ts";

/** A title of a sample that tells of another operation than the one it stands in. */
export interface CopiedCaption {
  readonly operation: Operation;
  readonly sample: Sample;
  /** Where the title stands; the sample where it is that of the section. */
  readonly span: Span;
  /** The operation that it was copied from, as its title shows. */
  readonly own: Operation;
}

const CAPTION = /^(?:\w+\s+)?examples?(?:\s+(?:JSON|XML|of|for|representation|request|response|body))*:?\s+/i;

/** The captions of samples that name the action and resource of another operation of the tree. */
export function copiedCaptions(operations: readonly Operation[]): CopiedCaption[] {
  const titles = once(() => titlesOf(operations));
  return operations.flatMap((operation) => {
    const before = once(() => blocksBefore(operation));
    return operation.samples.flatMap((sample) => {
      const caption = sample.title.replace(CAPTION, "");
      if (caption === sample.title || caption === "") return [];
      const names = namesIn(caption);
      if (names.length === 0) return [];
      const here = new Set(namesIn(ownText(operation, sample)));
      // What names the operation's own resource as well shows one use of it.
      const isForeign =
        names.some((name) => !isIn(here, name)) &&
        namesIn(operation.title).some((name) => !names.includes(name));
      const kind = operationKind(caption);
      const ownKind = operationKind(operation.title);
      const isOtherKind = isPlainKind(kind) && isPlainKind(ownKind) && kind !== ownKind;
      if (!isForeign && !isOtherKind) return [];
      const own = titles().get(keyOf(caption));
      if (own === undefined) return [];
      return [{ operation, sample, span: captionSpan(before().get(sample.block), sample), own }];
    });
  });
}

/** The block above each block of a section, where both stand together. */
function blocksBefore({ section }: Operation): ReadonlyMap<Block, Block> {
  const before = new Map<Block, Block>();
  const visit = (blocks: readonly Block[]): void => {
    for (const [index, block] of blocks.entries()) {
      if (index > 0) before.set(block, blocks[index - 1]!);
      for (const children of childrenOf(block)) visit(children);
    }
  };
  if (section !== undefined) visit(section.children);
  return before;
}

function captionSpan(above: Block | undefined, { title, block, pathSpan }: Sample): Span {
  const isCaption = above !== undefined && sampleTitle(above) === title;
  return isCaption ? above.span : (pathSpan ?? block.span);
}

/** Whether a text has a word, or one that is made of it (`forced` of `force`). */
function isIn(said: ReadonlySet<string>, name: string): boolean {
  return (
    said.has(name) ||
    [...said].some((word) => word.length >= 4 && (word.startsWith(name) || name.startsWith(word)))
  );
}

/** The first operation of each title, with its verb and without one. */
function titlesOf(operations: readonly Operation[]): ReadonlyMap<string, Operation> {
  const titles = new Map<string, Operation>();
  for (const operation of operations)
    for (const key of [keyOf(operation.title), namesIn(operation.title).join(" ")])
      if (!titles.has(key)) titles.set(key, operation);
  return titles;
}

/** What a title names, behind its verb where that is one of those that exclude one another. */
function keyOf(title: string): string {
  const kind = operationKind(title);
  const names = namesIn(title).join(" ");
  return isPlainKind(kind) ? `${kind}: ${names}` : names;
}

function ownText({ title, target, enclosing }: Operation, { path = "" }: Sample): string {
  return [
    title,
    target.path,
    enclosing?.title.lines.map(({ text }) => text).join(" ") ?? "",
    path.replace(/^.*\//, ""),
  ].join(" ");
}

/** Words of titles and captions that name no resource. */
const NO_NAMES: ReadonlySet<string> = new Set(
  "a an the of for to in on by and or all with json xml request response representation example sample body output detail details detailed information info list show get create delete update modify view retrieve add remove change".split(
    " ",
  ),
);

function namesIn(text: string): string[] {
  return singularWords(text.replace(/\([^()]*\)|:.*$/g, " ")).filter((word) => !NO_NAMES.has(word));
}
