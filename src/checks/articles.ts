import { isEnglish } from "./english.ts";
import { HIDDEN } from "./prose-only.ts";
import type { SpellingSlip } from "./spelling-slip.ts";

const ARTICLE = new RegExp(`(?<![\\w'${HIDDEN},./-])(an?)(\\s+)([A-Za-z][\\w-]*)(?![\\w'${HIDDEN}])`, "gi");

/** Abbreviations that are spoken as letters, by how their first one is spoken. */
const VOWEL_ABBREVIATION = /^(?:ACL|API|AZ|HMAC|HTML|ID|IP|MTU|NFS|OS|RPC|SSH|SSL|XML)s?$|^IPv[46]$/;
const CONSONANT_ABBREVIATION =
  /^(?:BGP|CIDR|CPU|DHCP|DNS|GPU|JSON|NIC|PCI|QoS|REST|TCP|TLS|TTL|UDP|USB|UUID|URI|URL|VIP|VLAN|VM|VPN|YAML)s?$/;

/** `a instance` and `an single`: words only whose first sound is beyond doubt. */
export function articleSlips(prose: string): SpellingSlip[] {
  return [...prose.matchAll(ARTICLE)].flatMap(({ 0: whole, 1: article = "", 3: word = "", index }) => {
    const wanted = articleOf(word);
    if (wanted === undefined || wanted === article.toLowerCase()) return [];
    const written = `${article[0]}${wanted.slice(1)}`;
    const message = `\`${article}\` stands before \`${word}\`. Write \`${written} ${word}\`.`;
    return [{ start: index, end: index + whole.length, message }];
  });
}

const BEFORE_LITERAL = /(?<![\w'`,./-])(an?)(\s+)(`{1,2})([a-z]+)(?:[_-][\w-]*)?\3(?!`)/gi;

/** As `articleSlips`, before a name in backquotes, whose first word is spoken as it is. */
export function articlesOfLiterals(text: string): SpellingSlip[] {
  return [...text.matchAll(BEFORE_LITERAL)].flatMap(({ 0: whole, 1: article = "", 4: word = "", index }) => {
    const wanted = articleOf(word);
    if (wanted === undefined || wanted === article.toLowerCase()) return [];
    const message = `\`${article}\` stands before \`${word}\`. Write \`${article[0]}${wanted.slice(1)} ${word}\`.`;
    return [{ start: index, end: index + whole.length, message }];
  });
}

/** The article before a word; undefined where it may be another, or the word is none that people speak. */
function articleOf(word: string): "a" | "an" | undefined {
  if (VOWEL_ABBREVIATION.test(word)) return "an";
  if (CONSONANT_ABBREVIATION.test(word)) return "a";
  const small = word.toLowerCase();
  // What is shorter, or stands alone as a letter (`a or b`, `a also`), is no noun that the article belongs to.
  if (word.length < 4 || !/^[A-Za-z][a-z]+$/.test(word) || NO_NOUN.test(small) || !isEnglish(small))
    return undefined;
  if (/^(?:uni|use|usa|usu|uti|eu|once|one)/.test(small)) return "a";
  if (/^(?:[aeio]|un|up)/.test(small)) return "an";
  // An `h` is silent in some.
  return /^[b-df-gj-np-tv-z]/.test(small) ? "a" : undefined;
}

const NO_NOUN = /^(?:also|after|and|into|even|only|unless|until|upon|when|with|will|must|then|than)$/;
