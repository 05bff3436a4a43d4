import type { JsonObject } from "../data/json-value.ts";
import { builtin } from "../files/builtin.ts";
import { withMarkedNumbers } from "./marked-numbers.ts";
import type { PageSources, VersionsOffered } from "./sources.ts";
import { STYLE } from "./style.ts";

/** What a page says beside its document. */
export interface PageOptions {
  /** The code that runs in the browser: `dist/page.js`, read by `browserCode`. */
  readonly code: string;
  /** What shows the API at a microversion; undefined where there is none to choose. */
  readonly versions?: PageVersions | undefined;
  /** operationId → address of its lines in the sources. */
  readonly links?: Readonly<Record<string, string>>;
  /** The version of this program. */
  readonly version: string;
  /** The revision of the sources; undefined where nobody knows it. */
  readonly revision?: string | undefined;
  /** Where the document is for programs, named from the page: `openapi.yaml`. */
  readonly documentName: string;
  /** What the page may connect to (`connect-src` of its Content-Security-Policy); nothing unless given. */
  readonly connects?: string;
}

/** The choice of a microversion. */
export interface PageVersions {
  readonly sources: PageSources | VersionsOffered;
  /** The code that brings documents of them: `dist/page-versions.js` makes them of the sources. */
  readonly code: string;
}

/**
 * The page of an API for people: one file that works without a server and a network. Pure. What the sources say is in it as
 * data only, and the browser is told to run no other code than the program's own, and to load nothing
 * (https://www.w3.org/TR/CSP3/).
 *
 * @param document an OpenAPI document whose operations stand apart (`SpecificationOptions.operations`)
 */
export function renderPage(document: JsonObject, options: PageOptions): string {
  const { code, version, versions, revision, documentName } = options;
  const { title } = document.info as { readonly title: string };
  const codes = [...(versions === undefined ? [] : [versions.code]), code];
  const sources =
    revision === undefined
      ? ""
      : `Sources at revision <code id="apiref-revision">${escaped(revision)}</code>. `;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(codes, options.connects ?? "'none'")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>
${STYLE}</style>
</head>
<body>
<header id="apiref-bar"></header>
<div id="apiref-page"><noscript><h1>${escaped(title)}</h1><p>This page needs JavaScript to show the reference. The OpenAPI document that it is made of is <a href="${escaped(encodeURIComponent(documentName))}">${escaped(documentName)}</a>, beside this page.</p></noscript></div>
<footer id="apiref-footer">${sources}Made by os-api-ref-openapi ${escaped(version)} of the OpenAPI document <a href="${escaped(encodeURIComponent(documentName))}">${escaped(documentName)}</a>; drawn by Redoc.</footer>
<script type="application/json" id="apiref-document">${jsonInHtml(withMarkedNumbers(document))}</script>
<script type="application/json" id="apiref-decoration">${jsonInHtml({ links: options.links ?? {} })}</script>
${versions === undefined ? "" : `<script type="application/json" id="apiref-sources">${jsonInHtml(versions.sources)}</script>\n`}${codes.map((text) => `<script type="module">${text}</script>\n`).join("")}</body>
</html>
`;
}

/** A JSON text that no parser of HTML takes for markup (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements). */
export function jsonInHtml(value: object): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function policy(codes: readonly string[], connects: string): string {
  const { createHash } = builtin("node:crypto") as typeof import("node:crypto");
  const hashes = codes.map((code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    // the index of the search is made in a thread of its own
    "worker-src blob:",
    `connect-src ${connects}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
