import type { Operation, OperationNote } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import { sideIn } from "../apiref/sides.ts";
import type { Block } from "../rst/tree.ts";

/** Titles that say no more than what stands below them. */
const PLAIN =
  /^(?:(?:json|example|sample|body|bodies|header|url|uri|path|query|status|return)s? ?)*(?:parameter|variable|attribute|example|sample|code|value|body|header)?s?$/i;

/** What pages write where a table or a sample would stand. */
const SAYS_NOTHING = /^(?:none|n\/a|nothing)\.?$/i;

/**
 * What a section of an operation says, as CommonMark, below the titles that the page has above it and the part of the operation
 * does not: `Request / Supported headers` has the second one.
 *
 * @param blocks those of the note, where not all belong together
 */
export function noteText(
  { titles, blocks: all }: OperationNote,
  { document }: Operation,
  prose: Prose,
  blocks: readonly Block[] = all,
): string {
  const text = prose.blocks(blocks, document);
  if (text === "" || SAYS_NOTHING.test(text)) return "";
  const part = titles.findLastIndex((title) => sideIn(title) !== undefined);
  const own = titles.slice(part + 1).filter((title) => part < 0 || !PLAIN.test(title));
  return own.length === 0 ? text : `**${own.join(" / ")}**\n\n${text}`;
}
