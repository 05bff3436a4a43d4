import { nearest } from "../text/similar.ts";

/** The titles that api-refs give to the parts of an operation; `Response codes`, `Request Example`. */
const PART =
  /^(?:requests?|responses?)(?: (?:parameters?|codes?|body|headers?|examples?|samples?))?(?: \([^()]*\))?$/i;

/** Words that are near enough to be slips. */
const OTHER_WORDS = /^(?:request(?:s|ed|er|ing)|respond(?:s|ed|er|ing)?|responsive|responsible)$/i;

/** Whether a title says nothing but that a part of an operation stands below it. */
export function isPartTitle(title: string): boolean {
  return PART.test(title);
}

/** `Request` for `Reqeust`, `Response Example` for `Reponse Example`; undefined for a title without such a slip. */
export function meantPartTitle(title: string): string | undefined {
  const [word = ""] = title.split(" ");
  if (word.length < 5 || isPartTitle(title) || OTHER_WORDS.test(word)) return undefined;
  const meant = nearest(word, ["Request", "Response"], 2);
  const mended = meant === undefined ? "" : meant + title.slice(word.length);
  return isPartTitle(mended) ? mended : undefined;
}
