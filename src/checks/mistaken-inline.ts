import type { Draft } from "../findings/finding.ts";
import { type MarkupInText, markupOf, textOf } from "../rst/markup-survey.ts";
import type { Block, TextRun } from "../rst/tree.ts";
import { NOTHING } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";
import { runsOf, spanIn } from "./runs.ts";

/** Only these can hold what is looked for here; most texts have none. */
const SUSPICIOUS = /(?<!`)`(?!`)|``\w[^`]*\s``\w|(?<!\S)\*\* \S|\*\*\w[^*]*\s\*\*\w|''\w/;

/** Roles that refer to something, those of openstackdocstheme among them; other names may well be words of a sentence. */
const REFERRING = "(?:ref|doc|term|numref|option|envvar|download|[a-z0-9-]+-(?:doc|api|bug|spec)s?)";
const ROLE_WITHOUT_FIRST_COLON = new RegExp(`(?<![\\w:-])${REFERRING}:$`);
const ROLE_WITH_BLANK = new RegExp(`(?<![\\w:])(:${REFERRING}:)\\s+$`);
const ROLE_WITHOUT_SECOND_COLON = new RegExp(`(?<![\\w:])(:${REFERRING})\`[^\`]+\``, "g");
const LINK = /<(?:https?|ftp):\/\/[^<>]+>$/;
const LINK_WITHOUT_START = /<(?:https?|ftp):\/\/[^<>\s`]+>`__?(?!\w)/g;
const QUOTED_LITERAL = /(?<![\w'])''(?=\w)[^']{1,60}(?<=\w)''(?![\w'])/g;
const STRONG_WITH_BLANK = /(?<!\S)\*\* [^*\s](?:[^*]*[^*\s])?\*\*(?![\w*])/g;

/**
 * Inline markup with a slip that docutils says nothing of, since it reads something else there: a link without its `_`, a
 * literal with one backquote too few, a role without a colon.
 */
export function* mistakenInline(block: Block): Iterable<Draft> {
  for (const run of runsOf(block))
    for (const { message, start, end } of slipsOf(run)) yield { message, span: spanIn(run, start, end) };
}

interface Slip {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** The slips in a run of text, with their places in `textOf(run)`. */
export function slipsOf(run: TextRun): readonly Slip[] {
  return SUSPICIOUS.test(textOf(run)) ? knownSlips(run) : NOTHING;
}

const knownSlips = remembered((run: TextRun): readonly Slip[] => [...slipsIn(run)]);

function* slipsIn(run: TextRun): Iterable<Slip> {
  const { text, markup: all } = markupOf(run);
  let shown = 0;
  for (const markup of all) {
    yield* slipsBetween(text, shown, markup.start);
    shown = markup.end;
    const slip = slipOf(markup, text.slice(Math.max(0, markup.start - FURTHEST), markup.start));
    if (slip !== undefined) yield slip;
  }
  yield* slipsBetween(text, shown, text.length);
}

/** No role is longer, with the blanks behind it. */
const FURTHEST = 100;

/** What is wrong with markup that docutils reads; with what stands before it. */
function slipOf({ mark, endMark, inside, start, end, role }: MarkupInText, before: string): Slip | undefined {
  if (mark === "``" && /\s``\S/.test(inside))
    return {
      message: "A literal goes on up to the end of the next one. Close it with two backquotes.",
      start,
      end: start + inside.search(/\s/) + 2,
    };
  if (mark === "**" && /\s\*\*\S/.test(inside))
    return {
      message: "Strong text goes on up to the end of the next one. Close it with `**`.",
      start,
      end: start + inside.search(/\s/) + 2,
    };
  if (mark !== "`" || endMark !== "`" || role !== undefined) return undefined;
  if (LINK.test(inside))
    return {
      message: "A link without `_` behind it is shown as it is. Write `` `text <address>`_ ``.",
      start,
      end,
    };
  if (inside.endsWith("`"))
    return {
      message: "A literal begins with one backquote and ends with two. Begin it with two.",
      start,
      end,
    };
  const name = ROLE_WITHOUT_FIRST_COLON.exec(before)?.[0];
  if (name !== undefined)
    return {
      message: `\`${name}\` is not a role without a colon in front. Write \`:${name}\`.`,
      start: start - name.length,
      end,
    };
  const apart = ROLE_WITH_BLANK.exec(before);
  if (apart !== null)
    return {
      message: `\`${apart[1]}\` is separated from its text, and is shown as it is. Remove the blank.`,
      start: start - before.length + apart.index,
      end,
    };
  return undefined;
}

/** What is wrong with text that holds no markup to docutils. */
function* slipsBetween(text: string, from: number, to: number): Iterable<Slip> {
  const between = text.slice(from, to);
  const slips = (pattern: RegExp, messageOf: (match: RegExpMatchArray) => string): Slip[] =>
    [...between.matchAll(pattern)].map((match) => ({
      message: messageOf(match),
      start: from + match.index,
      end: from + match.index + match[0].length,
    }));
  yield* slips(
    LINK_WITHOUT_START,
    () => "A link without a backquote in front. Write `` `text <address>`_ ``.",
  );
  yield* slips(
    ROLE_WITHOUT_SECOND_COLON,
    ([, name]) => `\`${name}\` is not a role without a colon behind. Write \`${name}:\`.`,
  );
  yield* slips(
    QUOTED_LITERAL,
    ([whole]) =>
      `Two straight quotes mark nothing, and are shown as they stand. Write \`*${whole.slice(2, -2).replace(/\s+/g, " ")}*\` for emphasis, or two backquotes on either side for code.`,
  );
  yield* slips(
    STRONG_WITH_BLANK,
    () => "`**` with a blank behind it begins nothing, and is shown as it stands. Remove the blank.",
  );
}
