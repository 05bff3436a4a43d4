import { parseInline } from "../rst/inline.ts";
import { plainText } from "../rst/markdown.ts";
import type { Block, TextRun } from "../rst/tree.ts";
import { isDirective } from "./documents.ts";

/** The labels that Sphinx defines itself: pages that only its site has. */
export const SITE_LABELS: ReadonlySet<string> = new Set(["genindex", "modindex", "search", "py-modindex"]);

/**
 * Blocks without those that lead through the site that Sphinx makes, and mean nothing in a document: `Contents:` above
 * a table of contents, and paragraphs and lists that send readers to the index or the search page.
 */
export function withoutSiteNavigation(blocks: readonly Block[]): readonly Block[] {
  const hasContents = blocks.some((block) => isDirective(block, "toctree"));
  return blocks.filter((block) => !leadsToSite(block) && !(hasContents && isContentsLabel(block)));
}

function isContentsLabel(block: Block): boolean {
  return block.kind === "paragraph" && /^(?:table of )?contents\s*:?$/i.test(plainText(block.text).trim());
}

function leadsToSite(block: Block): boolean {
  if (block.kind === "paragraph") return namesSite(block.text);
  return (
    block.kind === "bullet-list" &&
    block.items.every(({ children: [first, ...others] }) =>
      first === undefined ? true : others.length === 0 && first.kind === "paragraph" && namesSite(first.text),
    )
  );
}

function namesSite(text: TextRun): boolean {
  return parseInline(text).some(
    (node) => node.kind === "role" && SITE_LABELS.has((node.target ?? node.text).trim().toLowerCase()),
  );
}
