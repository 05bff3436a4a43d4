import type { SourceFile } from "../text/source-file.ts";
import { span } from "../text/span.ts";
import type { YamlEntry, YamlScalar } from "./yaml-node.ts";
import { resolvePlainScalar } from "./yaml-scalar.ts";

/** `limit:` alone in its line at the left margin; no blanks, so no `: ` and no ` #` can be in it. */
const KEY_LINE = /^([A-Za-z0-9_](?:[^\s:#]|:(?=\S))*):$/;
/** `  type: integer`, `  description: |`, `  in: query`. */
const FIELD_LINE = /^( +)([A-Za-z0-9_][\w.-]*):(?: (\|-?|[A-Za-z0-9_(/.].*))?$/;
/** What makes more than a plain text of the rest of a line. */
const NOT_PLAIN = /: | #|:$/;
/** Tabs, other line ends and other controls, which mean something to YAML. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;

/**
 * Reads one entry at the left margin in the form that nearly all of api-ref's YAML has: a key, and below it fields
 * with a plain text in the line or a literal block (`|`). Undefined for everything else, which is then for the
 * YAML parser; where it gives an entry, it is the one that the parser gives. Files of ten thousand lines are read
 * in a tenth of the parser's time, which is a tenth of a whole `lint` where definitions are the larger part of a tree, and
 * 3 to 5 % elsewhere.
 */
export function readPlainEntry(file: SourceFile, start: number, end: number): YamlEntry | undefined {
  const { text } = file;
  if (SPECIAL.test(text.slice(start, end))) return undefined;
  let lineEnd = endOfLine(text, start, end);
  const keyText = KEY_LINE.exec(text.slice(start, lineEnd))?.[1];
  if (keyText === undefined) return undefined;
  const key = scalar(file, keyText, start);

  const fields: YamlEntry[] = [];
  let fieldIndent: number | undefined;
  let at = lineEnd + 1;
  while (at < end) {
    lineEnd = endOfLine(text, at, end);
    const line = text.slice(at, lineEnd);
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) {
      at = lineEnd + 1;
      continue;
    }
    const match = FIELD_LINE.exec(line);
    if (match === null) return undefined;
    const [, blanks, name, written] = match as unknown as [string, string, string, string?];
    fieldIndent ??= blanks.length;
    if (blanks.length !== fieldIndent) return undefined;
    const nameAt = at + fieldIndent;
    const nameEnd = nameAt + name.length;
    const fieldKey = scalar(file, name, nameAt);
    at = lineEnd + 1;
    if (written === "|" || written === "|-") {
      const block = readLiteral(text, at, end, fieldIndent);
      if (block === undefined) return undefined;
      const value = written === "|" ? `${block.text}\n` : block.text;
      fields.push({
        key: fieldKey,
        value: { kind: "scalar", value, text: value, span: span(file, nameEnd + 2, block.end) },
      });
      at = block.next;
    } else {
      if (written !== undefined && NOT_PLAIN.test(written.trimEnd())) return undefined;
      const plain = written?.trimEnd() ?? "";
      const valueAt = written === undefined ? nameEnd + 1 : nameEnd + 2;
      fields.push({ key: fieldKey, value: scalar(file, plain, valueAt) });
      if (continues(text, at, end, fieldIndent)) return undefined;
    }
  }
  const last = fields.at(-1);
  if (last === undefined) return undefined;
  return {
    key,
    value: {
      kind: "mapping",
      entries: fields,
      span: span(file, fields[0]!.key.span.start, Math.max(last.key.span.end, last.value.span.end)),
    },
  };
}

function scalar(file: SourceFile, text: string, at: number): YamlScalar {
  return { kind: "scalar", value: resolvePlainScalar(text), text, span: span(file, at, at + text.length) };
}

function endOfLine(text: string, at: number, end: number): number {
  const found = text.indexOf("\n", at);
  return found < 0 || found > end ? end : found;
}

function indentOf(text: string, at: number): number {
  let index = at;
  while (text.charCodeAt(index) === 32) index++;
  return index - at;
}

/** Whether the next line with text is indented more than a field, so that it belongs to the value above. */
function continues(text: string, from: number, end: number, fieldIndent: number): boolean {
  for (let at = from; at < end; at = endOfLine(text, at, end) + 1) {
    const indent = indentOf(text, at);
    const ink = at + indent;
    if (ink >= end || text[ink] === "\n" || text[ink] === "#") continue;
    return indent > fieldIndent || text[ink] === "-";
  }
  return false;
}

/** A literal block without its last line end (YAML 1.2.2, section 8.1.2), and where the text goes on. */
function readLiteral(
  text: string,
  from: number,
  end: number,
  fieldIndent: number,
): { text: string; end: number; next: number } | undefined {
  const lines: string[] = [];
  let indent = 0;
  let blank = 0;
  let next = from;
  let last = from;
  for (let at = from; at < end; ) {
    const lineEnd = endOfLine(text, at, end);
    const own = indentOf(text, at);
    if (at + own >= lineEnd) {
      // Blanks beyond the indentation are text of the block.
      if (own > 0 && (indent === 0 || own > indent)) return undefined;
      blank++;
    } else {
      if (own <= fieldIndent) break;
      if (indent === 0) indent = own;
      else if (own < indent) return undefined;
      for (; blank > 0; blank--) lines.push("");
      lines.push(text.slice(at + indent, lineEnd));
      last = lineEnd;
      next = lineEnd + 1;
    }
    at = lineEnd + 1;
  }
  // Without a last line end in the file, the text has none either.
  if (lines.length === 0 || last >= text.length) return undefined;
  return { text: lines.join("\n"), end: last, next };
}
