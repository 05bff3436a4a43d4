/** `Create a share replica` → `createShareReplica`; empty where nothing of the text is a letter or digit. */
export function camelCase(text: string): string {
  const pascal = pascalCase(text);
  // `OSTrust` → `osTrust`
  return pascal.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (head) => head.toLowerCase());
}

/**
 * `a share replica` → `ShareReplica`, `OS-EXT host IDs` → `OsExtHostIds`: the words of a text without articles, each in
 * small letters behind its first one (generators of code split what is in capitals in ways of their own). A name begins
 * with a letter, so that generators can use it.
 */
export function pascalCase(text: string): string {
  const words = wordsOf(text);
  const telling = words.filter((word) => !ARTICLES.has(word.toLowerCase()));
  const name = (telling.length === 0 ? words : telling)
    .map((word) => (/^[A-Z]{2,}s?$/.test(word) ? word.toLowerCase() : word))
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join("");
  return /^[0-9]/.test(name) ? `N${name}` : name;
}

const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the"]);

/** The runs of letters and digits of a text, without accents and apostrophes. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f'’]/g, "")
      .match(/[A-Za-z0-9]+/g) ?? []
  );
}

/** A name without what joins its words, in small letters: `lampid` of `lamp-id`, `lamp_id` and `LampId`. */
export function lettersOf(name: string): string {
  return name.replace(/[-_]/g, "").toLowerCase();
}

/**
 * `share_replicas` → `share_replica`, `policies` → `policy`, `addresses` → `address`, `statuses` → `status`, `aliases` →
 * `alias`; what is no plural stays, and so does the short `stats`.
 */
export function singular(word: string): string {
  if (/(?:ss|us|is|ias|data|series|(?:^|[^a-z])stats)$/i.test(word) || word.length < 4) return word;
  if (/ies$/i.test(word)) return word.replace(/ies$/i, "y");
  // not `causes`, `houses`, `fuses`
  if (/(?:ss|x|ch|sh|ias|[^aeofm]us)es$/i.test(word)) return word.slice(0, -2);
  // `amphorae`
  if (/[a-z]{4}ae$/i.test(word)) return word.slice(0, -1);
  return word.replace(/s$/i, "");
}

/** The words of a text in small letters and in the singular. */
export function singularWords(text: string): string[] {
  return wordsOf(text).map((word) => singular(word.toLowerCase()));
}

/** `ShareReplica` → `share replica`. */
export function wordsInName(pascal: string): string {
  return pascal.replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
}

/** Joins names in Pascal case; what the second repeats of the end of the first is said once: `ListLamps` and `Lamp` make `ListLamp`. */
export function joinedNames(first: string, second: string): string {
  const words = first.split(/(?=[A-Z])/);
  const others = second.split(/(?=[A-Z])/);
  const isSaid = (length: number) =>
    words.length > length &&
    words.slice(-length).every((word, index) => singular(word) === singular(others[index]!));
  const length = others.findLastIndex((_, index) => isSaid(index + 1)) + 1;
  return [...words.slice(0, words.length - length), ...others].join("");
}
