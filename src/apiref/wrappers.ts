import { directiveInfo } from "../rst/directives.ts";
import { isForOtherOutput, plainText } from "../rst/markdown.ts";
import type { Block, DefinitionList, Directive, FieldList, Line, TextRun } from "../rst/tree.ts";
import { childrenOf } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";
import { showsContent } from "./sample-blocks.ts";

/**
 * Takes api-ref's directives out of what is wrapped round them: an `only`, or the block quote that an
 * indentation too deep makes. Wrappers of prose stay. The term of a definition list, and the name of a field, become a rubric, which is what
 * it looks like above a table.
 */
export function unwrap(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (isWrapper(block) ? unwrapped(block) : [block]));
}

/** What stands in a wrapper, without it. */
export function unwrapped(block: Block): Block[] {
  if (block.kind === "directive" && isForOtherOutput(block)) return [];
  if (block.kind === "definition-list")
    return block.items.flatMap((item) => [termOf(item), ...unwrap(item.children)]);
  if (block.kind === "field-list")
    return block.fields.flatMap((field) => [nameOf(field), ...unwrap(field.children)]);
  return childrenOf(block).flatMap(unwrap);
}

/** Takes samples out of a quotation, or out of a list below a title that speaks of examples. */
export function unwrapSamples(blocks: readonly Block[], titles: readonly string[]): readonly Block[] {
  const isOfExamples = /example|sample/i.test(titles.at(-1) ?? "");
  return blocks.flatMap((block) => (isWrapperOfSamples(block, isOfExamples) ? unwrapped(block) : [block]));
}

function isWrapperOfSamples(block: Block, isOfExamples: boolean): boolean {
  switch (block.kind) {
    case "block-quote":
      return (
        block.children.every((child) => showsContent(child) || isOfExamples) &&
        block.children.some(showsContent)
      );
    case "bullet-list":
    case "enumerated-list":
      return isOfExamples && block.items.some(({ children }) => children.some(showsContent));
    case "definition-list":
      return block.items.every(
        ({ term, children }) =>
          children.some(showsContent) && (isOfExamples || /example|sample/i.test(plainText(term))),
      );
    default:
      return false;
  }
}

/** The term above an indented block as the title that it is to the reader. */
const termOf = remembered(({ term }: DefinitionList["items"][number]) => rubric(term));

const nameOf = remembered(({ name, span }: FieldList["fields"][number]) => {
  const { file, start } = span;
  // Behind the colon that begins the field.
  const line: Line = { text: name, file, offset: start + 1 };
  return rubric({ lines: [line], span: { file, start, end: start + name.length + 2 } });
});

function rubric({ lines, span }: TextRun): Directive {
  return {
    kind: "directive",
    name: "rubric",
    written: "rubric",
    nameSpan: span,
    argument: lines,
    options: [],
    content: [],
    children: [],
    span,
  };
}

function isWrapper(block: Block): boolean {
  if (block.kind === "directive") {
    if (directiveInfo(block.name).wraps) return true;
  } else if (block.kind === "section") return false;
  return childrenOf(block).some((children) => children.some(holdsMachinery));
}

function holdsMachinery(block: Block): boolean {
  if (block.kind === "section") return true;
  if (block.kind === "directive" && directiveInfo(block.name).ofOperation) return true;
  return childrenOf(block).some((children) => children.some(holdsMachinery));
}
