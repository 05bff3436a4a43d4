import { composeYaml } from "../data/yaml-compose.ts";
import type { YamlFault, YamlNode, YamlScalar } from "../data/yaml-node.ts";
import type { Line } from "../rst/tree.ts";
import { INVISIBLE, NO_BREAK_SPACE, withoutInvisible } from "../text/invisible.ts";
import { SourceFile } from "../text/source-file.ts";
import { type Span, span } from "../text/span.ts";
import type { Notice } from "./notice.ts";

/** One item of the YAML list in a `rest_parameters` or `rest_status_code`: `- name: value` or `- name`. */
export interface RowItem {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined where nothing is behind the name (`- 200`, `- name:`). */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
  /** From the name to the value. */
  readonly span: Span;
  /** It stands below another of the same dash: PyYAML gives a mapping, of which each key is a row. */
  readonly isBelow?: true;
}

/**
 * Reads the list in a `rest_parameters` or `rest_status_code`. Where PyYAML, with which os-api-ref reads it, gives
 * up on the whole list, only the lines in question are skipped. Notices: `parameter-row-invalid`.
 */
export function readRowList(lines: readonly Line[]): { items: RowItem[]; notices: Notice[] } {
  const items: RowItem[] = [];
  const notices: Notice[] = [];
  const groups = groupItems(lines.map(withPlainSpaces));
  for (const line of misaligned(groups)) notices.push(invalid("unaligned", [line], lineSpan(line)));
  for (const itemLines of groups) readItem(itemLines, items, notices);
  for (const line of lines) noticeInvisible(line, notices);
  return { items: items.map(withoutInvisibleNames), notices };
}

/** A no-break space beside a dash or a colon is meant as the space that it looks like. */
function withPlainSpaces(line: Line): Line {
  const { text } = line;
  return text.includes(NO_BREAK_SPACE) ? { ...line, text: text.replaceAll(NO_BREAK_SPACE, " ") } : line;
}

/** Tells of the first character of a row that nobody sees, or that only looks like a space. */
function noticeInvisible({ text, file, offset }: Line, notices: Notice[]): void {
  const at = text.search(UNSEEN);
  if (at < 0 || /^\s*#/.test(text)) return;
  notices.push({
    rule: "parameter-row-invalid",
    span: span(file, offset + at, offset + at + 1),
    detail: { kind: "invisible", text: withoutInvisible(text).trim(), character: text[at]! },
  });
}

const UNSEEN = new RegExp(`${INVISIBLE.source}|${NO_BREAK_SPACE}`);

function withoutInvisibleNames(item: RowItem): RowItem {
  const { name, value } = item;
  if (!INVISIBLE.test(name + (value ?? ""))) return item;
  return { ...item, name: withoutInvisible(name), value: value && withoutInvisible(value) };
}

/**
 * Rows that are indented more than a later one: YAML takes what comes back to the left for the end of the list. Those
 * that are indented otherwise than most are the mistaken ones.
 */
function misaligned(groups: readonly (readonly Line[])[]): Line[] {
  const rows = groups.map(([first]) => first!).filter(({ text }) => /^ *-(?: |$)/.test(text));
  const indents = rows.map(({ text }) => text.search(/[^ ]/));
  if (indents.every((indent) => indent === indents[0])) return [];
  const counts = new Map<number, number>();
  for (const indent of indents) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const usual = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
  return rows.filter((_, index) => indents[index] !== usual);
}

/** The lines of each item: one that is indented no more than the first, and the deeper ones below it. */
function groupItems(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let outermost: number | undefined;
  for (const line of lines) {
    const indent = line.text.search(/[^ ]/);
    if (indent < 0 || line.text[indent] === "#") continue;
    outermost ??= indent;
    if (indent <= outermost || groups.length === 0) groups.push([line]);
    else groups.at(-1)!.push(line);
  }
  return groups;
}

/** What stands in nearly every line, without anything that YAML would read in another way. */
const PLAIN_ITEM =
  /^( *- +)([A-Za-z0-9_](?:[^\s:#"']|:(?=[^\s]))*)(?:(: +)([A-Za-z0-9_](?:[^\s:#]|:(?=[^\s]))*))?\s*(?: #.*)?$/;

function readItem(lines: readonly Line[], items: RowItem[], notices: Notice[]): void {
  const [first] = lines as readonly [Line];
  const plain = lines.length === 1 ? PLAIN_ITEM.exec(first.text) : null;
  if (plain !== null) {
    const [, lead, name, colon, value] = plain as unknown as [string, string, string, string?, string?];
    const start = first.offset + lead.length;
    const nameSpan = span(first.file, start, start + name.length);
    const valueStart = nameSpan.end + (colon?.length ?? 0);
    const valueSpan =
      value === undefined ? undefined : span(first.file, valueStart, valueStart + value.length);
    items.push({ name, nameSpan, value, valueSpan, span: join(nameSpan, valueSpan) });
    return;
  }

  const text = lines.map((line) => line.text).join("\n");
  const { root, problems } = composeYaml(new SourceFile(first.file.path, text), 0, text.length);
  if (problems.length > 0) {
    if (lines.length > 1) {
      // Of lines that make no item together, each is read on its own: the notice is for the one that is wrong.
      notices.push(noYaml(lines, placeIn(lines, problems[0]!.span), problems[0]!.fault));
      for (const line of lines) if (/^ *- /.test(line.text)) readItem([line], items, []);
    } else notices.push(noYaml(lines, lineSpan(first), problems[0]!.fault));
    return;
  }
  const found = root === undefined ? [] : root.kind === "sequence" ? root.items : [root];
  for (const node of found) {
    const inList = root?.kind === "sequence";
    const rows = rowsOf(node, lines, inList);
    if (rows === undefined || !inList) notices.push(invalid("no-row", lines, lineSpan(first)));
    // `name: key` without its dash is meant as a row; a lone text need not be.
    if (rows === undefined || (!inList && node.kind !== "mapping")) continue;
    for (const one of rows) items.push(one);
  }
}

/** The rows of one item: a scalar, or one row for each key of a mapping; undefined where it is neither. */
function rowsOf(node: YamlNode, lines: readonly Line[], inList: boolean): RowItem[] | undefined {
  if (node.kind === "scalar") return [row(node, undefined, lines, 0)];
  if (node.kind === "sequence" || node.entries.some(({ value }) => value.kind !== "scalar")) return undefined;
  return node.entries.map(({ key, value }, index) => {
    // `-name: key` is a mapping without a list, and the name of its key begins with the dash.
    const dash = !inList && key.text.startsWith("-") ? 1 : 0;
    const item = row(key, value as YamlScalar, lines, dash);
    return index === 0 ? item : { ...item, isBelow: true };
  });
}

function row(name: YamlScalar, value: YamlScalar | undefined, lines: readonly Line[], dash: number): RowItem {
  const nameAt = placeIn(lines, name.span);
  const nameSpan = span(nameAt.file, nameAt.start + dash, nameAt.end);
  const filled = value !== undefined && value.text !== "" ? value : undefined;
  const valueSpan = filled && placeIn(lines, filled.span);
  return {
    name: name.text.slice(dash),
    nameSpan,
    value: filled?.text,
    valueSpan,
    span: join(nameSpan, valueSpan),
  };
}

function join(first: Span, second: Span | undefined): Span {
  return second === undefined ? first : span(first.file, first.start, second.end);
}

/** The place in its file of a span in the joined text of the lines. */
function placeIn(lines: readonly Line[], joined: Span): Span {
  const start = offsetIn(lines, joined.start);
  return span(lines[0]!.file, start, Math.max(start, offsetIn(lines, joined.end)));
}

function offsetIn(lines: readonly Line[], joined: number): number {
  let rest = joined;
  for (const line of lines) {
    if (rest <= line.text.length) return line.offset + rest;
    rest -= line.text.length + 1;
  }
  const last = lines.at(-1)!;
  return last.offset + last.text.length;
}

function lineSpan(line: Line): Span {
  const indent = line.text.length - line.text.trimStart().length;
  return span(line.file, line.offset + indent, line.offset + line.text.length);
}

function invalid(kind: "no-row" | "unaligned", lines: readonly Line[], at: Span): Notice {
  return { rule: "parameter-row-invalid", span: at, detail: { kind, text: textAt(lines, at) } };
}

function noYaml(lines: readonly Line[], at: Span, fault: YamlFault): Notice {
  return {
    rule: "parameter-row-invalid",
    span: at,
    detail: { kind: "yaml", text: textAt(lines, at), fault },
  };
}

/** The line that a place stands in, as written. */
function textAt(lines: readonly Line[], { start }: Span): string {
  return (lines.find((line) => start <= line.offset + line.text.length) ?? lines[0]!).text.trim();
}
