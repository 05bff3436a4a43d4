import type { Operation } from "../apiref/model.ts";
import { readUrl } from "../apiref/url.ts";
import type { Edit } from "../text/edit.ts";
import { withoutInvisible } from "../text/invisible.ts";
import { span } from "../text/span.ts";

/**
 * The edit that writes a URL as a path with its variables in braces, where that alone is wrong with it; undefined where
 * what was meant is a person's to say: a host, a variable that stands twice, more text behind the path, a name that is
 * none.
 */
export function mendedUrlEdit({ url, urlSpan, target }: Operation): Edit | undefined {
  const { file, start, end } = urlSpan;
  if (target.webhook || file.text.slice(start, end) !== url) return undefined;
  const text = mended(url);
  const again = readUrl(text, span(file, start, start + text.length));
  const isSame =
    again.mended.length === 0 &&
    again.path === target.path &&
    again.variables.length === target.variables.length &&
    again.query.length === target.query.length &&
    again.query.every(({ name, value }, index) => {
      const other = target.query[index]!;
      return name === other.name && value === other.value;
    });
  return isSame ? { span: urlSpan, text } : undefined;
}

/** A URL with what copies and other notations brought taken out of its path, and the query as it was. */
function mended(url: string): string {
  const plain = withoutInvisible(url).replace(/`/g, "");
  const [, path = "", query = ""] = /^([^?]*)(\?[\s\S]*)?$/.exec(plain)!;
  const braced = path
    .replace(/\\/g, "/")
    .replace(/[ \t]*\/[ \t]*/g, "/")
    .replace(/<([\w-]+)>/g, "{$1}")
    .replace(/(?<=^|\/)(?:\((\w[\w-]*)\)|:(\w+)|\$(\w+)|\$\{(\w+)\}|%\((\w+)\)s)(?=\/|$)/g, (...match) => {
      const name = match.slice(1, 6).find((one) => one !== undefined);
      return `{${name}}`;
    });
  const slashed = `/${braced}`.replace(/\/{2,}/g, "/");
  return query === "" ? slashed.replace(/[.,;:]+$/, "") : slashed + query;
}
