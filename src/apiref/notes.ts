import { plainText } from "../rst/markdown.ts";
import type { Block } from "../rst/tree.ts";
import type { OperationNote, Side } from "./model.ts";
import { sideOf } from "./sides.ts";

/**
 * What a section of an operation says besides its tables and samples, by the side that it is about. Pages end the part of
 * the request with a sentence on the response, and put an `or` between two samples.
 *
 * @param titles of the section and those around it, below the operation
 */
export function notesOf(blocks: readonly Block[], titles: readonly string[]): OperationNote[] {
  const side = sideOf(titles);
  const said = blocks.filter((block) => !isConnective(block));
  const about = (one: Side | undefined): OperationNote[] => {
    const own = said.filter(
      (block) => (side === "request" && isOnResponse(block) ? "response" : side) === one,
    );
    return own.length === 0 ? [] : [{ titles, side: one, blocks: own }];
  };
  return side === "request" ? [...about("request"), ...about("response")] : about(side);
}

function isConnective(block: Block): boolean {
  return block.kind === "paragraph" && /^(?:or|and)\s*:?$/i.test(plainText(block.text).trim());
}

/** `The response will be …`, `Status: 201 Created`, `This operation does not return a response body.` */
const ON_RESPONSE =
  /^(?:the response\b|status:? [1-5]\d\d\b)|\b(?:not return (?:a|any)(?: response)? body|no (?:response )?body(?: content)? is returned)\b/i;

function isOnResponse(block: Block): boolean {
  return block.kind === "paragraph" && ON_RESPONSE.test(plainText(block.text).trim());
}
