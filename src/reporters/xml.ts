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

/** Characters that XML 1.0 has no way to write (production 2, `Char`), lone surrogates among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function escaped(text: string): string {
  return text
    .replace(ILLEGAL, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** Readers turn white space in attributes into spaces unless it is written as a reference. */
function escapedAttribute(text: string): string {
  return escaped(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
