/**
 * Whether a text that is called JSON is none at all, such as a log: it begins with words, and no line of it begins as a JSON value does
 * that holds others (RFC 8259, section 2). A value with a slip is no plain text.
 */
export function isPlainText(text: string): boolean {
  return /^\s*[A-Za-z][\w-]*:?[ \t]+\S/.test(text) && !/^\s*[[\]{}"]/m.test(text);
}
