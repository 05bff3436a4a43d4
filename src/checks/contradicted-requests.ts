import type { Operation, Sample } from "../apiref/model.ts";
import type { Draft } from "../findings/finding.ts";
import { sampleSpan, sourceOffset } from "../samples/place.ts";
import { type ShownRequest, shownRequests } from "../samples/shown-requests.ts";
import { remembered } from "../text/remembered.ts";
import { inOperation } from "./naming.ts";

/** A sample whose request is not that of its operation. */
export interface ContradictedRequest extends Draft {
  /** What of it is another: the method, where the URL is that of the operation. */
  readonly part: "method" | "url";
}

/**
 * Samples that show one request, by a call of curl or as it goes over the wire, whose method or path is another than that of
 * their operation. A script of several requests does more than one operation.
 */
export const contradictedRequests = remembered((operation: Operation): readonly ContradictedRequest[] => {
  const { target, samples } = operation;
  if (target.webhook || !/^[A-Z]+$/.test(operation.method)) return [];
  return samples.flatMap((sample) => {
    const [request, ...others] = sample.side === "request" ? shownRequests(sample.text) : [];
    return request === undefined || others.length > 0 ? [] : contradiction(operation, sample, request);
  });
});

function contradiction(
  operation: Operation,
  sample: Sample,
  { method, url, pieces }: ShownRequest,
): ContradictedRequest[] {
  const written = pathIn(url);
  if (written === undefined) return [];
  const isOwn = showsPath(operation.target.path, written);
  const part = isOwn ? (isOtherMethod(method, operation.method) ? "method" : undefined) : "url";
  if (part === undefined) return [];
  const said = `${operation.method} ${operation.target.path}`;
  return [
    {
      part,
      message: `This sample requests \`${method} ${written.shown}\`, but \`${operation.title}\` is \`${said}\`. Correct whichever is wrong.`,
      span: sampleSpan(sample, sourceOffset(pieces, 0), sourceOffset(pieces, url.length - 1) + 1),
      related: [{ span: operation.urlSpan, message: "the URL of the operation" }],
      ...inOperation(operation),
    },
  ];
}

/** The answer to HEAD is that to GET (RFC 9110, section 9.3.2). */
function isOtherMethod(shown: string, own: string): boolean {
  return shown !== own && !(shown === "HEAD" && own === "GET");
}

/** The path of a URL as far as it is written out. */
interface WrittenPath {
  readonly shown: string;
  readonly segments: readonly string[];
  /** It goes on before its first segment, in a variable of the shell. */
  readonly isOpen: boolean;
}

function pathIn(url: string): WrittenPath | undefined {
  if (/\.{3}|…/.test(url)) return undefined;
  const [whole = ""] = url.split(/[?#]/);
  const shown = whole.replace(/^https?:\/\/[^/]*/, "").replace(/^\$(?:\{[^}]*\}|\w+)|^[^/]+(?=\/)/, "");
  return { shown, segments: segmentsOf(shown), isOpen: /^(?:https?:\/\/)?\$/.test(url) };
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** Whether a URL that somebody wrote out may be one of a path: that stands at its end, or further ahead where a variable ends it. */
function showsPath(path: string, { segments, isOpen }: WrittenPath): boolean {
  const own = segmentsOf(path).filter((segment) => !isVersion(segment));
  if (own.length === 0) return true;
  const shown = segments.filter((segment) => !isVersion(segment));
  const slack = isVariable(own.at(-1)!) ? shown.length : 0;
  for (let behind = 0; behind <= slack; behind++) {
    const end = shown.length - behind;
    // The end of a path may be all that is shown of it, if it has a word of its own.
    const isEnd = own.some((segment, index) => segment === shown[end - own.length + index]);
    const fits = own.every((segment, index) => {
      const at = end - own.length + index;
      if (at < 0) return isOpen || isEnd;
      return isVariable(segment) || isVariable(shown[at]!) || segment === shown[at];
    });
    if (fits) return true;
  }
  return false;
}

function isVersion(segment: string): boolean {
  return /^v\d+(?:\.\d+)?$/.test(segment);
}

/** `{widget_id}`, `<widget>`, `$WIDGET`, `:widget`. */
function isVariable(segment: string): boolean {
  return /[{}<>$[\]]|^:|%7B/.test(segment);
}
