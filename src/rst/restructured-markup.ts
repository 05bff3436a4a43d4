import restructured from "restructured";
import { unescapeText } from "./escapes.ts";
import { referenceOf, roleOf } from "./interpreted.ts";
import { roleBefore } from "./markup-survey.ts";
import type { Inline } from "./tree.ts";

/** Longer texts, and texts with longer words, are left alone: `restructured` takes quadratic time in a word. */
const LONGEST = 10_000;
const LONGEST_WORD = /\S{300}/;

/** A word before the text keeps `restructured` from taking its start for that of a list, a title or a comment. */
const PREFIX = "x ";

/** The markup as `restructured` reads it; undefined where it throws, or loses a word. */
export function parseWhole(source: string): readonly Inline[] | undefined {
  if (source.length > LONGEST || LONGEST_WORD.test(source)) return undefined;
  let nodes: readonly restructured.RstNode[];
  try {
    const [paragraph, ...others] = restructured.default.parse(`${PREFIX}${source}\n`).children ?? [];
    if (paragraph?.type !== "paragraph" || others.length > 0) return undefined;
    nodes = paragraph.children ?? [];
  } catch {
    return undefined;
  }
  if (wordCharacters(nodes) !== wordCharacters([{ type: "text", value: PREFIX + source }])) return undefined;
  return mergeTexts(convert(nodes));
}

/** `restructured` breaks text where it saw the start of markup that is none. */
function mergeTexts(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.kind === "text" && last?.kind === "text")
      merged[merged.length - 1] = { kind: "text", text: last.text + inline.text };
    else merged.push(inline);
  }
  return merged;
}

/** The number of letters and digits in nodes, those in the names of roles included. */
function wordCharacters(nodes: readonly restructured.RstNode[]): number {
  let count = 0;
  for (const { value, role, children } of nodes) {
    for (const text of [value ?? "", role ?? ""]) count += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (children !== undefined) count += wordCharacters(children);
  }
  return count;
}

function convert(nodes: readonly restructured.RstNode[]): Inline[] {
  const inlines: Inline[] = [];
  for (const [index, node] of nodes.entries()) {
    let text = sourceOf(node);
    if (index === 0) text = text.slice(PREFIX.length);
    if (index === nodes.length - 1) text = text.replace(/\n$/, "");
    // The role of a domain, as in :py:class:`text`, comes as text before text in the default role.
    const last = inlines.at(-1);
    const role = node.role === null && last?.kind === "text" ? roleBefore(last.text) : undefined;
    if (role === undefined || last?.kind !== "text")
      inlines.push(node.type === "text" ? { kind: "text", text } : inlineOf(node, text));
    else {
      inlines[inlines.length - 1] = { kind: "text", text: last.text.slice(0, -role.length - 2) };
      inlines.push(roleOf(role, text));
    }
  }
  return inlines;
}

/** The text in a node, escapes and all. */
function sourceOf(node: restructured.RstNode): string {
  return node.value ?? (node.children ?? []).map(sourceOf).join("");
}

function inlineOf(node: restructured.RstNode, text: string): Inline {
  switch (node.type) {
    case "literal":
      return { kind: "literal", text };
    case "emphasis":
    case "strong":
      return { kind: node.type, children: [{ kind: "text", text: unescapeText(text) }] };
    case "interpreted_text":
      return roleOf(node.role ?? "", text);
    case "substitution_reference":
      return { kind: "substitution", name: unescapeText(text) };
    case "footnote_reference":
    case "citation_reference":
      return { kind: "footnote-reference", label: text };
    case "reference":
      return referenceOf(text);
    default:
      return { kind: "text", text };
  }
}
