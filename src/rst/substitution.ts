import { optionValue } from "./directive.ts";
import type { Directive } from "./tree.ts";

/** Stands in a text where a page begins a new paragraph although the RST goes on (Unicode's own character for it). */
export const PARAGRAPH_BREAK = "\u2029";
/** Stands in a text where a page begins a new line. */
export const LINE_BREAK = "\u2028";

/** The RST text that a substitution stands for; undefined where nothing but Sphinx knows it, such as a date. */
export function substitutionText({ name, argument, content, options }: Directive): string | undefined {
  const text = [...argument, ...content]
    .map((line) => line.text.trim())
    .join(" ")
    .trim();
  switch (name) {
    case "replace":
      return text;
    case "unicode":
      return charactersOf(text);
    case "image":
      return optionValue(options, "alt") ?? "";
    case "raw":
      return argument[0]?.text.trim().split(/\s+/).includes("html") === true ? breaksOf(text) : "";
    default:
      return undefined;
  }
}

/** `Lamps U+2122 .. comment` → `Lamps™`: codes of characters, and text that stands for itself. */
function charactersOf(text: string): string {
  return text
    .replace(/(?:^| )\.\. .*$/, "")
    .split(/\s+/)
    .map((word) => {
      const code = /^(?:0x|\\?x|U\+?|\\u|&#x)([0-9a-f]+);?$/i.exec(word)?.[1];
      const point =
        code === undefined ? Number(/^\d+$/.exec(word)?.[0] ?? Number.NaN) : Number.parseInt(code, 16);
      return Number.isNaN(point) || point > 0x10ffff ? word : String.fromCodePoint(point);
    })
    .join("");
}

/** Of raw HTML the breaks, which people use it for; CommonMark has its own words for all else. */
function breaksOf(html: string): string {
  if (/<\/?p\b/i.test(html)) return PARAGRAPH_BREAK;
  return /<br\b/i.test(html) ? LINE_BREAK : "";
}
