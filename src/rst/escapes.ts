/**
 * A text without its backslash escapes (docutils' `unescape`): a backslash goes and keeps the character behind it
 * as it is; white space behind it goes too.
 */
export function unescapeText(text: string): string {
  return text.includes("\\")
    ? text.replace(/\\(\s|[\s\S])?/g, (_, escaped?: string) => escaped?.trim() ?? "")
    : text;
}
