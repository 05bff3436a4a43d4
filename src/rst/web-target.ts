/** Schemes of which a browser opens the target, and runs nothing. */
const SCHEMES = new Set(["http", "https", "mailto"]);

/**
 * Whether an address may be the target of a link in what is published: one with a scheme that runs nothing, or a relative
 * one. Browsers drop blanks and control characters from a scheme, and CommonMark reads `&colon;` and `\:` as a colon, so
 * none of these may stand where a scheme would.
 */
export function isWebTarget(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that browsers drop
  const written = address.replace(/[\u0000-\u0020\u007f-\u00a0]/g, "");
  const [, start = "", end] = /^([^:/?#]*)(:?)/.exec(written)!;
  if (/[&\\]/.test(start)) return false;
  return end === "" || SCHEMES.has(start.toLowerCase());
}

/**
 * CommonMark that somebody else wrote, with what a browser would run made text: HTML, and links whose target is none of the
 * web. In code, where CommonMark has no escapes, the backslash shows.
 */
export function harmlessMarkdown(markdown: string): string {
  return markdown
    .replace(/<(?=[a-z/!?])([^>\s]*>)?/gi, (mark, rest: string | undefined) =>
      rest !== undefined && AUTOLINK.test(rest) ? mark : `\\${mark}`,
    )
    .replace(
      /\]([(:])(?=[\s>]*(?:<([^>]*)|([^\s)]*)))/g,
      (mark, sign: string, pointed?: string, plain = "") =>
        isWebTarget(pointed ?? plain) ? mark : `]\\${sign}`,
    );
}

const AUTOLINK = /^(?:https?:\/\/|mailto:)[^<>"\s]*>$|^[\w.+-]+@[\w.-]+>$/i;
