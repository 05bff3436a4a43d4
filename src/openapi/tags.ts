import { isDirective } from "../apiref/documents.ts";
import type { ApiRef, Document, Operation } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import type { JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { plainText } from "../rst/markdown.ts";
import type { Block, Section } from "../rst/tree.ts";
import { childrenOf } from "../rst/walk.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { Span } from "../text/span.ts";

/** The tags of a document and the prose that belongs to no operation and no tag. */
export interface Tags {
  /** Tag Objects (OpenAPI 3.1, 4.8.22), in reading order. */
  readonly objects: readonly JsonObject[];
  /** The name of the tag of each operation; undefined for one outside of all sections. */
  readonly ofOperation: ReadonlyMap<Operation, string>;
  /** Prose of sections that hold no operation of their own, as CommonMark. */
  readonly introduction: string;
}

/**
 * The section round an operation is its tag, with the section's prose as the tag's description.
 *
 * @param isWhole whether these are the operations of all microversions; else a section may have none left
 */
export function tagsOf(
  apiRef: ApiRef,
  operations: ReadonlySet<Operation>,
  prose: Prose,
  isWhole: boolean,
): Tags {
  const byName = new Map<string, { name: string; descriptions: string[]; span: Span }>();
  const ofOperation = new Map<Operation, string>();
  const introductions: string[] = [];
  for (const document of apiRef.documents) {
    const own = document.operations.filter((operation) => operations.has(operation));
    if (own.length === 0) continue;
    const tagSections = groupedBy(own, ({ enclosing, section }) => enclosing ?? section);
    for (const [section, members] of tagSections) {
      const title = plainText(section.title).trim() || "API";
      const key = title.toLowerCase();
      const known = byName.get(key) ?? {
        name: title,
        descriptions: [] as string[],
        span: section.title.span,
      };
      byName.set(key, known);
      // An operation that is a section of its own at the top describes itself.
      const description = members[0]!.section === section ? "" : sectionProse(section, document.name, prose);
      if (description !== "" && !known.descriptions.includes(description))
        known.descriptions.push(description);
      for (const operation of members) ofOperation.set(operation, known.name);
    }
    const introduction = untagged(document, tagSections, prose, isWhole);
    if (introduction !== "" && !introductions.includes(introduction)) introductions.push(introduction);
  }
  const objects = [...byName.values()].map(({ name, descriptions, span }) => {
    const object: JsonObject = {
      name,
      ...(descriptions.length === 0 ? {} : { description: descriptions.join("\n\n") }),
    };
    setOrigin(object, span);
    return object;
  });
  return { objects, ofOperation, introduction: introductions.join("\n\n") };
}

/** The prose of a section and of the sections in it that hold no operation. */
export function sectionProse(section: Section, document: string, prose: Prose): string {
  return prose.blocks(
    section.children.filter((block) => !holdsOperation(block)),
    document,
  );
}

/** The prose of a document outside of its tags. */
function untagged(
  document: Document,
  tagged: ReadonlyMap<Section, unknown>,
  prose: Prose,
  isWhole: boolean,
): string {
  const parts: string[] = [];
  const visit = (blocks: readonly Block[], depth: number) => {
    // Fields at the top of a document speak to Sphinx (`:tocdepth:`).
    const loose = blocks.filter(
      (block) => !holdsOperation(block) && (depth > 0 || block.kind !== "field-list"),
    );
    const text = prose.blocks(loose, document.name);
    if (text !== "") parts.push(text);
    for (const block of blocks) {
      if (block.kind !== "section" || !holdsOperation(block) || tagged.has(block)) continue;
      if (isOperation(block)) continue;
      // What is said of operations that are not there goes with them.
      if (!isWhole && block.children.some((child) => child.kind === "section" && isOperation(child)))
        continue;
      // The document's own title is the title of the specification.
      if (depth > 0 && block.children.some((child) => !holdsOperation(child) && child.kind !== "comment"))
        parts.push(`## ${plainText(block.title).trim()}`);
      visit(block.children, depth + 1);
    }
  };
  visit(document.blocks, 0);
  return parts.join("\n\n");
}

/** Whether a section is that of an operation. */
export function isOperation(section: Section): boolean {
  return section.children.some((block) => isDirective(block, "rest_method"));
}

const holdsOperation = remembered(
  (block: Block): boolean =>
    isDirective(block, "rest_method") || childrenOf(block).some((children) => children.some(holdsOperation)),
);
