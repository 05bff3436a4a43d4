/** Where a sentence or a clause of its own begins. */
export const START = "(?:^|[.;:,(] ?|\\band )";
/** How a description calls what it describes. */
export const ITSELF = "this (?:attribute|field|header|parameter|property|value)";

/** A text without its lists and what is indented, which speak of single values or of what is inside. */
export function ownParagraphs(description: string): string {
  return description
    .split(/\n[ \t]*\n/)
    .filter((paragraph) => !/^(?:\s*[-*+] |\s{2})/m.test(paragraph))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The words from there to the end of the sentence, not too many of them. */
export function sentenceAt(text: string, index: number): string {
  const [words = ""] =
    /^.*?(?=[.;](?:\s|$)|$)/.exec(text.slice(index).replace(/^(?:[^\w`]+|and )+/, "")) ?? [];
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/, "")} …`;
}

const LONGEST = 60;
