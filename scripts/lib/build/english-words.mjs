import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import dictionary from "dictionary-en";
import nspell from "nspell";

/**
 * Writes the words of English, one a line: those in small letters of three letters or more, with their plurals and other forms.
 * What makes the forms of 50,000 stems takes longer than the check of a tree, so the build does it.
 *
 * @param {string} file
 * @returns {string} a file of the dictionary's package, whose licence is to be told
 */
export function writeEnglishWords(file) {
  const { data } = nspell(dictionary);
  const words = Object.keys(data).filter((word) => /^[a-z]{3,}$/.test(word));
  writeFileSync(file, `${words.sort().join("\n")}\n`);
  return createRequire(import.meta.url).resolve("dictionary-en");
}
