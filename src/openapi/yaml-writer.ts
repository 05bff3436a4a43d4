import { writtenAt } from "../data/written-number.ts";
import type { Json, JsonObject } from "./specification.ts";

const STEP = "  ";
/** YAML reads `key: value` on one line up to 1024 characters of key (YAML 1.2, 7.4.2); then it wants `? key`. */
const LONGEST_KEY = 1000;

/**
 * A JSON value as YAML that YAML 1.2 and 1.1 readers read as the same value: block style, no aliases, no
 * folding, texts of several lines as literal blocks. The `yaml` package does the same with many more choices, but
 * slower by more than a tenth of a whole run: 230 ms of CPU for a document of a megabyte against 58 ms, where a build of it
 * takes 1.5 s.
 *
 * ```yaml
 * openapi: 3.1.1
 * info:
 *   description: |-
 *     First line
 *     second line
 *   version: '2.60'
 * tags:
 *   - name: Widgets
 * ```
 */
export function writeYaml(value: Json): string {
  const scalars = new Map<string, string>();
  /** Keys and short values come again and again; what they look like is worked out once. */
  const inline = (text: string): string => {
    const known = scalars.get(text);
    if (known !== undefined) return known;
    const written = inlineText(text);
    scalars.set(text, written);
    return written;
  };

  /** What follows `key:` or `-`, with the space or line break before it. */
  const after = (
    holder: JsonObject | readonly Json[],
    key: string | number,
    indent: string,
    inSequence: boolean,
  ): string => {
    const node = (holder as JsonObject)[key];
    if (typeof node === "number")
      return ` ${writtenNumber(writtenAt(holder, key) ?? JSON.stringify(node))}\n`;
    if (typeof node === "string") {
      if (node.includes("\n")) return ` ${literalBlock(node, indent) ?? doubleQuoted(node)}\n`;
      return ` ${node.length > 100 ? inlineText(node) : inline(node)}\n`;
    }
    if (typeof node !== "object" || node === null) return ` ${node}\n`;
    const body = Array.isArray(node) ? sequence(node, indent) : mapping(node, indent);
    if (body === "") return Array.isArray(node) ? " []\n" : " {}\n";
    // The first entry stands on the line of its `-`.
    return inSequence ? ` ${body.slice(indent.length)}` : `\n${body}`;
  };
  const mapping = (node: JsonObject, indent: string): string => {
    const deeper = indent + STEP;
    let text = "";
    for (const key of Object.keys(node)) {
      if (node[key] === undefined) continue;
      const name = inline(key);
      text +=
        name.length > LONGEST_KEY
          ? `${indent}? ${name}\n${indent}:${after(node, key, deeper, true)}`
          : `${indent}${name}:${after(node, key, deeper, false)}`;
    }
    return text;
  };
  const sequence = (node: readonly Json[], indent: string): string => {
    const deeper = indent + STEP;
    let text = "";
    for (const index of node.keys()) text += `${indent}-${after(node, index, deeper, true)}`;
    return text;
  };
  return after([value], 0, "", true).slice(1);
}

/**
 * A number as JSON has it, but with the point and the sign that YAML 1.1 wants with an exponent; one that is larger than
 * all that readers hold stays as it is written.
 */
function writtenNumber(text: string): string {
  const [, digits, sign, exponent] = /^([^eE]+)[eE]([+-]?)(.+)$/.exec(text) ?? [];
  if (digits === undefined || !Number.isFinite(Number(text))) return text;
  return `${digits.includes(".") ? digits : `${digits}.0`}e${sign || "+"}${exponent}`;
}

/**
 * Begins with a letter, `/`, `_` or `$`, so it can be no number, date, time, merge key or indicator; holds no `: ` or
 * ` #`, nor a `:` or space at its end; nothing but printable ASCII.
 */
const PLAIN = /^[A-Za-z/_$](?:[!-"$-9;-~]|:(?=[^ ])|#(?<! #)| (?=[^ ]))*$/;

/** Words that YAML 1.1 or 1.2 reads as a boolean or null; and `e1`, in which some readers of 1.1 see a number. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?[0-9]+)$/i;

/** What must be escaped: control characters, line breaks of YAML 1.1, marks of byte order, lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** A text on one line: plain where that is safe, else in single quotes, else in double quotes. */
function inlineText(text: string): string {
  if (PLAIN.test(text) && !RESERVED.test(text)) return text;
  return UNPRINTABLE.test(text) ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}

/** JSON's string is one of YAML's, once the characters that only YAML minds are escaped too. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * A literal block (YAML 1.2, 8.1.2), or undefined where one would not keep the text: its indentation is read off its
 * first line, and lines of white space alone are not told from indentation.
 */
function literalBlock(text: string, indent: string): string | undefined {
  if (/^[ \t\n]|\n[ \t]+(?:\n|$)/.test(text) || UNPRINTABLE.test(text.replace(/[\t\n]+/g, "")))
    return undefined;
  const chomping = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") ? "+" : "";
  const content = text.endsWith("\n") ? text.slice(0, -1) : text;
  const margin = indent === "" ? STEP : indent;
  return `|${chomping}\n${content.replace(/^(?=.)/gm, margin)}`;
}
