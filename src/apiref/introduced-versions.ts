import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, Section } from "../rst/tree.ts";
import { remembered } from "../text/remembered.ts";
import { isOnlyOfVersions } from "./text-versions.ts";
import { type VersionRange, versionBefore, versionRangeIn } from "./versions.ts";
import { unwrap } from "./wrappers.ts";

/** The microversions at which an operation is there, and whether it is called deprecated. */
export interface IntroducedVersions extends VersionRange {
  readonly deprecated: boolean;
}

/**
 * The microversions of an operation, or of all operations of a section, from its introduction, which ends with the
 * first section: `versionadded`, `versionremoved` and `deprecated` directives, and sentences that say when it came.
 * What names a part of the operation (a field, a parameter, a value) speaks of that part.
 */
export function introducedVersions(blocks: readonly Block[]): IntroducedVersions {
  let min: string | undefined;
  let max: string | undefined;
  let deprecated = false;
  let added = false;
  let isFirst = true;
  const say = (text: string) => {
    const said = saidVersions(text, isFirst);
    min ??= bound(said?.min);
    max ??= said?.max;
  };
  for (const block of blocks) {
    if (block.kind === "section") break;
    if (block.kind === "paragraph") {
      say(plainText(block.text));
      if (DEPRECATED.test(plainText(block.text).trim())) deprecated = true;
      isFirst = false;
    }
    if (block.kind !== "directive") continue;
    if (block.name === "deprecated") deprecated = true;
    if (block.name === "note" || block.name === "important")
      for (const text of paragraphsOf(block)) say(text);
    if (block.name === "warning")
      for (const text of paragraphsOf(block)) {
        const gone = GONE.exec(text.replace(/\s+/g, " "))?.[1];
        if (gone !== undefined) max ??= versionBefore(gone);
      }
    const version = /\d+\.\d+/.exec(block.argument[0]?.text ?? "")?.[0];
    // What came later than the first is about a part, be it that the words do not say so.
    const isLater = block.name === "versionadded" && added;
    if (block.name === "versionadded") added = true;
    if (isLater || isOfPart(block.content.map((line) => line.text.trim()).join(" "))) continue;
    if (block.name === "versionadded") min ??= version;
    // A removal names the first version without it; the one before is the last that has it.
    if (block.name === "versionremoved" && version !== undefined) max ??= versionBefore(version);
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), deprecated };
}

/** `Deprecated in v1.1. Use …` at the start of a paragraph. */
const DEPRECATED = /^\(?deprecated (?:in|since|as of|from)\b/i;

/** A warning that names the first version without an operation: `These will fail with a 404 starting from microversion 2.36.` */
const GONE =
  /\b(?:this|these)(?: apis?| operations?| calls?| actions?)?(?: (?:is|are) deprecated and)? (?:will )?(?:fails?|returns?)(?: with)?(?: an?)?(?: http)? 404(?: error)?(?: (?:starting|beginning))? (?:from|with|since|in|at)(?: the)?(?: api)? (?:micro)?version v?(\d{1,4}\.\d{1,4})(?![\w/]|\.\d)/i;

/** The microversions that the title of a section says in brackets, and what stands directly below it. */
export const sectionVersions = remembered((section: Section): IntroducedVersions => {
  const bracket = /\([^()]*[a-z][^()]*\)\s*$/i.exec(plainText(section.title))?.[0];
  const titled = bracket === undefined || !isOnlyOfVersions(bracket) ? undefined : versionRangeIn(bracket);
  const min = bound(titled?.min);
  return {
    ...(min === undefined ? {} : { min }),
    ...(titled?.max === undefined ? {} : { max: titled.max }),
    ...introducedVersions(unwrap(section.children)),
  };
});

/** A version that bounds something: the first of a major version is the API itself, `since API v2.0`. */
function bound(version: string | undefined): string | undefined {
  return version?.endsWith(".0") ? undefined : version;
}

const OF_PART =
  /``|\b(?:ability|support|fields?|parameters?|attributes?|quer(?:y|ies)|options?|values?|headers?|propert(?:y|ies)|keys?)\b/i;

/** What is sent or answered: `Dimming data can be sent via request body.` */
const OF_CONTENT =
  /\b(?:request|response)(?:'s)? bod(?:y|ies)\b|\bin (?:the |its )?(?:request|response)s?\b|\b(?:can|may)(?: now| also)? be (?:sent|given|passed|specified|provided|supplied|omitted)\b|\b(?:is|are)(?: now| also)? (?:returned|included)\b/i;

/** Whether the text of a `versionadded` speaks of a part of an operation. */
function isOfPart(text: string): boolean {
  return OF_PART.test(text) || (OF_CONTENT.test(text) && !OF_OPERATION.test(text));
}

const OF_OPERATION = /^(?:this|the) (?:api|operation|call|action|method|request|endpoint)s?\b/i;

/**
 * The microversions that a paragraph says of what it introduces: `Since API v2.2`, `This API is available starting
 * with microversion 2.81.`; in the `first` paragraph also behind what the operation does: `Shows the filters,
 * available since microversion 3.33.`, `Deletes a share (new in version 2.97).`
 */
function saidVersions(text: string, isFirst: boolean): VersionRange | undefined {
  if (!/\d\.\d/.test(text)) return undefined;
  // Behind the first paragraph, a bracket in front of a sentence is about that sentence.
  const told = isFirst ? text : text.replace(/^(\([^()]*\))\s+(?=\S)/, "$1, ");
  // A line that ends with a version and no full stop is a sentence, too: labels stand below each other.
  const sentences = told.split(/(?<=[.!)])\s+(?=[A-Z(])|(?<=\d)\n/);
  let said: VersionRange | undefined;
  for (const sentence of sentences) {
    const part = isOnlyOfVersions(sentence) ? sentence : isFirst ? endOf(sentence) : undefined;
    const range = part === undefined ? undefined : versionRangeIn(part);
    if (range !== undefined) said = { ...range, ...said };
  }
  return said;
}

/** What stands behind the last comma, or in a bracket at the end, if it says no more than when something came. */
function endOf(sentence: string): string | undefined {
  if (OF_PART.test(sentence)) return undefined;
  const ends = [/\([^()]*\)\W*$/, /,[^,]*$/].map((form) => form.exec(sentence)?.[0].replace(/^,/, ""));
  return ends.find((end) => end !== undefined && isOnlyOfVersions(end));
}

function paragraphsOf(note: Directive): string[] {
  return note.content
    .map((line) => line.text)
    .join("\n")
    .split(/\n\s*\n/);
}
