import { unescapeText } from "./escapes.ts";
import { AFTER_MARKUP, BEFORE_MARKUP } from "./recognition.ts";
import { SIMPLE_NAME } from "./simple-name.ts";
import type { Inline } from "./tree.ts";

/** The roles under which `restructured` is given inline targets, which it throws on, and phrase references. */
export const TARGET_ROLE = "inline-target";
export const REFERENCE_ROLE = "phrase-reference";
export const ANONYMOUS_ROLE = "anonymous-reference";

/** `text <uri>`, `text <name_>`, or the name of a target. */
export function referenceOf(source: string, anonymous = false): Inline {
  const embedded = /^([\s\S]*?)(?:^|\s+)<([^<>\s][^<>]*)>$/.exec(source);
  if (embedded === null) {
    const name = targetKey(source);
    return { kind: "reference", text: unescapeText(source), name, ...(anonymous ? { anonymous } : {}) };
  }
  const [, text, destination] = embedded as unknown as [string, string, string];
  if (/[^\\]_$/.test(destination) && !URI.test(destination)) {
    const name = targetKey(destination.slice(0, -1));
    return { kind: "reference", text: text === "" ? name : unescapeText(text), name };
  }
  const uri = unescapeText(destination.replace(/(?<!\\)\s+/g, ""));
  return { kind: "reference", text: text === "" ? uri : unescapeText(text), uri };
}

/** The name of a target as references find it: without regard to case and white space. */
export function targetKey(name: string): string {
  return unescapeText(name).replace(/\s+/g, " ").trim().toLowerCase();
}

/** Roles whose text is code: a backslash in it is a backslash. */
const RAW_ROLES = new Set(["code", "literal", "math", "raw"]);

/** Roles that stand for themselves, so that `<…>` at the end of the text is no target. */
const PLAIN_ROLES = new Set(
  "abbr command dfn emphasis file guilabel kbd mailheader makevar manpage menuselection mimetype newsgroup program regexp samp strong sub subscript sup superscript title title-reference".split(
    " ",
  ),
);

/** Interpreted text in a role; without one, in the default role. */
export function roleOf(role: string, source: string): Inline {
  if (role === REFERENCE_ROLE || role === ANONYMOUS_ROLE) return referenceOf(source, role === ANONYMOUS_ROLE);
  if (role === TARGET_ROLE) return { kind: "text", text: source };
  if (RAW_ROLES.has(role)) return { kind: "role", role, text: source };
  const text = unescapeText(source);
  const titled = role === "" || PLAIN_ROLES.has(role) ? null : /^([\s\S]+?)\s*<([^<>]*)>$/.exec(text);
  return titled === null
    ? { kind: "role", role, text }
    : { kind: "role", role, text: titled[1]!, target: titled[2]! };
}

/** A standalone URL; of the schemes that docutils knows the ones that occur in prose. */
const URI =
  /(?:https?|ftps?|sftp|ssh|git|file|ldaps?|wss?):\/\/[\w.!~*'()[\];/:@&=+$,%?#-]{0,2000}[\w~*/=+]|mailto:[\w.+%-]{1,200}@[\w.-]{1,200}\w/;
const IN_TEXT = new RegExp(
  `${BEFORE_MARKUP}(?:(?<uri>${URI.source})|\\[#(?<label>${SIMPLE_NAME})\\]_)${AFTER_MARKUP}`,
  "gu",
);

/** Text, with the URLs and the named footnote references in it, which `restructured` takes for text. */
export function withUris(text: string): Inline[] {
  if (!/:\/\/|mailto:|\[#/.test(text)) return text === "" ? [] : [{ kind: "text", text: unescapeText(text) }];
  const inlines: Inline[] = [];
  let shown = 0;
  for (const match of text.matchAll(IN_TEXT)) {
    const { uri, label } = match.groups!;
    if (match.index > shown)
      inlines.push({ kind: "text", text: unescapeText(text.slice(shown, match.index)) });
    if (uri === undefined) inlines.push({ kind: "footnote-reference", label: `#${label}` });
    else inlines.push({ kind: "reference", text: unescapeText(uri), uri: unescapeText(uri) });
    shown = match.index + match[0].length;
  }
  if (shown < text.length) inlines.push({ kind: "text", text: unescapeText(text.slice(shown)) });
  return inlines;
}
