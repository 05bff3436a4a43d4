import type { JsonObject } from "../data/json-value.ts";
import { NUMBER_MARK, unmarked } from "../page/marked-numbers.ts";
import type { VersionsOffered } from "../page/sources.ts";
import { allPanels } from "./all-panels.ts";
import { addressAt, Choice, namedVersion } from "./choice.ts";
import { type Decoration, decorate } from "./decorate.ts";
import { draw, drawnOperations, redraw } from "./draw.ts";
import { lastPart } from "./items.ts";
import { notFound } from "./not-found.ts";
import { partOf } from "./part.ts";

/** The data of the page, by the id of what holds it; undefined where there is none. */
function data<Data>(id: string): Data | undefined {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as Data) : undefined;
}

/** The document of all microversions, and the one that is drawn. */
let whole = data<JsonObject>("apiref-document")!;
let current = whole;
const decoration = data<Decoration>("apiref-decoration") ?? {};
const sources = data<VersionsOffered>("apiref-sources");

/** What makes documents of microversions, by the script before this one (`PageVersions`). */
declare const apirefVersions: {
  documentAt(sources: VersionsOffered, version: string): Promise<JsonObject>;
};

/** The document of the API at a microversion, or at all. */
async function documentOf(version: string | undefined): Promise<JsonObject> {
  if (version === undefined || sources === undefined) return whole;
  return apirefVersions.documentAt(sources, version);
}

/** Draws the API at a microversion, or at all. */
async function drawAt(version: string | undefined): Promise<void> {
  await show(await documentOf(version));
  followOperation();
}

/** Draws another document in place of the one before; the reader stays where he is. */
async function show(document: JsonObject): Promise<void> {
  current = document;
  await draw(decorate(document, decoration));
}

/**
 * Leads who follows an address whose section is called otherwise by now to the operation, which is known by the last part of
 * the address alone.
 */
function followOperation(): void {
  const route = decodeURIComponent(location.hash.slice(1));
  const operations = drawnOperations();
  if (route === "" || operations.some(({ routeSlug }) => routeSlug === route)) return;
  const there = operations.find(({ routeSlug = "" }) => lastPart(routeSlug) === lastPart(route))?.routeSlug;
  if (there !== undefined) location.replace(`#${there}`);
}
addEventListener("hashchange", followOperation);

globalThis.apiref = {
  notFound(route) {
    const { at, ...said } = notFound(route, whole, choice?.version);
    return at === undefined ? said : { ...said, link: { href: addressAt(at), text: `Show it at ${at}.` } };
  },
  isNumber: (value) => typeof value === "string" && value.startsWith(NUMBER_MARK),
  json: unmarked,
  allPanels,
};

const choice = sources && new Choice(sources.versions, drawAt);

/** What another script on the page may do with it: `apiref preview` puts in what a save has changed. */
const page = {
  /** The document of all microversions. */
  whole: (): JsonObject => whole,
  /** Has another document in place of that. */
  keep(document: JsonObject): void {
    whole = document;
  },
  /** The microversion that is chosen; undefined for all. */
  version: (): string | undefined => choice?.version,
  offer: (versions: readonly string[]): void => choice?.offer(versions),
  documentOf,
  /** The document that is drawn. */
  current: (): JsonObject => current,
  show,
  /** Draws another document of which only these paths have changed, and perhaps the components that they use. */
  async change(document: JsonObject, paths: readonly string[], areComponentsChanged: boolean): Promise<void> {
    current = document;
    const part = decorate(partOf(document, paths), decoration);
    if (!(await redraw(part, areComponentsChanged))) await show(document);
  },
  /** The operations on the page, with the fragments of their addresses. */
  operations: drawnOperations,
};

export type Page = typeof page;
Object.assign(window, { apirefPage: page });

if (choice === undefined || namedVersion() === undefined) await drawAt(undefined);
else await choice.follow();
dispatchEvent(new Event("apiref-drawn"));
