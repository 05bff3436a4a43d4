import { parseInline } from "../rst/inline.ts";
import { targetKey } from "../rst/interpreted.ts";
import { spanOfLines } from "../rst/lines.ts";
import { textOf } from "../rst/markup-survey.ts";
import type { Inline, TextRun } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { literalPattern } from "../text/literal-pattern.ts";
import type { Span } from "../text/span.ts";
import { runsOf, spanIn } from "./runs.ts";

/** A name that a text uses and something else has to define. */
export interface UsedName {
  readonly kind: "label" | "document" | "target" | "anonymous" | "substitution" | "footnote" | "role";
  readonly name: string;
  readonly span: Span;
}

/** The names that the texts of blocks use, in reading order. */
export const usedNames = gathered((block): readonly UsedName[] => {
  const using = runsOf(block).filter((run) => MAY_USE.test(textOf(run)));
  return using.length === 0 ? NOTHING : using.flatMap((run) => [...namesIn(run)]);
});

/** A role, a reference, a substitution or a footnote may be in the text; most texts have none. */
const MAY_USE = /:`|`:|`_|[\p{L}\p{N}]_(?![\p{L}\p{N}_])|\][_]|\|\S/u;

function* namesIn(run: TextRun): Iterable<UsedName> {
  const text = textOf(run);
  let from = 0;
  for (const inline of flat(parseInline(run))) {
    const used = nameOf(inline);
    const written = used === undefined ? writtenIn(inline) : used.written;
    if (written === undefined) continue;
    const found = find(text, written, from);
    if (found !== undefined) from = found.end;
    if (used === undefined) continue;
    const isAnonymous = used.kind === "target" && /^`?__/.test(text.slice(found?.end, (found?.end ?? 0) + 3));
    yield {
      kind: isAnonymous ? "anonymous" : used.kind,
      name: used.name,
      span: found === undefined ? spanOfLines(run.lines) : spanIn(run, found.start, found.end),
    };
  }
}

function* flat(inlines: readonly Inline[]): Iterable<Inline> {
  for (const inline of inlines) {
    yield inline;
    if (inline.kind === "strong" || inline.kind === "emphasis") yield* flat(inline.children);
  }
}

interface Used {
  readonly kind: UsedName["kind"];
  readonly name: string;
  /** What of it stands in the text. */
  readonly written: string;
}

function nameOf(inline: Inline): Used | undefined {
  switch (inline.kind) {
    case "reference":
      return inline.name === undefined || inline.uri !== undefined
        ? undefined
        : { kind: "target", name: inline.name, written: inline.text };
    case "substitution":
      return { kind: "substitution", name: inline.name, written: inline.name };
    case "footnote-reference":
      return { kind: "footnote", name: inline.label, written: inline.label };
    case "role": {
      const name = inline.target ?? inline.text;
      if (inline.role === "ref") return { kind: "label", name: targetKey(name), written: name };
      if (inline.role === "doc") return { kind: "document", name, written: name };
      return inline.role === "" || isKnownRole(inline.role)
        ? undefined
        : { kind: "role", name: inline.role, written: inline.role };
    }
    default:
      return undefined;
  }
}

/** The text of markup that uses no name, so that the search goes on behind it. */
function writtenIn(inline: Inline): string | undefined {
  if (inline.kind === "literal" || inline.kind === "role") return inline.text;
  return inline.kind === "reference" ? (inline.uri ?? inline.text) : undefined;
}

/** Where words stand in a text from an offset on, whatever white space is between them. */
function find(text: string, words: string, from: number): { start: number; end: number } | undefined {
  const plain = text.indexOf(words, from);
  if (plain >= 0) return { start: plain, end: plain + words.length };
  if (!words.includes(" ")) return undefined;
  const pattern = words.split(/\s+/).map(literalPattern);
  const spaced = new RegExp(pattern.join("\\s+"), "g");
  spaced.lastIndex = from;
  const match = spaced.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** The roles of docutils (`languages/en.py`) and Sphinx (`roles.py`, `domains/std`). */
export const ROLES: ReadonlySet<string> = new Set(
  (
    "ab abbreviation ac acronym anonymous-reference citation-reference code emphasis footnote-reference i index literal math" +
    " named-reference pep pep-reference raw rfc rfc-reference strong sub subscript substitution-reference sup superscript t target" +
    " title title-reference uri uri-reference url abbr any download file guilabel menuselection samp command dfn kbd mailheader" +
    " makevar manpage mimetype newsgroup program regexp doc envvar keyword numref option ref term token eq confval cve cwe" +
    " attr class const data exc func meth mod obj deco type"
  ).split(" "),
);

/** Roles of a domain; of openstackdocstheme, for the documents of each project; of extlinks, for its bugs. */
const OTHER_ROLES = /^(?:(?:c|cpp|js|math|py|rst|std):|[a-z0-9-]+-(?:doc|api|bug|spec)s?$)/;

function isKnownRole(name: string): boolean {
  const lower = name.toLowerCase();
  return ROLES.has(lower) || OTHER_ROLES.test(lower);
}
