import { type VersionRange, versionRangeIn } from "./versions.ts";

/**
 * The microversions that a text in RST says of all that it describes, in a sentence of its own: `Available since version
 * 1.7.` Where another sentence speaks of versions as well, it may be about a part.
 */
export function textVersions(rst: string): VersionRange | undefined {
  if (!VERSION.test(rst)) return undefined;
  const sentences = rst
    .replace(/[`*_]+/g, "")
    .split(/\n\s*\n|(?<=[.!)])\s+(?=[A-Z(])/)
    .filter((sentence) => VERSION.test(sentence));
  const [only, ...others] = sentences;
  return only !== undefined && others.length === 0 && isOnlyOfVersions(only)
    ? versionRangeIn(only)
    : undefined;
}

const VERSION = /version|\bv\d+\.\d/i;

/** The words of a sentence that says no more than when an operation came: `This API is available since v3.9.` */
const WORDS_OF_VERSIONS = new Set(
  `this these the a an all api apis rest operation operations call calls action actions method methods resource
  resources request requests is are was were has have been be new added introduced available supported only first in
  since starting beginning begins starts with from as of at on via version versions microversion microversions or and
  later higher newer above greater beyond up onwards onward than equal to requires require required needs last latest
  minimum maximum min max until`.split(/\s+/),
);

/** Whether a sentence has one version, or a range, and no word beside what it takes to say so. */
export function isOnlyOfVersions(sentence: string): boolean {
  const versions = sentence.match(/\d+\.\d+/g) ?? [];
  if (versions.length === 0 || versions.length > 2) return false;
  const words = sentence
    // The version itself, and the name of the API: `Image API v2.4`.
    .replace(/\bv?\d+\.\d+|\b[A-Z][a-z]+(?= APIs?\b)/g, "")
    .match(/[A-Za-z][\w-]*/g);
  return (words ?? []).every(
    (word) => WORDS_OF_VERSIONS.has(word.toLowerCase()) || word.toLowerCase() === "v",
  );
}
