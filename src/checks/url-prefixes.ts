import type { Operation } from "../apiref/model.ts";
import type { Draft } from "../findings/finding.ts";
import { addTo } from "../text/grouped.ts";
import { span } from "../text/span.ts";
import { inOperation } from "./naming.ts";

/** So many operations have to have a prefix, for each that lacks it. */
const MOST = 3;

/**
 * The URLs that lack what the others of the same resource in the same document begin with: `/lamps/{lamp_id}` beside three
 * and more as `/v2/lamps/{lamp_id}`.
 */
export function* missingPrefixes(operations: readonly Operation[]): Iterable<Draft> {
  const byResource = new Map<string, Map<string, Operation[]>>();
  for (const operation of operations) {
    if (operation.target.webhook) continue;
    const { prefix, resource } = partsOf(operation);
    if (resource === undefined) continue;
    const key = `${operation.document} ${resource}`;
    const prefixes = byResource.get(key) ?? new Map<string, Operation[]>();
    byResource.set(key, prefixes);
    addTo(prefixes, prefix, operation);
  }
  for (const prefixes of byResource.values()) {
    const bare = prefixes.get("") ?? [];
    const [found, ...others] = [...prefixes].filter(([prefix]) => prefix !== "");
    if (found === undefined || others.length > 0 || found[1].length < MOST * bare.length) continue;
    const [prefix, siblings] = found;
    for (const operation of bare) {
      const { url, urlSpan } = operation;
      const start = span(urlSpan.file, urlSpan.start, urlSpan.start);
      yield {
        message: `The URLs of ${siblings.length} other operations begin with \`${prefix}\`. Write \`${prefix}${url}\`.`,
        span: urlSpan,
        ...(url.startsWith("/") ? { edits: [{ span: start, text: prefix }] } : {}),
        ...inOperation(operation),
      };
    }
  }
}

/** The version, and a variable behind it, before the first other word of a path: `/v3/{project_id}`, `volumes`. */
function partsOf({ target: { path } }: Operation): { prefix: string; resource: string | undefined } {
  const prefix = /^\/v\d[\w.]*(?:\/\{[^{}/]*\})?(?=\/[^{])/.exec(path)?.[0] ?? "";
  return { prefix, resource: /^\/([^/{}]+)/.exec(path.slice(prefix.length))?.[1] };
}

/** The URLs with a word right behind a variable, where a slash was left out: `/lamps/{lamp_id}bulbs`. */
export function* missingSlashes(operations: readonly Operation[]): Iterable<Draft> {
  for (const operation of operations) {
    const { url, urlSpan } = operation;
    const [path = ""] = url.split("?");
    const match = /(?<=\/\{[^{}/]*\})[A-Za-z][\w-]{2,}(?=\/|$)/.exec(path);
    if (match === null || !urlSpan.file.text.startsWith(url, urlSpan.start)) continue;
    const at = urlSpan.start + match.index;
    const [word] = match;
    yield {
      message: `\`${word}\` stands right behind a variable, as a part of its value. Write \`/${word}\`.`,
      span: span(urlSpan.file, at, at + word.length),
      edits: [{ span: span(urlSpan.file, at, at), text: "/" }],
      ...inOperation(operation),
    };
  }
}
