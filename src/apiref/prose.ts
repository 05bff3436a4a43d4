import { posix } from "node:path";
import { parseInline } from "../rst/inline.ts";
import { type MarkdownContext, plainText, toMarkdown } from "../rst/markdown.ts";
import { parseDocument } from "../rst/parse.ts";
import { substitutionText } from "../rst/substitution.ts";
import type { Block, Inline, TextRun } from "../rst/tree.ts";
import { childrenOf, gathered, NOTHING } from "../rst/walk.ts";
import { SourceFile } from "../text/source-file.ts";
import { isDirective } from "./documents.ts";
import type { ApiRef, Document } from "./model.ts";
import type { Definition } from "./parameters-file.ts";
import { withoutSiteNavigation } from "./site-navigation.ts";

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
  /** Targets that stand for others. */
  readonly aliases: Map<string, string>;
}

function emptyNames(): Names {
  return { substitutions: new Map(), targets: new Map(), labels: new Map(), aliases: new Map() };
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

/** What an anonymous reference is paired with; of a document by itself. */
type Pairs = ReadonlyMap<Inline, string>;

const kinds = ["substitutions", "targets", "labels"] as const;

/** Prepares the prose of an api-ref: its substitutions, targets and labels hold in all documents. */
export function createProse(apiRef: ApiRef, memory = proseMemory()): Prose {
  const shared: Names = emptyNames();
  const titles = new Map<string, string>(
    apiRef.documents.flatMap(({ name, title }) =>
      title === undefined ? [] : [[`/${name}`, plainText(title).trim()] as const],
    ),
  );
  const ofDocument = new Map<string, MarkdownContext>();
  const allNames: { readonly name: string; readonly own: Names; readonly pairs: Pairs }[] = [];
  for (const document of apiRef.documents) {
    const own: Names = emptyNames();
    collect(document.blocks, own);
    resolveAliases(own);
    const pairs = anonymousPairs(document.blocks, (name) => own.targets.get(name));
    ofDocument.set(document.name, {
      ...contextOf(own, shared),
      anonymous: (reference) => pairs.get(reference),
      document: (name) =>
        titles.get(posix.join("/", name.startsWith("/") ? "" : posix.dirname(document.name), name)),
    });
    allNames.push({ name: document.name, own, pairs });
    for (const kind of kinds)
      for (const [name, value] of own[kind]) if (!shared[kind].has(name)) shared[kind].set(name, value);
  }
  const anywhere = contextOf(shared, shared);
  const names = JSON.stringify(
    allNames.map(({ name, own, pairs }) => [
      name,
      ...kinds.map((kind) => [...own[kind]]),
      [...pairs].map(([reference, uri]) => [reference, uri]),
    ]),
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
      const text = toMarkdown(withoutSiteNavigation(blocks), ofDocument.get(document) ?? anywhere).trim();
      ofBlocks.set(first, { blocks, text });
      return text;
    },
    front(document) {
      const blocks = document.blocks.flatMap((block) =>
        block.kind === "section" ? block.children : [block],
      );
      const prose = blocks.filter((block) => block.kind !== "section" && block.kind !== "field-list");
      return toMarkdown(withoutSiteNavigation(prose), ofDocument.get(document.name) ?? anywhere).trim();
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
      if (block.alias !== undefined) names.aliases.set(normal(block.name), normal(block.alias));
      else if (block.uri === undefined) pending.push(normal(block.name));
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

/** How many targets may stand for one another. */
const MOST_ALIASES = 10;

/** Gives targets that stand for others the addresses of those. */
function resolveAliases({ targets, aliases }: Names): void {
  for (const [name, first] of aliases) {
    let meant = first;
    for (let left = MOST_ALIASES; left > 0 && !targets.has(meant); left--)
      meant = aliases.get(meant) ?? meant;
    const uri = targets.get(meant);
    if (uri !== undefined) targets.set(name, uri);
  }
}

/**
 * Pairs the anonymous references of a document with its anonymous targets, in the order of both (docutils,
 * `AnonymousHyperlinks`). Where their numbers differ docutils pairs none.
 */
function anonymousPairs(blocks: readonly Block[], target: (name: string) => string | undefined): Pairs {
  const targets = anonymousTargets(blocks);
  if (targets.length === 0) return new Map();
  const references = anonymousReferences(blocks);
  if (references.length !== targets.length) return new Map();
  return new Map(
    references.flatMap((reference, index) => {
      const { uri, alias } = targets[index]!;
      const address = uri ?? (alias === undefined ? undefined : target(normal(alias)));
      return address === undefined ? [] : [[reference, address] as const];
    }),
  );
}

const anonymousTargets = gathered((block) =>
  block.kind === "target" && block.name === "" ? [block] : NOTHING,
);

const anonymousReferences = gathered((block) => {
  const runs = runsOf(block);
  return runs.length === 0
    ? NOTHING
    : runs.flatMap((run) =>
        parseInline(run).filter((inline) => inline.kind === "reference" && inline.anonymous),
      );
});

/** The texts of a block itself that may have an anonymous reference in them. */
function runsOf(block: Block): TextRun[] {
  const runs =
    block.kind === "paragraph"
      ? [block.text]
      : block.kind === "section"
        ? [block.title]
        : block.kind === "definition-list"
          ? block.items.map(({ term }) => term)
          : block.kind === "line-block"
            ? block.lines
            : NOTHING;
  return runs.filter(({ lines }) => lines.some(({ text }) => text.includes("__")));
}
