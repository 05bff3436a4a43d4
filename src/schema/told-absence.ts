import type { ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { remembered } from "../text/remembered.ts";
import { ITSELF, ownParagraphs, START, sentenceAt } from "./own-sentences.ts";

const SHOWN = "(?:present|returned|included|shown|displayed|visible)";
const ADMINISTRATORS =
  "(?:admin(?:istrator)?s|administrative users|admin(?:istrator)? users|the administrator)";

/** Sentences that say when a response lacks the parameter. */
const LACKS_IF = [
  "\\babsent (?:otherwise|before|if|until|unless|when)\\b",
  `\\b(?:not|never) (?:be )?${SHOWN} (?:before|if|until|unless|when)\\b`,
  `\\b(?:(?:is|are|will|shall|must) )?(?:not|never) (?:be )?${SHOWN} (?:at|in|on) (?:the )?(?:first|last)\\b`,
  `(?:${START}|\\b${ITSELF} |\\bit )(?:is |are |shall be |will be )?only (?:${SHOWN}|appears?|exists?)(?: in (?:the )?(?:API )?responses?)? (?:after|for|if|to|when)\\b`,
  `(?:${START}|\\b${ITSELF} |\\bit )(?:is |are |shall be |will be )?${SHOWN} only (?:after|for|if|to|when)\\b`,
  `(?:${START}|\\b${ITSELF} |\\bit )(?:appears?|is ${SHOWN})(?: in (?:the )?responses?)? (?:for|to) ${ADMINISTRATORS} only\\b`,
  `(?:${START}|\\b${ITSELF} |\\bit )is only available to (?:${ADMINISTRATORS}|users with an? ["\`]*admin)`,
].map((source) => new RegExp(source, "i"));

/**
 * What the text of a definition says of responses that lack the parameter (`absent otherwise`, `only returned if …`); undefined where it
 * says no such thing, or says it of versions, which have fields of their own.
 */
export const toldAbsence = remembered(({ description }: Definition): string | undefined => {
  const text = ownParagraphs(description);
  const match = LACKS_IF.map((sentence) => sentence.exec(text)).find((found) => found !== null);
  if (match === undefined) return undefined;
  const words = sentenceAt(text, match.index);
  return /version/i.test(words) ? undefined : words;
});

/** Whether a row of a response is required by its definition, whose text says when responses lack it. */
export function isAbsentAtTimes({ side, definition }: Pick<ParameterRow, "side" | "definition">): boolean {
  return side === "response" && definition?.required === true && toldAbsence(definition) !== undefined;
}
