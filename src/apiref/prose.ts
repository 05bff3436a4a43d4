import { type MarkdownContext, plainText, toMarkdown } from "../rst/markdown.ts";
import { parseDocument } from "../rst/parse.ts";
import { substitutionText } from "../rst/substitution.ts";
import type { Block } from "../rst/tree.ts";
import { childrenOf } from "../rst/walk.ts";
import { SourceFile } from "../text/source-file.ts";
import { isDirective } from "./documents.ts";
import type { ApiRef, Document } from "./model.ts";
import type { Definition } from "./parameters-file.ts";

/** Turns the prose of one api-ref into CommonMark; what several places say is turned once. */
export interface Prose {
  /** Blocks of the document of a name; api-ref's directives in them give nothing. */
  blocks(blocks: readonly Block[], document: string): string;
  /** The prose at the top of a document that holds no operation. */
  front(document: Document): string;
  /** The description of a definition. */
  definition(definition: Definition): string;
  /** RST in a YAML value. */
  text(rst: string): string;
}

/** What names stand for in a tree. */
interface Names {
  readonly substitutions: Map<string, string>;
  readonly targets: Map<string, string>;
  readonly labels: Map<string, string>;
}

/** What was turned before; it holds as long as names stand for the same. */
export interface ProseMemory {
  names: string;
  /** By document and by the first of the blocks. */
  readonly blocks: Map<string, WeakMap<Block, { readonly blocks: readonly Block[]; readonly text: string }>>;
  readonly texts: Map<string, string>;
}

/** The memory of somebody who has turned nothing yet. */
export function proseMemory(): ProseMemory {
  return { names: "", blocks: new Map(), texts: new Map() };
}

const kinds = ["substitutions", "targets", "labels"] as const;

/** Prepares the prose of an api-ref: its substitutions, targets and labels hold in all documents. */
export function createProse(apiRef: ApiRef, memory = proseMemory()): Prose {
  const shared: Names = { substitutions: new Map(), targets: new Map(), labels: new Map() };
  const ofDocument = new Map<string, MarkdownContext>();
  const allNames: { readonly name: string; readonly own: Names }[] = [];
  for (const document of apiRef.documents) {
    const own: Names = { substitutions: new Map(), targets: new Map(), labels: new Map() };
    collect(document.blocks, own);
    ofDocument.set(document.name, contextOf(own, shared));
    allNames.push({ name: document.name, own });
    for (const kind of kinds)
      for (const [name, value] of own[kind]) if (!shared[kind].has(name)) shared[kind].set(name, value);
  }
  const anywhere = contextOf(shared, shared);
  const names = JSON.stringify(
    allNames.map(({ name, own }) => [name, ...kinds.map((kind) => [...own[kind]])]),
  );
  if (memory.names !== names) {
    memory.names = names;
    memory.blocks.clear();
    memory.texts.clear();
  }
  const { texts } = memory;
  const text = (rst: string): string => {
    let known = texts.get(rst);
    if (known === undefined) {
      known = toMarkdown(parseDocument(new SourceFile("", rst)).blocks, anywhere).trim();
      texts.set(rst, known);
    }
    return known;
  };
  const definitions = new Map<Definition, string>();
  return {
    blocks(blocks, document) {
      const [first] = blocks;
      if (first === undefined) return "";
      const ofBlocks = memory.blocks.get(document) ?? new WeakMap();
      memory.blocks.set(document, ofBlocks);
      const known = ofBlocks.get(first);
      if (known?.blocks.length === blocks.length && blocks.every((block, at) => block === known.blocks[at]))
        return known.text;
      const text = toMarkdown(blocks, ofDocument.get(document) ?? anywhere).trim();
      ofBlocks.set(first, { blocks, text });
      return text;
    },
    front(document) {
      const blocks = document.blocks.flatMap((block) =>
        block.kind === "section" ? block.children : [block],
      );
      const prose = blocks.filter((block) => block.kind !== "section" && block.kind !== "field-list");
      return toMarkdown(prose, ofDocument.get(document.name) ?? anywhere).trim();
    },
    definition(definition) {
      let known = definitions.get(definition);
      if (known === undefined) {
        known = text(definition.description);
        definitions.set(definition, known);
      }
      return known;
    },
    text,
  };
}

function contextOf(own: Names, shared: Names): MarkdownContext {
  const find = (kind: keyof Names) => (name: string) => {
    const key = normal(name);
    return own[kind].get(key) ?? shared[kind].get(key);
  };
  return { substitution: find("substitutions"), target: find("targets"), label: find("labels") };
}

/** Docutils compares names without regard to case and white space (`fully_normalize_name`). */
function normal(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Collects substitutions, targets, and labels with the title that stands below them. Gives the labels at the end of the
 * blocks: at the end of a section they name the next one.
 */
function collect(blocks: readonly Block[], names: Names): string[] {
  let pending: string[] = [];
  for (const block of blocks) {
    if (block.kind === "substitution-definition") {
      const text = substitutionText(block.directive);
      if (text !== undefined) names.substitutions.set(normal(block.name), text);
    } else if (block.kind === "target") {
      if (block.uri === undefined) pending.push(normal(block.name));
      else names.targets.set(normal(block.name), block.uri);
      continue;
    } else if (block.kind === "section") {
      const title = plainText(block.title).trim();
      for (const name of pending) names.labels.set(name, title);
    }
    // The `include` whose text stands below it is no part of the page.
    if (block.kind === "comment" || isDirective(block, "include")) continue;
    const left = childrenOf(block).flatMap((children) => collect(children, names));
    pending = block.kind === "section" ? left : [];
  }
  return pending;
}
