import { visibleLines } from "../text/visible.ts";

/** What stands in an element: a text, or elements as `element` gives them. */
type Content = string | readonly Element[];

/** An XML element as lines of text. */
export type Element = readonly string[];

/** Writes an XML 1.0 document with one root element. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.join("\n")}\n`;
}

/** An element; attributes that are undefined are left out, elements within it stand on lines of their own. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: Content = [],
): Element {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapedAttribute(`${value}`)}"`],
  );
  const start = `<${name}${written.join("")}`;
  if (content.length === 0) return [`${start}/>`];
  if (typeof content === "string") return [`${start}>${escaped(content)}</${name}>`];
  return [`${start}>`, ...content.flat().map((line) => `  ${line}`), `</${name}>`];
}

/** Of the characters that XML 1.0 has no way to write (production 2, `Char`) those that are not escaped for people. */
const ILLEGAL = /[\ufffe\uffff]/g;

function escaped(text: string): string {
  return visibleLines(text)
    .replace(ILLEGAL, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Readers turn white space in attributes into spaces unless it is written as a reference. */
function escapedAttribute(text: string): string {
  return escaped(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
