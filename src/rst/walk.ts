import { remembered } from "../text/remembered.ts";
import type { Block, Section } from "./tree.ts";

/** A list without anything in it, for what most blocks give. */
export const NOTHING: readonly never[] = [];

/** The lists of blocks inside a block. */
export function childrenOf(block: Block): readonly (readonly Block[])[] {
  switch (block.kind) {
    case "section":
    case "block-quote":
    case "directive":
    case "footnote":
      return [block.children];
    case "bullet-list":
    case "enumerated-list":
    case "definition-list":
      return block.items.map((item) => item.children);
    case "field-list":
      return block.fields.map((field) => field.children);
    case "table":
      return [...block.header, ...block.rows].flatMap((row) => row.map((cell) => cell.children));
    default:
      return NOTHING;
  }
}

/** Every block of a tree, however deep, in reading order; the directive of a substitution definition among them. */
export function* blocksIn(blocks: readonly Block[]): Iterable<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === "substitution-definition") yield block.directive;
    for (const children of childrenOf(block)) yield* blocksIn(children);
  }
}

/**
 * A look at every block of a tree, in reading order. What is found in a section is kept with the section, so that of a
 * tree that has changed since only the sections that changed are looked at again; `look` must depend on nothing else.
 * Trees have tens of thousands of blocks: `look` gives `NOTHING` for most of them before it does anything else.
 */
export function gathered<Found>(
  look: (block: Block) => Iterable<Found>,
): (blocks: readonly Block[]) => readonly Found[] {
  const ofSection = remembered((section: Section) => {
    const found: Found[] = [...look(section)];
    for (const block of section.children) visit(block, found);
    return found;
  });
  const visit = (block: Block, found: Found[]): void => {
    if (block.kind === "section") {
      for (const one of ofSection(block)) found.push(one);
      return;
    }
    const own = look(block);
    if (own !== NOTHING) for (const one of own) found.push(one);
    if (block.kind === "substitution-definition") visit(block.directive, found);
    for (const children of childrenOf(block)) for (const child of children) visit(child, found);
  };
  return (blocks) => {
    const found: Found[] = [];
    for (const block of blocks) visit(block, found);
    return found;
  };
}

/**
 * As `gathered`, for a look at all blocks that stand together: those of the tree, of a section, of an item.
 *
 * @param isWhole whether what is inside of one of them is not looked at
 */
export function gatheredFromLists<Found>(
  look: (blocks: readonly Block[]) => Iterable<Found>,
  isWhole: (blocks: readonly Block[], index: number) => boolean,
): (blocks: readonly Block[]) => readonly Found[] {
  const ofSection = remembered((section: Section) => ofList(section.children, []));
  const ofList = (blocks: readonly Block[], found: Found[]): Found[] => {
    for (const one of look(blocks)) found.push(one);
    for (const [index, block] of blocks.entries())
      if (block.kind === "section") for (const one of ofSection(block)) found.push(one);
      else if (!isWhole(blocks, index)) for (const children of childrenOf(block)) ofList(children, found);
    return found;
  };
  return (blocks) => ofList(blocks, []);
}
