import { optionValue } from "../rst/directive.ts";
import { directiveInfo } from "../rst/directives.ts";
import { targetKey } from "../rst/interpreted.ts";
import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, Section, Target } from "../rst/tree.ts";
import { blocksIn } from "../rst/walk.ts";
import { Recollection } from "../text/recollection.ts";
import type { Span } from "../text/span.ts";

/** A name that a document defines. */
export interface DefinedName {
  readonly kind: "target" | "substitution" | "footnote" | "title";
  /** As references find it. */
  readonly name: string;
  readonly span: Span;
  /** Of a target, what it points to; undefined where it is a label of what stands below it. */
  readonly uri?: string | undefined;
  /** Of a label, whether what stands below it has a title or a caption. */
  readonly titled?: boolean;
}

/** What the blocks of a document define, in reading order. Anonymous targets have the name ``. */
export function definedNames(blocks: readonly Block[]): DefinedName[] {
  const found: DefinedName[] = [];
  collect(blocks, undefined, found);
  return found;
}

/** `below` is what stands below the last of the blocks: a label at the end of a section names the next one. */
function collect(blocks: readonly Block[], below: Block | undefined, found: DefinedName[]): void {
  const shown = shownBehind(blocks, below);
  for (const [index, block] of blocks.entries()) {
    const next = shown[index];
    if (block.kind === "target") {
      const isLabel = block.uri === undefined && block.alias === undefined;
      const uri = block.uri ?? block.alias;
      const name = targetKey(block.name);
      const titled = isLabel && hasTitle(next);
      found.push({ kind: "target", name, span: nameSpan(block, block.name), uri, titled });
    } else if (block.kind === "substitution-definition")
      found.push({ kind: "substitution", name: block.name.trim(), span: nameSpan(block, block.name) });
    else if (block.kind === "footnote")
      found.push({ kind: "footnote", name: block.label, span: nameSpan(block, block.label) });
    else if (block.kind === "section")
      found.push({ kind: "title", name: targetKey(plainText(block.title)), span: block.title.span });
    else if (block.kind === "directive") {
      const name = block.options.find((option) => option.name === "name");
      if (name !== undefined)
        found.push({ kind: "target", name: targetKey(name.value), span: name.span, titled: hasTitle(block) });
    }
    if (block.kind === "section") for (const one of namesInSection(block, next)) found.push(one);
    else if (block.kind === "directive") collect(block.children, next, found);
    else if (block.kind !== "target")
      for (const inner of childBlocks(block)) collect([inner], undefined, found);
  }
}

const ofSections = new Recollection<Section>();

/** What a section defines below its title; kept with the section, for with `--watch` most stay the same. */
function namesInSection(section: Section, below: Block | undefined): readonly DefinedName[] {
  return ofSections.recall(section, [below], {}, () => {
    const found: DefinedName[] = [];
    collect(section.children, below, found);
    return found;
  });
}

function childBlocks(block: Block): Block[] {
  const [, ...inner] = blocksIn([block]);
  return inner.filter(
    (one) => one.kind === "target" || one.kind === "footnote" || one.kind === "substitution-definition",
  );
}

/** Of each block what a label in its place would name: the next block that is not passed over. */
function shownBehind(blocks: readonly Block[], below: Block | undefined): (Block | undefined)[] {
  const shown: (Block | undefined)[] = [];
  let next = below;
  for (let index = blocks.length - 1; index >= 0; index--) {
    shown[index] = next;
    if (!isPassedOver(blocks[index]!)) next = blocks[index];
  }
  return shown;
}

/** Comments and other labels may stand between a label and what it names. */
function isPassedOver(block: Block): boolean {
  return (
    block.kind === "comment" ||
    block.kind === "target" ||
    (block.kind === "directive" && block.name === "include")
  );
}

/** Whether Sphinx finds a title for a label above a block. */
function hasTitle(block: Block | undefined): boolean {
  if (block?.kind === "section") return true;
  return block?.kind === "directive" && isCaptioned(block);
}

function isCaptioned(directive: Directive): boolean {
  return (
    directiveInfo(directive.name).captioned === true ||
    optionValue(directive.options, "caption") !== undefined
  );
}

function nameSpan({ span }: Pick<Target, "span">, name: string): Span {
  // Not in the rest of the file: a name with an escape in it would be looked for up to its end.
  const at = span.file.text.slice(span.start, span.end + name.length).indexOf(name);
  const start = span.start + at;
  return name === "" || at < 0 ? span : { file: span.file, start, end: start + name.length };
}
