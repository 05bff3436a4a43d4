import type { ApiRef, Operation } from "../apiref/model.ts";
import { operationText } from "../apiref/operation-text.ts";
import { blocksIn } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";
import { operationKind } from "./operation-verbs.ts";
import { describesBody, refersElsewhere } from "./told-in-text.ts";

/** Signs of a text that says what is answered, or of an answer that has no properties. */
const TELLS =
  /\b(?:binary|downloads?|files?|html|xml|redirect\w*|streams?|schemas?|plain text|(?:response|body) (?:contains?|is|includes?|has|consists?|returns?|will))\b/i;

/** A first line such as `Retrieves the lamps.` */
const READS = /^[ \t]*(?:retrieves?|lists?|shows?|gets?|returns?|views?)\b/im;

/**
 * The operations that read something, answer 200, and say nowhere with what: neither a table nor a sample nor a text tells of the body of
 * the response. Nothing of a tree that documents the response of no operation: it was never meant to.
 */
export function unanswered({ documents }: ApiRef): Operation[] {
  if (!documents.some(({ operations }) => operations.some(isAnswered))) return [];
  return documents.flatMap(({ operations, general }) => {
    // A table of a page may be that of all its operations.
    const told = new Set(
      general.rows.filter(({ definition }) => definition?.in === "body").map(({ span }) => span.file),
    );
    return operations.filter((operation) => isUnanswered(operation) && !told.has(operation.titleSpan.file));
  });
}

function isAnswered({ method, rows }: Operation): boolean {
  return (
    method.toUpperCase() === "GET" &&
    rows.some(({ side, definition }) => side === "response" && definition?.in === "body")
  );
}

const isUnanswered = remembered((operation: Operation): boolean => {
  const { method, target, title, statuses, rows, samples } = operation;
  if (method.toUpperCase() !== "GET" || target.webhook) return false;
  const successes = new Set(statuses.map(({ code }) => code).filter((code) => code.startsWith("2")));
  if (!successes.has("200") || successes.size > 1) return false;
  const isInUrl = (place: string | undefined) => place === "path" || place === "query" || place === "header";
  if (samples.length > 0 || rows.some(({ definition }) => !isInUrl(definition?.in))) return false;
  const text = operationText(operation);
  if (operationKind(title) !== "read" && !READS.test(text)) return false;
  return (
    !TELLS.test(text) && !refersElsewhere(operation) && !describesBody(operation) && !showsCode(operation)
  );
});

/** Whether a block of code stands in an operation, which may be what it answers. */
function showsCode({ section }: Operation): boolean {
  const blocks = section === undefined ? [] : [...blocksIn(section.children)];
  return blocks.some(
    (block) =>
      block.kind === "literal-block" ||
      (block.kind === "directive" && /^(?:code|literalinclude)/.test(block.name ?? "")),
  );
}
